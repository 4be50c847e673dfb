"""Judges events against passages in which deeds are marked (training/own/FORMAT.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from training.data import marked

from dateline.record import Participant, Record, Span

WORD = re.compile(r"\w+")
SHORT = 3  # letters: a naming as short as a pronoun agrees with any name


def right_ones(record: Record, passage: str) -> set[int]:
    """The places of the events that stand for a marked deed: its anchor, type, polarity, and its parties if any."""
    text, marks = marked.unmarked(passage)
    taken: set[str] = set()
    found = set()
    for i, event in enumerate(record.events):
        for number, (kind, anchor, told) in marks.anchors.items():
            roles = marks.roles.get(number, {})
            fits = (
                kind == event.type
                and _meet(anchor, event.anchor)
                and ("denied" in told) == (event.polarity == "denied")
            )
            actors = _same(record, text, event.actors, roles.get("a", ()), empty=False)
            if (
                number not in taken
                and fits
                and actors
                and _same(record, text, event.recipients, roles.get("r", ()), empty=True)
            ):
                taken.add(number)
                found.add(i)
    return found


def deeds_in(passage: str) -> int:
    """How many deeds are marked."""
    return len(marked.unmarked(passage)[1].anchors)


def _same(record: Record, text: str, ours: Sequence[Participant], spans: Sequence[Span], *, empty: bool) -> bool:
    """Whether one of our parties is one of the marked; where none is marked, `empty` says whether any will do."""
    if not spans:
        return empty or not ours
    mentions = {m.id: (m.start, m.end) for m in record.mentions}
    return any(_is(p, mentions.get(p.mention or ""), span, text) for p in ours for span in spans)


def _is(party: Participant, mention: Span | None, span: Span, text: str) -> bool:
    if mention is not None and _meet(mention, span):
        return True
    words = {w.casefold() for w in WORD.findall(text[slice(*span)])}
    return bool(words & {w.casefold() for w in WORD.findall(party.name)}) or max(map(len, words), default=0) <= SHORT


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
