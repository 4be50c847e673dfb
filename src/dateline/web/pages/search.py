"""Search: reports that hold the words and pass the filters, with counts of what is in them, and actors called so."""

from __future__ import annotations

from typing import Any

import numpy as np

from dateline.ledger.searching import as_query
from dateline.ledger.survey import finding
from dateline.ledger.survey.columns import Flags, Ints
from dateline.ledger.survey.rows import Sort
from dateline.ledger.told import Hit
from dateline.web.asking import PAGE, Asked
from dateline.web.counting import places_told, when
from dateline.web.pages.lists import unknown
from dateline.web.reader import Reader
from dateline.web.reports import heads, passing
from dateline.web.selection import chosen, most, tally
from dateline.web.view import Table, View

MOST = 10_000  # so many hits are found at most, those read last
RANKED = 2_000  # so many hits are put in order of fit; more are put in order of day
FACETS = 8
OF_EVENTS = ("type", "quad", "polarity", "modality", "word", "place", "actor")


def search(reader: Reader, asked: Asked) -> View:
    """The page; empty where nothing is looked for."""
    words = asked["q"]
    if words is None and not asked.without("page"):
        return View("search.html", "Search")
    sheet = reader.sheet
    found, ranked = _found(reader, words)
    reports = sheet.reports["report"]
    keep = passing(reader, asked)
    if any(asked[name] for name in OF_EVENTS):
        rows = chosen(sheet, reader.db, asked, Sort.EVENT)
        keep &= np.isin(reports, np.unique(sheet.rows["report"][rows]))
    if asked["speaker"]:
        spoken = chosen(sheet, reader.db, Asked({"speaker": asked["speaker"]}), Sort.STATEMENT)
        keep &= np.isin(reports, np.unique(sheet.rows["report"][spoken]))
    numbers = _ordered(reader, found, keep, ranked)
    hits = _hits(reader, words, [int(n) for n in numbers[asked.first : asked.first + PAGE]])
    tables = (Table("hits", hits, len(numbers), asked.first), *_counts(reader, numbers))
    people = finding.known(reader.db, words.replace('"', "")) if words else ()
    cut = MOST if found is not None and len(found) == MOST else None
    more = {"people": people, "ranked": ranked, "cut": cut, "unknown": unknown(reader, asked)}
    return View("search.html", "Search", tables, {}, more)


def _found(reader: Reader, words: str | None) -> tuple[Ints | None, bool]:
    """Numbers of the reports that hold the words, best first where they are few enough; None for no words."""
    if words is None:
        return None, False
    query = as_query(words)
    rows = reader.db.execute(_LATEST, (query, MOST)).fetchall()
    if len(rows) <= RANKED:
        rows = reader.db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid", (query,)
        ).fetchall()
    return np.array(rows, np.int32).reshape(-1), len(rows) <= RANKED


def _ordered(reader: Reader, found: Ints | None, keep: Flags, ranked: bool) -> Ints:
    reports = reader.sheet.reports
    passing_ = reports["report"][keep]
    if found is not None and ranked:
        return found[np.isin(found, passing_)]
    if found is not None:
        keep = keep & np.isin(reports["report"], found)
    order = np.lexsort((-reports["report"][keep], -reports["day"][keep]))
    return reports["report"][keep][order]


_LATEST = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
_SNIPPETS = """SELECT rowid, snippet(words, 0, char(2), char(3), '…', 32) FROM words
WHERE words MATCH ? AND rowid = ?"""


def _hits(reader: Reader, words: str | None, numbers: list[int]) -> tuple[Hit, ...]:
    """The reports with the words around what was found, between the characters 2 and 3."""
    lines = heads(reader, numbers)
    if words is None:
        return tuple(Hit(line, "") for line in lines)
    query = as_query(words)
    texts = [row for n in numbers for row in reader.db.execute(_SNIPPETS, (query, n))]
    shown = {n: " ".join(text.split()) for n, text in texts}
    return tuple(Hit(line, shown.get(n, "")) for line, n in zip(lines, numbers, strict=True))


def _counts(reader: Reader, numbers: Ints) -> tuple[Table, ...]:
    """What is in the reports found: types, actors, places, publishers, days."""
    sheet = reader.sheet
    inside = np.zeros(int(sheet.reports["report"].max(initial=0)) + 1, bool)
    inside[numbers] = True
    rows = inside[sheet.rows["report"]] & (sheet.rows["sort"] == Sort.EVENT)
    pairs = rows[sheet.pairs["row"]]
    both = np.concatenate([sheet.pairs["one"][pairs], sheet.pairs["other"][pairs]])
    counts = most(both, FACETS)
    who = finding.by_number(reader.db, (n for n, _ in counts))
    actors = [{"who": who[n].who, "name": who[n].line.name, "tellings": k} for n, k in counts if n in who]
    publisher = tally(sheet, sheet.reports["publisher"][inside[sheet.reports["report"]]])
    return (
        Table("types", _named("type", "events", tally(sheet, sheet.rows["what"][rows])[:FACETS])),
        Table("actors", actors),
        Table("places", *places_told(sheet, reader.db, rows, FACETS)),
        Table("publishers", _named("publisher", "reports", [row for row in publisher if row[0]][:FACETS])),
        Table("over_time", when(sheet, rows)),
    )


def _named(one: str, number: str, rows: list[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{one: word, number: count} for word, count in rows]
