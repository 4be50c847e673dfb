"""What people decide about rows. A judgement hangs on the report, the anchor and the role, so it outlives recoding."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.errors import InputError

Verdict = Literal["right", "wrong", "unsure"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about a row of a report.

    `kind` is mention, statement, event or tie, `row` the row's id when it was judged.
    `role` is what of the row is judged: `row` for the whole, else actor, recipient, speaker, left, right ….
    `correction` is what should stand there, `judged` the day or moment, given by the caller. `attached_to` is the id of
    the row that it belongs to now, None where recoding has left it without one.
    """

    report: str
    kind: str
    row: str
    role: str
    verdict: Verdict
    judge: str
    judged: str
    correction: str | None = None
    note: str | None = None
    attached_to: str | None = None


def judge(db: sqlite3.Connection, judgement: Judgement) -> None:
    """Keeps a judgement. Raises InputError where its row, with that role, is not in the ledger."""
    j = judgement
    found = db.execute(_ANCHOR, (j.report, j.kind, j.row, j.role)).fetchone()
    if found is None:
        mend = "see `dateline show` for what there is"
        raise InputError(f"has no {j.kind} {j.row} with the role {j.role}", where=j.report, mend=mend)
    db.execute(_KEEP, (j.report, j.kind, j.row, *found, j.role, j.verdict, j.correction, j.note, j.judge, j.judged))


def judgements(db: sqlite3.Connection, *, unattached: bool = False) -> Iterator[Judgement]:
    """All judgements in the order in which they were made, or only those whose row is gone."""
    where = "WHERE attached_to IS NULL" if unattached else ""
    query = f"SELECT {_FIELDS} FROM judgements {where}"  # noqa: S608 - our own words
    for row in db.execute(query):
        yield Judgement(*row)


_ANCHOR = """SELECT a.span_start, a.span_end FROM anchor a JOIN report r ON r.n = a.report
  WHERE r.id = ? AND a.kind = ? AND a.row = ? AND a.role = ?"""
_KEEP = """INSERT INTO judgement
  (report, kind, row, span_start, span_end, role, verdict, correction, note, judge, judged)
  VALUES (?,?,?,?,?,?,?,?,?,?,?)"""
_FIELDS = "report, kind, judged_row, role, verdict, judge, judged, correction, note, attached_to"
