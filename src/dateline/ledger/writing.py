"""Writes a record into the ledger: its JSON as it is, and its rows once more into tables."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from dateline.ledger import survey
from dateline.ledger.names import fold
from dateline.record import (
    ActorRef,
    DateRow,
    Event,
    Mention,
    Participant,
    PlaceRow,
    Record,
    Span,
    Speaker,
    Statement,
    Tie,
)
from dateline.record_json import dumps, from_json, row_to_dict
from dateline.report import Report

Row = tuple[object, ...]
JOIN = "; "
ELLIPSIS = " … "


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of what happens inside, or nothing: also when the process is told to stop."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has ended it already
            db.execute("ROLLBACK")
        raise


def write(db: sqlite3.Connection, record: Record, line: str, raw: bytes | None) -> None:
    """Puts the record, and `line`, its JSON, in the place of an earlier one. The caller holds the transaction."""
    number = _report(db, record.report)
    survey.ensure(db)
    earlier = db.execute("SELECT json FROM record WHERE report = ?", (number,)).fetchone()
    if earlier:
        survey.take_out(db, number, from_json(earlier[0]))
    if raw is not None:
        _put(db, "raw", [(number, record.report.raw_sha256, zlib.compress(raw))])
    coder = record.coder
    db.execute("DELETE FROM record WHERE report = ?", (number,))  # its rows go with it
    _put(db, "record", [(number, coder.version, coder.codebook, coder.models, line)])
    _mentions(db, number, record.mentions)
    _statements(db, number, record)
    _events(db, number, record)
    _ties(db, number, record)
    _setting(db, number, record)
    survey.put_in(db, number, record)


def _put(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Rows in the order of the table's columns, as schema.sql declares them."""
    rows = list(rows)
    if rows:
        marks = ",".join("?" * len(rows[0]))
        db.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our own table names


def _report(db: sqlite3.Connection, report: Report) -> int:
    """The report's number, which it keeps."""
    found = db.execute("SELECT n FROM report WHERE id = ?", (report.id,)).fetchone()
    line = report.dateline
    key = fold(report.publisher) if report.publisher else None
    printed = (line.place, line.agency, line.date) if line else (None, None, None)
    row: Row = (
        *(report.id, report.url, report.path, report.raw_sha256, report.title, report.publisher, key, report.agency),
        *(JOIN.join(report.bylines), *printed, report.published, report.language, report.genre, report.text),
    )
    if found:
        db.execute(_UPDATE, (*row, found[0]))
        return int(found[0])
    return int(db.execute(_INSERT, row).lastrowid or 0)


_COLUMNS = """id, url, path, raw_sha256, title, publisher, publisher_key, agency,
  bylines, dateline_place, dateline_agency, dateline_date, published, language, genre, text"""
_MARKS = ",".join("?" * 16)
_INSERT = f"INSERT INTO report ({_COLUMNS}) VALUES ({_MARKS})"  # noqa: S608 - our own names
_UPDATE = f"UPDATE report SET ({_COLUMNS}) = ({_MARKS}) WHERE n = ?"  # noqa: S608 - our own names


def _mentions(db: sqlite3.Connection, number: int, mentions: Sequence[Mention]) -> None:
    _put(db, "mention", (_mention(number, i, m) for i, m in enumerate(mentions)))
    _put(db, "mention_actor", (_meant(number, m, i, who) for m in mentions for i, who in enumerate(m.actors)))


def _mention(number: int, place: int, row: Mention) -> Row:
    return (number, row.id, place, row.start, row.end, row.text, fold(row.text), row.resolved_by, row.confidence)


def _meant(number: int, mention: Mention, place: int, who: ActorRef) -> Row:
    return (number, mention.id, place, who.actor, who.name, fold(who.name), who.country, " ".join(who.sectors))


def _statements(db: sqlite3.Connection, number: int, record: Record) -> None:
    text, rows = record.report.text, record.statements
    _put(db, "statement", (_statement(number, i, row, text) for i, row in enumerate(rows)))
    _put(db, "statement_piece", ((number, s.id, i, *piece) for s in rows for i, piece in enumerate(s.content)))
    for s in rows:
        _put(db, "participant", _participants(number, s.id, "speaker", s.speakers))
        _put(db, "participant", _participants(number, s.id, "affiliation", (s.affiliation,) if s.affiliation else ()))
        _put(db, "participant", _participants(number, s.id, "addressee", s.addressees))


def _statement(number: int, place: int, row: Statement, text: str) -> Row:
    cue = text[slice(*row.cue)] if row.cue else None
    told = (cue, words_of(row.content, text), row.kind, row.stance, row.polarity, int(row.distance), row.parent)
    return (number, row.id, place, *anchor_of(row), *told, row.confidence, dumps(row_to_dict(row)))


def _events(db: sqlite3.Connection, number: int, record: Record) -> None:
    text, rows = record.report.text, record.events
    _put(db, "event", (_event(number, i, row, text) for i, row in enumerate(rows)))
    for e in rows:
        _put(db, "participant", _participants(number, e.id, "actor", e.actors))
        _put(db, "participant", _participants(number, e.id, "recipient", e.recipients))
        _put(db, "row_date", ((number, e.id, i, date) for i, date in enumerate(e.dates)))
        _put(db, "row_place", ((number, e.id, i, place) for i, place in enumerate(e.places)))
        hurt = enumerate(e.casualties)
        _put(db, "casualties", ((number, e.id, i, c.kind, c.low, c.high, c.who, c.start, c.end) for i, c in hurt))


def _event(number: int, place: int, row: Event, text: str) -> Row:
    kind = (row.type, row.folded, JOIN.join(row.mode), JOIN.join(row.contexts), row.quad, row.score)
    voice = (row.polarity, row.modality, row.statement, row.act_of, row.deed)
    evidence = words_of(row.evidence, text)
    return (number, row.id, place, *kind, *voice, *row.anchor, evidence, row.confidence, dumps(row_to_dict(row)))


def _ties(db: sqlite3.Connection, number: int, record: Record) -> None:
    _put(db, "tie", (_tie(number, i, row, record.report.text) for i, row in enumerate(record.ties)))
    for t in record.ties:
        _put(db, "participant", _participants(number, t.id, "left", (t.left,)))
        _put(db, "participant", _participants(number, t.id, "right", (t.right,)))
        _put(db, "row_date", ((number, t.id, i, date) for i, date in enumerate(t.dates)))


def _tie(number: int, place: int, row: Tie, text: str) -> Row:
    voice = (row.polarity, row.modality, row.statement)
    evidence = words_of(row.evidence, text)
    json = dumps(row_to_dict(row))
    return (number, row.id, place, row.type, row.role, *voice, *row.anchor, evidence, row.confidence, json)


def _participants(
    number: int, row: str, role: str, who: Sequence[Participant | Speaker | ActorRef]
) -> Iterator[tuple[object, ...]]:
    for i, one in enumerate(who):
        mention = None if isinstance(one, ActorRef) else one.mention
        span = (one.start, one.end) if isinstance(one, Speaker) else (None, None)
        yield (number, row, role, i, mention, one.actor, one.name, fold(one.name), *span)


def _setting(db: sqlite3.Connection, number: int, record: Record) -> None:
    _put(db, "date", (_date(number, i, row) for i, row in enumerate(record.dates)))
    _put(db, "place", (_place(number, i, row) for i, row in enumerate(record.places)))
    left = enumerate(record.unresolved)
    _put(db, "unresolved", ((number, i, u.start, u.end, u.text, u.reason) for i, u in left))


def _date(number: int, place: int, row: DateRow) -> Row:
    days = (row.first, row.last, row.precision, row.anchor)
    return (number, row.id, place, row.start, row.end, row.text, *days)


def _place(number: int, place: int, row: PlaceRow) -> Row:
    where = (row.latitude, row.longitude, row.geonames, row.country, row.admin1)
    how = (row.precision, row.decided_by, row.reason)
    return (number, row.id, place, row.start, row.end, row.text, row.name, *where, *how)


def words_of(spans: Sequence[Span], text: str) -> str:
    """The words of several spans, parted by an ellipsis."""
    return ELLIPSIS.join(text[start:end] for start, end in spans)


def anchor_of(row: Statement) -> Span:
    """The span in a statement's id: its cue, or its content where there is none."""
    if row.cue:
        return row.cue
    start, end = re.findall(r"\d+", row.id)[:2]
    return int(start), int(end)
