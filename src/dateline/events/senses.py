"""Whether the parties around a verb are what a sense of it asks for."""

from __future__ import annotations

from dateline.events.arguments import Arguments
from dateline.events.lexicon import Sense
from dateline.events.page import Page
from dateline.events.parties import is_a
from dateline.events.violence import is_sport, shows_violence


def fits(page: Page, verb: int, sense: Sense, found: Arguments, *, carried: bool) -> bool:
    """Whether a verb has this sense; `carried` says that its pattern already names the object."""
    objects = page.tree.objects(verb)
    return (
        (carried or _objects_fit(page, sense, objects, found))
        and ("no_object" not in sense.flags or not objects)
        and ("passive_only" not in sense.flags or page.tree.is_passive(verb))
        and (sense.content != "infinitive" or _has_infinitive(page, verb))
        and _subjects_fit(page, verb, sense, found)
        and _is_meant(page, verb, sense, found)
        and _needs_met(page, sense, found, carried)
    )


def _objects_fit(page: Page, sense: Sense, objects: tuple[int, ...], found: Arguments) -> bool:
    if sense.object and not any(is_a(page, o, sense.object) for o in objects):
        return "places" in sense.flags and bool(found.recipients) and _points_back(page, objects)
    if sense.target and not any(is_a(page, o, sense.target) for o in (*objects, *found.targets)):
        return False
    return not any(is_a(page, o, sense.not_object) for o in objects)


def _points_back(page: Page, objects: tuple[int, ...]) -> bool:
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


def _is_meant(page: Page, verb: int, sense: Sense, found: Arguments) -> bool:
    """Not an accident, not a game, not a word to the press."""
    if sense.type == "ASSAULT" and is_sport(page, verb):
        return False
    if sense.type == "CONSULT":
        partners = (*page.tree.objects(verb), *found.targets, *page.tree.prepositional(verb, ("to", "with")))
        return not any(is_a(page, t, ("press",)) for t in partners)
    return "violence" not in sense.flags or bool(found.actors) or shows_violence(page, verb)


def _needs_met(page: Page, sense: Sense, found: Arguments, carried: bool) -> bool:
    if sense.needs in ("target", "party"):
        return carried or _has_target(page, sense, found)
    met = {
        "recipient": bool(found.recipients),
        "actor": bool(found.actors),
        "both": bool(found.actors and found.recipients),
        "two": len(found.actors) + len(found.recipients) > 1,
    }
    return met.get(sense.needs or "", True)


def _has_target(page: Page, sense: Sense, found: Arguments) -> bool:
    """Whether something is hit: a party, people, a thing, or what a pronoun points to."""
    if found.recipients or (sense.needs == "party" and (found.actors or sense.object)):
        return True
    return _points_back(page, found.targets) or any(
        is_a(page, t, ("thing_hit", "person", "place")) for t in found.targets
    )


def _has_infinitive(page: Page, verb: int) -> bool:
    clauses = page.tree.below(verb, ("xcomp", "ccomp"))
    return any(page.tokens[c].tag == "VB" and page.tree.below(c, ("aux",)) for c in clauses)
