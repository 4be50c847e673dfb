"""Chooses rows of the survey by the filters of a page, and counts them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from enum import IntEnum

import numpy as np

from dateline.accounts.telling import FACTS
from dateline.ledger.names import fold
from dateline.ledger.survey.columns import Flags, Ints, Sheet
from dateline.ledger.survey.finding import known, rows_with
from dateline.ledger.survey.keeping import ordinal
from dateline.ledger.survey.rows import Role, Sort
from dateline.web.asking import Asked

WHAT = {Sort.STATEMENT: "stance", Sort.EVENT: "type", Sort.TIE: "tie"}
LOW = 0xFFFFFFFF  # the lower half of a key: the number of a row behind its day
PARTIES = (Role.ACTOR, Role.RECIPIENT, Role.LEFT, Role.RIGHT)


class Held(IntEnum):
    """How a deed is held: told as done by the report itself, only said by somebody, denied, or still ahead."""

    TOLD = 0
    SAID = 1
    DENIED = 2
    AHEAD = 3


def held(sheet: Sheet) -> Ints:
    """How each row's deed is held; worked out once for a sheet."""
    known: Ints | None = sheet.__dict__.get("held")
    if known is None:
        known = sheet.__dict__["held"] = _held(sheet)
    return known


def _held(sheet: Sheet) -> Ints:
    rows = sheet.rows
    facts = [sheet.numbers.get(("modality", name), -1) for name in FACTS]
    found = np.where(rows["said"] == 1, Held.SAID, Held.TOLD)
    found = np.where(np.isin(rows["modality"], facts), found, Held.AHEAD)
    return np.where(rows["denied"] == 1, Held.DENIED, found).astype(np.int32)


def chosen(sheet: Sheet, db: sqlite3.Connection, asked: Asked, sort: Sort) -> Flags:
    """The rows of one sort that pass the filters."""
    rows = sheet.rows
    keep: Flags = rows["sort"] == sort
    keep &= in_time(rows["day"], asked)
    codes = {"what": (sort.name, asked[WHAT[sort]])}
    codes |= {"quad": ("quad", asked["quad"]), "modality": ("modality", asked["modality"])}
    for column, (kind, value) in codes.items():
        if value is not None:
            keep &= rows[column] == sheet.numbers.get((kind, value), -1)
    if asked["polarity"] is not None:
        keep &= rows["denied"] == (asked["polarity"] == "denied")
    if asked["word"] is not None:
        keep &= rows["said"] == (asked["word"] == "said")
    if asked["publisher"] is not None:
        keep &= np.isin(rows["publisher"], publishers(sheet, asked["publisher"]))
    return _with_people(sheet, db, asked, sort, keep)


def _with_people(sheet: Sheet, db: sqlite3.Connection, asked: Asked, sort: Sort, keep: Flags) -> Flags:
    for name, roles in (("actor", PARTIES), ("about", (Role.SPOKEN_OF, Role.ADDRESSEE))):
        if asked[name] is not None:
            keep = keep & among(sheet, rows_with(db, numbers(db, asked[name]), roles))
    if asked["speaker"] is not None:
        spoken = rows_with(db, numbers(db, asked["speaker"]), (Role.SPEAKER, Role.BODY))
        keep = keep & np.isin(sheet.rows["n" if sort is Sort.STATEMENT else "voice"], spoken)
    if asked["place"] is not None:
        at = sheet.spots["row"][sheet.spots["place"] == int(asked["place"])]
        keep = keep & _flags(len(keep), at)
    return keep


def numbers(db: sqlite3.Connection, name: str | None) -> list[int]:
    """The numbers of those meant by a name."""
    return [one.n for one in known(db, name or "")]


def among(sheet: Sheet, rows: Ints) -> Flags:
    """Those rows whose numbers are given."""
    return _flags(len(sheet.rows["n"]), sheet.places_of(rows))


def _flags(size: int, places: Ints) -> Flags:
    found = np.zeros(size, bool)
    found[places] = True
    return found


def in_time(day: Ints, asked: Asked) -> Flags:
    """Days within `since` and `until`; without a day of publication, none where either is given."""
    keep = np.ones(len(day), bool)
    if asked["since"] is not None:
        keep &= day >= ordinal(asked["since"])
    if asked["until"] is not None:
        keep &= (day <= _last(asked["until"])) & (day >= 0)
    return keep


def _last(until: str) -> int:
    """The last day of a day, month or year."""
    if len(until) == 10:
        return ordinal(until)
    year, month = int(until[:4]), int(until[5:7] or 12)
    return ordinal(f"{year + month // 12:04}-{month % 12 + 1:02}-01") - 1


def publishers(sheet: Sheet, name: str) -> list[int]:
    """The numbers of the publishers of that name, in any case."""
    return [n for (sort, word), n in sheet.numbers.items() if sort == "publisher" and fold(word) == fold(name)]


def newest(sheet: Sheet, keep: Flags, first: int, limit: int) -> list[int]:
    """Numbers of the chosen rows, by day of publication, the latest first."""
    at = np.flatnonzero(keep)
    keys = (sheet.rows["day"][at].astype(np.int64) << 32) | sheet.rows["n"][at]
    before = len(keys) - first - limit  # rows older than those asked for
    if 0 < before < len(keys):
        keys = np.partition(keys, before)[before:]
    return [int(key) & LOW for key in np.sort(keys)[::-1][first : first + limit]]


def tally(sheet: Sheet, column: Ints) -> list[tuple[str, int]]:
    """How often each word occurs, the most frequent first."""
    counts = np.bincount(column) if len(column) else np.empty(0, np.int32)
    found = [(sheet.words[int(n)], int(counts[n])) for n in np.flatnonzero(counts)]
    return sorted(found, key=lambda row: (-row[1], row[0]))


def most(column: Ints, limit: int) -> list[tuple[int, int]]:
    """The most frequent numbers above nought, with how often they occur."""
    values, counts = np.unique(column[column > 0], return_counts=True)
    order = np.lexsort((values, -counts))[:limit]
    return [(int(values[i]), int(counts[i])) for i in order]


def split(count: Iterable[int]) -> dict[str, int]:
    """Counts by how the deeds are held, under the names that pages use."""
    told, said, denied, ahead = count
    return {"told": told, "said": said, "denied": denied, "ahead": ahead}
