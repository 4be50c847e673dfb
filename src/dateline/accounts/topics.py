"""Which standing questions the words of a telling raise: who was first to fire, who broke the truce."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.accounts.codebook import codebook
from dateline.record import Span


def topics(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Names of the topics of accounts.yaml one of whose phrases stands in a span; each phrase is a set of words."""
    windows = [frozenset("".join(c if c.isalnum() else " " for c in text[a:b].casefold()).split()) for a, b in spans]
    return tuple(name for name, phrases in codebook().topics.items() if any(p <= w for p in phrases for w in windows))
