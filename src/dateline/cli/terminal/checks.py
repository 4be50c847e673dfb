"""What `dateline check` looks at: what each part is, whether it is in place, and how to mend it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError

REINSTALL = "install dateline again: pip install --force-reinstall dateline"
SAMPLE = "KARST - Norland shelled Karst on Monday, Velmora said."


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: `state` in words, `fine` where nothing must be mended, `mend` how to, if at all."""

    what: str
    fine: bool
    state: str
    mend: str | None = None


def findings(ledger: Path) -> Iterator[Finding]:
    """One finding a part, the simplest first."""
    yield Finding("python", True, sys.version.split()[0])
    yield _tried("sqlite", _sqlite)
    yield _tried("codebook", _codebook)
    yield _tried("weights", _weights)
    yield _tried("coding", _coding)
    yield _tried("duckdb", _duckdb)
    yield _tried("ledger", lambda: _ledger(ledger))


def _tried(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, look())
    except DatelineError as error:
        return Finding(what, False, f"{error.where} {error.what}", error.mend)
    except Exception as error:  # noqa: BLE001 - whatever a broken installation throws is the finding
        return Finding(what, False, f"{type(error).__name__}: {error}", REINSTALL)


def _sqlite() -> str:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    db.execute("CREATE TABLE strict (a TEXT) STRICT")
    db.close()
    return f"{sqlite3.sqlite_version} with FTS5"


def _codebook() -> str:
    from dateline.actors import Catalogue
    from dateline.codebook import codebook_hash

    catalogue = Catalogue.load()
    for problem in catalogue.problems:
        raise problem
    return f"{codebook_hash()[:12]}, {len(catalogue.entries)} actors"


def _weights() -> str:
    from dateline.models import models_hash

    found = models_hash()
    return found[:12] if found else "none installed, none needed: rules do the work"


def _coding() -> str:
    import dateline

    record = dateline.code(SAMPLE)
    return f"a sample gave {len(record.statements)} statements and {len(record.events)} events"


def _duckdb() -> str:
    import duckdb

    return duckdb.__version__


def _ledger(path: Path) -> str:
    from dateline.ledger import Ledger

    if not path.exists():
        return f"{path} is not there yet; `dateline read` makes it"
    with Ledger(path, create=False) as store:
        store.check_writable()
        counts = store.count()
    return f"{path} holds {counts.reports} reports, {counts.statements} statements, {counts.events} events"
