"""A tie as found, before its voice and polarity are settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import SHIPPED, Codebook
from dateline.events.page import Page
from dateline.events.parties import parties
from dateline.record import Participant, Span


@dataclass(frozen=True, slots=True)
class TieDraft:
    """`head` is the token that shows the tie, `anchor` its words."""

    type: str
    left: Participant
    right: Participant
    head: int
    anchor: Span
    by: str
    confidence: float
    role: str | None = None


@cache
def triggers(kind: str, book: Codebook = SHIPPED) -> Mapping[str, str]:
    """Tie types by the words of one list of ties.yaml (`verbs`, `nouns`, `participles`, …)."""
    return {word: code for code, entry in book.vocabulary("ties")["ties"].items() for word in entry.get(kind, ())}


def entry_of(code: str, book: Codebook = SHIPPED) -> Mapping[str, Any]:
    """The entry of a tie type in ties.yaml."""
    entry: Mapping[str, Any] = book.vocabulary("ties")["ties"][code]
    return entry


Sides = tuple[tuple[int, ...], tuple[int, ...]]  # the heads of the phrases on the left and on the right


def pairs(page: Page, code: str, sides: Sides, head: int, by: str, confidence: float) -> Iterator[TieDraft]:
    """A tie for each actor named by the left phrases with each named by the right ones."""
    token = page.tokens[head]
    for left in parties(page, sides[0], named=True):
        for right in parties(page, sides[1], named=True):
            if left.name != right.name:
                yield TieDraft(code, left, right, head, (token.start, token.end), by, confidence)
