"""Lists: reports, statements, events, ties and actors that pass the filters, the newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dateline.ledger.survey import finding
from dateline.ledger.survey.rows import Sort
from dateline.web.asking import PAGE, Asked
from dateline.web.reader import Reader
from dateline.web.reports import newest_reports
from dateline.web.selection import chosen, newest
from dateline.web.view import Table, View


def statements(reader: Reader, asked: Asked) -> View:
    """Who says what."""
    return _rows(reader, asked, Sort.STATEMENT, finding.statements)


def events(reader: Reader, asked: Asked) -> View:
    """Who did what to whom, and on whose word."""
    return _rows(reader, asked, Sort.EVENT, finding.events)


def ties(reader: Reader, asked: Asked) -> View:
    """Who is what to whom, and on whose word."""
    return _rows(reader, asked, Sort.TIE, finding.ties)


def _rows(reader: Reader, asked: Asked, sort: Sort, find: Callable[..., Sequence[Any]]) -> View:
    sheet = reader.sheet
    keep = chosen(sheet, reader.db, asked, sort)
    name = {Sort.STATEMENT: "statements", Sort.EVENT: "events", Sort.TIE: "ties"}[sort]
    rows = find(reader.db, newest(sheet, keep, asked.first, PAGE))
    table = Table(name, rows, int(keep.sum()), asked.first)
    return View(f"{name}.html", name.capitalize(), (table,), {}, {"unknown": unknown(reader, asked)})


def unknown(reader: Reader, asked: Asked) -> tuple[str, ...]:
    """Names that nobody in this ledger bears."""
    named = (asked[name] for name in ("actor", "speaker", "about"))
    return tuple(name for name in named if name is not None and not finding.known(reader.db, name))


def reports(reader: Reader, asked: Asked) -> View:
    """Reports, the newest first."""
    rows, total = newest_reports(reader, asked)
    return View("reports.html", "Reports", (Table("reports", rows, total, asked.first),))


def actors(reader: Reader, asked: Asked) -> View:
    """Everybody the reports name, the most mentioned first."""
    part = asked["name"] or ""
    rows = finding.most_named(reader.db, part, asked.first, PAGE)
    table = Table("actors", rows, finding.how_many(reader.db, part), asked.first)
    return View("actors.html", "Actors", (table,))
