"""The ledger's views in DuckDB: a copy in memory, as the ledger stands at the moment.

DuckDB reads SQLite files through an extension that it fetches from the network; dateline does not rely on that. The
rows are copied instead, so what is read into the ledger later is not in the copy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dateline.ledger.views import View, rows, views

if TYPE_CHECKING:
    import duckdb

CHUNK = 10_000  # rows handed over at a time


def copy_to_duckdb(db: sqlite3.Connection) -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB with one commented table for each view."""
    import duckdb

    copy = duckdb.connect()
    db.execute("BEGIN")  # one snapshot for all views, whoever writes meanwhile
    try:
        for view in views():
            _copy(db, view, copy)
    finally:
        db.execute("COMMIT")
    return copy


def _copy(db: sqlite3.Connection, view: View, copy: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(f"{c.name} {c.type}" for c in view.columns)
    copy.execute(f"CREATE TABLE {view.name} ({columns})")
    copy.execute(f"COMMENT ON TABLE {view.name} IS {_quoted(view.description)}")
    for column in view.columns:
        copy.execute(f"COMMENT ON COLUMN {view.name}.{column.name} IS {_quoted(column.description)}")
    for chunk in _chunks(rows(db, view)):
        _append(copy, view, chunk)


def _append(copy: duckdb.DuckDBPyConnection, view: View, chunk: list[tuple[object, ...]]) -> None:
    import numpy as np

    # Columns of Python objects are what DuckDB takes in bulk without pandas or Arrow; None is NULL.
    table = np.empty((len(chunk), len(view.columns)), object)
    table[:] = chunk
    copy.register("chunk", {c.name: table[:, i].copy() for i, c in enumerate(view.columns)})
    copy.execute(f"INSERT INTO {view.name} SELECT * FROM chunk")  # noqa: S608 - our own names
    copy.unregister("chunk")


def _chunks(found: Iterator[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    while chunk := list(islice(found, CHUNK)):
        yield chunk


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
