"""The ledger: the store of reports, records and judgements. Readers never wait for the one who writes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from dateline.errors import InputError
from dateline.ledger import analyst, cast, judging, listing, searching, survey
from dateline.ledger import views as view_rows
from dateline.ledger.filters import FilterArgs, Filters
from dateline.ledger.names import who
from dateline.ledger.opening import open_ledger
from dateline.ledger.told import ActorLine, Counts, Hit, ReportLine, ToldEvent, ToldStatement, ToldTie
from dateline.ledger.troubles import ledger_errors
from dateline.ledger.writing import transaction, write
from dateline.record import CoderInfo, Record
from dateline.record_json import from_json, to_json

if TYPE_CHECKING:
    import duckdb

Found = TypeVar("Found")


class Ledger:
    """A ledger in a file (SQLite), opened at once; use it as a context manager, or `close` it.

    A file that is not there is made, unless `create` is False; `read_only` opens it so that nothing can change it, also
    beside another process that writes. `wait` is how many seconds to wait while another process
    writes. Everything that goes wrong is a LedgerError of one line: locked, newer, no ledger, empty, full, unwritable.

    The listing methods take the filters of `Filters` by name and give their rows lazily, in order of publication.
    """

    def __init__(
        self, path: str | Path = "dateline.db", *, create: bool = True, wait: float = 5.0, read_only: bool = False
    ) -> None:
        self.path = Path(path)
        self._db = open_ledger(self.path, create=create, wait=wait, read_only=read_only)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def add(self, record: Record, raw: bytes | None = None) -> bool:
        """Puts a record in, with the bytes it was read from, all in one transaction. True where that changed anything.

        The same report is one report: a record of a report that is there takes the place of the earlier record.
        Raises InputError where the text holds what UTF-8 cannot.
        """
        line = to_json(record)
        if self._json(record.report.id) == line:
            return False
        try:
            with ledger_errors(self.path), transaction(self._db):
                write(self._db, record, line, raw)
        except UnicodeEncodeError:
            where = record.report.path or record.report.id
            raise InputError("holds half a surrogate pair", where=where, mend="save it as UTF-8") from None
        return True

    def holds(self, report: str, coder: CoderInfo | None = None) -> bool:
        """Whether the report with this id is there; with `coder`, whether that coder has coded it."""
        query = "SELECT coder_version, codebook, models FROM record JOIN report ON n = report WHERE id = ?"
        found = self._one(query, report)
        return found is not None and (coder is None or CoderInfo(*found) == coder)

    def record(self, report: str) -> Record:
        """The record of the report with this id, or with the one id that begins so.

        Raises InputError for none or several.
        """
        ids = self.find(report)
        if len(ids) != 1:
            what = "begins the ids of several reports" if ids else "is no report of this ledger"
            raise InputError(what, where=report, mend="`dateline search` shows the ids of reports")
        return from_json(self._json(ids[0]) or "")

    def records(self) -> Iterator[Record]:
        """All records, in the order in which their reports were first read."""
        return (from_json(line) for line in self.lines())

    def lines(self) -> Iterator[str]:
        """All records as lines of JSON, in the order in which their reports were first read."""
        with ledger_errors(self.path):
            for (line,) in self._db.execute("SELECT json FROM record ORDER BY report"):
                yield line

    def raw(self, report: str) -> bytes | None:
        """The bytes the report was read from, or None where they were not given."""
        found = self._one("SELECT bytes FROM raw JOIN report ON n = report WHERE id = ?", report)
        return zlib.decompress(found[0]) if found else None

    def find(self, term: str) -> tuple[str, ...]:
        """Ids of the reports meant by an id, the beginning of one, or the path of the file they were read from."""
        with ledger_errors(self.path):
            rows = self._db.execute(_FIND, {"term": term}).fetchall()
        exact = tuple(one for one, is_exact in rows if is_exact)
        return exact or tuple(one for one, _ in rows)

    def reports(self, **filters: Unpack[FilterArgs]) -> Iterator[ReportLine]:
        """Heads of reports: `actor` is mentioned in them, `speaker` has a statement there, `type` an event."""
        return self._told(listing.reports(self._db, Filters(**filters)))

    def statements(self, **filters: Unpack[FilterArgs]) -> Iterator[ToldStatement]:
        """Statements: `actor` is their speaker, addressee or matter; `type` their stance or kind."""
        return self._told(listing.statements(self._db, Filters(**filters)))

    def events(self, **filters: Unpack[FilterArgs]) -> Iterator[ToldEvent]:
        """Events, each with the voices it is told in. `type` is a PLOVER type, as it stands or folded."""
        return self._told(listing.events(self._db, Filters(**filters)))

    def ties(self, **filters: Unpack[FilterArgs]) -> Iterator[ToldTie]:
        """Ties, each with the voices it is told in."""
        return self._told(listing.ties(self._db, Filters(**filters)))

    def between(self, one: str, other: str, **filters: Unpack[FilterArgs]) -> Iterator[ToldEvent]:
        """Events from one actor to the other, either way, and those whose parties are all actors, both among them."""
        with ledger_errors(self.path):
            where = listing.between(self._db, one, other)
        return self._told(listing.events(self._db, Filters(**filters), where))

    def ties_between(self, one: str, other: str, **filters: Unpack[FilterArgs]) -> Iterator[ToldTie]:
        """Ties between two actors, either way."""
        with ledger_errors(self.path):
            where = listing.between(self._db, one, other)
        return self._told(listing.ties(self._db, Filters(**filters), where))

    def actors(self, name: str | None = None, **filters: Unpack[FilterArgs]) -> Iterator[ActorLine]:
        """Actors, the most mentioned first. `name` is short for `actor`; `type` is a PLOVER sector."""
        if name is not None:
            filters["actor"] = name
        return self._told(cast.actors(self._db, Filters(**filters)))

    def profile(self, line: ActorLine) -> cast.Profile:
        """What the reports call an actor, what it says, does and undergoes."""
        with ledger_errors(self.path):
            return cast.profile(self._db, line)

    def search(self, words: str, **filters: Unpack[FilterArgs]) -> Iterator[Hit]:
        """Reports that hold all the words, best first; "a phrase" in quotation marks, word* for any that begin so."""
        return self._told(searching.search(self._db, words, Filters(**filters)))

    def knows(self, name: str) -> bool:
        """Whether any report names an actor so."""
        with ledger_errors(self.path):
            return who(self._db, name).known

    def count(self) -> Counts:
        """How many reports, mentions, statements, events and ties there are."""
        found = self._one(_COUNT)
        return Counts(*(found or ()))

    def check_writable(self) -> None:
        """Raises LedgerError where nothing could be put in now."""
        with ledger_errors(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("CREATE TABLE trial (a TEXT)")
            self._db.execute("ROLLBACK")

    def undated(self) -> int:
        """How many reports bear no date of publication, and so are left out by `since` and `until`."""
        found = self._one("SELECT count(*) FROM report WHERE published IS NULL")
        return int(found[0]) if found else 0

    def prepare_survey(self) -> None:
        """Makes the survey, from which the explorer's pages come, where an older dateline has made none."""
        if not survey.stands(self._db):
            with ledger_errors(self.path), transaction(self._db):
                survey.ensure(self._db)

    def judge(self, judgement: judging.Judgement) -> None:
        """Keeps what somebody decided about a row. Raises InputError where there is no such row."""
        with ledger_errors(self.path), transaction(self._db):
            judging.judge(self._db, judgement)

    def judgements(self, *, unattached: bool = False) -> Iterator[judging.Judgement]:
        """What was decided about rows; `unattached` gives only those whose row recoding has taken away."""
        return self._told(judging.judgements(self._db, unattached=unattached))

    def view(self, view: view_rows.View) -> Iterator[tuple[object, ...]]:
        """The rows of one of `views()`, as an analyst sees them."""
        return self._told(view_rows.rows(self._db, view))

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """The views as tables of an in-memory DuckDB: a copy of the ledger as it stands now."""
        with ledger_errors(self.path):
            return analyst.copy_to_duckdb(self._db)

    def _json(self, report: str) -> str | None:
        found = self._one("SELECT json FROM record JOIN report ON n = report WHERE id = ?", report)
        return found[0] if found else None

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        with ledger_errors(self.path):
            found: tuple[Any, ...] | None = self._db.execute(query, values).fetchone()
        return found

    def _told(self, rows: Iterator[Found]) -> Iterator[Found]:
        with ledger_errors(self.path):
            yield from rows


_FIND = """
SELECT id, id = :term OR ifnull(path = :term, 0) FROM report
WHERE id = :term OR path = :term OR (
  length(:term) >= 4 AND id >= :term AND id < :term || char(0x10FFFF) AND substr(id, 1, length(:term)) = :term
) ORDER BY n
"""
_COUNT = """
SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM mention), (SELECT count(*) FROM statement),
  (SELECT count(*) FROM event), (SELECT count(*) FROM tie)
"""
