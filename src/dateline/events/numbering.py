"""Ids of events: kind and anchor, with an ordinal where an anchor is shared; deeds are named by their first telling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.record import Event


def numbered(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with unique ids, and each deed named by the id of its first telling."""
    seen: dict[str, int] = {}
    deeds: dict[str, str] = {}
    found: list[Event] = []
    for event in events:
        plain = f"e{event.anchor[0]}-{event.anchor[1]}"
        seen[plain] = seen.get(plain, 0) + 1
        key = plain if seen[plain] == 1 else f"{plain}.{seen[plain]}"
        deed = deeds.setdefault(event.deed, key) if event.deed else ""
        found.append(replace(event, id=key, deed=deed))
    return tuple(found)
