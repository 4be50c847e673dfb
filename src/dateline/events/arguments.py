"""The parties of a deed: the slots of a frame, filled below a verb or a noun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.events.lexicon import Frame, Slots
from dateline.events.page import Page
from dateline.events.parties import distinct, is_a, mention_of, parties
from dateline.record import Participant

STRICT = "_actor"  # a slot that only takes what is mentioned as an actor


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who does it and to whom; `targets` are the heads of what stands where the recipient stands, actor or not."""

    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    subjects: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()


def of_verb(page: Page, verb: int, frame: Frame, carried: tuple[int, ...] = ()) -> Arguments:
    """The parties around a verb; `carried` are words that read with it as one ("opened fire on the post")."""
    subjects, targets = page.tree.subjects(verb), page.tree.objects(verb)
    places = (verb, *(t for t in targets if t > verb), *carried)
    actors = _fill(page, frame.actor, subjects, targets, places, frame.reciprocal)
    targets = tuple(t for t in targets if t not in carried or is_a(page, t, ("official",)))
    recipients = _fill(page, frame.recipient, subjects, targets, places, False, actors)
    return Arguments(actors, recipients, subjects, _targets(page, frame.recipient, targets, places))


def of_noun(page: Page, noun: int, frame: Frame) -> Arguments:
    """The parties inside the phrase of a noun."""
    actors = _fill_noun(page, frame.noun_actor, noun, frame.reciprocal)
    recipients = _without(_fill_noun(page, frame.noun_recipient, noun, False), actors)
    targets = tuple(t for slot in frame.noun_recipient for t in _noun_heads(page, slot, noun))
    return Arguments(actors, recipients, (), targets)


def _fill(  # noqa: PLR0913, PLR0917  # the slots of one frame
    page: Page,
    slots: Slots,
    subjects: tuple[int, ...],
    objects: tuple[int, ...],
    places: tuple[int, ...],
    every: bool,
    taken: tuple[Participant, ...] = (),
) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for slot in slots:
        heads, named = _heads(page, slot, subjects, objects, places)
        found += _without(parties(page, heads, named=named), taken)
        if found and not every:
            break
    return distinct(found)


def _heads(
    page: Page, slot: str, subjects: tuple[int, ...], objects: tuple[int, ...], places: tuple[int, ...]
) -> tuple[tuple[int, ...], bool]:
    name, strict = (slot[: -len(STRICT)], True) if slot.endswith(STRICT) else (slot, False)
    if name == "subject":
        return subjects, strict
    if name == "object":
        return objects, strict
    if name == "undergoer":  # troops that were moved are the ones who moved
        return (objects if page.tree.is_passive(places[0]) else ()), True
    if name == "dative":
        return tuple(i for i in page.tree.below(places[0], ("dative",)) if page.tokens[i].pos != "ADP"), strict
    return tuple(o for p in places for o in page.tree.prepositional(p, (name,))), strict


def _targets(page: Page, slots: Slots, objects: tuple[int, ...], places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(h for slot in slots if slot != "subject" for h in _heads(page, slot, (), objects, places)[0])


def _fill_noun(page: Page, slots: Slots, noun: int, every: bool) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for slot in slots:
        heads = _noun_heads(page, slot, noun)
        found += parties(page, heads, named=slot.endswith(STRICT) or slot in ("modifier", "poss"))
        if found and not every:
            break
    return distinct(found)


def _noun_heads(page: Page, slot: str, noun: int) -> tuple[int, ...]:
    name = slot.removesuffix(STRICT)
    if name == "poss":
        return page.tree.below(noun, ("poss",))
    if name == "modifier":
        mods = page.tree.below(noun, ("amod", "compound", "nmod"))
        return tuple(c for c in mods if page.mentions.headed(c) is not None)
    if name == "compound":
        return tuple(c for c in page.tree.below(noun, ("compound", "nmod")) if mention_of(page, c) is None)
    own = page.tree.prepositional(noun, (name,))
    if own or name != "by":
        return own
    return tuple(
        o
        for inner in page.tree.prepositional(noun, ("of", "on", "in"))
        for o in page.tree.prepositional(inner, ("by",))
    )


def _without(found: Iterable[Participant], taken: Iterable[Participant]) -> tuple[Participant, ...]:
    names = {p.name for p in taken}
    return tuple(p for p in found if p.name not in names)
