"""From what is said beside a name to the roles of persons: whom they lead, speak for, serve or belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.actors.bodies import body_of
from dateline.actors.mentions import Role, RoleKind
from dateline.actors.page import Page
from dateline.actors.people import Found, Said
from dateline.record import ActorRef

UNIFORMED = frozenset({"armed-forces", "police"})
Resolved = Mapping[int, tuple[ActorRef, ...]]


def roles_of(page: Page, found: Found, person: ActorRef, mention: str, resolved: Resolved) -> Iterator[Role]:
    """The roles told of one person at one mention. `resolved`: actors by the first token of their mention."""
    for said in found.said:
        tie = said.title.value.tie
        if tie is None:
            continue
        organisation, country = _belongs(page, said, person, resolved)
        words = (page.token(said.first).start, page.token(said.last - 1).end)
        kind: RoleKind = "holds-office-in" if tie == "leads" and organisation is None else tie
        role = " ".join(page.text(said.title.first, said.title.last).split())
        yield Role(person.name, mention, role, kind, words, organisation, country)


def _belongs(page: Page, said: Said, person: ActorRef, resolved: Resolved) -> tuple[ActorRef | None, ActorRef | None]:
    """(organisation, country) of a role."""
    ref, kind = (said.owner.ref, said.owner.kind) if said.owner else (None, None)
    if ref is None and said.pronoun is not None:
        antecedents = resolved.get(said.pronoun, ())
        ref = antecedents[0] if antecedents else None
        kind = "state" if ref and ref.actor and ref.actor == ref.country else None
    home = page.catalogue.refer(ref.country if ref else person.country)
    body = _body(page, said, ref if kind == "state" else home)
    if said.body is not None and said.body in resolved and ref is None and resolved[said.body]:
        body = resolved[said.body][0]
    if kind in ("state", "people"):
        return body, (ref if kind == "state" else home)
    return (ref or body), home


def _body(page: Page, said: Said, state: ActorRef | None) -> ActorRef | None:
    """The body that the words before or in a title name: "army spokesman" serves the army of the state."""
    if state is None:
        return None
    place = page.institutions.starting.get(said.body) if said.body is not None else None
    if place is not None:
        return body_of(page, state, place.value)[0]
    words = said.title.value.words
    for end in range(len(words) - 1, 0, -1):
        for body in page.lexicon.institutions.named(words[:end]):
            return body_of(page, state, body)[0]
    served = page.lexicon.bodies.get(said.title.value.institution or "")
    if served and served.key in UNIFORMED:
        return body_of(page, state, served)[0]
    return None
