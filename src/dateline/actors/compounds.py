"""Two actors at once: "Velmora and Tirvania", "both sides", "the two countries", "each"."""

from __future__ import annotations

from dataclasses import replace

from dateline.actors.bodies import ARMY, body_of
from dateline.actors.draft import Draft
from dateline.actors.memory import Memory, Seen, role_of
from dateline.actors.page import Page
from dateline.record import ActorRef

ORDINALS, LATTER = frozenset({"former", "latter"}), "latter"
ARMED = "military"
WINDOW = 4  # sentences in which two parties are looked for
PAIR, SINGLE = 0.75, 0.6


def settle_compound(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """The two parties last named together, else (for a phrase of its own) the two last named, of a kind it takes."""
    here = page.sentence(draft.first).index
    two: list[Seen] = []
    for seen in memory.latest():
        if here - seen.sentence > WINDOW:
            break
        if not seen.actors or not seen.all_in(draft.kinds) or seen.token >= draft.first:
            continue
        counted = bool(draft.words & seen.words & page.lexicon.sets["counted"])  # "two gunmen", then "the two"
        if len(seen.actors) == 2 or counted:
            return replace(draft, actors=_meant(draft, seen), kind=seen.kind, confidence=PAIR), ""
        if all(seen.names != t.names for t in two):
            two.append(seen)
    if draft.words & ORDINALS or len(two) < 2 or draft.length == 1:
        return _without_pair(page, draft, memory)
    actors = (*two[1].actors[:1], *two[0].actors[:1])
    return replace(draft, actors=actors, kind=two[0].kind, confidence=SINGLE), ""


def _meant(draft: Draft, pair: Seen) -> tuple[ActorRef, ...]:
    """Both of a pair; "the former" means the first and "the latter" the second."""
    if not draft.words & ORDINALS:
        return pair.actors
    return pair.actors[1:] if LATTER in draft.words else pair.actors[:1]


def _without_pair(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """What can be said where no two were named: the armies of two states, the two states of the report."""
    if draft.kinds == {ARMED}:
        return _two_armies(page, draft, memory)
    if "state" in draft.kinds and draft.length > 1 and not draft.words & ORDINALS:
        return _two_states(page, draft)
    return None, "two parties are meant, and not two that fit were named before"


def _two_armies(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """ "The two armies": those of the two states last named together."""
    states, reason = settle_compound(page, replace(draft, kinds=frozenset({"state"})), memory)
    if states is None:
        return None, reason
    armies = tuple(body_of(page, state, page.lexicon.bodies[ARMY])[0] for state in states.actors)
    return replace(states, actors=armies, kind=ARMED), ""


def _two_states(page: Page, draft: Draft) -> tuple[Draft | None, str]:
    """The two states that a report is about, where it names two far more often than any other."""
    (one, _), (other, second), (_, third) = (*page.countries.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
    refs = [r for r in (page.catalogue.refer(one), page.catalogue.refer(other)) if r]
    if len(refs) < 2 or third * 2 > second:
        return None, "two parties are meant, and not two that fit were named before"
    return replace(draft, actors=tuple(refs), kind="state", confidence=0.5), ""


def coordinated(page: Page, seen: Seen, memory: Memory) -> Seen | None:
    """ "Velmora and Tirvania" as one antecedent, besides each of them."""
    token = page.token(seen.head)
    if token.dep != "conj" or not seen.actors:
        return None
    for other in memory.latest():
        if other.sentence != seen.sentence:
            return None
        if other.head == token.head and other.actors and other.actors != seen.actors:
            return _together(page, _row_of(other, memory), seen)
    return None


def _row_of(last: Seen, memory: Memory) -> Seen:
    """The longest row that ends with an antecedent: "Velmora, Tirvania" for Tirvania; itself where it stands alone."""
    rows = [s for s in memory.latest() if s.token == last.token and s.sentence == last.sentence]
    return max(rows, key=lambda s: len(s.actors), default=last)


def _together(page: Page, row: Seen, seen: Seen) -> Seen:
    subject = role_of(page, row.head) in ("nsubj", "nsubjpass")
    both = frozenset({*(row.all_kinds or {row.kind}), seen.kind})
    actors = (*row.actors, *seen.actors)
    return replace(row, actors=actors, token=seen.token, plural=True, subject=subject, kind=seen.kind, all_kinds=both)
