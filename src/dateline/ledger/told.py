"""What a listing gives back: a row of a record, with the report it stands in and the voices it is told in.

`voices` runs from the innermost statement outwards; it is empty for what the report tells in its own voice. A row with
voices is what somebody says. `to_dict` is the row's JSON: the keys of the listing, then those of the record's row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.record import DateRow, Event, PlaceRow, Speaker, Statement, Tie
from dateline.record_json import row_to_dict

UNNAMED = "unnamed"  # a voice whose speaker the report does not name


@dataclass(frozen=True, slots=True)
class ReportLine:
    """The head of a report in a listing."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    path: str | None

    def to_dict(self) -> dict[str, Any]:
        """The head as JSON."""
        return {
            "report": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "path": self.path,
        }


def speakers(statement: Statement) -> tuple[str, ...]:
    """The names of whose words a statement is; never empty."""
    return tuple(one.name for one in statement.speakers) or (UNNAMED,)


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement; `words` is what is said, `voices` the statements it stands in."""

    report: ReportLine
    voices: tuple[Statement, ...]
    words: str
    statement: Statement

    def to_dict(self) -> dict[str, Any]:
        """The statement as JSON."""
        return {**_told(self.report, self.voices, self.words), **row_to_dict(self.statement)}


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event; `words` is the evidence, `dates` and `places` are the rows whose ids the event holds."""

    report: ReportLine
    voices: tuple[Statement, ...]
    words: str
    event: Event
    dates: tuple[DateRow, ...]
    places: tuple[PlaceRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """The event as JSON, its dates and places in full."""
        row = row_to_dict(self.event)
        row["dates"] = [row_to_dict(date) for date in self.dates]
        row["places"] = [row_to_dict(place) for place in self.places]
        return {**_told(self.report, self.voices, self.words), **row}


@dataclass(frozen=True, slots=True)
class ToldTie:
    """A tie; `words` is the evidence."""

    report: ReportLine
    voices: tuple[Statement, ...]
    words: str
    tie: Tie
    dates: tuple[DateRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """The tie as JSON, its dates in full."""
        row = row_to_dict(self.tie)
        row["dates"] = [row_to_dict(date) for date in self.dates]
        return {**_told(self.report, self.voices, self.words), **row}


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found; in `words` those looked for stand between [ and ]."""

    report: ReportLine
    words: str

    def to_dict(self) -> dict[str, Any]:
        """The hit as JSON."""
        return {**self.report.to_dict(), "words": self.words}


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in a listing: how often it is mentioned, in how many reports, and in which roles it stands."""

    actor: str | None
    name: str
    country: str | None
    sectors: tuple[str, ...]
    reports: int
    mentions: int
    says: int
    does: int
    undergoes: int

    def to_dict(self) -> dict[str, Any]:
        """The actor as JSON."""
        return row_to_dict(self)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    reports: int
    mentions: int
    statements: int
    events: int
    ties: int


def _told(report: ReportLine, voices: tuple[Statement, ...], words: str) -> dict[str, Any]:
    head = {"report": report.id, "published": report.published, "publisher": report.publisher}
    chain = [_voice(statement) for statement in voices]
    return {**head, "voice": chain[0] if chain else None, "voices": chain, "words": words}


def _voice(statement: Statement) -> dict[str, Any]:
    return {
        "statement": statement.id,
        "speakers": [_speaker(one) for one in statement.speakers],
        "stance": statement.stance,
        "polarity": statement.polarity,
        "distance": statement.distance,
    }


def _speaker(one: Speaker) -> dict[str, Any]:
    return {"actor": one.actor, "name": one.name}
