"""Reads a ledger for many requests at once: each thread has connections of its own, all share the survey in memory."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from dateline.accounts import Accounts
from dateline.errors import LedgerError
from dateline.ledger import Ledger
from dateline.ledger.opening import open_ledger
from dateline.ledger.survey import Columns, stands
from dateline.ledger.survey.columns import Sheet


class _Own(threading.local):
    """What one thread has open."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self._path, read_only=True)

    @cached_property
    def accounts(self) -> Accounts:
        return Accounts(self._path, read_only=True)

    @cached_property
    def db(self) -> sqlite3.Connection:
        return open_ledger(self._path, read_only=True)


@dataclass
class Reader:
    """A ledger as the pages see it. Raises LedgerError where it is missing, foreign, newer, or not prepared."""

    path: Path
    columns: Columns = field(default_factory=Columns)

    def __post_init__(self) -> None:
        self._own = _Own(self.path)
        if not stands(self.db) or not self._has_accounts():
            mend = "let `dateline serve` open it once where it can be written"
            raise LedgerError("has not been prepared for looking yet", where=str(self.path), mend=mend)

    def _has_accounts(self) -> bool:
        return self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'account_counted'").fetchone() is not None

    @property
    def ledger(self) -> Ledger:
        """This thread's ledger."""
        return self._own.ledger

    @property
    def accounts(self) -> Accounts:
        """This thread's accounts, as far as they are worked out."""
        return self._own.accounts

    @property
    def db(self) -> sqlite3.Connection:
        """This thread's connection, for the queries of the survey."""
        return self._own.db

    @property
    def sheet(self) -> Sheet:
        """The survey."""
        return self.columns.sheet(self.db)

    def behind(self) -> int:
        """How many reports are not compared with the others yet."""
        return int(self.db.execute("SELECT count(*) FROM account_todo").fetchone()[0])

    def disputes(self) -> int:
        """How many disputes there are."""
        return int(self.db.execute("SELECT count(*) FROM account_dispute").fetchone()[0])
