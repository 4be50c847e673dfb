"""Copies in the ledger's tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from dateline.accounts.copies import SHARED_SKETCH, Carrier, Dispatch, Pair, Sheet, copy_pair, dispatches
from dateline.record_json import dumps, row_from_dict, row_to_dict
from dateline.report import Report

LIKELY = """
SELECT s.report FROM account_sketch s JOIN json_each(?1) h ON s.hash = h.value WHERE s.report <> ?2
GROUP BY s.report HAVING count(*) >= ?3 ORDER BY s.report
"""


def take_out(db: sqlite3.Connection, report: int) -> None:
    """Removes a report's sketch. Its pairs stay until `regroup`, so that those who shared it are counted again."""
    db.execute("DELETE FROM account_sketch WHERE report = ?", (report,))


def put_in(db: sqlite3.Connection, number: int, report: Report) -> None:
    """Adds a report's sketch."""
    sketch = sorted(Sheet.of(report).shingles.sketch())
    db.executemany("INSERT OR IGNORE INTO account_sketch VALUES (?,?)", [(value, number) for value in sketch])


def regroup(db: sqlite3.Connection, changed: Iterable[int]) -> set[int]:
    """Pairs and groups anew whatever the changed reports touch; gives the reports that may count differently now."""
    before: set[int] = set()
    sheets = Sheets(db)
    for n in changed:
        before |= {n, *_neighbours(db, n)}
        db.execute("DELETE FROM account_pair WHERE one = ?1 OR other = ?1", (n,))
    for n in changed:
        _pair(db, n, sheets)
    touched = _connected(db, before)
    db.executemany("DELETE FROM account_copy WHERE report = ?", [(n,) for n in touched])
    if len(touched) > 1:
        _group(db, touched, sheets)
    return touched - set(changed)


def _pair(db: sqlite3.Connection, number: int, sheets: Sheets) -> None:
    hashes = [h for (h,) in db.execute("SELECT hash FROM account_sketch WHERE report = ?", (number,))]
    likely = [n for (n,) in db.execute(LIKELY, (json.dumps(hashes), number, SHARED_SKETCH))]
    own = sheets.of(number) if likely else None
    for other in likely:
        sheet = sheets.of(other)
        found = copy_pair(own, sheet) if own and sheet else None
        if found:
            row = (min(number, other), max(number, other), dumps(row_to_dict(found)))
            db.execute("INSERT OR REPLACE INTO account_pair VALUES (?,?,?)", row)


class Sheets:
    """The sheets of reports, each made once, for as long as the object is kept."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._made: dict[int, Sheet | None] = {}

    def of(self, number: int) -> Sheet | None:
        """The sheet of a report, None where it has no record."""
        if number not in self._made:
            query = "SELECT json ->> '$.report' FROM record WHERE report = ?"
            found = self._db.execute(query, (number,)).fetchone()
            self._made[number] = Sheet.of(row_from_dict(Report, json.loads(found[0]))) if found else None
        return self._made[number]


def _neighbours(db: sqlite3.Connection, number: int) -> set[int]:
    query = "SELECT other FROM account_pair WHERE one = ?1 UNION SELECT one FROM account_pair WHERE other = ?1"
    return {n for (n,) in db.execute(query, (number,))}


def _connected(db: sqlite3.Connection, reports: Iterable[int]) -> set[int]:
    found: set[int] = set()
    todo = list(reports)
    while todo:
        n = todo.pop()
        if n not in found:
            found.add(n)
            todo += _neighbours(db, n) - found
    return found


def _group(db: sqlite3.Connection, reports: set[int], made: Sheets) -> None:
    paired = {n: near for n in reports if (near := _neighbours(db, n))}
    sheets = {s.id: s for n in paired if (s := made.of(n))}
    rows = {row for n in paired for row in db.execute("SELECT json FROM account_pair WHERE one = ?", (n,))}
    for dispatch in dispatches(sheets, [row_from_dict(Pair, json.loads(row)) for (row,) in rows]):
        _write(db, dispatch)


def _write(db: sqlite3.Connection, dispatch: Dispatch) -> None:
    origin = _number(db, dispatch.origin)
    rows = [(origin, origin, 1, 1.0, "[]")]
    rows += [(_number(db, c.report), origin, int(not c.whole), c.share, dumps(c.spans)) for c in dispatch.carriers]
    db.executemany("INSERT OR REPLACE INTO account_copy VALUES (?,?,?,?,?)", rows)


def _number(db: sqlite3.Connection, report: str) -> int:
    return int(db.execute("SELECT n FROM report WHERE id = ?", (report,)).fetchone()[0])


def carriers(db: sqlite3.Connection, reports: Iterable[str]) -> dict[str, Carrier]:
    """Which of these reports carry another's dispatch."""
    found = {}
    query = """SELECT c.share, c.counted, c.spans FROM account_copy c JOIN report r ON r.n = c.report
      WHERE r.id = ? AND c.origin <> r.n"""
    for report in set(reports):
        row = db.execute(query, (report,)).fetchone()
        if row:
            found[report] = Carrier(report, row[0], not row[1], tuple((a, b) for a, b in json.loads(row[2])))
    return found
