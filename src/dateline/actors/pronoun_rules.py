"""What settles a pronoun: an editor's brackets, "they … in the capital", a relative's noun, or the best antecedent."""

from __future__ import annotations

from dataclasses import replace

from dateline.actors.draft import Draft
from dateline.actors.memory import Memory, Seen
from dateline.actors.owners import owner_of
from dateline.actors.page import Page
from dateline.actors.pronouns import resolve_pronoun

Outcome = tuple[Draft | None, str]


def settle_pronoun(page: Page, draft: Draft, memory: Memory) -> Outcome:
    """The pronoun with its actors, or None and the reason."""
    told = in_brackets(page, draft) or those_in_capital(page, draft)
    if told:
        return told, ""
    found = memory.owners.get(draft.first) or resolve_pronoun(page, draft, memory)
    if found is None:
        return None, "a pronoun without a fitting actor before it"
    seen, confidence = found
    assert draft.pronoun is not None  # noqa: S101  # only pronouns come here
    if draft.pronoun.gender in ("m", "f") and len(seen.actors) == 1:
        memory.genders.setdefault(seen.names[0], draft.pronoun.gender)
    if draft.pronoun.gender == "n":
        memory.singular.update(seen.names)
    plural = seen.plural or draft.pronoun.gender == "a"
    return replace(draft, actors=seen.actors, kind=seen.kind, confidence=confidence, plural=plural), ""


def settle_relative(page: Page, draft: Draft, memory: Memory) -> Outcome:
    """ "Who" and "which" mean the noun that their clause hangs on."""
    verb, steps = page.token(draft.head), 0
    while verb.dep != "relcl" and verb.head != verb.index and steps < 6:
        verb, steps = page.token(verb.head), steps + 1
    seen = _headed(memory, verb.head) if verb.dep == "relcl" else None
    if seen is None:
        return None, ""
    return replace(draft, actors=seen.actors, kind=seen.kind, confidence=0.85, plural=seen.plural), ""


def _headed(memory: Memory, token: int) -> Seen | None:
    """What was seen at a head token."""
    return next((s for s in memory.latest() if s.head == token and s.actors), None)


def in_brackets(page: Page, draft: Draft) -> Draft | None:
    """ "They [the Velmorans]": the editor says who is meant."""
    tokens, i = page.analysis.tokens, draft.last
    if i + 2 >= len(tokens) or tokens[i].text != "[":
        return None
    spot = page.names.starting.get(i + 1) or page.names.starting.get(i + 2)
    if spot is None:
        return None
    owner = owner_of(spot, page)
    return replace(draft, actors=(owner.ref,), kind=owner.kind, confidence=0.9, plural=True)


def those_in_capital(page: Page, draft: Draft) -> Draft | None:
    """ "They say in Karsen": those in a capital who speak are its government."""
    token = page.token(draft.head)
    if token.lower != "they" or token.dep != "nsubj":
        return None
    verb = page.token(token.head)
    if verb.lemma not in page.lexicon.sets["speech_verbs"]:
        return None
    for child in page.analysis.children[verb.index]:
        if page.token(child).lower != "in" or page.token(child).dep != "prep":
            continue
        for place in page.analysis.children[child]:
            spot = page.names.ending.get(place + 1)
            if spot and spot.value.how == "metonym":
                owner = owner_of(spot, page)
                return replace(draft, actors=(owner.ref,), kind=owner.kind, confidence=0.7, plural=True)
    return None
