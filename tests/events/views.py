"""Plain views of what a record tells, for tests to compare."""

from __future__ import annotations

from typing import Any

from dateline.coding import Coder
from dateline.reading import read_text
from dateline.record import Event, Record, Tie

DEFAULTS = ("affirmed", "actual", None)


def coded(coder: Coder, text: str, **facts: Any) -> Record:
    return coder.code(read_text(text, **facts))


def plain(name: str) -> str:
    return " ".join(w for w in name.casefold().split() if w not in ("a", "an", "the"))


def telling(event: Event, record: Record) -> tuple[Any, ...]:
    voice = next((s for s in record.statements if s.id == event.statement), None)
    return (
        event.type,
        tuple(sorted(plain(p.name) for p in event.actors)),
        tuple(sorted(plain(p.name) for p in event.recipients)),
        event.polarity,
        event.modality,
        plain(voice.speakers[0].name) if voice and voice.speakers else None,
    )


def expected(row: list[Any]) -> tuple[Any, ...]:
    full = [*row, *DEFAULTS[len(row) - 3 :]]
    sides = [tuple(sorted(plain(n) for n in side)) for side in full[1:3]]
    return (full[0], *sides, full[3], full[4], plain(full[5]) if full[5] else None)


def tellings(record: Record) -> list[tuple[Any, ...]]:
    return sorted((telling(e, record) for e in record.events), key=str)


def tie_view(tie: Tie) -> tuple[str, str, str, str]:
    return (tie.left.name, tie.type, tie.right.name, tie.polarity)
