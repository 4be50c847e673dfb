"""Ties that a verb shows: "Estia supports the militia", "the two that participate in the alliance"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.page import Page
from dateline.events.tie_draft import TieDraft, entry_of, pairs, triggers

SURE = 0.75
LASTING = frozenset({"VBZ", "VBP", "VBG", "VB"})  # forms of a tie that is told as lasting


def by_verbs(page: Page) -> Iterator[TieDraft]:
    """A tie for each verb of ties.yaml between two actors."""
    book, inverse = triggers("verbs", page.codebook), triggers("inverse_verbs", page.codebook)
    for token in page.tokens:
        if not page.tree.is_verb(token.index) or token.dep in ("amod", "aux", "compound"):
            continue
        if token.lemma in book:
            yield from _forward(page, token.index, book[token.lemma])
        elif token.lemma in inverse:
            subjects, objects = page.tree.subjects(token.index), page.tree.objects(token.index)
            yield from pairs(page, inverse[token.lemma], (objects, subjects), token.index, "verb", SURE)


def _forward(page: Page, verb: int, code: str) -> Iterator[TieDraft]:
    entry = entry_of(code, page.codebook)
    if entry.get("lasting") and page.tokens[verb].tag not in LASTING:
        return
    subjects, objects = page.tree.subjects(verb), page.tree.objects(verb)
    beside = page.tree.prepositional(verb, entry.get("prepositions", ()))
    yield from pairs(page, code, (subjects, objects or beside), verb, "verb", SURE)
