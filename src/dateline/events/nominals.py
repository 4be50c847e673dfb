"""Deeds that a noun tells: "the shelling of Karst by Ostian guns", "talks between A and B", "launched an attack on"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.events import carriers
from dateline.events.arguments import Arguments, of_noun
from dateline.events.carriers import Carrier
from dateline.events.draft import Draft
from dateline.events.lexicon import NO_DEED, NounPattern, Sense, noun_patterns
from dateline.events.page import Page
from dateline.events.parties import is_a
from dateline.events.violence import is_labour, is_sport, shows_violence

SURE = 0.75
UNPARTIED = 0.55
KNOWN = (
    "CONSULT",
    "ACCUSE",
    "COOPERATE",
)  # types of which a bare noun tells only where an actor by name stands with it


def by_nouns(page: Page, taken: Collection[int]) -> Iterator[Draft]:
    """A draft for each noun that tells a deed; `taken` are words that already belong to one."""
    book = noun_patterns(page.codebook)
    for token in page.tokens:
        if token.pos not in ("NOUN", "PROPN") and token.tag != "VBG" and not _counts_dead(page, token.index):
            continue
        if (
            token.index in taken
            or page.in_date(token.start)
            or token.lemma not in book
            or page.tree.is_verb(token.index)
        ):
            continue
        pattern = _pattern(page, token.index, book[token.lemma])
        if pattern is not None and pattern.sense.type != NO_DEED:
            yield from _draft(page, token.index, pattern)


def _counts_dead(page: Page, i: int) -> bool:
    """ "Three dead at Gate Four": an adjective that stands for those it counts."""
    counted = page.tree.below(i, ("nummod", "nsubj", "quantmod", "npadvmod"))
    return page.tokens[i].pos == "ADJ" and any(page.tokens[c].pos == "NUM" for c in counted)


def _pattern(page: Page, noun: int, patterns: tuple[NounPattern, ...]) -> NounPattern | None:
    """The first pattern whose modifier, if any, stands before the noun."""
    if page.tokens[noun].dep in ("compound", "amod", "nmod") and page.mentions.headed(noun) is None:
        return None
    near = {page.tokens[c].lemma for c in page.tree.below(noun, ("compound", "amod", "nmod"))}
    near |= {page.tokens[o].lemma for o in page.tree.prepositional(noun, ("of",))}
    if noun > 1 and (page.tokens[noun - 1].dep == "compound" or page.tokens[noun - 1].text == "-"):
        near |= {page.tokens[noun - 1].lemma, page.tokens[noun - 2].lower if page.tokens[noun - 1].text == "-" else ""}
    fitting = (p for p in patterns if p.modifier is None or p.modifier in near)
    return next((p for p in fitting if "labour" not in p.sense.flags or is_labour(page, noun)), None)


def _draft(page: Page, noun: int, pattern: NounPattern) -> Iterator[Draft]:
    sense = pattern.sense
    inside = of_noun(page, noun, sense.frame)
    carrier = carriers.of(page, noun)
    found = carriers.filled(page, noun, sense, inside, carrier)
    if not _asserted(page, noun, sense, found, carrier):
        return
    words = (
        noun,
        *_modifiers(page, noun, pattern),
        *((carrier.verb,) if carrier and carrier.kind != "happening" else ()),
    )
    sure = SURE if found.actors or found.recipients else UNPARTIED
    yield Draft(
        type=sense.type,
        mode=(sense.mode,) if sense.mode else (),
        head=noun,
        words=tuple(sorted(words)),
        actors=found.actors,
        recipients=found.recipients,
        by=f"noun carried by a verb ({carrier.kind})" if carrier else "noun",
        confidence=round(sure + (0.15 if carrier else 0), 2),
        nominal=True,
        casualty="casualty" in sense.flags,
        mutual=sense.frame.mutual,
        targets=found.targets,
    )


def _asserted(page: Page, noun: int, sense: Sense, found: Arguments, carrier: Carrier | None) -> bool:
    """Whether the noun tells that the deed is done, and does not only name a topic."""
    if not _is_meant(page, noun, sense, found):
        return False
    if carrier is not None:
        return "bare" not in sense.flags or carrier.kind != "happening" or bool(found.actors)
    if sense.type in KNOWN and "bare" not in sense.flags and not any(p.actor for p in found.actors):
        return _is_content(page, noun)
    if "bare" in sense.flags and _is_charged(page, noun):
        return True
    if "bare" in sense.flags:
        return not carriers.is_topic(page, noun) and carriers.is_wanted_or_planned(page, noun)
    return not carriers.is_topic(page, noun) and _names_enough(page, noun, sense, found)


def _is_meant(page: Page, noun: int, sense: Sense, found: Arguments) -> bool:
    """Not an accident, not a game, and done by somebody where the sense asks for it."""
    if sense.needs == "actor" and not found.actors:
        return False
    if sense.type == "ASSAULT" and is_sport(page, noun):
        return False
    return "violence" not in sense.flags or bool(found.actors) or shows_violence(page, noun)


def _names_enough(page: Page, noun: int, sense: Sense, found: Arguments) -> bool:
    """Whether parties, a thing hit, a toll or a whole content stand with the noun."""
    if sense.needs == "two":
        return len(found.actors) + len(found.recipients) > 1
    if found.actors or found.recipients or _hits_a_thing(page, found):
        return True
    return _is_content(page, noun) or carriers.holds_toll(page, noun)


def _hits_a_thing(page: Page, found: Arguments) -> bool:
    return any(is_a(page, t, ("thing_hit", "place")) for t in found.targets)


def _is_content(page: Page, noun: int) -> bool:
    """Whether the noun heads a whole content: "condemned the strike"."""
    voice = page.voice_at(page.tokens[noun].start)
    if voice is None:
        return False
    head = page.tokens[page.tokens[noun].head]
    if _is_charged(page, noun):
        return True
    return not any(a <= head.start < b for a, b in voice.content) or page.tokens[noun].dep == "ROOT"


def _is_charged(page: Page, noun: int) -> bool:
    """Whether somebody is blamed for what the noun tells: "blamed the Front for the violence"."""
    voice = page.voice_at(page.tokens[noun].start)
    head = page.tokens[page.tokens[noun].head]
    if voice is None or head.dep != "prep" or voice.stance not in ("accuse", "condemn"):
        return False
    return page.cue_at(page.tokens[head.head].start) == voice


def _modifiers(page: Page, noun: int, pattern: NounPattern) -> tuple[int, ...]:
    if pattern.modifier is None:
        return ()
    return tuple(c for c in page.tree.below(noun, ("compound", "amod")) if page.tokens[c].lemma == pattern.modifier)
