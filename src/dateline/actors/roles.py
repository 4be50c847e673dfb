"""From what is said beside a name to the roles of persons: whom they lead, speak for, serve or belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.actors.bodies import body_of
from dateline.actors.draft import Draft
from dateline.actors.folding import words_of
from dateline.actors.lexicon import Institution
from dateline.actors.memory import speaks
from dateline.actors.mentions import Role, RoleKind
from dateline.actors.page import Page
from dateline.actors.people import Found, Said
from dateline.actors.regions import placed
from dateline.actors.resolve import Settled, state_around
from dateline.record import ActorRef

OF_STATE = frozenset({"state", "government", "military"})
UNIFORM = "MIL"
UNIFORMED = frozenset({"armed-forces", "police"})
SEATED = frozenset({"in", "from"})  # "the president said in Karsen"
BARE = frozenset({"leads", "speaks-for", "member-of"})
SPOKEN = 2  # sentences back to the organisation whose "a spokesman" is


@dataclass(frozen=True, slots=True)
class Told:
    """What is settled when roles are read: actors that are no persons by the first token of their mention, and those of
    them that speak, in order."""

    resolved: Mapping[int, tuple[ActorRef, ...]]
    spoke: tuple[tuple[int, ActorRef], ...] = ()


def told_by(page: Page, drafts: Sequence[Draft]) -> Told:
    """What settled drafts tell."""
    others = [d for d in drafts if d.kind not in ("person", "people")]
    spoke = ((d.first, d.actors[0]) for d in others if len(d.actors) == 1 and speaks(page, d.head))
    return Told({d.first: d.actors for d in drafts if d.kind != "person"}, tuple(spoke))


@dataclass(frozen=True, slots=True)
class Home:
    """Whom a report says a person serves, by any of its words: what a bare rank of his goes by."""

    organisation: ActorRef | None
    country: ActorRef | None


def homes_of(page: Page, people: Sequence[tuple[Found, ActorRef]]) -> dict[str, Home]:
    """By person, the owner that stands beside the first of his titles that has one; an organisation before a state."""
    found: dict[str, Home] = {}
    for person, ref in people:
        for said in person.said:
            owner = said.owner
            if owner is None or (ref.name in found and (found[ref.name].organisation or owner.kind in OF_STATE)):
                continue
            home = page.catalogue.refer(owner.ref.country)
            found[ref.name] = Home(None if owner.kind in OF_STATE else owner.ref, home)
    return found


def roles_of(
    page: Page, found: Found, person: ActorRef, mention: str, told: Told, home: Home | None = None
) -> Iterator[Role]:
    """The roles told of one person at one mention; `home` is what a title without an owner falls back on."""
    for said in found.said:
        tie = said.title.value.tie
        if tie is None:
            continue
        organisation, country = _belongs(page, said, person, told, home)
        words = (page.token(said.first).start, page.token(said.last - 1).end)
        kind = _kind(page, said, tie, organisation)
        role = " ".join(page.text(said.title.first, said.title.last).split())
        yield Role(person.name, mention, role, kind, words, organisation, country)


def _kind(page: Page, said: Said, tie: RoleKind, organisation: ActorRef | None) -> RoleKind:
    """The leader of a state holds office in it; "a senior leader from the party" is one of several."""
    if tie != "leads":
        return tie
    if organisation is None:
        return "holds-office-in"
    around = range(said.first, min(said.last, said.title.last + 1))
    several = any(page.lexicon.has("not_sole", page.lower(i)) for i in around) and page.token(said.first).lower != "the"
    return "member-of" if several else tie


def at_home(settled: Settled, roles: Sequence[Role]) -> Settled:
    """The drafts with the country and sectors that a person's roles tell, the same at every mention."""
    country: dict[str, str] = {}
    sectors: dict[str, tuple[str, ...]] = {}
    for role in roles:
        home = (role.country and role.country.country) or (role.organisation and role.organisation.country)
        if home:
            country.setdefault(role.person, home)
        if role.organisation and role.organisation.sectors:
            sectors.setdefault(role.person, role.organisation.sectors)
    return replace(settled, drafts=tuple(_housed(d, country, sectors) for d in settled.drafts))


def _housed(draft: Draft, country: Mapping[str, str], sectors: Mapping[str, tuple[str, ...]]) -> Draft:
    if draft.kind != "person" or not any(a.name in country or a.name in sectors for a in draft.actors):
        return draft
    actors = tuple(
        replace(a, country=a.country or country.get(a.name), sectors=a.sectors or sectors.get(a.name, ()))
        for a in draft.actors
    )
    return replace(draft, actors=actors)


def _belongs(
    page: Page, said: Said, person: ActorRef, told: Told, known: Home | None
) -> tuple[ActorRef | None, ActorRef | None]:
    """(organisation, country) of a role."""
    resolved = told.resolved
    ref, kind = (said.owner.ref, said.owner.kind) if said.owner else (None, None)
    if ref is None and said.pronoun is not None:
        antecedents = resolved.get(said.pronoun, ())
        ref = antecedents[0] if antecedents else None
        kind = "state" if ref and ref.actor and ref.actor == ref.country else None
    if ref is None and (served := _served(page, said, resolved)):
        ref, kind = served, "state" if served.actor and served.actor == served.country else None
    home = page.catalogue.refer(ref.country if ref else person.country)
    if ref is None and home is None and _named_body(page, said):
        home = state_around(page, said.first)
    elif ref is None and home is None and known and said.title.value.institution:
        if known.organisation:
            return known.organisation, known.country
        home = known.country
    elif ref is None and home is None and said.title.value.institution:
        home = ruled_by(page, person) or _home_of(page, said)
    if ref is None and home is None and said.body is None and said.pronoun is None and said.title.value.tie in BARE:
        ref = _speaking_before(page, said, told)
        home = page.catalogue.refer(ref.country) if ref else None
    body = _body(page, said, ref if kind == "state" else home)
    if said.body is not None and said.body in resolved and ref is None and resolved[said.body]:
        body = resolved[said.body][0]
    if kind in ("state", "people"):
        return body, (ref if kind == "state" else home)
    return (ref or body), home


def _speaking_before(page: Page, said: Said, told: Told) -> ActorRef | None:
    """Whose "a commander" or "a spokesman" is, of whom no more is said: of the body or group that spoke last before, in
    this sentence or the two before it."""
    bare = said.last == said.title.last and page.lexicon.has("indefinite", page.token(said.first).lower)
    k = bisect_left(told.spoke, said.first, key=lambda s: s[0])
    if not bare or not k or page.sentence(said.first).index - page.sentence(told.spoke[k - 1][0]).index > SPOKEN:
        return None
    return told.spoke[k - 1][1]


def _served(page: Page, said: Said, resolved: Mapping[int, tuple[ActorRef, ...]]) -> ActorRef | None:
    """Whom a described owner after a title means: "spokesman for the ministry", "who heads the rebels' office"."""
    start = said.title.last
    if start >= said.last or (
        not page.lexicon.has("serving", page.token(start).lower) and said.title.value.tie != "leads"
    ):
        return None
    return next((resolved[i][0] for i in range(start, said.last) if resolved.get(i)), None)


def _home_of(page: Page, said: Said) -> ActorRef | None:
    """The state of an office that no word gives to one: that of the province in it, the dateline's, the only one that
    the report names. "Governor of Tell" holds office in that one only if Tell is known to lie there."""
    unknown, state = placed(page, said.title.last, said.last)
    if state:
        return state
    seats = set(_seats(page, said))
    if len(seats) == 1:
        return next(iter(seats))
    uniformed = UNIFORM in said.title.value.sectors  # a rank of the other side is as likely
    home = None if uniformed else page.home
    return home or (None if unknown else page.only_state)


def _seats(page: Page, said: Said) -> Iterator[ActorRef]:
    """The states of the capitals in which it is said, in the sentence of a role."""
    here = page.sentence(said.first)
    k = bisect_left(page.states, here.first, key=lambda s: s[0])
    for i, ref in page.states[k : k + here.last - here.first]:
        metonym = i < here.last and page.names.starting[i].value.how == "metonym"
        if metonym and page.token(page.token(i).head).lower in SEATED:
            yield ref


def ruled_by(page: Page, person: ActorRef) -> ActorRef | None:
    """The state that has a ruler of this name, where the report names that state."""
    words = words_of(person.name)
    for state in (*page.catalogue.ruled.get(words, ()), *page.catalogue.ruled.get(words[-1:], ())):
        ref = page.catalogue.refer(state)
        if ref and ref.country in page.countries:
            return ref
    return None


def _named_body(page: Page, said: Said) -> Institution | None:
    """The body in the words of a title: the army of "army spokesman"."""
    words = said.title.value.words
    found = (page.lexicon.institutions.named(words[:end]) for end in range(len(words) - 1, 0, -1))
    return next((b for bodies in found for b in bodies), None)


def _body(page: Page, said: Said, state: ActorRef | None) -> ActorRef | None:
    """The body that the words before or in a title name: "army spokesman" serves the army of the state."""
    if state is None:
        return None
    place = page.institutions.starting.get(said.body) if said.body is not None else None
    if place is not None:
        return body_of(page, state, place.value)[0]
    named = _named_body(page, said)
    if named:
        return body_of(page, state, named)[0]
    served = page.lexicon.bodies.get(said.title.value.institution or "")
    if served and served.key in UNIFORMED:
        return body_of(page, state, served)[0]
    return None
