"""Which actor named before a definite description takes up: by its words, its title, its kind, and where it stood."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.draft import Draft
from dateline.actors.kinds import kinds
from dateline.actors.memory import Memory, Seen, governor
from dateline.actors.page import Page
from dateline.record import ActorRef

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SURE, LIKELY = 0.8, 0.65
PERSONAL = frozenset({"person", "people"})
Choice = tuple[Seen, float]


def resolve_description(page: Page, draft: Draft, memory: Memory) -> Choice | None:
    """The antecedent that a definite description fits, and the confidence in it.

    Of those of the last sentence that names any: the one its words fit best, then who spoke last, then a subject. None
    where nothing fits, and where two fit equally.
    """
    fitting = list(_last_fitting(page, draft, memory))
    if not fitting:
        return None
    ranks = [_rank(seen, how, memory) for seen, how in fitting]
    best = [f for f, rank in zip(fitting, ranks, strict=True) if rank == max(ranks)]
    equal = len({seen.names for seen, _ in best}) > 1 and best[0][1] == LIKELY and not draft.plural
    return None if equal and not best[0][0].subject else best[0]


def _rank(seen: Seen, how: float, memory: Memory) -> tuple[float, bool, bool]:
    speaker = memory.speaker
    return how, speaker is not None and speaker.names == seen.names and speaker.sentence == seen.sentence, seen.subject


def _last_fitting(page: Page, draft: Draft, memory: Memory) -> Iterator[Choice]:
    """What fits in the last sentence where anything does, last first."""
    sentence: int | None = None
    verb = _own_verb(page, draft)
    here = page.sentence(draft.head).index
    for seen in memory.latest():
        if sentence is not None and seen.sentence != sentence:
            return
        if verb is not None and seen.sentence == here and governor(page, seen.head) == verb:
            continue
        how = _may_mean(page, draft, seen, memory)
        if how:
            sentence = seen.sentence
            yield seen, how


def _own_verb(page: Page, draft: Draft) -> int | None:
    """The verb of which a description is an argument: its others are not meant ("Norland warned the country")."""
    token = page.token(draft.head)
    return governor(page, token.index) if token.dep in ("nsubj", "nsubjpass", "dobj", "dative") else None


def _may_mean(page: Page, draft: Draft, seen: Seen, memory: Memory) -> float:
    """How well a description fits an antecedent, 0.0 for not at all: number, kind, belonging and gender."""
    if not seen.actors or seen.token >= draft.first:
        return 0.0
    if len(seen.actors) > 1 and not (draft.plural and seen.all_in(kinds().all - PERSONAL)):
        return 0.0
    if draft.how == "classes" and len(seen.actors) < 2:
        return 0.0
    if seen.plural != draft.plural and "person" in (seen.kind, draft.kind):
        return 0.0
    how = _fits(page, draft, seen, memory)
    return how if how and _belongs(page, draft, seen, memory) and _gender_fits(draft, seen, memory) else 0.0


def _fits(page: Page, draft: Draft, seen: Seen, memory: Memory) -> float:
    """Whether what is known of an antecedent bears the noun: its words or title best, its kind next; 0.0 for not."""
    noun = page.lower(draft.head)
    if (draft.kind == "person") != (seen.kind == "person"):
        return 0.0
    if any(not _polity(page, draft, actor) for actor in seen.actors):
        return 0.0
    described = seen.words if seen.all_kinds else memory.described(seen)
    bears = noun in described or bool(page.lexicon.taken_up.get(noun, frozenset()) & described)
    if (bears and not seen.all_kinds) or {w for w in draft.words if w.startswith("=")} & described:
        return SURE
    if draft.kind == "person":
        return LIKELY if seen.named and page.lexicon.generic_titles.get(noun, frozenset()) & described else 0.0
    if seen.kind == "people" and not any(a.actor for a in seen.actors):
        return 0.0  # a crowd is no group
    return LIKELY if seen.all_in(draft.kinds) else 0.0


def _polity(page: Page, draft: Draft, actor: ActorRef) -> bool:
    """Whether a state may be called so: "the Gulf kingdom" fits but a few. Of a user's own states nothing is known."""
    entry = page.catalogue.get(actor.actor)
    if entry is None or entry.kind != "state" or not (entry.cow or entry.gw):
        return True
    words = tuple(page.lower(i) for i in range(draft.first, draft.last))
    return all(actor.country in states for _, states in _polities(page, words))


def _polities(page: Page, words: tuple[str, ...]) -> Iterator[tuple[int, frozenset[str]]]:
    i = 0
    while i < len(words):
        length, values = page.lexicon.polities.longest(words, i)
        if length:
            yield i, values[0]
        i += length or 1


def _belongs(page: Page, draft: Draft, seen: Seen, memory: Memory) -> bool:
    """Whether the state or people in a description ("the Kurdish official") is that of the antecedent."""
    asked = {a.name for a in draft.about}
    if not asked or asked & _belongings(page, seen, memory) or _modified(page, draft, seen, memory):
        return True
    return _shares_people(page, draft, seen)


def _modified(page: Page, draft: Draft, seen: Seen, memory: Memory) -> bool:
    """Whether a modifier of the description ("Kurdish") stands in a name or role of the antecedent."""
    return bool((draft.words - DEFINITE - {page.lower(draft.head)}) & memory.described(seen))


def _gender_fits(draft: Draft, seen: Seen, memory: Memory) -> bool:
    gender = memory.gender(seen)
    return draft.gender in (None, "n") or gender in (None, "n", draft.gender)


def _belongings(page: Page, seen: Seen, memory: Memory) -> set[str]:
    """The names of the states and peoples an antecedent belongs to, and their demonyms' actors by its words."""
    found = {a.name for a in (*seen.actors, *memory.about(seen))}
    for actor in seen.actors:
        wider = (page.catalogue.by_id.get(i) for i in (actor.country, *page.catalogue.members(actor.actor or "")) if i)
        found.update(e.name for e in wider if e)
    return found


def _shares_people(page: Page, draft: Draft, seen: Seen) -> bool:
    """Whether a description by a people ("the Tuareg rebels") may be of a group of that people's country."""
    entries = [e for a in draft.about if (e := page.catalogue.get(a.actor)) and e.kind == "people"]
    return any(e.country in (None, a.country) for e in entries for a in seen.actors)
