"""A report as a person reads it in a terminal: its text with marks, and below each paragraph what they say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from dateline.cli.terminal.paragraph import Piece, pieces
from dateline.record import Event, Record, Statement, Tie, Unresolved
from dateline.report import Report
from dateline.wording.facts import deed, parties
from dateline.wording.marks import Labels, Mark, anchor, labels_of, marks_of
from dateline.wording.words import names, plain, shortened, voice

WIDEST = 100
PARAGRAPH = re.compile(r"\S[^\n]*")
SPACE = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Note:
    """What is written below a paragraph, and the place in the text by which it is known to belong there."""

    at: int
    text: str


def page(record: Record) -> str:
    """The whole page."""
    labels = labels_of(record)
    marks = marks_of(record, labels)
    notes = sorted(_notes(record, labels), key=lambda note: note.at)
    blocks = [_head(record), *_body(record.report, marks, notes), *_open_ends(record.unresolved)]
    return "\n\n".join(blocks)


def _head(record: Record) -> str:
    report = record.report
    line = report.dateline
    facts = [report.publisher, report.agency if report.agency != report.publisher else None, ", ".join(report.bylines)]
    facts += [line.place if line else None, report.published or "no day of publication", report.genre]
    head = click.style(plain(report.title or "(no title)"), bold=True)
    known = click.style(plain(" · ".join(filter(None, facts))), dim=True)
    where = click.style(plain(" · ".join(filter(None, [report.id, report.url or report.path]))), dim=True)
    return "\n".join([head, known, where])


def _body(report: Report, marks: tuple[Mark, ...], notes: list[Note]) -> Iterator[str]:
    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
    spans = [match.span() for match in PARAGRAPH.finditer(report.text)]
    ends = [start for start, _ in spans[1:]] + [len(report.text) + 1]
    begun = 0  # marks before this one have ended
    told = 0
    for (start, end), next_start in zip(spans, ends, strict=True):
        while begun < len(marks) and marks[begun].end <= start:
            begun += 1
        inside = _until(marks, begun, end)
        lines = _wrapped(_labelled(report, start, pieces(report.text, start, end, inside)), width)
        while told < len(notes) and notes[told].at < next_start:
            lines.append(f"    {notes[told].text}")
            told += 1
        yield "\n".join(lines)


def _until(marks: tuple[Mark, ...], first: int, end: int) -> list[Mark]:
    found = []
    for mark in marks[first:]:
        if mark.start >= end:
            break
        found.append(mark)
    return found


def _labelled(report: Report, start: int, found: Iterable[Piece]) -> Iterator[Piece]:
    """What is not running text says so in front."""
    part = report.part_at(start)
    if part is not None and part.kind == "furniture":
        yield Piece(f"(left out: {plain(part.reason or 'furniture')}) ", is_label=True)
    elif part is not None and part.kind in ("caption", "credit", "byline"):
        yield Piece(f"({part.kind}) ", is_label=True)
    yield from found


def _wrapped(found: Iterable[Piece], width: int) -> list[str]:
    """Lines of at most `width` code points, where words allow it; colours do not count."""
    lines: list[str] = [""]
    used = 0
    word: list[tuple[Piece, str]] = []
    for piece in (*found, Piece(" ")):
        for part in SPACE.split(piece.text):
            if not part:
                continue
            if not part.isspace():
                word.append((piece, plain(part)))
                continue
            size = sum(len(text) for _, text in word)
            if used and used + 1 + size > width:
                lines.append("")
                used = 0
            lines[-1] += " " * (used > 0 and size > 0) + "".join(one.styled(text) for one, text in word)
            used += size + (used > 0 and size > 0)
            word = []
    return lines


def _notes(record: Record, labels: Labels) -> Iterator[Note]:
    for said in record.statements:
        yield Note(anchor(said), _statement(said, labels))
    for done in record.events:
        yield Note(done.anchor[0], _event(done, record, labels))
    for tie in record.ties:
        yield Note(tie.anchor[0], _tie(tie, labels))


def _statement(row: Statement, labels: Labels) -> str:
    to = f" to {names(row.addressees)}" if row.addressees else ""
    inside = f", inside ({labels.statements[row.parent]})" if row.parent in labels.statements else ""
    return f"({labels.statements[row.id]}) {voice(row)}{to}, {row.kind}{inside}"


def _event(row: Event, record: Record, labels: Labels) -> str:
    act = f", by saying ({labels.statements[row.act_of]})" if row.act_of in labels.statements else ""
    when = [date.first or f"“{plain(date.text)}”" for date in record.dates if date.id in row.dates]
    where = [plain(place.name) for place in record.places if place.id in row.places]
    more = " · ".join(filter(None, [", ".join(when), ", ".join(where)]))
    told = _word_of(row.statement, labels)
    return f"{{{labels.events[row.id]}}} {parties(row)}  {deed(row)}{act} — {told}" + (f" · {more}" if more else "")


def _tie(row: Tie, labels: Labels) -> str:
    role = f" as {plain(row.role)}" if row.role else ""
    denied = " (denied)" if row.polarity == "denied" else ""
    told = _word_of(row.statement, labels)
    return f"=   {plain(row.left.name)} {row.type} {plain(row.right.name)}{role}{denied} — {told}"


def _word_of(statement: str | None, labels: Labels) -> str:
    if statement is None:
        return "told by the report itself"
    row = labels.said.get(statement)
    return f"on the word of {voice(row)} ({labels.statements[row.id]})" if row else "on somebody's word"


def _open_ends(rows: tuple[Unresolved, ...]) -> list[str]:
    """What was left open, and why."""
    if not rows:
        return []
    lines = [f"    “{shortened(row.text, 60)}”: {plain(row.reason)}" for row in rows]
    return ["\n".join(["Left open:", *lines])]
