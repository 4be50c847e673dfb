"""For whom somebody speaks: the side that "we" means in a speaker's mouth."""

from __future__ import annotations

from dateline.actors.folding import words_of
from dateline.actors.mentions import Mentions
from dateline.actors.page import Page
from dateline.record import ActorRef, Mention, Speaker, Statement

CIVILIAN = "CVL"
APART = frozenset({"COP", "JUD", "LEG"})  # police, courts and parliament speak for themselves
SURE, LIKELY, GUESS = 0.85, 0.7, 0.5


def side_of(page: Page, mentions: Mentions, statement: Statement) -> tuple[ActorRef, float] | None:
    """The side of a statement's speaker: the people or organisation of his role, the state that he or it serves; for a
    private person the civilians of the country, where that is known."""
    speaker = next(iter(statement.speakers), None)
    if speaker is None:
        return None
    actor = speaking(mentions, speaker)
    kind = mentions.kind_of(actor)
    if kind == "people" and actor.actor is None and CIVILIAN in actor.sectors:
        return _civilians(page, actor) or (actor, SURE)
    if kind != "person":
        return _of_body(page, actor, kind)
    served = statement.affiliation or mentions.affiliation_of(actor)
    people = _people_of(mentions, actor) or (_people_in_name(page, mentions, served) if served else None)
    if people:
        return people, LIKELY
    if served:
        return _of_body(page, served, mentions.kind_of(served) or _kind(page, served))
    return None if _holds_office(mentions, actor) else _civilians(page, actor)


def _holds_office(mentions: Mentions, actor: ActorRef) -> bool:
    """Whether somebody is told to lead, serve or speak for what is not known: he is no private person."""
    return any(role.person == actor.name for role in mentions.roles)


def _civilians(page: Page, actor: ActorRef) -> tuple[ActorRef, float] | None:
    """The civilians of a private person's country, or of the only one that the report names."""
    private = CIVILIAN in actor.sectors
    home = page.catalogue.refer(actor.country) or (page.only_state if private else None)
    return (ActorRef(None, f"civilians of {home.name}", home.country, (CIVILIAN,)), GUESS) if home else None


def speaking(mentions: Mentions, speaker: Speaker) -> ActorRef:
    """The actor of a speaker row."""
    row = mentions.by_id(speaker.mention) if speaker.mention else None
    told = _named(row, speaker.name)
    return told or ActorRef(speaker.actor, speaker.name)


def _named(row: Mention | None, name: str) -> ActorRef | None:
    return next((a for a in row.actors if a.name == name), None) if row else None


def _of_body(page: Page, actor: ActorRef, kind: str | None) -> tuple[ActorRef, float] | None:
    """A ministry says "we" for its state, an army or any other organisation for itself; a crowd for itself."""
    home = page.catalogue.refer(actor.country)
    if kind == "government" and home and actor.country not in page.regimes and not APART & set(actor.sectors):
        return home, LIKELY
    return actor, SURE if kind else GUESS


def _kind(page: Page, actor: ActorRef) -> str | None:
    entry = page.catalogue.get(actor.actor)
    return entry.kind if entry else None


def _people_in_name(page: Page, mentions: Mentions, party: ActorRef) -> ActorRef | None:
    """The people that a party names itself after, where the report speaks of them: Kurds for a Kurdish party."""
    if (mentions.kind_of(party) or _kind(page, party)) != "party":
        return None
    for word in words_of(party.name):
        for name in page.catalogue.index.named((word,)):
            entry = page.catalogue.by_id[name.entry]
            if entry.kind == "people" and entry.name in mentions.kinds:
                return entry.ref
    return None


def _people_of(mentions: Mentions, person: ActorRef) -> ActorRef | None:
    """The people named in the words of a party leader's role: "Kurdish leader of the Left Party" speaks for Kurds."""
    for role in mentions.roles:
        if role.person != person.name or (role.organisation and mentions.kind_of(role.organisation) == "government"):
            continue
        for row in mentions.within(*role.words):
            if row.actors and mentions.kind_of(row.actors[0]) == "people" and row.actors[0].actor:
                return row.actors[0]
    return None
