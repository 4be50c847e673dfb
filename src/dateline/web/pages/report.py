"""Report: its text with everything marked in place, the coded rows beside it, and what was left open."""

from __future__ import annotations

import json
import re
from typing import Any

from dateline.errors import InputError, UsageError
from dateline.record import Record, Span
from dateline.web.asking import Asked
from dateline.web.marking import paragraphs
from dateline.web.reader import Reader
from dateline.web.view import Table, View
from dateline.wording.marks import labels_of

SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


def report(reader: Reader, asked: Asked, term: str) -> View:
    """One report. Raises InputError where there is none of that id."""
    record = reader.ledger.record(term)
    wanted = _wanted(asked["words"], len(record.report.text))
    labels = labels_of(record)
    names = ("statements", "events", "ties", "mentions", "dates", "places", "unresolved")
    tables = tuple(Table(name, getattr(record, name)) for name in names)
    more = {
        "record": record,
        "labels": labels,
        "paragraphs": paragraphs(record, labels, wanted),
        "rows": _rows(record),
        "disputes": _disputes(reader, record.report.id),
        "copies": _copies(reader, record.report.id),
    }
    title = record.report.title or "(no title)"
    facts = {"report": record.report, "coder": record.coder}
    return View("report.html", title, tables, facts, more)


def _wanted(words: str | None, length: int) -> Span | None:
    if words is None:
        return None
    found = SPAN.fullmatch(words)
    if not found or not int(found[1]) < int(found[2]) <= length:
        raise UsageError(f"is no stretch of this text: {words[:40]!r}", where="words", mend="leave it out")
    return int(found[1]), int(found[2])


def _rows(record: Record) -> dict[str, dict[str, Any]]:
    """The rows by id, as the margin shows them."""
    dates, places = {d.id: d for d in record.dates}, {p.id: p for p in record.places}
    found: dict[str, dict[str, Any]] = {row.id: {"sort": "statement", "row": row} for row in record.statements}
    for event in record.events:
        when = tuple(dates[d] for d in event.dates if d in dates)
        where = tuple(places[p] for p in event.places if p in places)
        found[event.id] = {"sort": "event", "row": event, "dates": when, "places": where}
    found.update({tie.id: {"sort": "tie", "row": tie} for tie in record.ties})
    return found


def _disputes(reader: Reader, report: str) -> list[dict[str, Any]]:
    """Disputes in which words of this report stand."""
    query = """SELECT DISTINCT d.json FROM report r JOIN account_deed x ON x.report = r.n
      JOIN account_matter m ON m.deed = x.n JOIN account_dispute d ON d.matter = m.matter WHERE r.id = ?
      ORDER BY d.id"""
    found = [json.loads(line) for (line,) in reader.db.execute(query, (report,))]
    return [d for d in found if any(w["report"] == report for side in d["sides"] for w in side["words"])]


def _copies(reader: Reader, report: str) -> list[dict[str, Any]]:
    """Other reports that carry the same dispatch; `share` is how much of it each carries."""
    query = """SELECT o.id, o.title, o.publisher, o.published, c.share, c.report = c.origin AS origin
      FROM report r JOIN account_copy mine ON mine.report = r.n JOIN account_copy c ON c.origin = mine.origin
      JOIN report o ON o.n = c.report WHERE r.id = ? AND c.report <> r.n ORDER BY origin DESC, o.published, o.id"""
    names = ("id", "title", "publisher", "published", "share", "origin")
    return [dict(zip(names, row, strict=True)) for row in reader.db.execute(query, (report,))]


def raw(reader: Reader, term: str) -> bytes:
    """The bytes the report was read from. Raises InputError where there are none."""
    ids = reader.ledger.find(term)
    found = reader.ledger.raw(ids[0]) if len(ids) == 1 else None
    if found is None:
        raise InputError("has no bytes in this ledger", where=term, mend="see the page of the report")
    return found
