"""Which tellings of a report are of one deed, and who did it where only another telling in that voice says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events.page import Page
from dateline.record import ActorRef, Event, Participant

NEIGHBOURS = 12  # deeds of one type that a telling is compared with, the latest first
SIDES = frozenset({"state", "government", "military", "place-metonym", "agency", "person"})


@dataclass
class _Deed:
    key: str
    actors: list[Participant]
    recipients: list[Participant]
    dates: set[str]


def linked(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `deed` set, and with actors filled in from other tellings of the deed in the same voice."""
    refs = _refs(page)
    deeds: dict[str, list[_Deed]] = {}
    named: list[Event] = []
    for event in events:
        deed = _find(deeds.setdefault(event.type, []), event, refs)
        deed.actors += event.actors
        deed.recipients += event.recipients
        named.append(replace(event, deed=deed.key))
    return _filled(page, named)


def _find(known: list[_Deed], event: Event, refs: Mapping[str, ActorRef]) -> _Deed:
    for deed in known[: -NEIGHBOURS - 1 : -1]:
        if _same(deed, event, refs):
            return deed
    known.append(_Deed(event.id, [], [], set(event.dates)))
    return known[-1]


def _same(deed: _Deed, event: Event, refs: Mapping[str, ActorRef]) -> bool:
    """Sides that agree where both tellings name them, and at least one that does."""
    actors = _agree(deed.actors, event.actors, refs)
    recipients = _agree(deed.recipients, event.recipients, refs)
    if actors is False or recipients is False:
        return False
    if event.act_of is not None:
        return actors is True and recipients is not None
    return actors is True or recipients is True or not (event.actors or event.recipients)


def _agree(a: Sequence[Participant], b: Sequence[Participant], refs: Mapping[str, ActorRef]) -> bool | None:
    """True or False where both name somebody, None where one is silent."""
    if not a or not b:
        return None
    names = {p.name for p in a}
    if names & {p.name for p in b}:
        return True
    sides = {c for p in a if (c := _country(p, refs))}
    return bool(sides & {c for p in b if (c := _country(p, refs))})


def _country(party: Participant, refs: Mapping[str, ActorRef]) -> str | None:
    ref = refs.get(party.name)
    return ref.country if ref else None


def _refs(page: Page) -> dict[str, ActorRef]:
    return {ref.name: ref for mention in page.mentions.rows for ref in mention.actors}


def _filled(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """Deeds without an actor take the one that the same voice names for the same deed elsewhere in the report."""
    known: dict[tuple[str, tuple[str, ...]], tuple[Participant, ...]] = {}
    for event in events:
        if event.actors and event.polarity == "affirmed":
            known.setdefault((event.deed, _voice(page, event)), event.actors)
    return tuple(
        event
        if event.actors or event.act_of
        else replace(event, actors=known.get((event.deed, _voice(page, event)), ()))
        for event in events
    )


def _voice(page: Page, event: Event) -> tuple[str, ...]:
    statement = page.statement(event.statement)
    return tuple(sorted(s.name for s in statement.speakers)) if statement else ()
