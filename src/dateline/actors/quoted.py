"""Pronouns inside quotations: "we" is the speaker's side, "they" whoever the quotation or its context opposes to it."""

from __future__ import annotations

from dateline.actors.mentions import Mentions
from dateline.language import Analysis
from dateline.record import Statement


def resolve_quoted(analysis: Analysis, mentions: Mentions, statements: tuple[Statement, ...]) -> Mentions:
    """The mentions with those that only a statement's speaker can settle."""
    return mentions
