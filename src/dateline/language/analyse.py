"""From a report to its analysis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dateline.language.analysis import Analysis
from dateline.language.parsing import parsed
from dateline.language.quotation import find_quotations
from dateline.language.segmenter import paragraph_spans, sentence_breaks
from dateline.language.sentence import Paragraph, Sentence
from dateline.language.token import Token
from dateline.language.tokenizer import tokenize
from dateline.report import Report


def analyse(report: Report) -> Analysis:
    """Read the coded parts of a report: paragraphs, sentences, tokens with their syntax, quotations."""
    bare = outline(report)
    encoding = bare.encoding
    return parsed(replace(bare, known_encoding=encoding), encoding)


def outline(report: Report) -> Analysis:
    """Paragraphs, sentences, tokens and quotations of a report, with no syntax yet: all that needs no model."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for start, end, kind in paragraph_spans(report):
        first = len(sentences)
        for sentence in _sentences(report.text, start, end, len(tokens)):
            a, b = sentence[0], sentence[-1]
            sentences.append(Sentence(len(sentences), a.start, b.end, a.index, b.index + 1, len(paragraphs), kind))
            tokens += sentence
        paragraphs.append(Paragraph(len(paragraphs), start, end, first, len(sentences), kind))
    quotations = find_quotations(report.text, ((p.start, p.end) for p in paragraphs))
    return Analysis(report.text, tuple(tokens), tuple(sentences), tuple(paragraphs), quotations)


def _sentences(text: str, start: int, end: int, index: int) -> Iterator[list[Token]]:
    spans = list(tokenize(text, start, end))
    edges = [*sentence_breaks(text, spans), len(spans)]
    for a, b in pairwise(edges):
        yield [Token(index + i, *spans[i], text[slice(*spans[i])]) for i in range(a, b)]
