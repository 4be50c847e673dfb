"""Definite descriptions: "the ministry", "the rebel group", "the Kurdish official" and whom they take up again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.actors.crowds import modifies
from dateline.actors.draft import Draft
from dateline.actors.memory import REACH, Memory, Seen, seen_of
from dateline.actors.page import Page

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
APPOSED = frozenset({"appos", "compound", "amod", "nmod"})
LONGEST_LEFT = 4
Later = Sequence[Draft]
SURE, LIKELY = 0.8, 0.65


def find_classes(page: Page) -> Iterator[Draft]:
    """Drafts of "the group", "this bloc", "her country": common nouns that take up an actor named before."""
    for k, token in enumerate(page.view.tokens):
        if token < 0:
            continue
        length, values = page.lexicon.classes.longest(page.view.words, k)
        if not length or page.token(token).pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        last = page.view.tokens[k + length - 1] + 1
        first = _determiner(page, token)
        if first is not None and not modifies(page, last - 1):
            yield _class_draft(page, first, last, values[0])


def _class_draft(page: Page, first: int, last: int, kinds: frozenset[str]) -> Draft:
    head = last - 1
    words = frozenset(page.lower(i) for i in range(first + 1, last)) - {""}
    plural = page.token(head).tag in ("NNS", "NNPS")
    pronoun = page.lexicon.pronouns.get(page.token(first).lower)
    return Draft(
        first,
        last,
        head,
        "description",
        "class",
        0.0,
        (),
        None,
        plural,
        "n",
        words,
        kinds,
        pronoun=pronoun,
        definite=True,
    )


def _determiner(page: Page, start: int) -> int | None:
    """The article, demonstrative or possessive pronoun before a noun, over a few adjectives."""
    floor = max(page.sentence(start).first - 1, start - LONGEST_LEFT)
    for i in range(start - 1, floor, -1):
        token = page.token(i)
        if token.lower in DEFINITE or (token.lower in page.lexicon.pronouns and token.dep == "poss"):
            return i
        if token.pos not in ("ADJ", "NUM", "NOUN") and token.text != "-":
            return None
    return None


def apposition_of(page: Page, draft: Draft, memory: Memory) -> Seen | None:
    """The actor that a description stands in apposition to: "the Lessa Guard, an armed gang"."""
    token = page.token(draft.head)
    if token.dep != "appos" or token.head == token.index:
        return None
    return next((s for s in memory.latest() if s.head == token.head and s.actors and s.token < draft.first), None)


def apposition_words(page: Page, draft: Draft) -> frozenset[str]:
    """The words of an apposition after a name: they may take it up later ("a six-nation bloc", then "the bloc")."""
    found: set[str] = set()
    for child in page.analysis.children[draft.head]:
        token = page.token(child)
        if token.dep == "appos" and token.pos == "NOUN":
            near = page.analysis.children[child][:8]
            found.update(page.lower(i) for i in (child, *near) if page.token(i).dep in APPOSED)
    return frozenset(found) - {""}


def kind_fits_person(draft: Draft) -> bool:
    """Whether a description is of one person."""
    return draft.kind == "person" and not draft.plural


def later_person(page: Page, draft: Draft, later: Later) -> tuple[Seen, float] | None:
    """The first person named after a definite description who bears its title: "the president" before her name."""
    noun = page.lower(draft.head)
    k = bisect_right(later, draft.last, key=lambda d: d.first)
    for other in later[k : k + REACH]:
        if noun in other.words and other.actors and not draft.about:
            return seen_of(page, other, False), 0.6
    return None


def resolve_description(page: Page, draft: Draft, memory: Memory) -> tuple[Seen, float] | None:
    """The last antecedent that a definite description fits, and the confidence in it."""
    noun = page.lower(draft.head)
    demonyms = {a.name for a in draft.about}
    for seen in memory.latest():
        if not seen.actors or seen.token >= draft.first or len(seen.actors) > 1:
            continue
        if seen.plural != draft.plural and not (seen.kind != "person" and draft.kind != "person"):
            continue
        how = _fits(draft, noun, seen, memory)
        belongs = not demonyms or demonyms & _belongings(page, seen, memory) or _modified(draft, noun, seen, memory)
        if how and belongs and _gender_fits(draft, seen, memory):
            return seen, how
    return None


def _fits(draft: Draft, noun: str, seen: Seen, memory: Memory) -> float:
    """Whether what is known of an antecedent bears the noun: its words or title best, its kind next; 0.0 for not."""
    described = memory.described(seen)
    if (draft.kind == "person") != (seen.kind == "person"):
        return 0.0
    if noun in described or {w for w in draft.words if w.startswith("=")} & described:
        return SURE
    if draft.kind == "person":
        return LIKELY if noun in GENERIC and seen.named and described & OFFICE else 0.0
    return LIKELY if seen.kind in draft.kinds else 0.0


GENERIC = frozenset({"official", "leader", "politician", "minister", "man", "woman"})
OFFICE = frozenset({"official", "minister", "leader", "head"})


def _modified(draft: Draft, noun: str, seen: Seen, memory: Memory) -> bool:
    """Whether a modifier of the description ("Kurdish") stands in a name or role of the antecedent."""
    return bool((draft.words - DEFINITE - {noun}) & memory.described(seen))


def _gender_fits(draft: Draft, seen: Seen, memory: Memory) -> bool:
    gender = memory.gender(seen)
    return draft.gender in (None, "n") or gender in (None, "n", draft.gender)


def _belongings(page: Page, seen: Seen, memory: Memory) -> set[str]:
    """The names of the states and peoples an antecedent belongs to, and their demonyms' actors by its words."""
    found = {a.name for a in (*seen.actors, *memory.about(seen))}
    for actor in seen.actors:
        home = page.catalogue.refer(actor.country)
        if home:
            found.add(home.name)
    return found
