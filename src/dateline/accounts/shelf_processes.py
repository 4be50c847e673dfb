"""Processes in the ledger's tables."""

from __future__ import annotations

import sqlite3

from dateline.accounts.processes import references
from dateline.record import Record
from dateline.record_json import dumps, row_to_dict


def take_out(db: sqlite3.Connection, report: int) -> None:
    """Removes what a report says of processes."""
    db.execute("DELETE FROM account_process WHERE report = ?", (report,))


def put_in(db: sqlite3.Connection, number: int, record: Record) -> None:
    """Adds what a report says of processes."""
    rows = [(number, i, r.key, r.name, r.sort, dumps(row_to_dict(r))) for i, r in enumerate(references(record))]
    db.executemany("INSERT INTO account_process VALUES (?,?,?,?,?,?)", rows)
