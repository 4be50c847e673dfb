"""The types, modes, quad classes, scores and foldings of plover.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import SHIPPED, Codebook
from dateline.record import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type: its score where the manual gives one, and the words that show it."""

    code: str
    score: float | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types."""

    code: str
    quad: str
    score: float
    needs_recipient: bool
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True)
class Folding:
    """When a deed counts as another type in PLOVER: `stance` empty = in any voice."""

    types: frozenset[str]
    modality: frozenset[str]
    stance: frozenset[str]
    polarity: str
    to: str


@cache
def event_types(book: Codebook = SHIPPED) -> Mapping[str, EventType]:
    """The types by code."""
    return {code: _type(code, entry) for code, entry in book.vocabulary("plover")["types"].items()}


@cache
def foldings(book: Codebook = SHIPPED) -> tuple[Folding, ...]:
    """The folding rules, in the order in which they are tried."""
    return tuple(_folding(entry) for entry in book.vocabulary("plover")["folding"])


def score_of(code: str, modes: Iterable[str], book: Codebook = SHIPPED) -> float:
    """The intensity of a type, -10..+10: that of its first mode with a score of its own, else the type's."""
    kind = event_types(book)[code]
    scores = {m.code: m.score for m in kind.modes}
    return next((s for m in modes if (s := scores.get(m)) is not None), kind.score)


def folded(code: str, modality: Modality, polarity: Polarity, stance: str | None) -> str | None:
    """What PLOVER counts this deed as, or None where it is what it is."""
    for rule in foldings():
        fits = code in rule.types and polarity == rule.polarity and (not rule.modality or modality in rule.modality)
        if fits and (not rule.stance or stance in rule.stance):
            return rule.to
    return None


def _type(code: str, entry: Mapping[str, Any]) -> EventType:
    modes = tuple(Mode(m, v.get("score"), tuple(v["words"])) for m, v in (entry.get("modes") or {}).items())
    return EventType(code, entry["quad"], entry["score"], entry["needs_recipient"], modes)


def _folding(entry: Mapping[str, Any]) -> Folding:
    return Folding(
        types=frozenset(entry["types"]),
        modality=frozenset(entry.get("modality", ())),
        stance=frozenset(entry.get("stance", ())),
        polarity=entry["polarity"],
        to=entry["to"],
    )
