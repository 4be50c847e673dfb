"""What somebody denies that another claims: "dismissed the claim of Sudmark that Norland had bombed the port"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.events.page import Page
from dateline.record import Event, Polarity, Statement

HOLDING = frozenset({"say", "claim", "accuse", "believe", "confirm"})


def with_outer_voices(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with a second telling for those inside a claim that the statement around it denies."""
    outer = [_in_voice(e, around) for e in events if (around := _denier(page, e))]
    return tuple(sorted((*events, *outer), key=lambda e: (e.anchor, e.type)))


def _denier(page: Page, event: Event) -> Statement | None:
    voice = page.statement(event.statement)
    around = page.statement(voice.parent) if voice and voice.stance in HOLDING and not event.act_of else None
    return around if around is not None and around.stance == "deny" and around.polarity == "affirmed" else None


def _in_voice(event: Event, around: Statement) -> Event:
    turned: Polarity = "denied" if event.polarity == "affirmed" else "affirmed"
    return replace(event, statement=around.id, polarity=turned, folded=None)
