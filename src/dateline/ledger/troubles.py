"""What can go wrong with a ledger, in one clear line each: SQLite's errors turned into dateline's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from dateline.errors import LedgerError


@contextmanager
def ledger_errors(path: Path) -> Iterator[None]:
    """Inside, whatever SQLite refuses becomes a LedgerError that names the ledger and the way out."""
    try:
        yield
    except sqlite3.Error as error:
        raise translated(path, error) from error


def translated(path: Path, error: sqlite3.Error) -> LedgerError:
    """The LedgerError of an error of SQLite's; troubles.yaml holds the words."""
    import yaml

    words = yaml.safe_load(files("dateline.ledger").joinpath("troubles.yaml").read_text(encoding="utf8"))
    name = getattr(error, "sqlite_errorname", "")
    for beginning, trouble in words["troubles"].items():
        if name.startswith(beginning):  # SQLITE_BUSY_SNAPSHOT is a kind of SQLITE_BUSY
            return LedgerError(trouble["what"], where=str(path), mend=trouble["mend"])
    return LedgerError(f"cannot be used ({error})", where=str(path), mend="run `dateline check`")
