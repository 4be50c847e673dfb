"""The marks of a report page: which statement and which event stands where, by number and by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.record import Event, Record, Span, Statement

MarkKind = Literal["content", "cue", "speaker", "deed"]
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be seen in the text: the words, what they are, and what is written before and after them."""

    start: int
    end: int
    kind: MarkKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Numbers of statements and letters of events, in the order of the record; `said` is the statements by id."""

    statements: dict[str, str]
    events: dict[str, str]
    said: dict[str, Statement]


def labels_of(record: Record) -> Labels:
    """The labels of a record's rows."""
    said = {row.id: row for row in record.statements}
    numbers = {row.id: str(i) for i, row in enumerate(record.statements, 1)}
    return Labels(numbers, {row.id: _letters(i) for i, row in enumerate(record.events)}, said)


def marks_of(record: Record, labels: Labels) -> tuple[Mark, ...]:
    """All marks in the order in which they begin, the longer of two first."""
    said = (mark for row in record.statements for mark in _of_statement(row, labels.statements[row.id]))
    done = (_of_event(row, labels.events[row.id]) for row in record.events)
    return tuple(sorted((*said, *done), key=lambda mark: (mark.start, -mark.end)))


def anchor(row: Statement) -> int:
    """Where a statement's note belongs: its cue, else its content, else its speaker."""
    spans: list[Span | None] = [row.cue, *row.content, *((one.start or 0, one.end or 0) for one in row.speakers)]
    return next((span[0] for span in spans if span is not None), 0)


def _of_statement(row: Statement, label: str) -> Iterator[Mark]:
    for start, end in row.content:
        yield Mark(start, end, "content", f"[{label}|", f"|{label}]")
    if row.cue:
        yield Mark(*row.cue, "cue", "", f"({label})")
    for one in row.speakers:
        if one.start is not None and one.end is not None:
            yield Mark(one.start, one.end, "speaker", "", "")


def _of_event(row: Event, label: str) -> Mark:
    return Mark(*row.anchor, "deed", "", f"{{{label}}}")


def _letters(number: int) -> str:
    """a, b, … z, aa, ab, …"""
    letters = ""
    while number >= 0:
        letters = ALPHABET[number % 26] + letters
        number = number // 26 - 1
    return letters
