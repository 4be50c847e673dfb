"""Pair: how two actors stand to each other over time, split by whose word; their ties; what is told between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

import numpy as np

from dateline.accounts.standing import Between, Period, lines
from dateline.errors import InputError, UsageError
from dateline.ledger.survey import finding
from dateline.ledger.survey.columns import Flags, Ints, Sheet
from dateline.ledger.survey.finding import Known
from dateline.ledger.survey.rows import Sort, Word
from dateline.web.asking import PAGE, Asked
from dateline.web.reader import Reader
from dateline.web.selection import chosen, newest
from dateline.web.view import Table, View

SWAPPED = {Word.ONE: Word.OTHER, Word.OTHER: Word.ONE}
TIES = 12
DAYS, WEEKS = 45, 400  # up to so many days by day, up to so many by week


def pair(reader: Reader, asked: Asked) -> View:
    """Two actors. Raises InputError where one of them is nobody."""
    one, other = _one(reader, asked, "one"), _one(reader, asked, "other")
    if one.n == other.n:
        raise UsageError("are the same actor", where="one and other", mend="choose two")
    sheet = reader.sheet
    at = _between(sheet, one.n, other.n)
    rows = _flags(sheet, sheet.pairs["row"][at])
    told = _by_word(sheet, at, one.n, asked["standing"])
    events = rows & told & chosen(sheet, reader.db, asked, Sort.EVENT)
    ties = rows & (sheet.rows["sort"] == Sort.TIE)
    days = sheet.rows["told"][sheet.pairs["row"][at]]
    days = days[days > 0]
    tables = (
        Table("standing", [line.to_dict() for line in lines(_slim(reader, sheet, at, one.n), _period(asked, days))]),
        Table("ties", finding.ties(reader.db, newest(sheet, ties, 0, TIES)), int(ties.sum())),
        Table(
            "events",
            finding.events(reader.db, newest(sheet, events, asked.first, PAGE)),
            int(events.sum()),
            asked.first,
        ),
    )
    facts = {"one": one.to_dict(), "other": other.to_dict()}
    title = f"{one.line.name} and {other.line.name}"
    return View("pair.html", title, tables, facts, {"pair_one": one, "pair_other": other})


def _one(reader: Reader, asked: Asked, name: str) -> Known:
    found = finding.known(reader.db, asked[name] or "")
    if not found:
        raise InputError("nobody is called so in this ledger", where=asked[name] or name, mend="look among the actors")
    return found[0]


def _period(asked: Asked, days: Ints) -> Period:
    """What is asked for, else what leaves some dozens of periods at most."""
    if asked["by"]:
        return cast(Period, asked["by"])
    span = int(days.max() - days.min()) if len(days) else 0
    return "day" if span < DAYS else "week" if span < WEEKS else "month"


def _between(sheet: Sheet, one: int, other: int) -> Ints:
    """Places of the pairs between two, either way."""
    a, b = sheet.pairs["one"], sheet.pairs["other"]
    return np.flatnonzero(((a == one) & (b == other)) | ((a == other) & (b == one))).astype(np.int32)


def _flags(sheet: Sheet, rows: Ints) -> Flags:
    found = np.zeros(len(sheet.rows["n"]), bool)
    found[rows] = True
    return found


def _by_word(sheet: Sheet, at: Ints, one: int, asked: str | None) -> Flags:
    """The rows told on that word."""
    if asked is None:
        return np.ones(len(sheet.rows["n"]), bool)
    wanted = [i for i in at if _word(sheet, int(i), one).name.lower() == asked]
    return _flags(sheet, sheet.pairs["row"][wanted])


def _word(sheet: Sheet, at: int, one: int) -> Word:
    """On whose word, as seen from `one`."""
    word = Word(int(sheet.pairs["word"][at]))
    return word if sheet.pairs["one"][at] == one else SWAPPED.get(word, word)


def _slim(reader: Reader, sheet: Sheet, at: Ints, one: int) -> Iterator[Between]:
    """What counts of each event between the two; copies of a dispatch do not."""
    copies = {n for (n,) in reader.db.execute("SELECT report FROM account_copy WHERE counted = 0")}
    columns = ("report", "deed", "what", "denied", "modality", "score", "told", "sort")
    found: list[list[Any]] = [sheet.rows[name][sheet.pairs["row"][at]].tolist() for name in columns]
    for i, report, deed, what, denied, modality, score, told, sort in zip(at, *found, strict=True):
        if sort == Sort.EVENT and report not in copies:
            day = date.fromordinal(told).isoformat() if told > 0 else None
            yield Between(
                report, deed, sheet.words[what], _word(sheet, int(i), one).name.lower(),
                "denied" if denied else "affirmed", sheet.words[modality], score / 100, day,
            )  # fmt: skip
