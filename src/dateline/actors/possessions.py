"""What belongs to somebody named by a pronoun: "its aircraft", "her government", "their fighters"."""

from __future__ import annotations

from dataclasses import replace

from dateline.actors.bodies import body_of
from dateline.actors.crowds import settled_crowd
from dateline.actors.draft import Draft
from dateline.actors.kinds import kinds
from dateline.actors.memory import Memory, Seen
from dateline.actors.page import Page
from dateline.actors.pronouns import resolve_pronoun
from dateline.record import ActorRef

ARMED = frozenset({"military", "rebel", "militia"})
OF_STATE = frozenset({"state", "government", "military", "person"})


def settle_possessed(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """The force, body or people of the pronoun's antecedent; an unnamed one keeps its description."""
    first = page.token(draft.first)
    pronoun = page.lexicon.pronouns[first.lower]
    asked = Draft(draft.first, draft.first + 1, draft.first, "pronoun", "pronoun", 0.0, pronoun=pronoun)
    found = resolve_pronoun(page, asked, memory)
    if found is None or len(found[0].actors) != 1:
        return (draft, "") if draft.actors else (None, "belongs to somebody that is not known")
    seen, confidence = memory.owners[draft.first] = found
    whole = _whole(page, draft, seen, memory)
    if whole:
        return replace(draft, actors=(whole[0],), kind=whole[1], confidence=round(confidence * 0.9, 2)), ""
    if not draft.actors:
        return None, "belongs to somebody of whom it is not known"
    owner = seen.actors[0]
    rest = " ".join(page.text(draft.first + 1, draft.last).lower().split())
    unnamed = replace(draft.actors[0], name=f"{rest} of {owner.name.lower()}", country=owner.country)
    return replace(draft, actors=(unnamed,), about=(owner,)), ""


def settle_own(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """ "Her country", "his party": what the pronoun's antecedent is said to belong to, where its kind fits."""
    first = page.token(draft.first)
    asked = Draft(draft.first, draft.first + 1, draft.first, "pronoun", "pronoun", 0.0, pronoun=draft.pronoun)
    found = resolve_pronoun(page, asked, memory) if first.lower in page.lexicon.pronouns else None
    if found is None:
        return None, "belongs to somebody that is not known"
    homes = (page.catalogue.refer(a.country) for a in found[0].actors)
    for ref in (*memory.about(found[0]), *(h for h in homes if h)):
        entry = page.catalogue.get(ref.actor)
        if (entry.kind if entry else None) in draft.kinds:
            return replace(draft, actors=(ref,), kind=entry.kind if entry else None, confidence=0.6), ""
    return None, "belongs to somebody of whom it is not known"


def _whole(page: Page, draft: Draft, seen: Seen, memory: Memory) -> tuple[ActorRef, str] | None:
    owner, kind = seen.actors[0], seen.kind or ""
    if kind == "person":
        owner = next(iter(memory.about(seen)), owner)
        entry = page.catalogue.get(owner.actor)
        kind = entry.kind if entry else "person" if owner is seen.actors[0] else "ngo"
    state = page.catalogue.refer(owner.country) if kind in OF_STATE else None
    if draft.body:
        if state:
            return body_of(page, state, draft.body)
        return (owner, kind) if kind in kinds().sides and draft.body.kind == "military" else None
    if draft.noun is None:
        return None
    if kind in ARMED and page.lexicon.has("own_people", page.lower(draft.head)):
        return owner, kind
    if state:
        return settled_crowd(page, state, "state", draft.noun)
    return settled_crowd(page, owner, kind, draft.noun) if kind != "person" else None
