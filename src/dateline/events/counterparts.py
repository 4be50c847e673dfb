"""Against whom a threat or refusal without an addressee goes: the side that its actor has just been told against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.events.page import Page
from dateline.record import Event, Participant

BACK = 6  # tellings looked back through
NEAR = 2  # sentences between the two, at most
OPEN = frozenset({"THREATEN", "REJECT"})  # verbal deeds that always go against somebody


def with_counterparts(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those against nobody in words given the other side of the deed told just before them."""
    return tuple(
        replace(e, recipients=_counterpart(page, e, events[max(i - BACK, 0) : i])) if _is_open(e) else e
        for i, e in enumerate(events)
    )


def _is_open(event: Event) -> bool:
    return event.type in OPEN and bool(event.actors) and not event.recipients


def _counterpart(page: Page, event: Event, before: Sequence[Event]) -> tuple[Participant, ...]:
    for other in reversed(before):
        if _apart(page, event, other) > NEAR:
            break
        for mine, theirs in ((other.actors, other.recipients), (other.recipients, other.actors)):
            found = tuple(replace(p, mention=None) for p in theirs if p.actor is not None)
            if found and _share_side(page, mine, event.actors) and not _share_side(page, found, event.actors):
                return found
    return ()


def _apart(page: Page, a: Event, b: Event) -> int:
    first, second = (page.analysis.sentence_at(e.anchor[0]) for e in (a, b))
    return abs(first.index - second.index) if first and second else NEAR + 1


def _share_side(page: Page, a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    """Whether an actor of both is the same or of the same country."""
    if {p.name for p in a} & {p.name for p in b}:
        return True
    sides = {c for p in a if (c := page.country_of(p.name))}
    return any(page.country_of(p.name) in sides for p in b)
