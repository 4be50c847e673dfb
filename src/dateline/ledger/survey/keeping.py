"""Keeps the survey in step with the records. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files

from dateline.ledger.names import fold
from dateline.ledger.survey.rows import Refer, Role, Row, Sort, called, rows_of, who_of
from dateline.record import PlaceRow, Record
from dateline.record_json import from_json

MADE = "2"  # another number here makes every survey anew
UNDATED = -1
TABLES = tuple("word actor called place report row part pair spot gone".split())  # noqa: SIM905 - one line of names
COUNTED = {Role.SPEAKER: 2, Role.ACTOR: 3, Role.RECIPIENT: 4}  # the place of each role's number among an actor's five


def stands(db: sqlite3.Connection) -> bool:
    """Whether this ledger has a survey of this dateline's kind."""
    found = db.execute("SELECT value FROM meta WHERE key = 'survey'").fetchone()
    return found is not None and found[0] == MADE


def ensure(db: sqlite3.Connection) -> None:
    """Makes the survey from the records, unless it stands."""
    if stands(db):
        return
    for table in TABLES:
        db.execute(f"DROP TABLE IF EXISTS survey_{table}")
    for command in files("dateline.ledger.survey").joinpath("schema.sql").read_text(encoding="utf8").split(";\n"):
        db.execute(command)
    for number, line in db.execute("SELECT report, json FROM record ORDER BY report"):
        put_in(db, number, from_json(line))
    db.execute("INSERT OR REPLACE INTO meta VALUES ('survey', ?)", (MADE,))


def put_in(db: sqlite3.Connection, number: int, record: Record) -> None:
    """Adds what the record of the report with this number holds."""
    rows = rows_of(record)
    who = _actors(db, record, rows, 1)
    _called(db, record, who, 1)
    found = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'survey_row'").fetchone()
    first = (found[0] if found else 0) + 1
    _rows(db, number, record, rows, who, first)
    places = _places(db, record.places)
    _put(db, "part", ((who[one], role, n) for n, row in enumerate(rows, first) for one, role in row.parts))
    _put(db, "pair", (pair for n, row in enumerate(rows, first) for pair in _pairs(n, row, who)))
    _put(db, "spot", ((n, places[p]) for n, row in enumerate(rows, first) for p in row.places if p in places))


def take_out(db: sqlite3.Connection, number: int, record: Record) -> None:
    """Removes what `record`, the one that stood until now, has added."""
    rows = rows_of(record)
    who = _actors(db, record, rows, -1)
    _called(db, record, who, -1)
    first, last = db.execute("SELECT min(n), max(n) FROM survey_row WHERE report = ?", (number,)).fetchone()
    db.execute("INSERT INTO survey_gone (report, first, last) VALUES (?,?,?)", (number, first or 0, last or 0))
    if first is None:
        return
    parts = ((who[one], role, n) for n, row in enumerate(rows, first) for one, role in row.parts)
    db.executemany("DELETE FROM survey_part WHERE (who, role, row) = (?,?,?)", parts)
    db.execute("DELETE FROM survey_pair WHERE row BETWEEN ? AND ?", (first, last))
    db.execute("DELETE FROM survey_spot WHERE row BETWEEN ? AND ?", (first, last))
    db.execute("DELETE FROM survey_row WHERE report = ?", (number,))


def _put(db: sqlite3.Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    rows_ = list(rows)
    if rows_:
        marks = ",".join("?" * len(rows_[0]))
        db.executemany(f"INSERT OR IGNORE INTO survey_{table} VALUES ({marks})", rows_)  # noqa: S608 - our own names


def _pairs(n: int, row: Row, who: dict[str, int]) -> Iterator[tuple[object, ...]]:
    return ((n, who[p.one], who[p.other], int(p.mutual), p.word) for p in row.pairs)


def _rows(
    db: sqlite3.Connection, number: int, record: Record, rows: Sequence[Row], who: dict[str, int], first: int
) -> None:
    day = ordinal(record.report.published)
    words = _Words(db)
    deeds = {deed: i for i, deed in enumerate(dict.fromkeys(row.deed for row in rows))}
    at = {row.id: n for n, row in enumerate(rows, first) if row.sort is Sort.STATEMENT}
    publisher = words["publisher", record.report.publisher or ""]
    db.execute("INSERT OR REPLACE INTO survey_report VALUES (?,?,?)", (number, day, publisher))
    _put(
        db,
        "row",
        (
            (
                *(n, number, day, publisher, row.sort, words[row.sort.name, row.what], words["quad", row.quad]),
                *(int(row.denied), words["modality", row.modality], int(row.said)),
                *(who.get(row.speaker or "", 0), who.get(row.body or "", 0), deeds[row.deed], round(100 * row.score)),
                *(ordinal(row.told) if row.told else day, at.get(row.voice or "", 0), row.id),
            )
            for n, row in enumerate(rows, first)
        ),
    )


def ordinal(day: str | None) -> int:
    """The number of a day in ISO form, -1 for none; a month or year counts as its first day."""
    if not day:
        return UNDATED
    try:
        return date.fromisoformat((day + "-01-01")[:10]).toordinal()
    except ValueError:
        return UNDATED


class _Words(dict[tuple[str, str], int]):
    """The number of each word, given where it has none."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__()
        self._db = db

    def __missing__(self, key: tuple[str, str]) -> int:
        found = self._db.execute("SELECT n FROM survey_word WHERE (sort, word) = (?,?)", key).fetchone()
        self[key] = int(found[0]) if found else int(self._db.execute(_NEW_WORD, key).lastrowid or 0)
        return self[key]


_NEW_WORD = "INSERT INTO survey_word (sort, word) VALUES (?,?)"
_COUNT = """
UPDATE survey_actor SET reports = reports + ?, mentions = mentions + ?, says = says + ?, does = does + ?,
  undergoes = undergoes + ?, name = min(name, ?), country = ifnull(country, ?), sectors = iif(sectors = '', ?, sectors)
WHERE n = ?
"""
_NEW_ACTOR = """INSERT INTO survey_actor
  (who, actor, name, key, country, sectors, reports, mentions, says, does, undergoes)
VALUES (?,?,?,?,NULL,'',0,0,0,0,0)"""


def _actors(db: sqlite3.Connection, record: Record, rows: Sequence[Row], sign: int) -> dict[str, int]:
    """The number of everybody in the record, their counts changed by what it holds."""
    seen = _everybody(record)
    counts = {who: [1, 0, 0, 0, 0] for who in seen}
    for mention in record.mentions:
        for one in {who_of(one) for one in mention.actors}:
            counts[one][1] += 1
    for row in rows:
        for one, role in row.parts:
            if role in COUNTED:
                counts[one][COUNTED[role]] += 1
    known = {who_of(one): (one.country, " ".join(one.sectors)) for m in record.mentions for one in m.actors}
    numbers = {}
    for one, (actor, name) in seen.items():
        found = db.execute("SELECT n FROM survey_actor WHERE who = ?", (one,)).fetchone()
        numbers[one] = found[0] if found else db.execute(_NEW_ACTOR, (one, actor, name, fold(name))).lastrowid
        change = [sign * count for count in counts[one]]
        db.execute(_COUNT, (*change, name, *known.get(one, (None, "")), numbers[one]))
    return {one: int(n or 0) for one, n in numbers.items()}


def _everybody(record: Record) -> dict[str, tuple[str | None, str]]:
    found: dict[str, tuple[str | None, str]] = {}
    named: list[Refer] = [one for m in record.mentions for one in m.actors]
    for s in record.statements:
        named += [*s.speakers, *s.addressees, *filter(None, [s.affiliation])]
    named += [one for e in record.events for one in (*e.actors, *e.recipients)]
    named += [one for t in record.ties for one in (t.left, t.right)]
    for one in named:
        found.setdefault(who_of(one), (one.actor, one.name))
    return found


def _called(db: sqlite3.Connection, record: Record, who: dict[str, int], sign: int) -> None:
    counts: Counter[tuple[str, str]] = called(record)
    rows = [(who[one], words, fold(words), sign * number) for (one, words), number in counts.items()]
    db.executemany(_CALL, rows)
    if sign < 0:
        db.executemany("DELETE FROM survey_called WHERE (who, words) = (?,?) AND number < 1", [r[:2] for r in rows])


_CALL = """INSERT INTO survey_called VALUES (?,?,?,?)
ON CONFLICT (who, words) DO UPDATE SET number = number + excluded.number"""


def _places(db: sqlite3.Connection, places: Sequence[PlaceRow]) -> dict[str, int]:
    """The number of each place, by its id in the record."""
    numbers = {}
    for row in places:
        spot = f"{row.geonames or fold(row.name)} {row.latitude} {row.longitude}"
        found = db.execute("SELECT n FROM survey_place WHERE spot = ?", (spot,)).fetchone()
        values = (row.name, row.country or "", row.latitude, row.longitude, spot)
        numbers[row.id] = int(found[0]) if found else int(db.execute(_NEW_PLACE, values).lastrowid or 0)
    return numbers


_NEW_PLACE = "INSERT INTO survey_place (name, country, latitude, longitude, spot) VALUES (?,?,?,?,?)"
