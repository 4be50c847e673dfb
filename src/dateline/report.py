"""The report: one news item as published, decoded and taken apart, before anything in it is coded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartKind = Literal["title", "dateline", "byline", "caption", "credit", "body", "furniture"]
Genre = Literal["news", "opinion", "analysis"]

CODED_PARTS: frozenset[PartKind] = frozenset({"title", "caption", "body"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that plays one role on the page.

    `start` and `end` count code points of `Report.text`. `reason` says why a part is furniture, and is None otherwise.
    """

    kind: PartKind
    start: int
    end: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash of a dispatch: `NAIROBI, Nov 23 (Reuters) -`. What is not printed is None."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One news item. Every span anywhere in dateline is [start, end) in code points of `text`.

    `published` is an ISO date or date-time, given by the input or None: it is never guessed.
    `raw_sha256` is the hash of the bytes as they came in. `parts` cover the text without overlap, in order.
    """

    id: str
    text: str
    parts: tuple[Part, ...]
    raw_sha256: str
    url: str | None = None
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    bylines: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    language: str | None = None
    genre: Genre = "news"

    def part_at(self, offset: int) -> Part | None:
        """The part that covers a code point, or None between parts."""
        return next((p for p in self.parts if p.start <= offset < p.end), None)
