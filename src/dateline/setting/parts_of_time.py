"""The grammar of times that are part of another: `the first half of 2014`, `late on Monday`, `the week of 4 May`."""

from __future__ import annotations

import re

from dateline.setting.time_tokens import (
    at,
    count_at,
    is_name,
    ordinal_at,
    run,
    table,
    unit_at,
    weekday_at,
    year_at,
)
from dateline.setting.times import Found, Parse, Time, Tokens

QUARTER = re.compile(r"([qh])([1-4])", re.IGNORECASE)
WHOLE = ("month", "year", "quarter", "decade")


def edges(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`late on Monday`, `early 2014`, `mid-June`, `the end of last year`, `year's end`: the whole time named."""
    definite = at(tokens, i) == "the" and at(tokens, i + 1) in table()["edges"]
    if definite or at(tokens, i) in table()["edges"]:
        i += definite
        after = i + 1 + (at(tokens, i + 1) == "-")
        if at(tokens, i + 1) == "-" and (unit := unit_at(tokens, after)) in ("week", *WHOLE):
            return _this(unit), after + 1
        return _inner(tokens, after, parse)
    start = i
    while at(tokens, i) in table()["edge_leads"]:
        i += 1
    if at(tokens, i) in table()["edge_nouns"] and (start < i or i == 0 or tokens[i - 1].pos in ("ADP", "SCONJ")):
        return _inner(tokens, i + 1, parse) if at(tokens, i + 1) in table()["of_words"] else None
    return _unit_end(tokens, start)


def _inner(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """The time after an edge, with the preposition and part of day between: `late in the evening of 4 May`."""
    i += at(tokens, i) in table()["of_words"]
    found = parse(tokens, i)
    if found is not None:
        return found if found[0].form not in ("unsettled", "night") and found[0].way != "only ahead" else None
    i += at(tokens, i) == "the"
    unit = unit_at(tokens, i)
    if unit and unit not in ("day", "hour", "minute", "weekend") and at(tokens, i) not in table()["plural_units"]:
        return _this(unit), i + 1
    if unit == "day" and at(tokens, i - 2) == "in":
        return Time("shift", low=0, high=0, unit="day", told=True), i + 1
    return None


def _this(unit: str) -> Time:
    return Time("shift", low=0, high=0, unit=unit)


def _unit_end(tokens: Tokens, i: int) -> Found | None:
    """`year's end`, `year-end`, `the month's end`."""
    i += at(tokens, i) == "the"
    unit, joint = unit_at(tokens, i), at(tokens, i + 1)
    if unit in WHOLE and joint in ("'s", "-") and at(tokens, i + 2) in table()["ends_of"]:
        return _this(unit), i + 3
    return None


def parts(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`the first half of 2014`, `the last two weeks of May`, `the first Monday of June`, `Q3 2015`."""
    if quarter := _short_quarter(tokens, i, parse):
        return quarter
    i += at(tokens, i) == "the"
    place = _place(tokens, i)
    if place is None:
        return None
    nth, after = place
    count, unit_after = _how_many(tokens, after)
    kind = at(tokens, unit_after)
    weekday = weekday_at(tokens, unit_after)
    unit = kind if kind in table()["parts"] else unit_at(tokens, unit_after)
    if (not unit and weekday is None) or unit in ("hour", "minute"):
        return None
    if at(tokens, unit_after + 1) not in ("of", "in"):
        alone = unit == "quarter" and at(tokens, i - 2) in table()["quarter_lead"] and nth > 0
        return (Time("part", low=nth, high=1, unit=unit), unit_after + 1) if alone else None
    if (whole := _whole(tokens, unit_after + 2, parse)) is None:
        return None
    uncounted = kind in table()["plural_units"] and count == 0  # "the final days of 2014": how many is not said
    part = Time("part", low=nth, high=count or 1, unit=unit, weekday=weekday, of=whole[0])
    return whole if uncounted else (part, whole[1])


def _place(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Which of the parts, counted from the start, or negative from the end, and the token after it."""
    word = at(tokens, i)
    if word in table()["first_parts"]:
        return table()["first_parts"][word], i + 1
    return ordinal_at(tokens, i)


def _how_many(tokens: Tokens, i: int) -> tuple[int, int]:
    """The count of `the last two weeks`; 0 where none is said."""
    read = count_at(tokens, i)
    if read is None or not unit_at(tokens, read[1]):
        return 0, i
    return (int(read[0][0]) if read[0] else 0), read[1]


def _whole(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """The time that a part is of: `2014`, `May`, `the year`, `last month`."""
    found = parse(tokens, i)
    if found is not None:
        return found if found[0].form in ("date", "shift", "decade", "century", "season", "part") else None
    unit = unit_at(tokens, i + 1) if at(tokens, i) == "the" else ""
    return (_this(unit), i + 2) if unit in WHOLE else None


def _short_quarter(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`Q3 2015`, `H1 of 2016`."""
    short = QUARTER.fullmatch(at(tokens, i))
    if short is None or not is_name(tokens, i) or (short[1] == "h" and int(short[2]) > 2):
        return None
    unit = "quarter" if short[1] == "q" else "half"
    after = i + 1 + (at(tokens, i + 1) == "of")
    year = Time("date", year=year_at(tokens, after)) if year_at(tokens, after) else None
    found = (year, after + 1) if year else parse(tokens, after) if at(tokens, after) in ("last", "this") else None
    if found and found[0].form in ("date", "shift"):
        return Time("part", low=int(short[2]), high=1, unit=unit, of=found[0]), found[1]
    led = at(tokens, i - 1) in ("in", "of", "for", "during")
    return (Time("part", low=int(short[2]), high=1, unit=unit), i + 1) if led else None


def holders(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`the night of 10 March`, `the early hours of Tuesday`, `the week of March 4`, `the month of May`."""
    words, start = table(), i
    i += at(tokens, i) in ("the", "a", "that")
    if at(tokens, i) in words["parts_of_day"] and at(tokens, i + 1) in ("of", "on", "to", "from"):
        return _named(tokens, i + 2, parse)
    if run(tokens, i, 2) in words["small_hours"] and at(tokens, i + 2) in ("of", "on"):
        return _named(tokens, i + 3, parse)
    unit = unit_at(tokens, i)
    if not unit or at(tokens, i) in words["plural_units"] or at(tokens, i + 1) not in words["week_verbs"]:
        return None
    found = _named(tokens, i + 2 + (at(tokens, i + 2) == "on"), parse)
    if found is None or start == i:
        return None
    return _week_of(found, unit, at(tokens, i + 1))


def _named(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    i += at(tokens, i) == "the" and not ordinal_at(tokens, i + 1)
    found = parse(tokens, i)
    return found if found and found[0].form in ("date", "weekday", "span", "shift") and not found[0].told else None


def _week_of(found: Found, unit: str, word: str) -> Found | None:
    time, end = found
    if unit == "week" and _has_day(time):
        way = {"ending": "ending", "of": ""}.get(word, "beginning")
        return Time("unit-of", unit="week", way=way, of=time), end
    if unit == "weekend" and word == "of" and _has_day(time):
        whole = Time("unit-of", unit="weekend", of=time) if time.form != "span" else time
        return whole, end
    return found if word == "of" and unit in ("month", "year", "day") and time.form == "date" else None


def _has_day(time: Time) -> bool:
    return time.form in ("weekday", "span") or time.day is not None
