"""Ties inside a compound: "Norland-backed rebels", "the Estia-led alliance"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.page import Page
from dateline.events.parties import of_mention, parties
from dateline.events.tie_draft import TieDraft, triggers

SURE = 0.85
HYPHENS = "-‐‑–"


def by_compounds(page: Page) -> Iterator[TieDraft]:
    """A tie for each participle joined by a hyphen to the name of an actor, before a noun that names another."""
    book = triggers("participles", page.codebook)
    for token in page.tokens[2:]:
        if token.lower in book and page.tokens[token.index - 1].text in HYPHENS:
            yield from _tie(page, token.index, book[token.lower])


def _tie(page: Page, participle: int, code: str) -> Iterator[TieDraft]:
    first = page.tokens[participle - 2]
    named = page.mentions.headed(first.index) or page.mentions.covering(first.start)
    if named is None or named.end > page.tokens[participle - 1].end:
        named = next((m for m in page.mentions.within(first.start, first.end)), None)
    noun = _noun(page, participle)
    if named is None or noun is None:
        return
    anchor = (named.start, page.tokens[participle].end)
    for left in of_mention(named):
        for right in parties(page, (noun,), named=True):
            if left.name != right.name:
                yield TieDraft(code, left, right, noun, anchor, "compound", SURE)


def _noun(page: Page, participle: int) -> int | None:
    """The noun that the compound stands before."""
    for above in page.tree.governors(participle):
        if above > participle:
            return above if page.tokens[above].pos in ("NOUN", "PROPN") else None
    return None
