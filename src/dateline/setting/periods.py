"""From what an expression means to the days of the calendar, seen from the report and from what the text named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.codebook import vocabulary
from dateline.setting import calendar
from dateline.setting.calendar import Period
from dateline.setting.times import IMPOSSIBLE, NO_ANCHOR, NO_BASE, OUTSIDE, Time

FIRST_YEAR, LAST_YEAR = 1, 2199
FINE = {"day": ("day", "range"), "week": ("day", "week"), "weekend": ("day", "week", "range")}
LONGEST_NAMED = 31  # days of a range that "the next day" may follow
CLOSE = 2  # months ahead in which a date that no verb places is taken to lie ahead
MONTHLY = ("day", "week", "month", "range")


@dataclass(frozen=True, slots=True)
class View:
    """Where an expression is seen from: the report's day, the time that the text named last, whether the deed lies
    ahead; `near` says that no verb tells, and that the nearest date is meant."""

    anchor: date | None
    told: Period | None = None
    future: bool = False
    near: bool = False


Outcome = Period | str  # the days, or the reason why there are none


def period_of(time: Time, view: View) -> Outcome:
    """The days that an expression covers, or why they are not known."""
    try:
        found = _MEANINGS[time.form](time, view)
    except (ValueError, OverflowError):
        return IMPOSSIBLE if not _is_outside(time) else OUTSIDE
    if isinstance(found, Period) and not all(FIRST_YEAR <= d.year <= LAST_YEAR for d in (found.first, found.end)):
        return OUTSIDE
    return found


def _is_outside(time: Time) -> bool:
    return time.year is not None and not FIRST_YEAR <= time.year <= LAST_YEAR


def _date(time: Time, view: View) -> Outcome:
    if time.of is not None:
        return _date_within(time, period_of(time.of, view))
    if time.month is None and time.day:
        return _day_alone(time.day, view)
    number = time.year if time.year is not None else _year_of(time, view)
    if number is None:
        _check_day(time)
        return NO_ANCHOR
    return _in_year(time, number)


def _date_within(time: Time, whole: Outcome) -> Outcome:
    """`May last year`, `the 15th of last month`."""
    if isinstance(whole, str):
        return whole
    if time.month is None and time.day:
        return calendar.day(whole.first.replace(day=time.day))
    return _in_year(time, whole.first.year)


def _in_year(time: Time, number: int) -> Period:
    if time.month is None:
        return calendar.year(number)
    return calendar.day(date(number, time.month, time.day)) if time.day else calendar.month(number, time.month)


def _check_day(time: Time) -> None:
    """Raises ValueError for a day that no year has: `30 February`."""
    if time.month and time.day:
        date(2000, time.month, time.day)


def _day_alone(number: int, view: View) -> Outcome:
    """`on the 28th`: the nearest day of that number, back or ahead."""
    anchor = view.anchor
    if anchor is None:
        return NO_ANCHOR
    away = 0 if (number >= anchor.day if view.future else number <= anchor.day) else 1 if view.future else -1
    return calendar.day(calendar.shifted(anchor, "month", away).first.replace(day=number))


def _year_of(time: Time, view: View) -> int | None:
    """The year of `May 4` or `in October`: the nearest one back from the report, or ahead where a plan is told."""
    anchor = view.anchor
    if anchor is None or time.month is None:
        return None
    _check_day(time)
    ahead = (time.month, time.day or 1) > (anchor.month, anchor.day if time.day else 31)
    behind = (time.month, time.day or 31) < (anchor.month, anchor.day)
    near = time.day is not None and abs((time.month - anchor.month) * 30 + time.day - anchor.day) <= 1
    if time.way == "last":
        found = anchor.year - (not behind)
    elif time.way == "this":
        found = anchor.year
    elif view.near and (ahead or behind):
        found = _nearest_year(time, anchor)
    elif view.future or time.way == "next":
        found = anchor.year + behind
    else:
        found = anchor.year - (ahead and not near)
    return _fitting(time, found, step=1 if view.future else -1)


def _nearest_year(time: Time, anchor: date) -> int:
    """The year in which a date without one lies next to the report: ahead only where it is close."""
    months = (time.month or 1) - anchor.month + ((time.day or anchor.day) - anchor.day) / 31
    if months < 0:
        return anchor.year + (months + 12 <= CLOSE)
    return anchor.year - (months > CLOSE)


def _fitting(time: Time, found: int, *, step: int) -> int:
    """The nearest year in which the day exists: 29 February is not in every one."""
    if (time.month, time.day) != (2, 29):
        return found
    return next(y for y in range(found, found + 9 * step, step) if y % 4 == 0 and (y % 100 or y % 400 == 0))


def _weekday(time: Time, view: View) -> Outcome:
    number = time.weekday or 0
    if time.of is not None:
        whole = period_of(time.of, view)
        return whole if isinstance(whole, str) else calendar.day(calendar.week(whole.first).first + timedelta(number))
    if time.told:
        return _told_weekday(number, time, view)
    if view.anchor is None:
        return NO_ANCHOR
    if time.way == "at an hour" and view.anchor.weekday() == number:
        return calendar.day(view.anchor)
    return calendar.weekday(view.anchor, number, future=view.future, way=time.way)


def _told_weekday(number: int, time: Time, view: View) -> Outcome:
    """`the following Friday`: the first one after what was told; `the previous Friday` the last one before it."""
    if view.told is None or view.told.precision not in ("day", "range", "week"):
        return NO_BASE
    if time.way == "preceding":
        return calendar.weekday(view.told.first, number, future=False, way="last")
    return calendar.weekday(view.told.end, number, future=True)


def _shift(time: Time, view: View) -> Outcome:
    """So many units away: from the report, from what was told, or from the time that is named beside it."""
    low, high = time.low or 0, time.high or 0
    if time.of is not None:
        start = period_of(time.of, replace(view, future=view.future))
        return start if isinstance(start, str) else _away(start, time.unit, low, high)
    if time.told:
        base = view.told
        return NO_BASE if base is None or not _is_fine(base, time.unit) else _away(base, time.unit, low, high)
    if view.anchor is None:
        return NO_ANCHOR
    return _from_report(time, view.anchor, future=view.future)


def _from_report(time: Time, anchor: date, *, future: bool) -> Period:
    low, high = time.low or 0, time.high or 0
    if time.way == "to the day":
        return calendar.day(calendar.back(anchor, time.unit, -high))
    if time.unit == "weekend" and low == 0 and time.way != "next":
        return calendar.weekend(anchor, future=future and time.way != "last", near=True)
    return _away(calendar.day(anchor), time.unit, low, high)


def _is_fine(base: Period, unit: str) -> bool:
    """Whether a time is known well enough to count such units from it: no days from a year."""
    if base.precision == "range" and (base.end - base.first).days > LONGEST_NAMED:
        return False
    return base.precision in FINE.get(unit, MONTHLY if unit in ("month", "quarter") else (*MONTHLY, "year"))


def _away(base: Period, unit: str, low: float, high: float) -> Period:
    start = base.first if high <= 0 else base.end
    if low == high:
        return calendar.shifted(start, unit, low)
    first, last = calendar.shifted(start, unit, low), calendar.shifted(start, unit, high)
    return calendar.days(first.first, last.end)


def _stretch(time: Time, view: View) -> Outcome:
    """Up to the report or from it on; `the next month` of a tale is the one after that it named."""
    if time.way == "next" and not view.future and view.told is not None and _is_fine(view.told, time.unit):
        return _away(view.told, time.unit, 1, 1)
    return calendar.stretch(view.anchor, time.unit, time.low or 0) if view.anchor else NO_ANCHOR


def _night(_time: Time, view: View) -> Outcome:
    return calendar.days(view.anchor - timedelta(days=1), view.anchor) if view.anchor else NO_ANCHOR


def _season(time: Time, view: View) -> Outcome:
    """Three months of the north; a winter ends in the year after."""
    first, last = vocabulary("dates")["seasons"][time.unit]
    number = time.year
    if number is None:
        if view.anchor is None:
            return NO_ANCHOR
        anchor = view.anchor
        ahead, behind = first > anchor.month, last < anchor.month
        step = {"last": 0 if behind else -1, "next": 0 if ahead else 1, "this": 0}.get(time.way)
        number = anchor.year + (step if step is not None else (behind if view.future else -ahead))
    return Period(date(number, first, 1), calendar.month(number + (last < first), last).last, "range")


def _decade(time: Time, view: View) -> Outcome:
    if time.year is not None:
        return calendar.years(time.year, time.year + 9)
    if view.anchor is None:
        return NO_ANCHOR
    century = view.anchor.year // 100 * 100
    start = century + int(time.low or 0)
    start -= 100 * (start > view.anchor.year)
    return calendar.years(start, start + 9)


def _century(time: Time, _view: View) -> Outcome:
    return calendar.century(time.year or 0)


def _unit_of(time: Time, view: View) -> Outcome:
    """The week or weekend of a day; a week that ends on a day is the seven days up to it."""
    inner = period_of(time.of, view) if time.of else NO_BASE
    if isinstance(inner, str):
        return inner
    if time.unit == "weekend":
        return calendar.weekend(inner.first)
    if time.way == "ending":
        return Period(inner.end - timedelta(days=6), inner.end, "week")
    if time.way == "beginning":
        return Period(inner.first, inner.first + timedelta(days=6), "week")
    return calendar.week(inner.first)


def _part(time: Time, view: View) -> Outcome:
    """The n-th half, quarter, months, weeks, days or weekday of a time, counted from its start or its end."""
    whole = period_of(time.of, view) if time.of else _year_of_quarter(time, view)
    if isinstance(whole, str):
        return whole
    nth, count = int(time.low or 1), int(time.high or 1)
    if time.weekday is not None:
        return _nth_weekday(whole, time.weekday, nth)
    if time.unit in ("half", "third", "quarter") and whole.precision != "day":
        return _fraction(whole, vocabulary("dates")["parts"][time.unit], nth)
    return _piece(whole, time.unit, nth, count)


def _year_of_quarter(time: Time, view: View) -> Outcome:
    """The year of `the third quarter`: this one where it has begun, or where it is to come."""
    if view.anchor is None:
        return NO_ANCHOR
    begun = (int(time.low or 1) - 1) * 3 + 1 <= view.anchor.month
    return calendar.year(view.anchor.year - (not begun and not view.future))


def _fraction(whole: Period, parts: int, nth: int) -> Outcome:
    """A half, third or quarter: of months where it comes out even, else of days."""
    nth = nth if nth > 0 else parts + 1 + nth
    months = (whole.end.year - whole.first.year) * 12 + whole.end.month - whole.first.month + 1
    if not 1 <= nth <= parts:
        return IMPOSSIBLE
    if months % parts == 0 and whole.first.day == 1:
        first = calendar.moved(whole.first, months // parts * (nth - 1))
        return Period(first, calendar.moved(first, months // parts) - timedelta(days=1), "range")
    length = (whole.end - whole.first).days + 1
    cuts = [whole.first + timedelta(days=length * k // parts) for k in range(parts + 1)]
    return calendar.days(cuts[nth - 1], cuts[nth] - timedelta(days=1))


def _nth_weekday(whole: Period, number: int, nth: int) -> Outcome:
    if nth > 0:
        first = whole.first + timedelta(days=(number - whole.first.weekday()) % 7 + 7 * (nth - 1))
    else:
        first = whole.end - timedelta(days=(whole.end.weekday() - number) % 7 + 7 * (-nth - 1))
    return calendar.day(first) if whole.first <= first <= whole.end else IMPOSSIBLE


def _piece(whole: Period, unit: str, nth: int, count: int) -> Outcome:
    """`the last two weeks of May`: whole months and years by the calendar, weeks by seven days from the edge."""
    if nth > 0:
        first = calendar.back(whole.first, unit, -(nth - 1))
        last = calendar.back(first, unit, -count) - timedelta(days=1)
    else:
        last = calendar.back(whole.end + timedelta(days=1), unit, -nth - 1) - timedelta(days=1)
        first = calendar.back(last + timedelta(days=1), unit, count)
    if first < whole.first or last > whole.end + timedelta(days=6):
        return IMPOSSIBLE
    return _named_piece(first, last, unit, count)


def _named_piece(first: date, last: date, unit: str, count: int) -> Period:
    if count == 1 and unit in ("month", "year"):
        return calendar.month(first.year, first.month) if unit == "month" else calendar.year(first.year)
    found = calendar.days(first, last)
    return Period(first, last, "week") if unit == "week" and count == 1 else found


def _since(time: Time, view: View) -> Outcome:
    core = period_of(time.of, replace(view, future=False)) if time.of else NO_BASE
    if isinstance(core, str):
        return core
    if view.anchor is None or view.anchor < core.first:
        return Period(core.first, None, "range") if view.anchor is None else core
    return Period(core.first, view.anchor, "range")


def _span(time: Time, view: View) -> Outcome:
    """From the first day of the one end to the last of the other; what the first leaves out the second says."""
    if time.of is None or time.until is None:
        return NO_BASE
    left, right = _completed(time.of, time.until)
    end, start = period_of(right, view), period_of(left, view)
    if isinstance(start, str) or isinstance(end, str):
        return start if isinstance(start, str) else str(end)
    if start.first > end.end:
        start, end = _in_order(left, right, start, end, view)
    return Period(start.first, end.last, "range") if start.first <= end.end else IMPOSSIBLE


def _completed(left: Time, right: Time) -> tuple[Time, Time]:
    if left.form != "date" or right.form != "date":
        return left, right
    month = left.month or (right.month if left.day else None)
    year = left.year
    if year is None and left.of is None and right.year is not None and month:
        year = right.year - (month > (right.month or 12))
    if right.year is None and right.of is None and left.year is not None and right.month:
        right = replace(right, year=left.year + (right.month < (left.month or 1)))
    return replace(left, month=month, year=year, of=left.of or (right.of if year is None else None)), right


def _in_order(left: Time, right: Time, start: Period, end: Period, view: View) -> tuple[Period, Period]:
    """The two ends of a range in order: the one that is settled by the other moves a week or a year."""
    step = timedelta(days=7)
    if left.form == "weekday":
        if view.future:
            return start, Period(end.first + step, end.end + step, end.precision)
        return Period(start.first - step, start.end - step, start.precision), end
    if left.form == "date" and left.year is None:
        number = start.first.year
        if view.future:
            later = period_of(replace(right, year=end.first.year + 1), view)
            return start, later if isinstance(later, Period) else end
        earlier = period_of(replace(left, year=number - 1), view)
        return (earlier if isinstance(earlier, Period) else start), end
    return start, end


def _unsettled(time: Time, _view: View) -> Outcome:
    return time.why


_READERS: tuple[Callable[[Time, View], Outcome], ...] = (
    *(_date, _weekday, _shift, _stretch, _night, _season, _decade, _century),
    *(_unit_of, _part, _since, _span, _unsettled),
)
_MEANINGS: Mapping[str, Callable[[Time, View], Outcome]] = {
    reader.__name__.removeprefix("_").replace("_", "-"): reader for reader in _READERS
}
