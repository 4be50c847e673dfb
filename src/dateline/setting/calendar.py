"""Calendar arithmetic on days: which day a word means, seen from the day of the report."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.record import DatePrecision

UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both within, known to a precision."""

    first: date
    last: date
    precision: DatePrecision


def day(value: date) -> Period:
    """A single day."""
    return Period(value, value, "day")


def month(year: int, number: int) -> Period:
    """A whole month."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def year(number: int) -> Period:
    """A whole year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def weekday(anchor: date, number: int, *, future: bool, way: str = "") -> Period:
    """The weekday meant: the nearest one back (today counts), or ahead; `way` is last, this or next where said."""
    back = (anchor.weekday() - number) % 7
    if way == "next" or (future and way != "last"):
        return day(anchor + timedelta(days=(number - anchor.weekday()) % 7 or 7))
    if way == "last" and back == 0:
        back = 7
    return day(anchor - timedelta(days=back))


def shifted(anchor: date, unit: str, count: int) -> Period:
    """The day, week, month, year or decade that lies `count` units from the anchor (negative: before it)."""
    if unit == "day":
        return day(anchor + timedelta(days=count))
    if unit in UNIT_DAYS:
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=UNIT_DAYS[unit] * count)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return Period(first, monday + timedelta(days=6), "week" if unit == "week" else "range")
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + count
        return month(months // 12, months % 12 + 1)
    return year(anchor.year + count * {"year": 1, "decade": 10, "century": 100}[unit])


def stretch(anchor: date, unit: str, count: int) -> Period:
    """The stretch of `count` units up to the anchor (`the past five years`), or from it on where count is negative."""
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "month": 30}.get(unit)
    if days is not None and unit != "month":
        other = anchor - timedelta(days=days * count)
    else:
        other = _months_back(anchor, count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    return Period(min(anchor, other), max(anchor, other), "range")


def _months_back(anchor: date, count: int) -> date:
    months = anchor.year * 12 + anchor.month - 1 - count
    target = month(months // 12, months % 12 + 1)
    return target.first.replace(day=min(anchor.day, target.last.day))
