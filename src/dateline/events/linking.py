"""Which tellings of a report are of one deed, and what a telling leaves out that another one says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dateline.events.page import Page
from dateline.record import Event, Participant

MUTUAL = ("AGREE", "CONSULT")  # deeds whose parties hold for every voice
NEIGHBOURS = 12  # deeds of one type that a telling is compared with, the latest first


@dataclass
class _Deed:
    """A deed as told so far; `signs` are the words and modes that its tellings are told by."""

    key: str
    actors: list[Participant]
    recipients: list[Participant]
    signs: set[str]
    tellings: int


def linked(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `deed` set, and with parties filled in from other tellings of the deed."""
    deeds: dict[str, list[_Deed]] = {}
    named: list[Event] = []
    sure: set[int] = set()
    for event in events:
        signs = _signs(page, event)
        deed = _find(deeds.setdefault(event.type, []), event, signs, page)
        if deed.signs & signs or _agree(deed.recipients, event.recipients, page):
            sure.add(len(named))
        deed.actors += event.actors
        deed.recipients += event.recipients
        deed.signs |= signs
        deed.tellings += 1
        named.append(replace(event, deed=deed.key))
    return _with_actors(page, _with_recipients(named), sure)


def _signs(page: Page, event: Event) -> set[str]:
    """What a telling has in common with others of its deed: its nouns and verbs, what they hit, its modes."""
    tokens = page.analysis.tokens_in(*event.evidence[0])[:40] if event.evidence else ()
    return {t.lemma for t in tokens if t.pos in ("NOUN", "PROPN", "VERB")} | set(event.mode)


def _find(known: list[_Deed], event: Event, signs: set[str], page: Page) -> _Deed:
    """The deed that this telling is of: of those that agree the one with most signs in common, then the most told."""
    fitting = [d for d in known[: -NEIGHBOURS - 1 : -1] if _same(d, event, signs, page)]
    if fitting:
        return max(fitting, key=lambda d: (len(d.signs & signs), d.tellings))
    known.append(_Deed(event.id, [], [], set(), 0))
    return known[-1]


def _same(deed: _Deed, event: Event, signs: set[str], page: Page) -> bool:
    """Sides that agree where both tellings name them; a telling that names neither side goes with any."""
    actors = _agree(deed.actors, event.actors, page)
    recipients = _agree(deed.recipients, event.recipients, page)
    if actors is False or recipients is False:
        return False
    if event.act_of is not None:
        return actors is True and recipients is not None
    if recipients is True or not (event.actors or event.recipients):
        return True
    return bool(deed.signs & signs) or actors is True


def _agree(a: Sequence[Participant], b: Sequence[Participant], page: Page) -> bool | None:
    """True or False where both name somebody, None where one is silent."""
    if not a or not b:
        return None
    if {p.name for p in a} & {p.name for p in b}:
        return True
    sides = {c for p in a if (c := page.country_of(p.name))}
    return bool(sides & {c for p in b if (c := page.country_of(p.name))})


def _with_recipients(events: Sequence[Event]) -> tuple[Event, ...]:
    """A telling that names no recipient, or only people without a name, takes those named for its deed elsewhere."""
    known: dict[str, tuple[Participant, ...]] = {}
    for event in events:
        named = tuple(p for p in event.recipients if p.actor is not None)
        if named and not event.act_of:
            known.setdefault(event.deed, named)
    return tuple(_recipient_filled(event, known.get(event.deed, ())) for event in events)


def _recipient_filled(event: Event, known: tuple[Participant, ...]) -> Event:
    if event.act_of or not known or any(p.actor is not None for p in event.recipients):
        return event
    names = {p.name for p in event.actors}
    added = tuple(replace(p, mention=None) for p in known if p.name not in names)
    return replace(event, recipients=(*event.recipients, *added))


def _with_actors(page: Page, events: Sequence[Event], sure: Set[int]) -> tuple[Event, ...]:
    """A telling without an actor takes the one that its own voice names for the deed elsewhere; a denial takes the one
    that others name. `sure` are those whose deed is known by more than its type."""
    known: dict[tuple[str, tuple[str, ...] | None], tuple[Participant, ...]] = {}
    for event in events:
        if event.actors and event.polarity == "affirmed" and not event.act_of:
            named = tuple(replace(p, mention=None) for p in event.actors)
            known.setdefault((event.deed, _voice(page, event)), named)
            known.setdefault((event.deed, None), named)
    return tuple(_actor_filled(page, e, known) if i in sure else e for i, e in enumerate(events))


def _actor_filled(
    page: Page, event: Event, known: Mapping[tuple[str, tuple[str, ...] | None], tuple[Participant, ...]]
) -> Event:
    if event.actors or event.act_of:
        return event
    own = event.polarity == "affirmed" and event.type not in MUTUAL
    voice = _voice(page, event) if own else None
    names = {p.name for p in event.recipients}
    found = tuple(p for p in known.get((event.deed, voice), ()) if p.name not in names)
    return replace(event, actors=found)


def _voice(page: Page, event: Event) -> tuple[str, ...]:
    statement = page.statement(event.statement)
    return tuple(sorted(s.name for s in statement.speakers)) if statement else ()
