"""Definite descriptions: "the ministry", "the rebel group", "the Kurdish official" and whom they take up again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors.antecedents import DEFINITE
from dateline.actors.crowds import described, modifies
from dateline.actors.draft import Draft, Form
from dateline.actors.memory import REACH, Memory, Seen, seen_of
from dateline.actors.owners import owner_of
from dateline.actors.page import Page
from dateline.record import ActorRef

APPOSED = frozenset({"appos", "compound", "amod", "nmod"})
LONGEST_LEFT = 5
LONGEST = 6
Later = Sequence[Draft]
AHEAD = 1  # sentences in which a group described first is looked for by name


def find_classes(page: Page) -> Iterator[Draft]:
    """Drafts of "the group", "this bloc", "her country", "the two Kurdish parties": common nouns that take up an actor,
    or in the plural several, named before."""
    for k, token in enumerate(page.view.tokens):
        if token < 0:
            continue
        length, values = page.lexicon.classes.longest(page.view.words, k)
        several = 0
        if not length:
            several, values = page.lexicon.class_plurals.longest(page.view.words, k)
            length = several
        if not length or page.token(token).pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        last = page.view.tokens[k + length - 1] + 1
        first = _determiner(page, token)
        if first is not None and not modifies(page, last - 1):
            inside = _names_inside(page, first, last)
            if inside is not None:
                counted = any(page.lexicon.has("counted", page.lower(i)) for i in range(first, last))
                how = "compound" if several and counted else "classes" if several else "class"
                form: Form = "compound" if how == "compound" else "description"
                yield replace(_class_draft(page, first, last, values[0]), about=inside, how=how, form=form)


def _names_inside(page: Page, first: int, last: int) -> tuple[ActorRef, ...] | None:
    """The actors named inside "the Velmoran outfit"; None where the noun makes a body or a crowd of them."""
    spots = [page.names.starting[i] for i in range(first, last) if i in page.names.starting]
    if spots and (last - 1 in page.institutions.covering or last - 1 in page.roles.covering):
        return None
    return tuple(owner_of(s, page).ref for s in spots)


def _class_draft(page: Page, first: int, last: int, kinds: frozenset[str]) -> Draft:
    head = last - 1
    told_apart = None if "state" in kinds else _told_apart(page, last)
    words = frozenset(page.lower(i) for i in range(first + 1, last)) - {""}
    plural = page.token(head).tag in ("NNS", "NNPS")
    pronoun = page.lexicon.pronouns.get(page.token(first).lower)
    told = [k for w in words if (k := page.lexicon.class_modifiers.get(w)) and k & kinds]
    for modified in told:
        kinds = kinds & modified or kinds
    if told_apart and pronoun is None:
        ref = ActorRef(None, described(page, first, told_apart, head))
        return Draft(first, told_apart, head, "description", "class", 0.55, (ref,), None, plural, "n", words)
    return Draft(
        first, last, head, "description", "class", 0.0, (), None, plural, "n", words, kinds, pronoun=pronoun,
        definite=True,
    )  # fmt: skip


def _told_apart(page: Page, last: int) -> int | None:
    """The end of "at Gate Four", "of the Central District" after a noun: words that say which one is meant, and so that
    it is none of those named before. None where no such words follow, or where they name its state."""
    tokens = page.analysis.tokens
    if last + 1 >= len(tokens) or not page.lexicon.has("telling_apart", tokens[last].lower):
        return None
    start = last + 2 if tokens[last + 1].pos == "DET" else last + 1
    end = start
    while end < len(tokens) and tokens[end].pos == "PROPN" and end not in page.names.covering and end - start < LONGEST:
        end += 1
    if end == start and tokens[last].lower == "of" and tokens[last + 1].pos != "DET":
        while end < len(tokens) and tokens[end].pos in ("ADJ", "NOUN") and end - start < LONGEST:
            end += 1
        end = end if tokens[end - 1].tag == "NNS" and end - 1 not in page.names.covering else start
    return end if end > start and tokens[last].head == last - 1 else None


def _determiner(page: Page, start: int) -> int | None:
    """The article, demonstrative or possessive pronoun before a noun, over a few adjectives."""
    floor = max(page.sentence(start).first - 1, start - LONGEST_LEFT)
    for i in range(start - 1, floor, -1):
        token = page.token(i)
        if token.lower in DEFINITE or (token.lower in page.lexicon.pronouns and token.dep == "poss"):
            return i
        verbal = token.pos == "VERB" and token.dep == "amod"
        if token.pos not in ("ADJ", "NUM", "NOUN", "PROPN") and token.text != "-" and not verbal:
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


def later_group(page: Page, draft: Draft, later: Later) -> tuple[Seen, float] | None:
    """The one group named in the next two sentences whose kind a definite description fits: "the rebels" before
    the name of their group."""
    here = page.sentence(draft.head).index
    k = bisect_right(later, draft.last, key=lambda d: d.first)
    near = [d for d in later[k : k + REACH] if page.sentence(d.head).index - here <= AHEAD and d.kind in draft.kinds]
    if draft.about or len({d.actors for d in near}) != 1:
        return None
    return seen_of(page, near[0], False), 0.55
