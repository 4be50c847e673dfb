"""Lists what the ledger holds: reports, statements, events and ties, and what lies between two actors."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from dateline.ledger import filters as narrow
from dateline.ledger.filters import Filters, Where
from dateline.ledger.names import matches, who
from dateline.ledger.told import ReportLine, ToldEvent, ToldStatement, ToldTie
from dateline.record import DateRow, Event, PlaceRow, Statement, Tie
from dateline.record_json import row_from_dict

HEAD = "r.id, r.title, r.publisher, r.published, r.path"
ORDER = "ORDER BY r.published IS NULL, r.published, r.n"  # by day, undated reports last, then as they were read


def reports(db: sqlite3.Connection, filters: Filters) -> Iterator[ReportLine]:
    """Heads of reports: `actor` is mentioned in them, `speaker` has a statement there, `type` an event."""
    where = narrow.mentioned(db, narrow.of_report(filters), filters.actor)
    if filters.speaker is not None:
        speaks = f"SELECT report FROM ({narrow.SPEAKS})"  # noqa: S608 - our own words
        where = where.and_(f"r.n IN ({speaks})", *who(db, filters.speaker).bound)
    if filters.type is not None:
        kinds = "SELECT report FROM event WHERE upper(?) IN (type, folded)"
        where = where.and_(f"r.n IN ({kinds})", filters.type)
    query = f"SELECT {HEAD} FROM report r {where.sql} {ORDER} {_limit(filters)}"  # noqa: S608 - our own words
    for row in db.execute(query, where.values):
        yield ReportLine(*row)


def statements(db: sqlite3.Connection, filters: Filters, where: Where | None = None) -> Iterator[ToldStatement]:
    """Statements that pass the filters (and `where`, on the row x), in order of publication."""
    where = narrow.concerned(db, _both(narrow.of_report(filters), where), filters.actor)
    where = narrow.told_by(db, where, filters.speaker, "x.id")
    if filters.type is not None:
        where = where.and_("lower(?) IN (x.stance, x.kind)", filters.type)
    for number, head, words, row in _rows(db, "statement", "content", where, filters):
        statement = row_from_dict(Statement, row)
        yield ToldStatement(head, voices(db, number, statement.parent), words, statement)


def events(db: sqlite3.Connection, filters: Filters, where: Where | None = None) -> Iterator[ToldEvent]:
    """Events that pass the filters (and `where`, on the row x), in order of publication."""
    where = _both(narrow.of_report(filters), where)
    where = narrow.takes_part(db, where, filters.actor)
    where = narrow.told_by(db, where, filters.speaker)
    if filters.type is not None:
        where = where.and_("upper(?) IN (x.type, x.folded)", filters.type)
    for number, head, words, row in _rows(db, "event", "evidence", where, filters):
        event = row_from_dict(Event, row)
        held = voices(db, number, event.statement)
        yield ToldEvent(head, held, words, event, _dates(db, number, event.dates), _places(db, number, event.places))


def ties(db: sqlite3.Connection, filters: Filters, where: Where | None = None) -> Iterator[ToldTie]:
    """Ties that pass the filters (and `where`, on the row x), in order of publication."""
    where = _both(narrow.of_report(filters), where)
    where = narrow.takes_part(db, where, filters.actor)
    where = narrow.told_by(db, where, filters.speaker)
    if filters.type is not None:
        where = where.and_("x.type = lower(?)", filters.type)
    for number, head, words, row in _rows(db, "tie", "evidence", where, filters):
        tie = row_from_dict(Tie, row)
        yield ToldTie(head, voices(db, number, tie.statement), words, tie, _dates(db, number, tie.dates))


def between(db: sqlite3.Connection, one: str, other: str) -> Where:
    """The event or tie x lies between two actors: from one to the other, or it has actors only, both among them.

    Two actors who together do something to a third have nothing between them there.
    """
    return Where((f"(x.report, x.id) IN ({_BETWEEN})",), (*who(db, one).bound, *who(db, other).bound))


_PARTIES = f"SELECT report, row, role, ord FROM participant WHERE {matches()}"  # noqa: S608 - our own words
_BETWEEN = f"""
SELECT a.report, a.row FROM ({_PARTIES}) a JOIN ({_PARTIES}) b ON b.report = a.report AND b.row = a.row
WHERE (a.role, b.role) IN (VALUES ('actor', 'recipient'), ('recipient', 'actor'), ('left', 'right'), ('right', 'left'))
  OR (a.role = 'actor' AND b.role = 'actor' AND a.ord <> b.ord AND NOT EXISTS (
    SELECT 1 FROM participant c WHERE c.report = a.report AND c.row = a.row AND c.role = 'recipient'))
"""  # noqa: S608 - our own words


def voices(db: sqlite3.Connection, number: int, statement: str | None) -> tuple[Statement, ...]:
    """The statement and those it stands in, innermost first."""
    found: dict[str, Statement] = {}
    while statement is not None and statement not in found:
        row = db.execute("SELECT json FROM statement WHERE report = ? AND id = ?", (number, statement)).fetchone()
        if row is None:
            break
        found[statement] = row_from_dict(Statement, json.loads(row[0]))
        statement = found[statement].parent
    return tuple(found.values())


def _rows(
    db: sqlite3.Connection, table: str, words: str, where: Where, filters: Filters
) -> Iterator[tuple[int, ReportLine, str, Any]]:
    """The report's number and head, the words and the JSON of each row of a table."""
    query = (
        f"SELECT r.n, x.{words}, x.json, {HEAD} FROM {table} x JOIN report r ON r.n = x.report "  # noqa: S608 - ours
        f"{where.sql} {ORDER}, x.ord {_limit(filters)}"
    )
    for number, said, row, *head in db.execute(query, where.values):
        yield number, ReportLine(*head), said, json.loads(row)


def _limit(filters: Filters) -> str:
    return "" if filters.limit is None else f"LIMIT {int(filters.limit)}"


def _both(one: Where, other: Where | None) -> Where:
    return one if other is None else Where(one.conditions + other.conditions, one.values + other.values)


_DATE = """SELECT id, span_start, span_end, words, first_day, last_day, precision, anchor
  FROM date WHERE report = ? AND id = ?"""
_PLACE = """SELECT id, span_start, span_end, words, name, latitude, longitude, geonames, country, admin1,
  precision, decided_by, reason FROM place WHERE report = ? AND id = ?"""


def _dates(db: sqlite3.Connection, number: int, ids: tuple[str, ...]) -> tuple[DateRow, ...]:
    return tuple(DateRow(*row) for one in ids for row in db.execute(_DATE, (number, one)))


def _places(db: sqlite3.Connection, number: int, ids: tuple[str, ...]) -> tuple[PlaceRow, ...]:
    return tuple(PlaceRow(*row) for one in ids for row in db.execute(_PLACE, (number, one)))
