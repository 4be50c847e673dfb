"""Serves the explorer: prepares the ledger once, then only reads it, on loopback unless told otherwise."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from dateline import __version__
from dateline.accounts import Accounts, keeping
from dateline.codebook import codebook_hash
from dateline.errors import InstallationError, LedgerError, UsageError
from dateline.ledger import Ledger
from dateline.ledger.opening import open_ledger
from dateline.ledger.troubles import ledger_errors

BACKLOG = 128
FEW = 300  # reports that are compared before the first page is shown


def prepare(path: Path) -> str | None:
    """Brings what the pages are made from up to date, as far as that takes seconds. Gives a note on what is left."""
    try:
        with Ledger(path, create=False) as ledger:
            ledger.prepare_survey()
        left = _to_compare(path)
        if left <= FEW:
            Accounts(path).close()
            return None
    except LedgerError as error:
        if not _is_passing(error):
            raise
        return f"{path}: {error.what}; showing it as it stands"
    return (
        f"{path}: {left} reports are still to be compared; `dateline disputes` does that once, showing it as it stands"
    )


def _to_compare(path: Path) -> int:
    """How many reports opening the accounts would work in; where there are many, the tables are made and left."""
    with closing(open_ledger(path, create=False)) as db, ledger_errors(path):
        reports = int(db.execute("SELECT count(*) FROM record").fetchone()[0])
        if reports <= FEW:
            return reports
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'account_counted'").fetchone():
            keeping.prepare(db, __version__, None)
        made_by = db.execute("SELECT value FROM account_meta WHERE key = 'made_by'").fetchone()
        same = made_by is not None and made_by[0] == f"{__version__} {codebook_hash()}"
        return keeping.behind(db) if same else reports


def _is_passing(error: LedgerError) -> bool:
    """Whether the ledger can be read all the same: it is busy, or write-protected."""
    import sqlite3

    codes = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_LOCKED)
    cause = error.__cause__
    return isinstance(cause, sqlite3.Error) and (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in codes


def listener(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises UsageError for a host that is none, InstallationError for a port that is taken."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise UsageError(f"is no address of this machine: {host!r}", where="--host", mend="leave it out") from error
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        where, mend = f"{host}:{port}", "choose another with --port, or 0 for any that is free"
        raise InstallationError(f"cannot be listened on ({error.strerror})", where=where, mend=mend) from error
    return bound


def serve(path: Path, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serves until it is stopped. `say` is told the address once it answers."""
    import uvicorn

    from dateline.web.app import explorer

    note = prepare(path)
    bound = listener(host, port)
    with bound:
        app = explorer(path, host)
        for line in filter(None, [note, f"{address(bound, host)}  (stop with Ctrl-C)"]):
            say(line)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[bound])


def address(bound: socket.socket, host: str) -> str:
    """The address of the first page."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{bound.getsockname()[1]}/"
