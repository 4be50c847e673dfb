"""The types, modes, quad classes, scores and foldings of plover.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import SHIPPED, Codebook, vocabulary
from dateline.record import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type: its score where the manual gives one, and the words that show it."""

    code: str
    score: float | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types, or one of the user's own; `parent` is what PLOVER counts such a one as."""

    code: str
    quad: str
    score: float
    needs_recipient: bool
    modes: tuple[Mode, ...]
    parent: str | None = None


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
    entries = book.vocabulary("plover")["types"]
    return {code: _type(code, entry, entries) for code, entry in entries.items()}


@cache
def foldings(book: Codebook = SHIPPED) -> tuple[Folding, ...]:
    """The folding rules, in the order in which they are tried."""
    return tuple(_folding(entry) for entry in book.vocabulary("plover")["folding"])


def score_of(code: str, modes: Iterable[str], book: Codebook = SHIPPED) -> float:
    """The intensity of a type, -10..+10: that of its first mode with a score of its own, else the type's."""
    kind = event_types(book)[code]
    scores = {m.code: m.score for m in kind.modes}
    return next((s for m in modes if (s := scores.get(m)) is not None), kind.score)


def folded(
    code: str, modality: Modality, polarity: Polarity, stance: str | None, book: Codebook = SHIPPED
) -> str | None:
    """What PLOVER counts this deed as, or None where it is what it is."""
    for rule in foldings(book):
        fits = code in rule.types and polarity == rule.polarity and (not rule.modality or modality in rule.modality)
        if fits and (not rule.stance or stance in rule.stance):
            return rule.to
    return event_types(book)[code].parent


def _type(code: str, entry: Mapping[str, Any], entries: Mapping[str, Any]) -> EventType:
    modes = tuple(Mode(m, v.get("score"), tuple(v["words"])) for m, v in (entry.get("modes") or {}).items())
    quad, score = (_inherited(entry, key, entries) for key in ("quad", "score"))
    return EventType(code, quad, score, entry["needs_recipient"], modes, entry.get("parent"))


def _inherited(entry: Mapping[str, Any], key: str, entries: Mapping[str, Any]) -> Any:
    """What a type says of itself, else what its parent says, else the shipped type whose examples are likest."""
    if entry.get(key) is not None:
        return entry[key]
    if entry.get("parent") is not None:
        return _inherited(entries[entry["parent"]], key, entries)
    from dateline.events.likeness import nearest_type

    return vocabulary("plover")["types"][nearest_type(tuple(entry["examples"]))][key]


def _folding(entry: Mapping[str, Any]) -> Folding:
    return Folding(
        types=frozenset(entry["types"]),
        modality=frozenset(entry.get("modality", ())),
        stance=frozenset(entry.get("stance", ())),
        polarity=entry["polarity"],
        to=entry["to"],
    )
