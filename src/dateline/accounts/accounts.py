"""The accounts of a ledger, as the command line and other programs ask for them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from dateline.accounts import asked, keeping, shelf_deeds, shelf_matters
from dateline.accounts.matters import matters_of, order
from dateline.accounts.processes import Process, Reference, processes
from dateline.accounts.roles import LearnedRole, roles
from dateline.accounts.standing import Period, StandingLine, standing
from dateline.accounts.told import CopyLine, DisputeLine, MatterLine, matter_line
from dateline.actors import Catalogue
from dateline.errors import InputError
from dateline.ledger import Ledger
from dateline.ledger.names import fold, who
from dateline.ledger.opening import open_ledger
from dateline.ledger.troubles import ledger_errors
from dateline.record_json import row_from_dict


class Accounts:
    """Copies, matters, disputes, standing and processes of the ledger at `path`; use it as a context manager.

    Opening it works in what was read since the last time. `actors` is the user's own file of actors, whose memberships
    count from then on; `catalogue` is that file with the shipped catalogue, where the caller has loaded them already.
    `read_only` leaves it as it stands, and takes in what another process works in meanwhile. Everything that goes wrong
    with the file is a LedgerError.
    """

    def __init__(
        self,
        path: str | Path = "dateline.db",
        *,
        actors: Path | None = None,
        catalogue: Catalogue | None = None,
        wait: float = 5.0,
        read_only: bool = False,
    ) -> None:
        self.path, self._actors, self._catalogue = Path(path), actors, catalogue
        self._db = open_ledger(self.path, create=False, wait=wait, read_only=read_only)
        if read_only:
            return
        try:
            self.catch_up()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Accounts:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def catch_up(self) -> int:
        """Works in every report that is new, changed or gone since the last time; gives their number."""
        from dateline import __version__

        with ledger_errors(self.path):
            own = self._actors.read_text(encoding="utf8", errors="replace") if self._actors else None
            keeping.prepare(self._db, __version__, own)
            if not keeping.behind(self._db):
                return 0
            kept = keeping.own_actors(self._db)
            fits = self._catalogue is not None and (own is not None or not kept)
            catalogue = self._catalogue if self._catalogue is not None and fits else keeping.catalogue_of(kept)
            return keeping.catch_up(self._db, catalogue)

    def disputes(
        self, *, actor: str | None = None, kind: str | None = None, since: str | None = None, until: str | None = None,
        limit: int | None = None, first: int = 0,
    ) -> Iterator[DisputeLine]:  # fmt: skip
        """Disputes, the latest first; with `actor` those in which it takes a side or is what the dispute is over.

        `first` is how many of them to pass over.
        """
        query, values = asked.narrowed(actor, kind, since, until)
        if actor is None:
            query, values, first = f"{query} LIMIT -1 OFFSET ?", (*values, first), 0
        with ledger_errors(self.path):
            rows = self._disputes(id_ for (id_,) in self._db.execute(query, values))
            fits = (row for row in rows if actor is None or asked.names(row, actor))
            yield from (DisputeLine(row) for row in islice(fits, first, None if limit is None else first + limit))

    def _disputes(self, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
        """The disputes with these ids, as far as they are there."""
        for one in ids:
            for (line,) in self._db.execute("SELECT json FROM account_dispute WHERE id = ?", (one,)):
                yield json.loads(line)

    def matter(self, term: str) -> MatterLine:
        """The matter that an id, or its unambiguous beginning, leads to. Raises InputError for none or several."""
        with ledger_errors(self.path):
            ids = self._matters(term)
            if len(ids) != 1:
                what = "begins the ids of several matters" if ids else "is no matter of this ledger"
                raise InputError(what, where=term, mend="`dateline disputes` shows ids of matters")
            query = "SELECT deed FROM account_matter WHERE matter = ?"
            deeds = shelf_deeds.load(self._db, [n for (n,) in self._db.execute(query, (ids[0],))])
            links = shelf_deeds.links_among(self._db, deeds)
            (found,) = matters_of(sorted(deeds.values(), key=order), links)
            told = tuple(shelf_matters.with_words(self._db, found.tellings))
            query = "SELECT json FROM account_dispute WHERE matter = ? ORDER BY id"
            disputes = tuple(json.loads(line) for (line,) in self._db.execute(query, (ids[0],)))
        return matter_line(found, told, disputes)

    def _matters(self, term: str) -> list[str]:
        query = """SELECT DISTINCT matter FROM account_matter JOIN account_deed ON n = deed
          WHERE id = :term OR (length(:term) >= 4 AND substr(id, 1, length(:term)) = :term)
          ORDER BY id = :term DESC"""
        exact = self._db.execute(
            "SELECT matter FROM account_matter JOIN account_deed ON n = deed WHERE id = ?", (term,)
        ).fetchone()
        return [exact[0]] if exact else [m for (m,) in self._db.execute(query, {"term": term})]

    def copies(self) -> Iterator[CopyLine]:
        """Dispatches that several reports carry: the origin, and each carrier with its share of the words."""
        query = """SELECT c.origin, r.id, r.publisher, r.published, r.title, c.share, c.counted FROM account_copy c
          JOIN report r ON r.n = c.report JOIN report o ON o.n = c.origin
          ORDER BY o.published IS NULL, o.published, o.id, c.report <> c.origin, r.published, r.id"""
        groups: dict[int, list[dict[str, Any]]] = {}
        with ledger_errors(self.path):
            for origin, report, publisher, published, title, share, counted in self._db.execute(query):
                row = {"report": report, "publisher": publisher, "published": published, "title": title}
                groups.setdefault(origin, []).append({**row, "share": share, "counted": bool(counted)})
        for rows in groups.values():
            yield CopyLine({"origin": rows[0], "carriers": rows[1:]})

    def standing(self, one: str, other: str, by: Period = "month") -> tuple[StandingLine, ...]:
        """How two actors stand to each other by period and by whose word."""
        with Ledger(self.path, create=False) as ledger, ledger_errors(self.path):
            counted = (row for row in ledger.between(one, other) if self._counts(row.report.id))
            return standing(counted, who(self._db, one), who(self._db, other), by)

    def _counts(self, report: str) -> bool:
        query = "SELECT counted FROM account_counted WHERE report = ?"
        found = self._db.execute(query, (report,)).fetchone()
        return found is None or bool(found[0])

    def processes(self, name: str | None = None) -> tuple[Process, ...]:
        """Campaigns, talks, truces and agreements, those most referred to first; or those with `name` in theirs."""
        with ledger_errors(self.path):
            rows = self._db.execute("SELECT json FROM account_process").fetchall()
        found = processes(row_from_dict(Reference, json.loads(line)) for (line,) in rows)
        return tuple(p for p in found if name is None or any(fold(name) in fold(text) for text in (p.key, p.name)))

    def roles(self, name: str | None = None) -> Iterator[LearnedRole]:
        """Posts that the reports tell of, of everybody or of those called `name`."""
        with ledger_errors(self.path):
            yield from roles(self._db, name)


def database(accounts: Accounts) -> sqlite3.Connection:
    """The connection, for tests that compare tables."""
    return accounts._db
