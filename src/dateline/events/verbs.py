"""Deeds that a verb tells: "attacked", "opened fire on", "broke off relations with"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import Arguments, of_verb
from dateline.events.draft import Draft
from dateline.events.lexicon import NO_DEED, Sense, VerbPattern, verb_patterns
from dateline.events.page import Page
from dateline.events.parties import is_a, lemmas
from dateline.events.violence import is_sport, shows_violence

SURE = 0.85
WEAK = 0.6
NO_TRIGGER = frozenset({"amod", "aux", "auxpass", "compound", "case", "mark"})


def by_verbs(page: Page) -> Iterator[Draft]:
    """A draft for each verb that tells a deed."""
    book = verb_patterns()
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


def fits(page: Page, verb: int, sense: Sense, found: Arguments, *, carried: bool) -> bool:
    """Whether the parties are what the sense asks for."""
    objects = page.tree.objects(verb)
    if not carried and not _objects_fit(page, sense, objects, found):
        return False
    if "passive_only" in sense.flags and not page.tree.is_passive(verb):
        return False
    if sense.type == "CONSULT" and any(
        is_a(page, t, ("press",)) for t in (*objects, *found.targets, *_partners(page, verb))
    ):
        return False
    if sense.content == "infinitive" and not _has_infinitive(page, verb):
        return False
    if not _subjects_fit(page, verb, sense, found):
        return False
    if not _is_meant(page, verb, sense, found):
        return False
    return _needs_met(page, sense, found, carried)


def _objects_fit(page: Page, sense: Sense, objects: tuple[int, ...], found: Arguments) -> bool:
    if sense.object and not any(is_a(page, o, sense.object) for o in objects):
        return "places" in sense.flags and bool(found.recipients) and _is_pronoun(page, objects)
    if sense.target and not any(is_a(page, o, sense.target) for o in (*objects, *found.targets)):
        return False
    return not any(is_a(page, o, sense.not_object) for o in objects)


def _is_pronoun(page: Page, objects: tuple[int, ...]) -> bool:
    """Whether the object only points back: "after liberating it", "what they bombed"."""
    return any(page.tokens[o].pos == "PRON" or page.tokens[o].tag in ("WP", "WDT") for o in objects)


def _subjects_fit(page: Page, verb: int, sense: Sense, found: Arguments) -> bool:
    heads = found.subjects
    if not heads and page.tree.is_passive(verb):
        return True
    if any(is_a(page, s, sense.not_subject) for s in heads):
        return False
    if sense.subject and not (any(is_a(page, s, sense.subject) for s in heads) or (not heads and found.actors)):
        return False
    return "armed" not in sense.flags or not heads or any(_is_armed(page, s) for s in heads)


def _is_armed(page: Page, i: int) -> bool:
    """Whether somebody has arms to use: a force, a state, a person who is known to lead one."""
    mention = page.mentions.headed(i)
    known = mention is not None and any(ref.actor for ref in mention.actors)
    return is_a(page, i, ("armed_actor",)) or (known and is_a(page, i, ("official",)))


def _needs_met(page: Page, sense: Sense, found: Arguments, carried: bool) -> bool:
    if sense.needs == "recipient":
        return bool(found.recipients)
    if sense.needs == "both":
        return bool(found.actors and found.recipients)
    if sense.needs == "actor":
        return bool(found.actors)
    if sense.needs == "two":
        return len(found.actors) + len(found.recipients) > 1
    if sense.needs == "party" and (found.actors or found.recipients or sense.object):
        return True
    if sense.needs in ("target", "party") and not carried:
        hit = any(is_a(page, t, ("thing_hit", "person")) for t in found.targets)
        return bool(found.recipients) or hit or _is_pronoun(page, found.targets)
    return True


def _is_meant(page: Page, verb: int, sense: Sense, found: Arguments) -> bool:
    """Not an accident, not a game."""
    if sense.type == "ASSAULT" and is_sport(page, verb):
        return False
    return "violence" not in sense.flags or bool(found.actors) or shows_violence(page, verb)


def _partners(page: Page, verb: int) -> tuple[int, ...]:
    return page.tree.prepositional(verb, ("to", "with"))


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
        else round(sure * (0.85 if len(words) > 1 or sense.object else 0.7), 2),
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
    heads = [*page.tree.objects(verb), *page.tree.below(verb, ("attr", "acomp", "oprd", "advmod", "npadvmod", "ccomp"))]
    heads += [o for r in rest for o in page.tree.below(r, ("pobj", "pcomp"))]
    if rest and not heads:
        heads += list(page.tree.below(rest[-1], ("dobj",)))
    return next((o for o in heads if lemmas(page, o) & wanted), None)


def _preposition(page: Page, words: list[int], wanted: frozenset[str]) -> bool:
    below = [c for w in words for c in page.tree.below(w, ("prep", "dative", "agent", "prt"))]
    return any(page.tokens[c].lower in wanted and page.analysis.children[c] for c in below)


def _has_infinitive(page: Page, verb: int) -> bool:
    clauses = page.tree.below(verb, ("xcomp", "ccomp"))
    return any(page.tokens[c].tag == "VB" and page.tree.below(c, ("aux",)) for c in clauses)
