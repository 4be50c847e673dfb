"""Whether a sentence speaks of violence, of an accident, of sport or of labour."""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.page import Page

ENOUGH = 2  # words of labour in a report that speaks of it
RESULT = re.compile(r"(?<![\d-])\d{1,2}[-–]\d{1,2}(?![\d-])")


def shows_violence(page: Page, i: int) -> bool:
    """Whether the sentence of this token, or one beside it, holds a word of violence, and its own none of accident."""
    sentence = page.analysis.sentence_at(page.tokens[i].start)
    if sentence is None or _lemmas(page, sentence.index) & _words("not_beside"):
        return False
    around = range(max(sentence.index - 1, 0), min(sentence.index + 2, len(page.analysis.sentences)))
    return any(_lemmas(page, k) & _words("shown_by") for k in around)


def is_sport(page: Page, i: int) -> bool:
    """Whether the sentence of this token tells a game: a result ("3-1") or a word of sport."""
    sentence = page.analysis.sentence_at(page.tokens[i].start)
    if sentence is None:
        return False
    text = page.analysis.text[sentence.start : sentence.end]
    return RESULT.search(text) is not None or bool(_lemmas(page, sentence.index) & _words("sport"))


def is_labour(page: Page, i: int) -> bool:
    """Whether the report speaks of workers and the sentence of this token of no arms: a strike is a walkout then."""
    sentence = page.analysis.sentence_at(page.tokens[i].start)
    if sentence is None or _lemmas(page, sentence.index) & _words("arms"):
        return False
    return sum(page.noun_counts.get(word, 0) for word in _words("labour")) >= ENOUGH


def _lemmas(page: Page, sentence: int) -> set[str]:
    return {t.lemma for t in page.analysis.tokens_of(page.analysis.sentences[sentence])}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("deeds")["violence"][name])
