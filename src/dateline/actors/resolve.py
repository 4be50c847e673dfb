"""One pass over the drafts in the order of the text: every reference is settled by what came before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.actors.bodies import Bodies, body_of
from dateline.actors.descriptions import resolve_description
from dateline.actors.draft import Draft
from dateline.actors.memory import Memory, Seen, role_of, seen_of, speaks
from dateline.actors.page import Page
from dateline.actors.pronouns import resolve_pronoun
from dateline.record import ActorRef, Unresolved

WINDOW = 4  # sentences in which the two parties of "both sides" are looked for


@dataclass(frozen=True)
class Settled:
    """Drafts with their actors, and what stayed open."""

    drafts: tuple[Draft, ...]
    unresolved: tuple[Unresolved, ...]


def resolve(page: Page, drafts: Sequence[Draft], bodies: Bodies) -> Settled:
    """Settle drafts that stand in order of the text, the longer first."""
    memory = Memory()
    settled: list[Draft] = []
    open_: list[Unresolved] = []
    things = _things(page, drafts)
    for draft in drafts:
        while things and things[-1].token < draft.first:
            memory.add(things.pop(), False)
        done, reason = _settle(page, draft, memory, bodies)
        if done is None:
            if reason:
                open_.append(_unresolved(page, draft, reason))
            continue
        settled.append(done)
        _remember(page, done, memory)
    return Settled(tuple(settled), tuple(open_))


def _remember(page: Page, draft: Draft, memory: Memory) -> None:
    token = page.token(draft.head)
    quoted = page.analysis.quotation_at(token.start) is not None
    if draft.form == "adjective" or (draft.form == "pronoun" and draft.pronoun is None):
        return
    seen = seen_of(page, draft, quoted)
    pair = _coordinated(page, seen, memory)
    memory.add(seen, speaks(page, draft.head) and not quoted)
    if pair:
        memory.add(pair, False)


def _settle(page: Page, draft: Draft, memory: Memory, bodies: Bodies) -> tuple[Draft | None, str]:
    """The draft with its actors; or None and the reason, which is empty where nobody is meant."""
    if draft.form == "pronoun":
        return _settle_pronoun(page, draft, memory)
    if draft.form == "compound":
        return _settle_compound(page, draft, memory)
    if draft.how == "institution":
        return _settle_institution(page, draft, memory, bodies)
    if draft.form == "description" and draft.definite:
        found = resolve_description(page, draft, memory)
        if found:
            seen, confidence = found
            merged = replace(draft, actors=seen.actors, kind=seen.kind, how="description", confidence=confidence)
            return merged, ""
        if not draft.actors:
            return None, "a description that fits nobody named before"
    return draft, ""


def _settle_pronoun(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    found = resolve_pronoun(page, draft, memory)
    if found is None:
        return None, "a pronoun without a fitting actor before it"
    seen, confidence = found
    if draft.pronoun and draft.pronoun.gender in ("m", "f") and len(seen.actors) == 1:
        memory.genders.setdefault(seen.names[0], draft.pronoun.gender)
    plural = seen.plural if draft.pronoun and draft.pronoun.gender != "a" else True
    return replace(draft, actors=seen.actors, kind=seen.kind, confidence=confidence, plural=plural), ""


def _settle_compound(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """The two parties last named, of a kind that the phrase takes."""
    here = page.sentence(draft.first).index
    for seen in memory.latest():
        if here - seen.sentence <= WINDOW and len(seen.actors) == 2 and seen.kind in draft.kinds:
            return replace(draft, actors=seen.actors, kind=seen.kind, plural=True, confidence=0.75), ""
    two: list[Seen] = []
    for seen in memory.latest():
        fits = len(seen.actors) == 1 and seen.kind in draft.kinds and here - seen.sentence <= WINDOW
        if fits and all(seen.names != t.names for t in two):
            two.append(seen)
    if len(two) < 2 or draft.confidence == 0.0:
        return None, "two parties are meant, and not two that fit were named before"
    actors = (two[1].actors[0], two[0].actors[0])
    return replace(draft, actors=actors, kind=two[0].kind, plural=True, confidence=0.6), ""


def _settle_institution(page: Page, draft: Draft, memory: Memory, bodies: Bodies) -> tuple[Draft | None, str]:
    """Whose ministry or army it is: one of that kind named before, else that of the state in whose words it stands."""
    found = resolve_description(page, replace(draft, kinds=frozenset()), memory)
    if found:
        return replace(draft, actors=found[0].actors, kind=found[0].kind, confidence=0.75), ""
    spot = page.institutions.covering[draft.head]
    state = state_around(page, draft.first)
    if state is None:
        return None, "a body of a state that is not named"
    ref, kind = body_of(page, state, spot.value, bodies)
    return replace(draft, actors=(ref,), kind=kind, confidence=0.6), ""


def state_around(page: Page, i: int) -> ActorRef | None:
    """The state in whose context a token stands: named earlier in its sentence (also as a place), else last before it,
    else that of the dateline, else the first that the report names."""
    best = None
    for spot in page.names.rows:
        home = page.catalogue.by_id[spot.value.entry].ref.country
        state = page.catalogue.get(home)
        if state is None or state.kind != "state":
            continue
        if spot.first > i:
            best = best or state
            break
        best = state
    return best.ref if best else None


def _coordinated(page: Page, seen: Seen, memory: Memory) -> Seen | None:
    """ "Velmora and Tirvania" as one antecedent, besides each of them."""
    token = page.token(seen.head)
    if token.dep != "conj" or not seen.actors:
        return None
    for other in memory.latest():
        if other.sentence != seen.sentence:
            return None
        if other.head == token.head and other.actors and other.actors != seen.actors:
            actors = (*other.actors, *seen.actors)
            subject = role_of(page, other.head) in ("nsubj", "nsubjpass")
            return replace(other, actors=actors, token=seen.token, plural=True, subject=subject, kind=seen.kind)
    return None


def _things(page: Page, drafts: Sequence[Draft]) -> list[Seen]:
    """Nouns that are no actors but may be meant by "it" and "they", last first."""
    covered = {i for d in drafts for i in range(d.first, d.last)}
    found = []
    for token in page.analysis.tokens:
        if token.pos == "NOUN" and token.index not in covered and token.dep in ("nsubj", "nsubjpass", "dobj"):
            draft = Draft(token.index, token.index + 1, token.index, "name", "thing", 0.0, plural=token.tag == "NNS")
            found.append(seen_of(page, draft, page.analysis.quotation_at(token.start) is not None))
    return found[::-1]


def _unresolved(page: Page, draft: Draft, reason: str) -> Unresolved:
    a, b = page.token(draft.first).start, page.token(draft.last - 1).end
    return Unresolved(a, b, page.analysis.text[a:b], reason)
