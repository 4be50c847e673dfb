"""One pass over the drafts in the order of the text: every reference is settled by what came before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.actors.antecedents import resolve_description
from dateline.actors.bodies import REGIME, body_of
from dateline.actors.compounds import coordinated, settle_compound
from dateline.actors.descriptions import (
    Later,
    apposition_of,
    apposition_words,
    kind_fits_person,
    later_group,
    later_person,
)
from dateline.actors.draft import Draft
from dateline.actors.memory import Memory, Seen, role_of, seen_of, speaks
from dateline.actors.page import Page
from dateline.actors.possessions import settle_own, settle_possessed
from dateline.actors.pronoun_rules import settle_pronoun, settle_relative
from dateline.record import ActorRef, Unresolved

PERSONAL = frozenset({"person", "people"})
GROUPS = frozenset({"rebel", "militia", "party", "coalition"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RECENT = 12  # names of states that are looked at for a bare "the army"


@dataclass(frozen=True)
class Settled:
    """Drafts with their actors, and what stayed open."""

    drafts: tuple[Draft, ...]
    unresolved: tuple[Unresolved, ...]


def resolve(page: Page, drafts: Sequence[Draft]) -> Settled:
    """Settle drafts that stand in order of the text, the longer first."""
    memory = Memory()
    settled: list[Draft] = []
    open_: list[Unresolved] = []
    things = _things(page, drafts)
    later = [d for d in drafts if d.form == "name"]
    for draft in drafts:
        while things and things[-1].token < draft.first:
            memory.add(things.pop(), False)
        done, reason = _settle(page, draft, memory, later)
        if done is None:
            if reason:
                open_.append(unresolved(page, draft, reason))
            continue
        settled.append(done)
        _remember(page, done, memory)
    return Settled(tuple(settled), tuple(open_))


def _remember(page: Page, draft: Draft, memory: Memory) -> None:
    if draft.form == "adjective" or draft.how == "relative":
        return
    quoted = page.analysis.quotation_at(page.token(draft.head).start) is not None
    told = replace(draft, words=draft.words | apposition_words(page, draft))
    seen = seen_of(page, told, quoted)
    pair = coordinated(page, seen, memory)
    memory.add(seen, speaks(page, draft.head) and not quoted)
    if pair:
        memory.add(pair, pair.subject and speaks(page, pair.head) and not quoted)


def _settle(page: Page, draft: Draft, memory: Memory, later: Later) -> tuple[Draft | None, str]:
    """The draft with its actors; or None and the reason, which is empty where nobody is meant."""
    if draft.how == "relative":
        return settle_relative(page, draft, memory)
    if draft.form == "pronoun":
        return settle_pronoun(page, draft, memory)
    if draft.form == "compound":
        return settle_compound(page, draft, memory)
    if draft.how == "possessed":
        return settle_possessed(page, draft, memory)
    if draft.form == "description":
        return _settle_description(page, draft, memory, later)
    return draft, ""


def _settle_description(page: Page, draft: Draft, memory: Memory, later: Later) -> tuple[Draft | None, str]:
    named = _named_beside(page, draft, later) or apposition_of(page, draft, memory)
    if named:
        return replace(draft, actors=named.actors, kind=named.kind, confidence=0.8), ""
    if not draft.definite:
        return draft, ""
    if draft.how == "class" and draft.pronoun is not None:
        return settle_own(page, draft, memory)
    of_state = draft.how == "institution" and draft.kind != "agency"  # "the newspaper" takes up any
    asked = replace(draft, kinds=frozenset()) if of_state else draft
    found = resolve_description(page, asked, memory)
    if draft.how == "institution" and (found is None or found[0].kind in GROUPS):
        settled = _settle_institution(page, draft, memory)
        if settled[0] or found is None:
            return settled  # "the army" after the Highland Liberation Army is the state's
    if found is None and kind_fits_person(draft):
        found = later_person(page, draft, [d for d in later if d.kind == "person"])
    if found is None and draft.kind not in PERSONAL and draft.how in ("description", "class"):
        found = later_group(page, draft, [d for d in later if d.kind in GROUPS])
    if found:
        seen, confidence = found
        return replace(draft, actors=seen.actors, kind=seen.kind, how="description", confidence=confidence), ""
    return (draft, "") if draft.actors else (None, "a description that fits nobody named before, or several equally")


def _named_beside(page: Page, draft: Draft, later: Later) -> Draft | None:
    """The name right after a noun of its kind: "the rebel group HLF", "the news agency Union Wire"."""
    if draft.how not in ("class", "institution", "description") or page.sentence(draft.head).last <= draft.last:
        return None
    k = bisect_left(later, draft.last, key=lambda d: d.first)
    named = next((d for d in later[k : k + 1] if d.first == draft.last), None)
    if named is None or named.plural != draft.plural or len(named.actors) != 1:
        return None
    return named if named.kind in draft.kinds and named.kind not in PERSONAL else None


def _settle_institution(page: Page, draft: Draft, memory: Memory) -> tuple[Draft | None, str]:
    """The ministry or army of the state in whose words it stands, where none of that kind was named before."""
    state = _other_than_speaker(page, draft, memory) or state_around(page, draft.first)
    if state is None or draft.body is None:
        return None, "a body of a state that is not named"
    ref, kind = body_of(page, state, draft.body)
    return replace(draft, actors=(ref,), kind=kind, confidence=0.6), ""


def _other_than_speaker(page: Page, draft: Draft, memory: Memory) -> ActorRef | None:
    """ "Velmora said the regime …": a regime is another state's than the one that speaks of it, the last named."""
    speaker = memory.speaker
    if draft.body is None or draft.body.words[-1] not in REGIME or speaker is None:
        return None
    own = {a.country for a in speaker.actors}
    if speaker.sentence != page.sentence(draft.first).index or not own - {None}:
        return None
    k = bisect_left(page.states, draft.first, key=lambda s: s[0])
    return next((s for _, s in reversed(page.states[max(0, k - RECENT) : k]) if s.country not in own), None)


def state_around(page: Page, i: int) -> ActorRef | None:
    """The state in whose context a token stands: one right before ", where"; that of a capital named before it in its
    sentence ("In Karsen, the army …"), else that of the dateline, else the subject of this or the last sentence that
    names a state, else the last named before it, else the first that the report names."""
    k = bisect_left(page.states, i, key=lambda s: s[0]) if page.states else 0
    if k and _where(page, page.states[k - 1][0], i):
        return page.states[k - 1][1]
    while k > 1 and page.lexicon.has("destinations", page.token(page.token(page.states[k - 1][0]).head).lower):
        k -= 1  # "people fled to Norland": the army after that need not be Norland's
    before = page.states[k - 1] if k else None
    if before and before[0] >= page.sentence(i).first and page.names.starting[before[0]].value.how == "metonym":
        return before[1]
    if page.home or before is None:
        return page.home or (page.states[0][1] if page.states else None)
    return _topic(page, page.states[max(0, k - RECENT) : k]) or before[1]


def _where(page: Page, state: int, i: int) -> bool:
    """ "They crossed into Norland, where the army …"."""
    last = page.names.starting[state].last
    tokens = page.analysis.tokens
    comma = last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].lower == "where"
    return comma and i > last and i < page.sentence(state).last


def _topic(page: Page, named: Sequence[tuple[int, ActorRef]]) -> ActorRef | None:
    """The subject state of the last sentence that names any."""
    last = page.sentence(named[-1][0]).index
    near = [(i, ref) for i, ref in named if page.sentence(i).index == last]
    return next((ref for i, ref in near if role_of(page, _outermost(page, i)) in SUBJECTS), None)


def _outermost(page: Page, i: int) -> int:
    """The noun that a name modifies ("Velmoran" in "the Velmoran army"), else the name itself."""
    token, steps = page.token(i), 0
    while token.dep in ("amod", "compound", "nmod", "poss") and token.head != token.index and steps < 6:
        token, steps = page.token(token.head), steps + 1
    return token.index


def _things(page: Page, drafts: Sequence[Draft]) -> list[Seen]:
    """Nouns that are no actors but may be meant by "it" and "they", last first."""
    covered = {i for d in drafts for i in range(d.first, d.last)}
    found = []
    for token in page.analysis.tokens:
        common = token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass", "dobj")
        proper = token.pos == "PROPN" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        if (common or proper) and token.index not in covered:
            plural = token.tag in ("NNS", "NNPS")
            draft = Draft(token.index, token.index + 1, token.index, "name", "thing", 0.0, plural=plural)
            found.append(seen_of(page, draft, page.analysis.quotation_at(token.start) is not None))
    return found[::-1]


def unresolved(page: Page, draft: Draft, reason: str) -> Unresolved:
    """A draft that stays open, with the reason."""
    a, b = page.token(draft.first).start, page.token(draft.last - 1).end
    return Unresolved(a, b, page.analysis.text[a:b], reason)
