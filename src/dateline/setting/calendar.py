"""Calendar arithmetic on days: which day a word means, seen from the day of the report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.record import DatePrecision

DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
CLOCK = {"hour": 24, "minute": 24 * 60}  # of them in a day
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both within, known to a precision; `last` is None where the end is not known."""

    first: date
    last: date | None
    precision: DatePrecision

    @property
    def end(self) -> date:
        """The last day known."""
        return self.last or self.first


def day(value: date) -> Period:
    """A single day."""
    return Period(value, value, "day")


def days(first: date, last: date) -> Period:
    """A range of days, or the one day where it is one."""
    return Period(first, last, "day" if first == last else "range")


def month(year: int, number: int) -> Period:
    """A whole month."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def year(number: int) -> Period:
    """A whole year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int) -> Period:
    """Several whole years."""
    return Period(date(first, 1, 1), date(last, 12, 31), "range")


def quarter(number: int, of_year: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    return Period(month(of_year, 3 * number - 2).first, month(of_year, 3 * number).last, "range")


def weekday(anchor: date, number: int, *, future: bool, way: str = "") -> Period:
    """The weekday meant: the nearest one back (today counts), or ahead; `way` is last, this or next where said."""
    back = (anchor.weekday() - number) % 7
    if way == "next" or (future and way != "last"):
        return day(anchor + timedelta(days=(number - anchor.weekday()) % 7 or 7))
    if way == "last" and back == 0:
        back = 7
    return day(anchor - timedelta(days=back))


def week(value: date) -> Period:
    """The week of a day, Monday to Sunday."""
    monday = value - timedelta(days=value.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def weekend(value: date, *, future: bool = False, near: bool = False) -> Period:
    """Saturday and Sunday of the week of a day; with `near` the last one, or with `future` the next."""
    monday = value - timedelta(days=value.weekday())
    if near and not future and value.weekday() < SATURDAY:
        monday -= timedelta(days=7)
    return Period(monday + timedelta(days=5), monday + timedelta(days=6), "range")


def shifted(anchor: date, unit: str, count: float) -> Period:
    """The day, week, month, year or decade that lies `count` units from the anchor (negative: before it)."""
    if unit in CLOCK:
        return day(anchor + timedelta(days=int(count / CLOCK[unit])))
    if unit in DAYS:
        return unit_of(anchor + timedelta(days=int(DAYS[unit] * count)), unit)
    return unit_of(moved(anchor, int(MONTHS[unit] * count)), unit)


def unit_of(value: date, unit: str) -> Period:
    """The day, week, month, quarter, year, decade or century that a day is in."""
    if unit in DAYS:
        return day(value) if unit == "day" else weekend(value) if unit == "weekend" else week(value)
    found: dict[str, Callable[[date], Period]] = {
        "month": lambda d: month(d.year, d.month),
        "quarter": lambda d: quarter((d.month + 2) // 3, d.year),
        "year": lambda d: year(d.year),
        "decade": lambda d: decade(d.year),
        "century": lambda d: century(d.year // 100 + 1),
    }
    return found[unit](value)


def decade(of_year: int) -> Period:
    """The ten years that a year is one of: 1990 to 1999."""
    return years(of_year // 10 * 10, of_year // 10 * 10 + 9)


def century(number: int) -> Period:
    """The 19th century is number 19: its hundred years as the papers count them, from 1800."""
    return years(100 * (number - 1), 100 * number - 1)


def stretch(anchor: date, unit: str, count: float) -> Period:
    """The stretch of `count` units up to the anchor (`the past five years`), or from it on where count is negative."""
    other = back(anchor, unit, count)
    return Period(min(anchor, other), max(anchor, other), "range")


def back(anchor: date, unit: str, count: float) -> date:
    """The day `count` units before the anchor; part of a day counts as one."""
    if unit in CLOCK:
        away = count / CLOCK[unit]
        return anchor - timedelta(days=int(away) + (away % 1 > 0) if away > 0 else int(away) - (away % 1 > 0))
    if unit in DAYS:
        return anchor - timedelta(days=int(DAYS[unit] * count))
    return moved(anchor, -int(MONTHS[unit] * count))


def moved(anchor: date, count: int) -> date:
    """The same day `count` months on, or the last of that month where it is shorter."""
    months = anchor.year * 12 + anchor.month - 1 + count
    target = month(months // 12, months % 12 + 1)
    return target.first.replace(day=min(anchor.day, target.end.day))
