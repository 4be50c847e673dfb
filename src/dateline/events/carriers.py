"""Verbs that carry an event noun: "carried out an attack", "came under fire", "clashes broke out"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.codebook import vocabulary
from dateline.events.arguments import Arguments
from dateline.events.lexicon import Sense, light_verbs
from dateline.events.page import Page
from dateline.events.parties import distinct, parties
from dateline.events.tree import OBJECTS

Kind = Literal["acting", "undergoing", "shared", "happening", "wanted"]


SHARING = ("CONSULT", "RETREAT")  # types whose parties the clause around the noun may name


@dataclass(frozen=True, slots=True)
class Carrier:
    """The verb that carries a noun, and who its subject is to the deed."""

    verb: int
    kind: Kind


def of(page: Page, noun: int) -> Carrier | None:
    """The light verb that carries this noun, or None."""
    token = page.tokens[noun]
    governor = page.tokens[token.head]
    if token.dep == "conj" and governor.pos in ("NOUN", "PROPN"):
        return of(page, governor.index) if governor.index < noun else None
    if token.dep in (*OBJECTS, "nsubjpass", "nsubj", "attr") and page.tree.is_verb(governor.index):
        return _by_verb(page, governor.index, token.dep)
    if token.dep == "pobj" and page.tree.is_verb(governor.head):
        return _by_preposition(page, governor.head, governor.lower)
    if governor.dep == "relcl" and token.dep in OBJECTS:
        return _by_verb(page, governor.index, token.dep)
    return _by_clause(page, noun)


def filled(page: Page, noun: int, sense: Sense, inside: Arguments, carrier: Carrier | None) -> Arguments:
    """The parties inside the noun's phrase, with those that the carrying verb gives."""
    if carrier is None and sense.type in SHARING and len(inside.actors) < 2:
        return _from_clause(page, noun, inside)
    if carrier is not None and carrier.kind == "happening" and sense.frame.reciprocal and not inside.actors:
        between = page.tree.prepositional(carrier.verb, ("between", "among", "with"))
        return replace(inside, actors=parties(page, between, named=True))
    if carrier is None or carrier.kind in ("happening", "wanted") or page.tokens[carrier.verb].lemma == "be":
        return inside
    verb = carrier.verb
    subjects = parties(page, page.tree.subjects(verb))
    beside = tuple(o for s in sense.frame.noun_recipient for o in page.tree.prepositional(verb, (s,)))
    around = parties(page, beside, named=True)
    if carrier.kind == "undergoing":
        by = parties(page, page.tree.prepositional(verb, ("from", "by")))
        return replace(inside, actors=inside.actors or by, recipients=subjects or inside.recipients)
    if sense.frame.reciprocal:
        partners = parties(page, page.tree.prepositional(verb, ("with", "against")), named=True)
        return replace(inside, actors=distinct((*subjects, *inside.actors, *partners)))
    actors = subjects or inside.actors
    names = {p.name for p in actors}
    recipients = tuple(p for p in (inside.recipients or around) if p.name not in names)
    return replace(inside, actors=actors, recipients=recipients, targets=(*inside.targets, *beside))


def _from_clause(page: Page, noun: int, inside: Arguments) -> Arguments:
    """Parties that only the clause around names: "agreed after two days of talks", "told him in a phone call"."""
    if page.tokens[noun].dep != "pobj":
        return inside
    for above in page.tree.governors(noun):
        token = page.tokens[above]
        if page.tree.is_verb(above):
            with_whom = [
                *page.tree.objects(above),
                *page.tree.below(above, ("dative",)),
                *page.tree.prepositional(above, ("with",)),
            ]
            found = parties(page, (*page.tree.subjects(above), *with_whom), named=True)
            return replace(inside, actors=found) if len(found) > 1 else inside
        if token.dep == "prep" and token.lower not in _list("clause_prepositions"):
            break
        if token.dep not in ("prep", "pobj"):
            break
    return inside


def is_topic(page: Page, noun: int) -> bool:
    """Whether the noun only names what something is about: "a report on the raid", "plans for talks"."""
    token = page.tokens[noun]
    preposition = page.tokens[token.head]
    if token.dep != "pobj":
        return False
    governor = page.tokens[preposition.head]
    if preposition.lower in _list("topic_prepositions"):
        return True
    return governor.pos in ("NOUN", "PROPN") and governor.lemma in _list("topic_nouns")


def is_wanted_or_planned(page: Page, noun: int) -> bool:
    """Whether a wish, demand, plan or agreement governs the noun: "demanded an immediate truce"."""
    for above in page.tree.governors(noun):
        if page.tokens[above].lemma in _list("truce_governors"):
            return True
        if page.tree.is_verb(above):
            break
    voice = page.voice_at(page.tokens[noun].start)
    return voice is not None and voice.stance in _list("truce_stances")


def holds_toll(page: Page, noun: int) -> bool:
    """Whether a toll belongs to the noun."""
    token = page.tokens[noun]
    return bool(page.setting.casualties_of((token.start, token.end), page.analysis))


def _by_verb(page: Page, verb: int, dep: str) -> Carrier | None:
    lemma, joined = page.tokens[verb].lemma, _joined(page, verb)
    light = light_verbs()
    passive = page.tree.is_passive(verb)
    if dep in OBJECTS or (dep == "nsubjpass" and passive):
        if light.acting & joined:
            return Carrier(verb, "acting")
        if light.undergoing & joined and not passive:
            return Carrier(verb, "undergoing")
        if light.shared & joined:
            return Carrier(verb, "shared")
    told = bool(light.told_of & joined) and (dep in OBJECTS or passive)
    happens = dep == "nsubj" and bool(light.happening & joined)
    return Carrier(verb, "happening") if told or happens or (dep == "attr" and lemma == "be") else None


def _by_preposition(page: Page, verb: int, preposition: str) -> Carrier | None:
    light = light_verbs()
    if preposition == "under" and page.tokens[verb].lemma in light.under:
        return Carrier(verb, "undergoing")
    if preposition in ("in", "into", "to", "with", "at") and light.shared & _joined(page, verb):
        return Carrier(verb, "shared")
    if light.acting & {f"{page.tokens[verb].lemma}_{preposition}"}:
        return Carrier(verb, "acting")
    return None


def _by_clause(page: Page, noun: int) -> Carrier | None:
    """A participle after the noun: "the attack carried out by rebels"."""
    for clause in page.tree.below(noun, ("acl", "relcl")):
        passive = page.tokens[clause].tag in ("VBN", "VBD") and page.tokens[clause].dep == "acl"
        if (passive or page.tree.is_passive(clause)) and light_verbs().acting & _joined(page, clause):
            return Carrier(clause, "acting")
    return None


def _joined(page: Page, verb: int) -> frozenset[str]:
    """The verb alone, and with each of its particles."""
    lemma = page.tokens[verb].lemma
    particles = page.tree.below(verb, ("prt", "advmod", "prep", "dobj"))
    return frozenset({lemma, *(f"{lemma}_{page.tokens[p].lower}" for p in particles)})


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("deeds")["nominal"][name])
