"""Deeds that a verb tells: "attacked", "opened fire on", "broke off relations with"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import Arguments, of_verb
from dateline.events.draft import Draft
from dateline.events.lexicon import NO_DEED, Sense, VerbPattern, verb_patterns
from dateline.events.page import Page
from dateline.events.parties import lemmas
from dateline.events.senses import fits
from dateline.events.tree import OBJECTS

SURE = 0.85
WEAK = 0.6
PREDICATES = ("attr", "acomp", "oprd", "advmod", "npadvmod", "ccomp")  # what may stand for an object
NO_TRIGGER = frozenset({"amod", "aux", "auxpass", "compound", "case", "mark"})


def by_verbs(page: Page) -> Iterator[Draft]:
    """A draft for each verb that tells a deed."""
    book = verb_patterns(page.codebook)
    for token in page.tokens:
        if page.tree.is_verb(token.index) and token.dep not in NO_TRIGGER and token.lemma in book:
            draft = _first_fitting(page, token.index, book[token.lemma])
            if draft is not None:
                yield draft


def _first_fitting(page: Page, verb: int, patterns: tuple[VerbPattern, ...]) -> Draft | None:
    for pattern in patterns:
        words = match(page, verb, pattern)
        if words is None:
            continue
        sense = pattern.sense
        if sense.type == NO_DEED:
            return None
        found = of_verb(page, verb, sense.frame, words[1:])
        if fits(page, verb, sense, found, carried=bool(pattern.objects)):
            return _draft(page, verb, words, sense, found)
    return None


def match(page: Page, verb: int, pattern: VerbPattern) -> tuple[int, ...] | None:
    """The words that make up the pattern at this verb, the verb first; None where it does not stand here."""
    words = [verb]
    for particle in pattern.particles:
        found = _particle(page, verb, particle)
        if found is None:
            return None
        words.append(found)
    if pattern.objects:
        found = _object(page, words, pattern.objects)
        if found is None:
            return None
        words.append(found)
    if pattern.prepositions and not _preposition(page, words, pattern.prepositions):
        return None
    return tuple(words)


def _draft(page: Page, verb: int, words: tuple[int, ...], sense: Sense, found: Arguments) -> Draft:
    passive = page.tree.is_passive(verb)
    sure = WEAK if "weak" in sense.flags else SURE
    return Draft(
        type=sense.type,
        mode=(sense.mode,) if sense.mode else (),
        head=verb,
        words=tuple(sorted(words)),
        actors=found.actors,
        recipients=found.recipients,
        by="verb, passive" if passive else "verb",
        confidence=sure
        if found.actors or found.recipients
        else round(sure * (0.85 if len(words) > 1 or sense.object or sense.subject or found.targets else 0.7), 2),
        passive=passive,
        casualty="casualty" in sense.flags,
        stative="stative" in sense.flags,
        mutual=sense.frame.mutual,
        carried=page.tree.objects(verb) if sense.object else (),
        targets=found.targets,
    )


def _particle(page: Page, verb: int, particle: str) -> int | None:
    """A particle or preposition of the verb, or an adverb or adjective right after it ("fell silent")."""
    for c in page.analysis.children[verb]:
        if page.tokens[c].lower == particle and c > verb:
            return c
    return None


def _object(page: Page, words: list[int], wanted: frozenset[str]) -> int | None:
    """The object (or what hangs on the particle, or the predicate) that is one of these nouns."""
    verb, *rest = words
    heads = [*page.tree.objects(verb), *page.tree.below(verb, PREDICATES)]
    if page.tree.is_passive(verb):
        heads += page.tree.below(verb, OBJECTS)
    heads += [c for c in page.tree.below(verb, ("xcomp",)) if page.tokens[c].tag == "VB"]
    heads += [o for r in rest for o in page.tree.below(r, ("pobj", "pcomp"))]
    if rest and not heads:
        heads += list(page.tree.below(rest[-1], ("dobj",)))
    return next((o for o in heads if lemmas(page, o) & wanted), None)


def _preposition(page: Page, words: list[int], wanted: frozenset[str]) -> bool:
    below = [c for w in words for c in page.tree.below(w, ("prep", "dative", "agent", "prt"))]
    return any(page.tokens[c].lower in wanted and page.analysis.children[c] for c in below)
