"""Denials of what was just told: "Norland denied the charge", "Sudmark denied any role"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.page import Page
from dateline.record import Event, Participant, Statement, Why

SURE = 0.6
SHORT = 8  # words of a content that only points back, at most
BACK = 12  # tellings looked back through


def with_denials(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with a denied telling for each statement that denies what was told before it."""
    told = {e.statement for e in events if e.statement}
    harm = [e for e in events if e.quad == "material-conflict" and e.polarity == "affirmed"]
    denials = [d for s in page.statements if s.id not in told and (d := _denial(page, s, harm)) is not None]
    return tuple(sorted((*events, *denials), key=lambda e: (e.anchor, e.type)))


def _denial(page: Page, statement: Statement, events: Sequence[Event]) -> Event | None:
    head = _pointer(page, statement)
    if statement.stance != "deny" or statement.polarity == "denied" or head is None:
        return None
    here = page.analysis.sentence_at(statement.content[0][0])
    for event in _before(events, statement):
        actors = _accused(page, event, statement, page.analysis.sentence_at(event.anchor[0]) == here)
        if actors:
            return _denied(page, event, statement, actors, head)
    return None


def _pointer(page: Page, statement: Statement) -> int | None:
    """The word of a short content that points back: charge, role, it."""
    tokens = [t for a, b in statement.content[:1] for t in page.analysis.tokens_in(a, b)]
    if not statement.content or len(tokens) > SHORT or any(t.pos in ("VERB", "AUX") for t in tokens):
        return None
    return next((t.index for t in tokens if t.lemma in _list("pointing_back")), None)


def _before(events: Sequence[Event], statement: Statement) -> Iterator[Event]:
    last = bisect_left(events, statement.content[0][0], key=lambda e: e.anchor[0])
    yield from reversed(events[max(last - BACK, 0) : last])


def _accused(page: Page, event: Event, statement: Statement, near: bool) -> tuple[Participant, ...]:
    """Those of the event's actors for whom the denier speaks; the denier where the same sentence names nobody."""
    sides = {s.name for s in statement.speakers} | ({statement.affiliation.name} if statement.affiliation else set())
    countries = {c for name in sides if (c := page.country_of(name))}
    same = tuple(p for p in event.actors if p.name in sides or page.country_of(p.name) in countries)
    if same or event.actors or not near:
        return same
    return tuple(Participant(s.mention, s.actor, s.name) for s in statement.speakers)


def _denied(page: Page, event: Event, statement: Statement, actors: tuple[Participant, ...], head: int) -> Event:
    token = page.tokens[head]
    anchor = (token.start, token.end)
    return replace(
        event,
        folded=None,
        actors=actors,
        polarity="denied",
        modality="actual",
        statement=statement.id,
        dates=(),
        places=(),
        casualties=(),
        anchor=anchor,
        evidence=(statement.content[0], *event.evidence),
        why=(Why(f"denial of what {event.id} tells", anchor, SURE),),
        confidence=SURE,
    )


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("modality")[name])
