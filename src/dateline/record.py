"""The record: the coding of one report. Dataclasses inside, JSON outside; `record.schema.json` describes the JSON.

A record depends on its report, the codebook and the models, and on nothing else. Row ids are kind + anchor span
(+ ordinal), so they survive recoding. Spans are [start, end) in code points of `report.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.report import Report

Span = tuple[int, int]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["conditional", "possible", "wanted", "planned", "ongoing", "historical", "actual"]
StatementKind = Literal["direct", "indirect", "mixed"]
DatePrecision = Literal["time", "day", "week", "month", "year", "range", "unknown"]
PlacePrecision = Literal["point", "town", "admin1", "country", "region", "unknown"]

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class ActorRef:
    """Who is meant: a catalogue id or None, and always a name. `country` is ISO 3166 alpha-3 (or a user's own id)."""

    actor: str | None
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to one or more actors, and how it was resolved (`alias`, `pattern`, `coreference`, …)."""

    id: str
    start: int
    end: int
    text: str
    actors: tuple[ActorRef, ...]
    resolved_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role of an event or tie; `mention` is the id of the words, None where the actor is only implied."""

    mention: str | None
    actor: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is attributed to, with the words (None where the speaker is carried over without words)."""

    mention: str | None
    actor: str | None
    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution. `parent` is the id of the statement it stands in; `polarity` is denied for "did not say"."""

    id: str
    speakers: tuple[Speaker, ...]
    affiliation: ActorRef | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    stance: str
    polarity: Polarity
    distance: bool
    addressees: tuple[Participant, ...]
    parent: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a row: `by` names the rule or model, `words` the span it read."""

    by: str
    words: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many were hurt: `low` and `high` as the words give them, None where they leave the end open.

    `total` is True where the words give the whole count so far, which includes an earlier one ("the toll rose to 19").
    """

    kind: str
    low: int | None
    high: int | None
    who: str | None
    start: int
    end: int
    total: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One telling of a deed in one voice. `dates` and `places` hold ids of `Record.dates` and `Record.places`."""

    id: str
    type: str
    folded: str | None
    mode: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: str
    score: float
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    polarity: Polarity
    modality: Modality
    statement: str | None
    act_of: str | None
    deed: str
    dates: tuple[str, ...]
    places: tuple[str, ...]
    casualties: tuple[Casualties, ...]
    anchor: Span
    evidence: tuple[Span, ...]
    why: tuple[Why, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Tie:
    """An enduring relation between two actors, told like an event."""

    id: str
    type: str
    left: Participant
    right: Participant
    polarity: Polarity
    modality: Modality
    statement: str | None
    dates: tuple[str, ...]
    anchor: Span
    evidence: tuple[Span, ...]
    why: tuple[Why, ...]
    confidence: float
    role: str | None = None


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date as said: `first` and `last` are ISO days (JSON `from` and `to`), None where nothing anchors the words."""

    id: str
    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    precision: DatePrecision
    anchor: str | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as said; coordinates in degrees WGS84, None where it is named but not located (`reason` says why)."""

    id: str
    start: int
    end: int
    text: str
    name: str
    latitude: float | None
    longitude: float | None
    geonames: int | None
    country: str | None
    admin1: str | None
    precision: PlacePrecision
    decided_by: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that refer to something dateline could not settle, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CoderInfo:
    """What made the record: version, and hashes of codebook and models."""

    version: str
    codebook: str
    models: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """The coding of one report; `dateline.record_json` turns it into JSON and back."""

    coder: CoderInfo
    report: Report
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    dates: tuple[DateRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    schema: int = SCHEMA
