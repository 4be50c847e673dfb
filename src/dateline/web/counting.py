"""Counts that several pages show: over time, by pair, by place, each split by how the deeds are held."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import numpy as np

from dateline.ledger.survey.columns import Flags, Ints, Sheet
from dateline.ledger.survey.finding import by_number
from dateline.web.selection import Held, held, split

DAYS, MONTHS = 62, 120  # up to so many days by day, up to so many months by month, else by year


def when(sheet: Sheet, keep: Flags) -> list[dict[str, Any]]:
    """Rows by day, month or year of publication, split by how they are held; periods without any stand in too."""
    day, how = sheet.rows["day"][keep], held(sheet)[keep]
    known = day >= 0
    day, how = day[known], how[known]
    if not len(day):
        return []
    periods, names = _periods(day)
    counts = np.bincount(periods * len(Held) + how, minlength=len(names) * len(Held)).reshape(-1, len(Held))
    return [{"period": name, **split(map(int, row))} for name, row in zip(names, counts, strict=True)]


def _periods(day: Ints) -> tuple[Ints, list[str]]:
    """The place of each day's period among all periods from the first to the last, and their names."""
    first, last = int(day.min()), int(day.max())
    if last - first < DAYS:
        return day - first, [date.fromordinal(n).isoformat() for n in range(first, last + 1)]
    starts = [n for n in range(first, last + 1) if n == first or date.fromordinal(n).day == 1]
    length = 7
    if len(starts) > MONTHS:
        starts, length = [n for n in starts if n == first or date.fromordinal(n).month == 1], 4
    names = [date.fromordinal(n).isoformat()[:length] for n in starts]
    return (np.searchsorted(np.array(starts), day, side="right") - 1).astype(np.int32), names


def busiest_pairs(
    sheet: Sheet, db: sqlite3.Connection, keep: Flags, limit: int, among: Flags | None = None
) -> list[dict[str, Any]]:
    """The pairs with most between them, whichever way it goes; `among` flags the pairs of the sheet that may count."""
    inside = keep[sheet.pairs["row"]] if among is None else keep[sheet.pairs["row"]] & among
    one, other, row = (sheet.pairs[name][inside] for name in ("one", "other", "row"))
    low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other)
    keys, place, counts = np.unique((low << 32) | high, return_inverse=True, return_counts=True)
    order = np.lexsort((keys, -counts))[:limit]
    rank = np.full(len(keys), -1)
    rank[order] = np.arange(len(order))
    mine = rank[place]
    table = np.zeros((len(order), len(Held)), np.int64)
    conflict = np.zeros(len(order), np.int64)
    in_it = mine >= 0
    np.add.at(table, (mine[in_it], held(sheet)[row[in_it]]), 1)
    np.add.at(conflict, mine[in_it], _hostile(sheet)[row[in_it]])
    who = by_number(db, {int(n) for key in keys[order] for n in (key >> 32, key & 0xFFFFFFFF)})
    return [
        {
            "one": who[int(key >> 32)].who,
            "one_name": who[int(key >> 32)].line.name,
            "other": who[int(key & 0xFFFFFFFF)].who,
            "other_name": who[int(key & 0xFFFFFFFF)].line.name,
            "tellings": int(counts[order[i]]),
            **split(map(int, table[i])),
            "conflict": int(conflict[i]),
        }
        for i, key in enumerate(keys[order])
    ]


def _hostile(sheet: Sheet) -> Ints:
    """1 for rows of verbal or material conflict."""
    codes = [sheet.numbers.get(("quad", f"{kind}-conflict"), -1) for kind in ("verbal", "material")]
    return np.isin(sheet.rows["quad"], codes).astype(np.int32)


def places_told(sheet: Sheet, db: sqlite3.Connection, keep: Flags) -> list[dict[str, Any]]:
    """Places of the rows, the most told of first; coordinates are empty where a place is not located."""
    inside = keep[sheet.spots["row"]]
    row, place = sheet.spots["row"][inside], sheet.spots["place"][inside]
    values, at = np.unique(place, return_inverse=True)
    table = np.zeros((len(values), len(Held)), np.int64)
    np.add.at(table, (at, held(sheet)[row]), 1)
    query = "SELECT n, name, country, latitude, longitude FROM survey_place"
    names = {n: facts for n, *facts in db.execute(query)}
    columns = ("name", "country", "latitude", "longitude")
    found = [
        {"place": int(n), **dict(zip(columns, names[int(n)], strict=True)), **split(map(int, counts))}
        for n, counts in zip(values, table, strict=True)
    ]
    return sorted(found, key=lambda p: (-sum(p[name] for name in ("told", "said", "denied", "ahead")), p["place"]))
