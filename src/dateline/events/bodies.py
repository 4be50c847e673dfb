"""Whole bodies that nouns without a name stand for: "its men", "delegations from A and B", "the dockers"."""

from __future__ import annotations

from functools import cache

from dateline.codebook import vocabulary
from dateline.events.page import Page
from dateline.record import Mention, Participant

FROM = ("of", "from")


def standing_for(page: Page, i: int) -> tuple[Participant, ...]:
    """The bodies that a noun without a name of its own stands for; empty where it stands for none."""
    lemma = page.tokens[i].lemma
    if lemma in _list("men"):
        return _owner(page, i) or _police(page, lemma)
    if lemma in _list("delegates"):
        return _sent_by(page, i)
    named = page.bodies_by_members.get(lemma)
    if named is not None:
        return (named,)
    union = page.only_union if lemma in _list("strikers") else None
    return (union,) if union else _police(page, lemma)


def manned(page: Page, i: int, owners: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The owners of a thing, a state's armed forces for a thing that soldiers man: "a Norlandian border post"."""
    if page.tokens[i].lemma not in _list("military_things"):
        return owners
    return tuple(_force(page, p) for p in owners)


def _force(page: Page, party: Participant) -> Participant:
    state = page.state_by(page.country_of(party.name))
    force = page.military_of(page.country_of(party.name))
    return force if force is not None and state is not None and state.name == party.name else party


def _owner(page: Page, i: int) -> tuple[Participant, ...]:
    """Whose men they are: "its men", "the general's soldiers"; the body of a person who leads one."""
    for child in page.tree.below(i, ("poss",)):
        mention = page.mentions.headed(child)
        if mention is not None and any(ref.actor for ref in mention.actors):
            return tuple(_body(page, p) for p in _participants(mention))
    return ()


def _body(page: Page, party: Participant) -> Participant:
    for role in page.mentions.roles:
        if role.person == party.name and role.organisation is not None:
            return Participant(None, role.organisation.actor, role.organisation.name)
    return party


def _sent_by(page: Page, i: int) -> tuple[Participant, ...]:
    """Who sent them, where they are of several: a delegation of one side is told as such."""
    heads = [j for o in page.tree.prepositional(i, FROM) for j in page.tree.coordinated(o)]
    found = [p for h in heads if (m := page.mentions.headed(h)) is not None for p in _participants(m)]
    return tuple(found) if len(found) > 1 else ()


def _police(page: Page, lemma: str) -> tuple[Participant, ...]:
    """The one police body that the report names, for its officers."""
    return (page.only_police,) if lemma in _list("officers") and page.only_police else ()


def _participants(mention: Mention) -> tuple[Participant, ...]:
    return tuple(Participant(mention.id, ref.actor, ref.name) for ref in mention.actors)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("deeds_civil")["bodies"][name])
