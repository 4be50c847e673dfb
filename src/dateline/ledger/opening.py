"""Opens a ledger, and makes a new one: whole or not at all, so that a killed run never leaves half a file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from importlib.resources import files
from pathlib import Path

from dateline.errors import LedgerError
from dateline.ledger.names import fold
from dateline.ledger.troubles import ledger_errors

APPLICATION_ID = 1684827749  # "dlne", as in schema.sql
SCHEMA_VERSION = 2


def open_ledger(path: Path, *, create: bool = True, wait: float = 5.0, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the ledger at `path`, made first where there is none and `create` says so.

    `wait` is how many seconds to wait for another process that writes. `read_only` makes and changes nothing. Raises
    LedgerError where the file is missing, empty, no ledger, or a ledger of a newer dateline.
    """
    if not path.exists():
        _make(path, create and not read_only)
    with ledger_errors(path):
        address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
        db = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    try:
        with ledger_errors(path):
            _check(db, path)
            _prepare(db)
            if not read_only:
                _upgrade(db)
    except BaseException:
        db.close()
        raise
    return db


def schema() -> str:
    """The SQL that makes a ledger."""
    return _sql("schema.sql") + _sql("views.sql")


def _sql(name: str) -> str:
    return files("dateline.ledger").joinpath(name).read_text(encoding="utf8")


def _make(path: Path, create: bool) -> None:
    """Builds the ledger beside its place and links it there in one step; another process may have been faster."""
    if not create:
        raise LedgerError("there is no such ledger", where=str(path), mend="read reports into it: dateline read PATH")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
    except OSError as error:
        mend = "name another --ledger, or mend the folder"
        raise LedgerError(f"cannot be made ({error.strerror})", where=str(path), mend=mend) from error
    fresh = Path(name)
    try:
        with ledger_errors(path):
            _fill(fresh)
        _put(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _fill(fresh: Path) -> None:
    with closing(sqlite3.connect(fresh, isolation_level=None)) as db:
        db.executescript(f"BEGIN; {schema()} COMMIT;")
        db.execute("PRAGMA journal_mode = WAL")  # kept in the file's header


def _put(fresh: Path, path: Path) -> None:
    # mkstemp makes files for their owner alone; a ledger gets what any new file gets
    mask = os.umask(0)
    os.umask(mask)
    fresh.chmod(0o666 & ~mask)
    with suppress(FileExistsError):
        try:
            path.hardlink_to(fresh)
        except (OSError, NotImplementedError) as error:
            if isinstance(error, FileExistsError):
                raise
            fresh.rename(path)  # file systems without hard links


def _check(db: sqlite3.Connection, path: Path) -> None:
    if path.is_file() and path.stat().st_size == 0:
        raise LedgerError("is an empty file, not a ledger", where=str(path), mend="delete it, or name another --ledger")
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise LedgerError("is not a ledger", where=str(path), mend="name another file with --ledger")
    if version > SCHEMA_VERSION:
        what = f"is a ledger of a newer dateline (schema {version}; this one knows {SCHEMA_VERSION})"
        raise LedgerError(what, where=str(path), mend="upgrade dateline, or name another --ledger")


def _upgrade(db: sqlite3.Connection) -> None:
    """Makes the views anew in a ledger of an older dateline, whose tables are otherwise the same."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version < SCHEMA_VERSION:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        drops = "".join(f"DROP VIEW {name};" for name in names)
        copies = "".join(_sql("schema.sql").partition("CREATE TABLE IF NOT EXISTS")[1:])
        db.executescript(
            f"BEGIN IMMEDIATE; {drops} {copies} {_sql('views.sql')} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
        )


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")  # with WAL, a killed process loses nothing that was committed
    db.create_function("fold", 1, _fold, deterministic=True)


def _fold(name: object) -> str | None:
    return fold(name) if isinstance(name, str) else None
