"""Counts that several pages show: over time, by pair, by place, each split by how the deeds are held."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import Any

import numpy as np

from dateline.ledger.survey.columns import Flags, Ints, Sheet
from dateline.ledger.survey.finding import Known, by_number
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
    inside = np.flatnonzero(keep[sheet.pairs["row"]] if among is None else keep[sheet.pairs["row"]] & among)
    keys, place = sheet.between
    row, place = sheet.pairs["row"][inside], place[inside]
    counts = np.bincount(place, minlength=len(keys))
    order = np.lexsort((keys, -counts))[:limit]
    order = order[counts[order] > 0]
    rank = np.full(len(keys), -1)
    rank[order] = np.arange(len(order))
    row, mine = row[rank[place] >= 0], rank[place][rank[place] >= 0]
    table = np.bincount(mine * len(Held) + held(sheet)[row], minlength=len(order) * len(Held)).reshape(-1, len(Held))
    conflict = np.bincount(mine[_hostile(sheet, row)], minlength=len(order))
    who = by_number(db, {int(n) for key in keys[order] for n in (key >> 32, key & LOW)})
    return [
        {
            **_ends(who[int(key >> 32)], who[int(key & LOW)]),
            "tellings": int(counts[order[i]]),
            **split(map(int, table[i])),
            "conflict": int(conflict[i]),
        }
        for i, key in enumerate(keys[order])
    ]


LOW = 0xFFFFFFFF  # the lower half of a pair's number


def _ends(one: Known, other: Known) -> dict[str, str]:
    return {"one": one.who, "one_name": one.line.name, "other": other.who, "other_name": other.line.name}


def _hostile(sheet: Sheet, rows: Ints) -> Flags:
    """Which of the rows are verbal or material conflict."""
    codes = [sheet.numbers.get(("quad", f"{kind}-conflict"), -1) for kind in ("verbal", "material")]
    found: Flags = np.isin(sheet.rows["quad"][rows], codes)
    return found


def places_told(sheet: Sheet, db: sqlite3.Connection, keep: Flags, limit: int) -> tuple[list[dict[str, Any]], int]:
    """Places of the rows, the most told of first, and how many there are; what is not located has no coordinates."""
    inside = np.flatnonzero(keep[sheet.spots["row"]])
    row, place = sheet.spots["row"][inside], sheet.spots["place"][inside]
    size = (int(place.max(initial=0)) + 1) * len(Held)
    table = np.bincount(place * len(Held) + held(sheet)[row], minlength=size).reshape(-1, len(Held))
    sums = table.sum(axis=1)
    order = np.lexsort((np.arange(len(sums)), -sums))[:limit]
    order = order[sums[order] > 0]
    query = "SELECT n, name, country, latitude, longitude FROM survey_place WHERE n IN (SELECT value FROM json_each(?))"
    names = {n: facts for n, *facts in db.execute(query, (json.dumps([int(n) for n in order]),))}
    columns = ("name", "country", "latitude", "longitude")
    found = [
        {"place": int(n), **dict(zip(columns, names[int(n)], strict=True)), **split(map(int, table[n]))} for n in order
    ]
    return found, int((sums > 0).sum())
