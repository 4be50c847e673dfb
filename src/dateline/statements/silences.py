"""Silence as a noun: "there was no immediate comment from the army"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.statements.candidate import Candidate
from dateline.statements.cue import words_of
from dateline.statements.page import Page
from dateline.statements.voices import voices_at


def by_silences(page: Page) -> Iterator[Candidate]:
    """A candidate for each "no comment from …"; its content is empty."""
    for token in page.tokens:
        if token.lemma not in words_of("silences") or token.pos != "NOUN":
            continue
        determiner = next((c for c in page.children(token.index, "det") if page.tokens[c].lower == "no"), None)
        speaker = _from_whom(page, token.index)
        if determiner is not None and speaker is not None:
            yield Candidate(
                by="silence",
                confidence=0.9,
                content=(),
                cue=page.span(determiner, token.index),
                voices=voices_at(page, speaker),
                stance="refuse-comment",
            )


def _from_whom(page: Page, noun: int) -> int | None:
    """What "from" or "by" leads to, below the noun or beside it."""
    for governor in (noun, page.tokens[noun].head):
        for head in page.children(governor, "prep"):
            below = page.child(head, "pobj")
            if page.tokens[head].lower in ("from", "by") and head > noun and below is not None:
                return below
    return None
