"""Which tellings of a report are of one deed, and what a telling leaves out that the same voice says elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.events.lexicon import light_verbs
from dateline.events.page import Page
from dateline.record import Event, Participant

NEIGHBOURS = 12  # deeds of one type that a telling is compared with, the latest first
UNDONE = frozenset({"planned", "wanted", "conditional"})
ARMS = frozenset({"firearms", "explosives", "aerial", "drone", "heavy-weapons", "destroy"})  # taken for one another
LONGEST = 40  # tokens of a telling that are compared, at most


@dataclass
class _Deed:
    """A deed as told so far; `words` are what its tellings speak of, `signs` what marks them as one deed."""

    key: str
    realm: str
    actors: list[Participant] = field(default_factory=list)
    recipients: list[Participant] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    signs: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    tellings: list[Event] = field(default_factory=list)


def linked(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `deed` set, and with parties that the same voice names in another telling of the deed."""
    known: dict[str, list[_Deed]] = {}
    named: list[Event] = []
    deeds: dict[str, _Deed] = {}
    for event in events:
        deed = _find(page, known.setdefault(event.type, []), event)
        _add(page, deed, event)
        deeds[deed.key] = deed
        named.append(replace(event, deed=deed.key))
    return tuple(_filled(page, event, deeds[event.deed]) for event in named)


def _add(page: Page, deed: _Deed, event: Event) -> None:
    deed.actors += event.actors
    deed.recipients += event.recipients
    deed.words |= _words(page, event)
    deed.signs |= _signs(page, event)
    deed.modes |= set(event.mode)
    deed.tellings.append(event)


def _find(page: Page, known: list[_Deed], event: Event) -> _Deed:
    """The deed that this telling is of: of those that agree the one with most in common, then the most told."""
    words, signs = _words(page, event), _signs(page, event)
    near = known[: -NEIGHBOURS - 1 : -1]
    fitting = [d for d in near if d.realm == _realm(event) and _same(page, d, event, words, signs)]
    if fitting:
        return max(fitting, key=lambda d: (len(d.signs & signs), len(d.words & words), len(d.tellings)))
    known.append(_Deed(event.id, _realm(event)))
    return known[-1]


def _realm(event: Event) -> str:
    """What is done, what lies in the past and what is only wanted or planned are never one deed."""
    if event.modality in UNDONE:
        return "undone"
    return "past" if event.modality == "historical" else "done"


def _same(page: Page, deed: _Deed, event: Event, words: set[str], signs: set[str]) -> bool:
    """Sides that agree where both tellings name them, and something in common besides the type."""
    actors = _agree(deed.actors, event.actors, page)
    recipients = _agree(deed.recipients, event.recipients, page)
    if actors is False or recipients is False or not _modes_agree(deed.modes, set(event.mode)):
        return False
    if event.act_of is not None:
        return actors is True and recipients is not None
    if recipients is True or not (event.actors or event.recipients):
        return True
    return bool(deed.signs & signs or deed.words & words) or actors is True


def _modes_agree(a: set[str], b: set[str]) -> bool:
    """Whether one deed may be told with these modes: arms are mixed up in telling, a beating and a shelling are not."""
    return not a or not b or bool(a & b) or (a | b) <= ARMS


def _agree(a: Sequence[Participant], b: Sequence[Participant], page: Page) -> bool | None:
    """True or False where both name somebody, None where one is silent."""
    if not a or not b:
        return None
    if {p.name for p in a} & {p.name for p in b}:
        return True
    sides = {c for p in a if (c := page.country_of(p.name))}
    return bool(sides & {c for p in b if (c := page.country_of(p.name))})


def _words(page: Page, event: Event) -> set[str]:
    """The nouns and verbs of a telling."""
    tokens = page.analysis.tokens_in(*event.evidence[0])[:LONGEST] if event.evidence else ()
    return {t.lemma for t in tokens if t.pos in ("NOUN", "PROPN", "VERB")} | set(event.mode)


def _signs(page: Page, event: Event) -> set[str]:
    """What marks a telling as one of its deed: the words that show it, its modes, its places and its tolls."""
    light = light_verbs()
    shown = {t.lemma for t in page.analysis.tokens_in(*event.anchor) if t.pos in ("NOUN", "VERB", "PROPN")}
    places = {f"at {p.name}" for p in page.setting.places if p.id in event.places and p.name}
    tolls = {f"{c.kind} {c.low}" for c in event.casualties}
    return (shown - light.acting - light.happening) | set(event.mode) | places | tolls


def _filled(page: Page, event: Event, deed: _Deed) -> Event:
    """The telling with what it leaves out: who did it as its own voice names them, whom it hit as any voice does."""
    if event.act_of or (event.actors and event.recipients):
        return event
    others = [t for t in deed.tellings[:NEIGHBOURS] if t.id != event.id and _is_one_sided(t)]
    own = [t for t in others if _same_telling(page, t, event)]
    actors = event.actors or _without(_first(t.actors for t in own), event.recipients)
    hit = tuple(tuple(p for p in t.recipients if p.actor is not None) for t in others)
    one = len({p.name for row in hit for p in row}) == 1
    recipients = event.recipients or (_without(_first(hit), actors) if one else ())
    return replace(event, actors=actors, recipients=recipients)


def _is_one_sided(event: Event) -> bool:
    """Whether it is told who did it to whom: the sides of a war lend nothing to its battles."""
    return not event.act_of and (bool(event.recipients) or len(event.actors) == 1)


def _same_telling(page: Page, other: Event, event: Event) -> bool:
    """Whether the same voice holds the same of a deed with the same signs."""
    held = other.polarity == event.polarity and _voice(page, other) == _voice(page, event)
    return held and bool(_signs(page, other) & _signs(page, event))


def _without(found: Sequence[Participant], taken: Sequence[Participant]) -> tuple[Participant, ...]:
    names = {p.name for p in taken}
    return tuple(p for p in found if p.name not in names)


def _first(found: Iterable[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    """The first that names anybody, as named elsewhere."""
    return next((tuple(replace(p, mention=None) for p in row) for row in found if row), ())


def _voice(page: Page, event: Event) -> tuple[str, ...]:
    statement = page.statement(event.statement)
    return tuple(sorted(s.name for s in statement.speakers)) if statement else ()
