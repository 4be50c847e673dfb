"""Sentences, tokens, syntax and quotations of a report: read once, and in types of dateline's own."""

from dateline.language.analyse import analyse
from dateline.language.analysis import Analysis
from dateline.language.quotation import Quotation
from dateline.language.sentence import Paragraph, Sentence
from dateline.language.token import Token

__all__ = ["Analysis", "Paragraph", "Quotation", "Sentence", "Token", "analyse"]
