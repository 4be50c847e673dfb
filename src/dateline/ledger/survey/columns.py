"""The survey in memory, as columns: what a question about a million rows is answered from in a few milliseconds."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]
Table = dict[str, Ints]
CHUNK = 20_000  # rows fetched at a time
ROW = tuple("n report day publisher sort what quad denied modality said speaker body deed score told voice".split())  # noqa: SIM905 - names of columns


@dataclass(frozen=True)
class Sheet:
    """The survey at one moment. Arrays of one table have one length.

    `rows` are those of ROW, in the order of their numbers. `row` of `pairs` and `spots` is a place among them.
    `last` is the last row ever seen.
    """

    rows: Table
    pairs: Table
    spots: Table
    reports: Table
    words: dict[int, str]
    numbers: dict[tuple[str, str], int]
    last: int

    @cached_property
    def between(self) -> tuple[NDArray[np.int64], Ints]:
        """Every two who have something between them, as lower << 32 | higher number, and which of them each pair is."""
        low, high = (side(self.pairs["one"], self.pairs["other"]).astype(np.int64) for side in (np.minimum, np.maximum))
        keys, place = np.unique((low << 32) | high, return_inverse=True)
        return keys, place.astype(np.int32)

    def places_of(self, numbers: NDArray[Any]) -> Ints:
        """The places of the rows with these numbers, as far as they are here."""
        own = self.rows["n"]
        if not len(own) or not len(numbers):
            return np.empty(0, np.int32)
        at = np.minimum(np.searchsorted(own, numbers), len(own) - 1)
        found: Ints = at[own[at] == numbers].astype(np.int32)
        return found


@dataclass
class Columns:
    """The newest sheet, one for all threads; `sheet` brings it up to date where the ledger has changed.

    While somebody writes, it is brought up to date a twentieth of the time at most.
    """

    _sheet: Sheet | None = None
    _stamp: tuple[int, int] = (-1, -1)
    _rest: float = 0.0  # until this moment of the monotonic clock the sheet is new enough
    _lock: Lock = field(default_factory=Lock)

    def sheet(self, db: sqlite3.Connection) -> Sheet:
        """The survey as `db` sees it now."""
        with self._lock:
            now = time.monotonic()
            if self._sheet is None or (now >= self._rest and _stamp(db) != self._stamp):
                self._stamp, gone = _stamp(db), self._stamp[1]
                self._sheet = _first(db) if self._sheet is None else _next(db, self._sheet, gone)
                self._rest = time.monotonic() + 20 * (time.monotonic() - now)
            return self._sheet


def _stamp(db: sqlite3.Connection) -> tuple[int, int]:
    """The last report put in and the last taken out: what changes whenever the survey does."""
    row = db.execute("SELECT ifnull((SELECT max(n) FROM survey_row), 0), ifnull((SELECT max(n) FROM survey_gone), 0)")
    last, gone = row.fetchone()
    (reports,) = db.execute("SELECT ifnull(max(report), 0) FROM survey_report").fetchone()
    return int(last) * 1_000_003 + int(reports), int(gone)


def _first(db: sqlite3.Connection) -> Sheet:
    tables = _since(db, 0, 0)
    return _sheet(db, tables, 0)


def _next(db: sqlite3.Connection, old: Sheet, gone: int) -> Sheet:
    """What came and went since `old`."""
    lost = db.execute("SELECT report, first, last FROM survey_gone WHERE n > ?", (max(gone, 0),)).fetchall()
    rows, pairs, spots, reports = _without(old, lost)
    known = int(old.reports["report"][-1]) if len(old.reports["report"]) else 0
    new = _since(db, old.last, known)
    for table in new[1:3]:
        table["row"] += len(rows["n"])
    again = [_fetch(db, _ONE_REPORT.format(int(n)), _REPORT) for n in {n for n, *_ in lost} if n <= known]
    tables = (_joined(rows, new[0]), _joined(pairs, new[1]), _joined(spots, new[2]), _joined(reports, *again, new[3]))
    order = np.argsort(tables[3]["report"], kind="stable")
    return _sheet(db, (*tables[:3], {k: v[order] for k, v in tables[3].items()}), old.last)


def _without(old: Sheet, lost: list[tuple[int, int, int]]) -> tuple[Table, Table, Table, Table]:
    """The tables without rows of records that are gone."""
    if not lost:
        return old.rows, old.pairs, old.spots, old.reports
    keep = np.ones(len(old.rows["n"]), bool)
    for _, first, last in lost:
        keep[slice(*np.searchsorted(old.rows["n"], [first, last + 1]))] = False
    place = (np.cumsum(keep) - 1).astype(np.int32)
    reports = ~np.isin(old.reports["report"], [n for n, *_ in lost])
    pairs, spots = (_kept(table, keep[table["row"]]) for table in (old.pairs, old.spots))
    pairs["row"], spots["row"] = place[pairs["row"]], place[spots["row"]]
    return _kept(old.rows, keep), pairs, spots, _kept(old.reports, reports)


def _kept(table: Table, keep: Flags) -> Table:
    return {name: column[keep] for name, column in table.items()}


def _joined(*tables: Table) -> Table:
    return {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}


def _since(db: sqlite3.Connection, last: int, report: int) -> tuple[Table, Table, Table, Table]:
    """Rows, pairs and spots after row `last`, and reports after `report`."""
    rows = _fetch(db, _ROWS.format(last), ROW)
    pairs = _fetch(db, f"SELECT row, one, other, mutual, word FROM survey_pair WHERE row > {last}", _PAIR)  # noqa: S608 - numbers
    spots = _fetch(db, f"SELECT row, place FROM survey_spot WHERE row > {last}", _SPOT)  # noqa: S608 - a number
    for table in (pairs, spots):
        table["row"] = np.searchsorted(rows["n"], table["row"]).astype(np.int32)
    return rows, pairs, spots, _fetch(db, _REPORTS.format(report), _REPORT)


_PAIR = ("row", "one", "other", "mutual", "word")
_SPOT = ("row", "place")
_REPORT = ("report", "day", "publisher")
_ROWS = f"SELECT {','.join(ROW)} FROM survey_row WHERE n > {{}} ORDER BY n"  # noqa: S608 - our own names
_REPORTS = "SELECT report, day, publisher FROM survey_report WHERE report > {} ORDER BY report"
_ONE_REPORT = "SELECT report, day, publisher FROM survey_report WHERE report = {}"


def _sheet(db: sqlite3.Connection, tables: tuple[Table, Table, Table, Table], last: int) -> Sheet:
    rows = tables[0]
    named = db.execute("SELECT n, sort, word FROM survey_word").fetchall()
    words, numbers = {n: word for n, _, word in named}, {(sort, word): n for n, sort, word in named}
    return Sheet(*tables, words, numbers, max(last, int(rows["n"].max(initial=0))))


def _fetch(db: sqlite3.Connection, query: str, names: tuple[str, ...]) -> Table:
    cursor = db.execute(query)
    chunks = []
    while chunk := cursor.fetchmany(CHUNK):
        chunks.append(np.array(chunk, dtype=np.int32))
    table = np.concatenate(chunks) if chunks else np.empty((0, len(names)), np.int32)
    return {name: np.ascontiguousarray(table[:, i]) for i, name in enumerate(names)}
