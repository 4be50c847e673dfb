"""What the phrases of accounts.yaml show in the words of a telling: a reason, or a standing question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.accounts.codebook import codebook
from dateline.record import Span

GERUND = re.compile(r"\bfor (?!the |a |an )\w{3,}ing\b")  # "for feeding children"


def gives_reason(text: str, spans: Iterable[Span]) -> bool:
    """Whether a phrase of reason or purpose stands in one of the spans."""
    return any(_has_reason(" ".join(text[a:b].casefold().split())) for a, b in spans)


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in codebook().reasons)


def _has_reason(words: str) -> bool:
    padded = f" {words} ".replace('"', " ").replace("“", " ").replace("”", " ").replace(",", " ")
    return any(phrase in padded for phrase in _phrases()) or GERUND.search(padded) is not None


def topics(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Which standing questions they raise (who fired first): each phrase is a set of words that stand in one span."""
    windows = [frozenset("".join(c if c.isalnum() else " " for c in text[a:b].casefold()).split()) for a, b in spans]
    return tuple(name for name, phrases in codebook().topics.items() if any(p <= w for p in phrases for w in windows))
