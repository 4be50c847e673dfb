"""Whom people without names serve: "a Velmoran military official" the army, "a spokesman for the Front" the Front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.actors.bodies import ARMY, body_of
from dateline.actors.draft import Draft
from dateline.actors.memory import REACH
from dateline.actors.page import Page
from dateline.actors.resolve import Settled, state_around
from dateline.record import ActorRef

UNIFORM = "MIL"
OFFICIAL = frozenset({"GOV", "COP", "JUD", "LEG"})


@dataclass(frozen=True)
class Service:
    """What an unnamed person serves: the body, force or group, and the state."""

    organisation: ActorRef | None
    country: str | None


def in_service(page: Page, settled: Settled) -> tuple[Settled, Mapping[str, tuple[ActorRef, ...]]]:
    """The drafts with the country that unnamed persons serve, and whom each serves by name."""
    found: dict[str, Service] = {}
    for i, draft in enumerate(settled.drafts):
        if _is_unnamed(draft) and draft.actors[0].name not in found:
            service = _service(page, draft, settled.drafts, i)
            if service:
                found[draft.actors[0].name] = service
    drafts = tuple(_housed(d, found) for d in settled.drafts)
    serves = {name: (s.organisation,) for name, s in found.items() if s.organisation}
    return replace(settled, drafts=drafts), serves


def _is_unnamed(draft: Draft) -> bool:
    single = len(draft.actors) == 1 and draft.actors[0].actor is None
    return single and draft.form == "description" and draft.kind == "person" and draft.noun is not None


def _service(page: Page, draft: Draft, drafts: Sequence[Draft], i: int) -> Service | None:
    """By what is named inside the description, after its noun first; else by the bare body in its words."""
    inside = list(_inside(draft, drafts, i))
    after = [d for d in inside if d.first > draft.head]
    before = [d for d in inside if d.last <= draft.head + 1]
    told = next(iter(after), None) or max(before, key=lambda d: (d.kind != "state", d.length), default=None)
    if told is None:
        named = _body_before(page, draft, drafts[max(0, i - REACH) : i])
        return _bare_body(page, draft) or named or _at_home(page, draft)
    ref = told.actors[0]
    if told.kind == "state" and UNIFORM in draft.actors[0].sectors:
        ref = body_of(page, ref, page.lexicon.bodies[ARMY])[0]
    return Service(None if told.kind == "people" else ref, ref.country)


def _inside(draft: Draft, drafts: Sequence[Draft], i: int) -> Iterator[Draft]:
    """The drafts inside a draft that stand for one side; drafts stand in order, the longer first."""
    for other in drafts[i + 1 :]:
        if other.first >= draft.last:
            return
        if other.last <= draft.last and len(other.actors) == 1 and other.kind not in (None, "person"):
            yield other


def _bare_body(page: Page, draft: Draft) -> Service | None:
    """ "An army officer": the army of the state around."""
    for i in range(draft.first, draft.head + 1):
        spot = page.institutions.starting.get(i)
        if spot is None or spot.value.people or spot.last > draft.head:
            continue
        state = state_around(page, draft.first)
        return Service(body_of(page, state, spot.value)[0], state.country) if state else None
    return None


def _at_home(page: Page, draft: Draft) -> Service | None:
    """ "A regional official": of the state of the dateline, or of the only one that the report names."""
    outside = any(page.lexicon.has("outsiders", page.lower(i)) for i in range(draft.first, draft.head))
    state = page.home or page.only_state
    official = bool(OFFICIAL & set(draft.actors[0].sectors)) and not outside
    return Service(None, state.country) if state and official else None


def _body_before(page: Page, draft: Draft, before: Sequence[Draft]) -> Service | None:
    """ "A ministry official" after "the Velmoran interior ministry": the last body that bears the word."""
    modifiers = {page.lower(i) for i in range(draft.first, draft.head)} - {""}
    asked = {w for w in modifiers if page.lexicon.classes.named((w,))}
    for other in reversed(before if asked else ()):
        if asked & other.words and len(other.actors) == 1 and other.kind not in ("person", "people"):
            return Service(other.actors[0], other.actors[0].country)
    return None


def _housed(draft: Draft, found: Mapping[str, Service]) -> Draft:
    if draft.kind != "person" or not any(a.name in found and a.actor is None for a in draft.actors):
        return draft
    actors = tuple(
        replace(a, country=found[a.name].country) if a.name in found and a.actor is None and a.country is None else a
        for a in draft.actors
    )
    return replace(draft, actors=actors)
