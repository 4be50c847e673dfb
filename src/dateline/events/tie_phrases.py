"""Ties that a phrase between two names shows: "an armed gang on the payroll of Sudmark", "at war with"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.codebook import Codebook
from dateline.events.page import Page
from dateline.events.tie_draft import TieDraft, entry_of, pairs, triggers

SURE = 0.7
NEAR = 14  # tokens looked through for an actor on either side


def by_phrases(page: Page) -> Iterator[TieDraft]:
    """A tie for each phrase of ties.yaml with an actor on either side in the sentence."""
    for sentence in page.analysis.sentences:
        words = [t.lower for t in page.analysis.tokens_of(sentence)]
        for i in range(len(words)):
            for phrase, code in _phrases(page.codebook).get(words[i], ()):
                if tuple(words[i : i + len(phrase)]) == phrase:
                    yield from _tie(page, sentence.first + i, sentence.first + i + len(phrase) - 1, code)


def _tie(page: Page, first: int, last: int, code: str) -> Iterator[TieDraft]:
    before = _nearest(page, range(first - 1, max(first - NEAR, -1), -1))
    after = _nearest(page, range(last + 1, min(last + NEAR, len(page.tokens))))
    if before is None or after is None:
        return
    left, right = (after, before) if entry_of(code, page.codebook).get("phrases_turned") else (before, after)
    yield from pairs(page, code, ((left,), (right,)), first, "phrase", SURE)


def _nearest(page: Page, where: range) -> int | None:
    here = page.analysis.sentence_at(page.tokens[where.start].start) if 0 <= where.start < len(page.tokens) else None
    for i in where:
        if here is None or not here.first <= i < here.last:
            return None
        if page.mentions.headed(i) is not None:
            return i
    return None


@cache
def _phrases(book: Codebook) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, code in triggers("phrases", book).items():
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, code))
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in table.items()}
