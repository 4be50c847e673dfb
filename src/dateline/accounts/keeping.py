"""Keeps the accounts of a ledger: what is new since the last time is worked in, and nothing else is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.accounts import shelf_copies, shelf_deeds, shelf_matters, shelf_processes
from dateline.actors import Catalogue
from dateline.codebook import codebook_hash
from dateline.ledger.writing import transaction
from dateline.record_json import from_json

BATCH = 200  # reports worked in within one transaction
TABLES = [
    "account_deed",
    "account_block",
    "account_link",
    "account_matter",
    "account_dispute",
    "account_sketch",
    "account_pair",
    "account_copy",
    "account_process",
]


def prepare(db: sqlite3.Connection, version: str, actors: str | None) -> None:
    """Makes the tables where there are none; where they were made by another version or codebook, empties them.

    `actors` is the content of the user's file of actors. It is kept, and None means the one kept: memberships must
    not hang on who happens to ask.
    """
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'account_counted'").fetchone():
        db.executescript(files("dateline.accounts").joinpath("schema.sql").read_text(encoding="utf8"))
    kept = own_actors(db)
    actors = kept if actors is None else actors
    made_by = f"{version} {codebook_hash()}"
    found = db.execute("SELECT value FROM account_meta WHERE key = 'made_by'").fetchone()
    if found is None or found[0] != made_by or kept != actors:
        with transaction(db):
            empty(db)
            db.execute("INSERT OR REPLACE INTO account_meta VALUES ('made_by', ?)", (made_by,))
            db.execute("INSERT OR REPLACE INTO account_meta VALUES ('actors', ?)", (actors,))


def own_actors(db: sqlite3.Connection) -> str:
    """The user's file of actors as it was last given; empty where none was."""
    found = db.execute("SELECT value FROM account_meta WHERE key = 'actors'").fetchone()
    return str(found[0]) if found else ""


def catalogue_of(actors: str) -> Catalogue:
    """The shipped catalogue, with the user's file on top."""
    if not actors:
        return Catalogue.load()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "actors.yaml"
        path.write_text(actors, encoding="utf8")
        return Catalogue.load(path)


def empty(db: sqlite3.Connection) -> None:
    """Forgets all that was derived, so that every record is worked in again. The caller holds the transaction."""
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    db.execute("INSERT OR IGNORE INTO account_todo SELECT report FROM record")


def behind(db: sqlite3.Connection) -> int:
    """How many reports are not worked in yet."""
    return int(db.execute("SELECT count(*) FROM account_todo").fetchone()[0])


def catch_up(db: sqlite3.Connection, catalogue: Catalogue) -> int:
    """Works in every report that is new, changed or gone; gives their number."""
    done = 0
    while rows := db.execute("SELECT report FROM account_todo ORDER BY report LIMIT ?", (BATCH,)).fetchall():
        with transaction(db):
            _work_in(db, [n for (n,) in rows], catalogue)
        done += len(rows)
    return done


def _work_in(db: sqlite3.Connection, reports: Iterable[int], catalogue: Catalogue) -> None:
    touched: set[int] = set()  # deeds whose matter may have changed
    changed = list(reports)
    for n in changed:
        touched |= shelf_deeds.take_out(db, n)
        shelf_copies.take_out(db, n)
        shelf_processes.take_out(db, n)
    for n in changed:
        found = db.execute("SELECT json FROM record WHERE report = ?", (n,)).fetchone()
        if found:
            record = from_json(found[0])
            touched |= shelf_deeds.put_in(db, n, record, catalogue)
            shelf_copies.put_in(db, n, record.report)
            shelf_processes.put_in(db, n, record)
    recounted = shelf_copies.regroup(db, changed)
    touched |= shelf_deeds.deeds_in(db, recounted)
    shelf_matters.rebuild(db, touched)
    db.executemany("DELETE FROM account_todo WHERE report = ?", [(n,) for n in changed])
