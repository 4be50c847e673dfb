"""The words that tell deeds, read from deeds.yaml and deeds_civil.yaml: patterns, their senses, argument classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.codebook import SHIPPED, Codebook, vocabulary

NO_DEED = "NONE"
Slots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArgumentClass:
    """What an argument may be: one of `words` (lemmas), an actor of one of `kinds`, or what the flags allow."""

    words: frozenset[str]
    kinds: frozenset[str]
    actors: bool
    persons: bool
    proper: bool
    pronoun: bool
    anything: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a deed's parties stand, as slots in order of preference, below a verb and below a noun."""

    actor: Slots
    recipient: Slots
    noun_actor: Slots
    noun_recipient: Slots

    @property
    def reciprocal(self) -> bool:
        """Whether all parties are actors."""
        return self.recipient == ("none",) and len(self.actor) > 1

    @property
    def mutual(self) -> bool:
        """Whether the deed is done with another party and not to it."""
        return "with" in (*self.actor, *self.recipient[:1])


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger; deeds.yaml says what each key means; `own` are the user's."""

    rank: int
    type: str
    mode: str | None
    frame: Frame
    object: Slots = ()
    not_object: Slots = ()
    subject: Slots = ()
    not_subject: Slots = ()
    target: Slots = ()
    needs: str | None = None
    flags: frozenset[str] = frozenset()
    content: str | None = None
    own: bool = False

    @property
    def demands(self) -> int:
        """How much the sense asks of its arguments."""
        return bool(self.object) + bool(self.target) + bool(self.content)


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """`break_off + talk|negotiation`, `call @ on|for`: a verb with a particle, certain objects or prepositions."""

    lemma: str
    particles: tuple[str, ...]
    objects: frozenset[str]
    prepositions: frozenset[str]
    sense: Sense = field(compare=False)

    @property
    def demands(self) -> int:
        """How much the pattern and its sense ask for."""
        parts = 2 * len(self.particles) + 3 * bool(self.objects) + 2 * bool(self.prepositions)
        return parts + self.sense.demands


@dataclass(frozen=True, slots=True)
class NounPattern:
    """`talk`, `peace_talk`: a noun, with a certain modifier or without."""

    lemma: str
    modifier: str | None
    sense: Sense = field(compare=False)


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs that only carry an event noun: who their subject is to the deed."""

    acting: frozenset[str]
    undergoing: frozenset[str]
    under: frozenset[str]
    shared: frozenset[str]
    happening: frozenset[str]
    told_of: frozenset[str]


FLAGS = (  # of a sense; deeds.yaml says what each means
    *("casualty", "violence", "armed", "places", "bare", "bare_noun"),
    *("stative", "passive_only", "weak", "labour", "no_object"),
)
BOOKS = ("deeds_civil", "deeds")  # in the order in which senses are tried
OWN = "own_deeds"  # the user's, which are tried before all others


@cache
def frames() -> Mapping[str, Frame]:
    """The frames by name."""
    return {
        name: Frame(*(tuple(entry[k]) for k in ("actor", "recipient", "noun_actor", "noun_recipient")))
        for book in BOOKS
        for name, entry in vocabulary(book)["frames"].items()
    }


@cache
def classes(book: Codebook = SHIPPED) -> Mapping[str, ArgumentClass]:
    """The argument classes by name."""
    entries = {k: v for name in BOOKS for k, v in vocabulary(name)["classes"].items()}
    return {name: _class(entry) for name, entry in {**entries, **_own(book, "classes", {})}.items()}


@cache
def verb_patterns(book: Codebook = SHIPPED) -> Mapping[str, tuple[VerbPattern, ...]]:
    """The verb patterns by lemma, those that ask for most first."""
    patterns: dict[str, list[VerbPattern]] = {}
    for sense, entry in _senses(book):
        for text in entry.get("verbs", ()):
            pattern = _verb_pattern(text, sense)
            patterns.setdefault(pattern.lemma, []).append(pattern)
    return {k: tuple(sorted(v, key=lambda p: (not p.sense.own, -p.demands, p.sense.rank))) for k, v in patterns.items()}


@cache
def noun_patterns(book: Codebook = SHIPPED) -> Mapping[str, tuple[NounPattern, ...]]:
    """The noun patterns by lemma, those with a modifier first."""
    patterns: dict[str, list[NounPattern]] = {}
    for sense, entry in _senses(book):
        for text in entry.get("nouns", ()):
            modifier, _, lemma = text.replace("-", "_").rpartition("_")
            patterns.setdefault(lemma, []).append(NounPattern(lemma, modifier or None, sense))
    return {
        k: tuple(sorted(v, key=lambda p: (not p.sense.own, p.modifier is None, p.sense.rank)))
        for k, v in patterns.items()
    }


@cache
def light_verbs() -> LightVerbs:
    """The light verbs; those with a particle are written `carry_out`."""
    entry = vocabulary("deeds")["light_verbs"]
    return LightVerbs(
        *(frozenset(entry[k]) for k in ("acting", "undergoing", "under", "shared", "happening", "told_of"))
    )


@cache
def halting() -> tuple[frozenset[str], Mapping[str, tuple[str, str | None]]]:
    """The verbs that end a deed, and what the ending of each type is, with its mode."""
    entry = vocabulary("deeds")["halting"]
    return frozenset(entry["verbs"]), {k: (v[0], v[1]) for k, v in entry["becomes"].items()}


@cache
def _senses(book: Codebook) -> tuple[tuple[Sense, Mapping[str, Any]], ...]:
    own = _own(book, "senses", ())
    entries = (*own, *(entry for name in BOOKS for entry in vocabulary(name)["senses"]))
    return tuple((_sense(rank, entry, rank < len(own)), entry) for rank, entry in enumerate(entries))


def _own(book: Codebook, key: str, default: Any) -> Any:
    """What the user's own codebook says of deeds."""
    return book.vocabulary(OWN)[key] if book.key else default


def _sense(rank: int, entry: Mapping[str, Any], own: bool) -> Sense:
    return Sense(
        rank=rank,
        type=entry["type"],
        mode=entry.get("mode"),
        frame=frames()[entry.get("frame", "transitive")],
        object=tuple(entry.get("object", ())),
        not_object=tuple(entry.get("not_object", ())),
        subject=tuple(entry.get("subject", ())),
        not_subject=tuple(entry.get("not_subject", ())),
        target=tuple(entry.get("target", ())),
        needs=entry.get("needs"),
        flags=frozenset(f for f in FLAGS if entry.get(f)),
        content=entry.get("content"),
        own=own,
    )


def _verb_pattern(text: str, sense: Sense) -> VerbPattern:
    words, _, prepositions = text.partition(" @ ")
    words, _, objects = words.partition(" + ")
    lemma, *particles = words.split("_")
    return VerbPattern(
        lemma,
        tuple(particles),
        frozenset(objects.split("|")) - {""},
        frozenset(prepositions.split("|")) - {""},
        sense,
    )


def _class(entry: Mapping[str, Any]) -> ArgumentClass:
    flags = (bool(entry.get(k)) for k in ("actors", "persons", "proper", "pronoun", "anything"))
    return ArgumentClass(frozenset(entry["words"]), frozenset(entry.get("kinds", ())), *flags)
