"""The grammar of times that are counted from somewhere: weekdays, `last month`, `two weeks ago`, `the next day`."""

from __future__ import annotations

from dataclasses import replace

from dateline.setting.calendar_dates import years
from dateline.setting.time_tokens import (
    Count,
    at,
    count_at,
    day_at,
    is_name,
    ordinal_at,
    run,
    table,
    unit_at,
    way_of,
    weekday_at,
    year_at,
)
from dateline.setting.times import VAGUE, Found, Parse, Time, Tokens, unsettled

STEP = {"last": -1, "past": -1, "this": 0, "next": 1, "following": 1, "preceding": -1, "same": 0}
TOLD = ("following", "preceding", "same")  # counted from what the text named before
LONGEST_COUNT = 9  # tokens up to its unit: "about one hundred and twenty-five years"


def weekdays(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`Tuesday`, `last Friday`, `this coming Sunday`, `Monday morning`, `Tuesday of last week`, `Friday last`."""
    definite = at(tokens, i) == "the" and way_of(tokens, i + 1) != ""
    start, way = i, way_of(tokens, i + definite)
    i += definite + bool(way)
    i += way == "this" and at(tokens, i) in ("past", "coming")
    way = "last" if at(tokens, i - 1) == "past" and i > start else way
    number = weekday_at(tokens, i)
    if number is None or at(tokens, i) in table()["short_weekdays"] or _names_other(tokens, start, i):
        return None
    last = i + 1
    while at(tokens, last) in table()["parts_of_day"]:
        last += 1
    if not way and (last > i + 1 or at(tokens, i - 1 - (at(tokens, i - 1) == "on")) in table()["time_marks"]):
        way = "at an hour"
    time = Time("weekday", weekday=number, way=way, told=way in TOLD)
    return _of_week(tokens, time, last, parse)


def _names_other(tokens: Tokens, start: int, i: int) -> bool:
    """`Good Friday`, `every Monday`; `Monday Ekpenyo, a fisherman`: a person's first name opens the sentence."""
    if at(tokens, start - 1) in table()["named_weekdays"]:
        return True
    opens = start == i and (i == 0 or tokens[i - 1].pos == "PUNCT")
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    named = after is not None and after.pos == "PROPN" and tokens[i].head == after.index
    return opens and named and tokens[i].dep == "compound"


def _of_week(tokens: Tokens, time: Time, i: int, parse: Parse) -> Found:
    """The weekday with the week that follows it: `of last week`, `this week`, `the week before`."""
    after = i + (at(tokens, i) == "of")
    week = "week" in (unit_at(tokens, after + 1), unit_at(tokens, after + 2))
    if week and (way_of(tokens, after) or at(tokens, after) == "the"):
        found = parse(tokens, after)
        if found and found[0].form == "shift":
            return replace(time, of=found[0], told=False), found[1]
    if at(tokens, i) == "last" and not is_name(tokens, i + 1) and not unit_at(tokens, i + 1):
        return replace(time, way="last"), i + 1
    return time, i


def named_days(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`yesterday`, `the day before yesterday`, `last night`, `this morning`, `overnight`, `this time last year`."""
    words, word, after = table(), at(tokens, i), at(tokens, i + 1)
    if word == "the" and run(tokens, i, 4) in words["far_days"]:
        return _days(words["far_days"][run(tokens, i, 4)]), i + 4
    if word in words["days"]:
        return _days(words["days"][word]), i + 1 + (after in words["parts_of_day"])
    if word == "overnight":
        inner = parse(tokens, i + 1 + (after in ("on", "from")))
        return inner if inner and inner[0].form in ("weekday", "date", "span") else (Time("night"), i + 1)
    way = way_of(tokens, i)
    if way in ("last", "this") and after in words["parts_of_day"]:
        return _days(-1 if way == "last" else 0), i + 2
    if way in TOLD and after in words["parts_of_day"]:
        return _told("day", STEP[way]), i + 2
    return parse(tokens, i + 2) if word == "this" and after == "time" and way_of(tokens, i + 2) else None


def _days(count: int) -> Time:
    return Time("shift", low=count, high=count, unit="day")


def _told(unit: str, count: float) -> Time:
    return Time("shift", low=count, high=count, unit=unit, told=True)


def units(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`last month`, `the past week`, `this year`, `the next day`, `the following year`, `the week before`."""
    words, definite = table(), at(tokens, i) == "the"
    way, at_unit = way_of(tokens, i + definite), i + definite + 1
    if definite and not way and (unit := unit_at(tokens, i + 1)):
        return _unit_beside(tokens, i + 1, unit)
    unit = unit_at(tokens, at_unit)
    if not way or not unit or unit in ("hour", "minute"):
        return None
    if at(tokens, at_unit) in words["plural_units"]:
        return (unsettled(VAGUE), at_unit + 1) if way in ("past", "next", "last") else None
    if way in TOLD or (way == "next" and unit == "day"):
        return _told(unit, STEP[way]), at_unit + 1
    if way == "past" or (definite and way in ("last", "next") and unit != "weekend" and not _is_century(unit)):
        count = -STEP[way]
        return Time("stretch", low=count, high=count, unit=unit, way=way), at_unit + 1
    return Time("shift", low=STEP[way], high=STEP[way], unit=unit, way=way), at_unit + 1


def _is_century(unit: str) -> bool:
    return unit in ("century", "decade", "quarter")


def _unit_beside(tokens: Tokens, i: int, unit: str) -> Found | None:
    """`the day before`, `the week after`, `the previous day`: beside nothing else, counted from what was told."""
    after = at(tokens, i + 1)
    sign = -1 if after in table()["earlier"] else 1 if after in table()["later"] and after != "on" else 0
    if not sign or at(tokens, i) in table()["plural_units"] or not _ends_there(tokens, i + 2):
        return None
    return _told(unit, sign), i + 2


def _ends_there(tokens: Tokens, i: int) -> bool:
    """Whether nothing follows that the counting could start from."""
    return i >= len(tokens) or tokens[i].pos in ("PUNCT", "CCONJ", "VERB", "AUX", "ADP", "SCONJ") or is_name(tokens, i)


def weekends(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`the weekend`, `over the weekend`, `this past weekend`."""
    past = run(tokens, i, 3) == "this past weekend"
    if past or run(tokens, i, 3) == "this coming weekend":
        return Time("shift", low=0, high=0, unit="weekend", way="last" if past else "next"), i + 3
    if run(tokens, i, 2) != "the weekend" or at(tokens, i + 2) == "of":
        return None
    return Time("shift", low=0, high=0, unit="weekend", way="near"), i + 2


def seasons(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`the summer of 2014`, `last spring`, `in autumn`, `the winter of 2013-14`."""
    words, start = table(), i
    way = way_of(tokens, i)
    i += bool(way) or at(tokens, i) == "the"
    word, lead = at(tokens, i), at(tokens, i - 1)
    if word not in words["seasons"] or way in TOLD:
        return None
    after = i + 1 + (at(tokens, i + 1) == "of")
    first = year_at(tokens, after)
    year = years(tokens, after, _parse) if first else None
    of_something = after == i + 2 and not first
    if word == "fall" and (lead not in ("the", "in", "last", "this", "next") or of_something):
        return None
    if first is None and not way and at(tokens, i - 1) not in words["season_lead"]:
        return None
    end = (year[1] if year and year[0].form == "span" else after + 1) if first else i + 1
    way = "last" if way == "past" else way
    return Time("season", year=first, unit=word, way=way if start < i else ""), end


def counted(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`two weeks ago`, `a year and a half ago`, `three days earlier`, `two days before Christmas`, `years ago`."""
    if not any(unit_at(tokens, j) for j in range(i, i + LONGEST_COUNT)):
        return None
    if at(tokens, i) in table()["plural_units"] and at(tokens, i + 1) in table()["ago"]:
        return unsettled(VAGUE), i + 2
    read = _half_a_unit(tokens, i) or _counted_unit(tokens, i)
    if read is None:
        return None
    count, unit, end = read
    if at(tokens, end) in table()["ago"]:
        return _ago(tokens, count, unit, end + 1, parse)
    if run(tokens, end, 2) in table()["from_now"] or at(tokens, end) == "hence":
        return _shift(count, unit, 1), end + 1 + (at(tokens, end) != "hence")
    return _from_told(tokens, count, unit, end, parse)


def hours_after(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`hours after shells fell`: the same day."""
    if unit_at(tokens, i) not in ("hour", "minute") or at(tokens, i + 1) not in table()["counted_from"]:
        return None
    return Time("shift", low=0, high=0, unit="day", told=True, way="of a deed"), i + 2


def _counted_unit(tokens: Tokens, i: int) -> tuple[Count, str, int] | None:
    """(count, unit, token after) of `two weeks`, `a year and a half`, `five and a half years`."""
    read = count_at(tokens, i)
    if read is None:
        return None
    count, end = read
    unit = unit_at(tokens, end)
    if not unit:
        return None
    half = run(tokens, end + 1, 3) == "and a half"
    if half and count:
        count = (count[0] + 0.5, count[1] + 0.5)
    return count, unit, end + 1 + 3 * half


def _half_a_unit(tokens: Tokens, i: int) -> tuple[Count, str, int] | None:
    """`half a year`, `half an hour`, `half a century`."""
    if at(tokens, i) != "half" or at(tokens, i + 1) not in ("a", "an"):
        return None
    inside = {"year": (6.0, "month"), "century": (50.0, "year"), "decade": (5.0, "year"), "hour": (30.0, "minute")}
    found = inside.get(unit_at(tokens, i + 2))
    return ((found[0], found[0]), found[1], i + 3) if found else None


def _shift(count: Count, unit: str, sign: int) -> Time:
    if count is None:
        return unsettled(VAGUE)
    low, high = sorted((sign * count[0], sign * count[1]))
    return Time("shift", low=low, high=high, unit=unit)


def _ago(tokens: Tokens, count: Count, unit: str, end: int, parse: Parse) -> Found:
    """`a year ago today`, `a week ago on Friday`: the day named, that long back."""
    time, after = _shift(count, unit, -1), end + (at(tokens, end) in ("on", "this"))
    if time.form == "shift" and at(tokens, end) == "today":
        return replace(time, way="to the day"), end + 1
    if time.form == "shift" and unit == "week" and weekday_at(tokens, after) is not None:
        found = parse(tokens, after)
        return (replace(found[0], of=time), found[1]) if found and found[0].form == "weekday" else (time, end)
    return time, end


def _from_told(tokens: Tokens, count: Count, unit: str, end: int, parse: Parse) -> Found | None:
    """`two days later`, `a week before 4 May`, and `a day after the raid`, which needs the day of the raid."""
    after, words = at(tokens, end), table()
    sign = -1 if after in words["earlier"] else 1 if after in words["later"] else 0
    if not sign or unit in ("hour", "minute"):
        return None
    if after in words["counted_from"]:
        start = parse(tokens, end + 1)
        if start and start[0].form not in ("unsettled", "stretch"):
            return replace(_shift(count, unit, sign), of=start[0]), start[1]
        if not _ends_there(tokens, end + 1) or is_name(tokens, end + 1):
            return replace(_shift(count, unit, -sign), told=True, way="of a deed"), end + 1
    if after == "on" and not (end + 1 >= len(tokens) or tokens[end + 1].pos == "PUNCT"):
        return None
    return replace(_shift(count, unit, sign), told=True), end + 1


def stretches(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`the past five years`, `the last 48 hours`, `the next two weeks`, `recent weeks`, `the coming few days`."""
    words, start = table(), i
    i += at(tokens, i) == "the"
    if at(tokens, i) in words["recent"] and at(tokens, i + 1) in words["plural_units"]:
        return unsettled(VAGUE), i + 2
    way = way_of(tokens, i)
    if way in ("", "this", "same"):
        return None
    read = _counted_unit(tokens, i + 1)
    if read is None or read[0] == (1, 1) or at(tokens, read[2]) == "of":
        return None
    count, unit, end = read
    if count is None:
        return unsettled(VAGUE), end
    sign = 1 if way in ("last", "past", "preceding") else -1
    value = max(count)
    return Time("stretch", low=sign * value, high=sign * value, unit=unit, way="the" if start < i else ""), end


def ahead(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`in two weeks`, `within 48 hours`: a time only where a deed lies ahead, else how long something took."""
    word = at(tokens, i)
    if word not in ("in", "within", "inside"):
        return None
    after = i + 1 + (at(tokens, i + 1) == "the") * (way_of(tokens, i + 2) == "next") * 2
    read = _half_a_unit(tokens, after) or _counted_unit(tokens, after)
    if read is None or at(tokens, read[2]) in ("of", "-", "'s"):
        return None
    count, unit, end = read
    if count is None:
        return None
    end += 2 * (run(tokens, end, 2) == "' time")
    if word == "in" and after == i + 1:
        return replace(_shift(count, unit, 1), way="only ahead"), end
    value = -max(count)
    return Time("stretch", low=value, high=value, unit=unit, way="only ahead"), end


def bare_day(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`on the 28th`; `the 15th of last month`."""
    if at(tokens, i) != "the" or ordinal_at(tokens, i + 1) is None or not at(tokens, i + 1)[:1].isdigit():
        return None
    day, end = day_at(tokens, i + 1) or (0, i)
    if at(tokens, end) == "of" and "month" in (unit_at(tokens, end + 1), unit_at(tokens, end + 2)):
        found = parse(tokens, end + 1) if way_of(tokens, end + 1) else None
        if found and found[0].form == "shift":
            return Time("date", day=day, of=found[0]), found[1]
    if at(tokens, i - 1) not in table()["day_lead"] or not _ends_there(tokens, end):
        return None
    return Time("date", day=day), end
