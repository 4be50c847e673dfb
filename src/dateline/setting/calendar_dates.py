"""The grammar of calendar dates: days, months, years, decades, centuries and feasts, as written."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.setting.time_tokens import (
    YEAR,
    at,
    day_at,
    is_name,
    month_at,
    ordinal_at,
    run,
    table,
    unit_at,
    way_of,
    weekday_at,
    year_at,
)
from dateline.setting.times import AMBIGUOUS, FISCAL, MOVABLE, Found, Parse, Time, Tokens, unsettled

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
TWO_DAYS = re.compile(r"(\d{1,2})/(\d{1,2})")
TWO_YEARS = re.compile(r"((?:19|20)\d\d)/((?:19|20)?\d\d)")
DECADE = re.compile(r"((?:1[5-9]|20|21)\d0)s")
SHORT_DECADE = re.compile(r"(\d0)s")
LONGEST_FEAST = 4
LAST_DAY = 31


def numeric_date(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`2031-05-04`, `2031/05/04`, `17.02.2015` (day first), `25/12/2015`, `4-Mar-2015`; `04/05/2015` is ambiguous."""
    if not tokens[i].text[0].isdigit():
        return None
    for pattern, length, read in NUMERIC:
        if found := pattern.fullmatch("".join(t.text for t in tokens[i : i + length])):
            return read(*map(int, found.groups())), i + length
    return _hyphened(tokens, i)


def _hyphened(tokens: Tokens, i: int) -> Found | None:
    """`4-Mar-2015`."""
    month, year = month_at(tokens, i + 2), year_at(tokens, i + 4)
    joined = at(tokens, i + 1) == at(tokens, i + 3) == "-" and tokens[i].text.isdigit()
    return (_date(year, month, int(tokens[i].text)), i + 5) if joined and month and year else None


def _date(year: int | None, month: int | None, day: int | None) -> Time:
    return Time("date", year=year, month=month, day=day)


def _slashed(first: int, second: int, year: int) -> Time:
    if first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else unsettled(AMBIGUOUS)


NUMERIC = (  # a way of writing, its tokens, and what the numbers are
    (DOTTED, 1, lambda day, month, year: _date(year, month, day)),
    (SLASHED, 1, _slashed),
    (YEAR_FIRST, 1, _date),
    (ISO, 5, _date),
)


def day_of_month(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`Tuesday, 4 May 2031`, `May 4`, `the fourth of May last year`, `3-5 May`, `May 3 to 5, 2031`."""
    start, weekday = i, weekday_at(tokens, i)
    if weekday is not None:
        i += 1 + (at(tokens, i + 1) in (",", "."))
        i += at(tokens, i) == "on"
    i += at(tokens, i) == "the"
    found = _day_first(tokens, i) or _month_first(tokens, i, start)
    if found is None:
        return None
    time, last = found
    time, end = _with_year(tokens, time, last, parse)
    if (time.day or 0) > LAST_DAY and (time.year is None or end == last):
        return None
    return replace(time, weekday=weekday), end


def _day_first(tokens: Tokens, i: int) -> Found | None:
    """`4 May`, `the 4th of May`, `3–5 May`, `4/5 May`."""
    pair = TWO_DAYS.fullmatch(at(tokens, i))
    if pair and (month := month_at(tokens, i + 1)):
        return _days(int(pair[1]), int(pair[2]), month), i + 2
    first = day_at(tokens, i)
    if first is None:
        return None
    day, after = first
    if at(tokens, after) in table()["joiners"] and (second := day_at(tokens, after + 1)):
        month = month_at(tokens, second[1] + (at(tokens, second[1]) == "of"))
        if month and day < second[0]:
            return _days(day, second[0], month), second[1] + 1 + (at(tokens, second[1]) == "of")
    after += at(tokens, after) == "of"
    month = month_at(tokens, after)
    return (_date(None, month, day), after + 1) if month else None


def _days(first: int, last: int, month: int) -> Time:
    return Time("span", month=month, of=_date(None, month, first), until=_date(None, month, last))


def _month_first(tokens: Tokens, i: int, start: int) -> Found | None:
    """`May 4`, `May the 4th`, `May 3-5`, `May 4/5`."""
    month = month_at(tokens, i)
    if month is None:
        return None
    pair = TWO_DAYS.fullmatch(at(tokens, i + 1))
    if pair:
        return _days(int(pair[1]), int(pair[2]), month), i + 2
    after = i + 1 + (at(tokens, i + 1) == "the")
    first = day_at(tokens, after)
    if first is None or (after > i + 1 and ordinal_at(tokens, after) is None) or _counts(tokens, i, start):
        return None
    day, last = first
    second = day_at(tokens, last + 1) if at(tokens, last) in table()["joiners"] else None
    if second and second[0] > day and not month_at(tokens, second[1]):
        return _days(day, second[0], month), second[1]
    return _date(None, month, day), last


def _counts(tokens: Tokens, i: int, start: int) -> bool:
    """Whether the number after a month counts something: `in March 12 people died`."""
    in_month = start == i and i > 0 and at(tokens, i - 1) in table()["in_month"]
    dated = ordinal_at(tokens, i + 1) or at(tokens, i + 2) in (",", "") or year_at(tokens, i + 2)
    return in_month and not dated


def _with_year(tokens: Tokens, time: Time, i: int, parse: Parse) -> Found:
    """The date with the year that follows it: `2031`, `, 2031`, `last year`, `of this year`."""
    after = i + (at(tokens, i) in (",", "of"))
    year = year_at(tokens, after)
    if year is None and at(tokens, after) in ("9999", "0000"):
        year = int(at(tokens, after))
    if year is not None:
        return _in_year(time, year=year), after + 1
    after = i + (at(tokens, i) == "of")
    if (way_of(tokens, after) or at(tokens, after) == "the") and "year" in (
        unit_at(tokens, after + 1),
        unit_at(tokens, after + 2),
    ):
        found = parse(tokens, after)
        if found and found[0].form == "shift":
            return _in_year(time, of=found[0]), found[1]
    return time, i


def year_after(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(year, token after it) where a year follows, with or without a comma."""
    after = i + (at(tokens, i) == ",")
    year = year_at(tokens, after)
    return (year, after + 1) if year else None


def _in_year(time: Time, year: int | None = None, of: Time | None = None) -> Time:
    if time.form != "span" or time.of is None or time.until is None:
        return replace(time, year=year, of=of)
    return replace(time, of=replace(time.of, year=year, of=of), until=replace(time.until, year=year, of=of))


def month_of_year(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`March 2015`, `May last year`, `October` where it stands as a time, `last March`, `the month of May`."""
    start, way = i, way_of(tokens, i)
    i += bool(way)
    i += bool(way) and at(tokens, i) in ("past", "coming")
    month = month_at(tokens, i)
    if month is None:
        return None
    time, end = _with_year(tokens, _date(None, month, None), i + 1, parse)
    if end > i + 1:
        return time, end
    if way in ("following", "preceding", "same"):
        return None
    if way:
        return replace(time, way="last" if way == "past" else way), end
    return (time, end) if _stands_alone(tokens, start) else None


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """Whether a month without a day or year is one: after a preposition, in a list of dates, or before a noun."""
    words, lead, after = table(), at(tokens, i - 1), at(tokens, i + 1)
    if lead in words["month_lead"] or (lead in words["list_marks"] and month_at(tokens, i - 2)):
        return True
    if is_name(tokens, i + 1) and not month_at(tokens, i + 1):
        return False
    joined = after in words["list_marks"] and month_at(tokens, i + 2)
    noun = after == "'s" or (lead in words["of_the"] and i + 1 < len(tokens) and tokens[i + 1].pos == "NOUN")
    return bool(joined or noun or at(tokens, i).rstrip(".") in words["plain_months"])


def years(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`in 2014`, `the 2014 vote`, `2013-14`, `1992–1997`, `2014/15`; a fiscal year is left open."""
    if fiscal := _fiscal(tokens, i):
        return fiscal
    pair = TWO_YEARS.fullmatch(at(tokens, i))
    first = int(pair[1]) if pair else year_at(tokens, i)
    if first is None:
        return _odd_year(tokens, i)
    second, end = (pair[2], i + 1) if pair else _second_year(tokens, i)
    if not _year_stands(tokens, i, end):
        return None
    last = first // 100 * 100 + int(second) if second and len(second) == 2 else int(second or first)
    if second and last > first:
        return Time("span", of=_date(first, None, None), until=_date(last, None, None)), end
    return _date(first, None, None), i + 1


def _second_year(tokens: Tokens, i: int) -> tuple[str, int]:
    short = at(tokens, i + 2)
    if at(tokens, i + 1) in ("-", "–") and (re.fullmatch(r"\d\d", short) or YEAR.fullmatch(short)):
        return short, i + 3
    return "", i + 1


def _year_stands(tokens: Tokens, i: int, end: int) -> bool:
    """Whether four figures are a year: after a preposition, in a list of years, or between `the` and a noun."""
    words, lead = table(), at(tokens, i - 1)
    noun = tokens[end] if end < len(tokens) else None
    if noun is not None and noun.pos == "NOUN" and noun.tag == "NNS" and tokens[i].dep == "nummod":
        return lead in words["of_the"] and end == i + 1 and lead != "of"
    listed = lead in words["list_marks"] and year_at(tokens, i - 2) is not None
    modifies = lead in words["of_the"] and noun is not None and noun.pos in ("NOUN", "ADJ", "PROPN")
    ranged = end > i + 1 and lead in (*words["of_the"], "(")
    return lead in words["year_lead"] or listed or modifies or ranged or (lead == "(" and at(tokens, end) == ")")


def _odd_year(tokens: Tokens, i: int) -> Found | None:
    """`the year 9999`: no year of the news, yet named as one."""
    named = at(tokens, i - 1) == "year" and re.fullmatch(r"\d{1,4}", at(tokens, i))
    return (_date(int(at(tokens, i)), None, None), i + 1) if named else None


def _fiscal(tokens: Tokens, i: int) -> Found | None:
    """`fiscal 2015`, `the financial year 2014-15`, `the 2014-15 fiscal year`."""
    words = table()
    if at(tokens, i) in words["fiscal"]:
        end = i + 1 + (unit_at(tokens, i + 1) == "year")
        if year_at(tokens, end):
            return unsettled(FISCAL), _second_year(tokens, end)[1]
        return (unsettled(FISCAL), end) if end > i + 1 else None
    pair = TWO_YEARS.fullmatch(at(tokens, i))
    end = i + 1 if pair else _second_year(tokens, i)[1] if year_at(tokens, i) else i
    if end > i and at(tokens, end) in words["fiscal"]:
        return unsettled(FISCAL), end + 1 + (unit_at(tokens, end + 1) == "year")
    return None


def decades(tokens: Tokens, i: int, _parse: Parse) -> Found | None:
    """`the 1990s`, `the '90s`, `the nineties`, `the 19th century`."""
    definite = at(tokens, i) == "the"
    i += definite
    whole = DECADE.fullmatch(at(tokens, i))
    if whole:
        return Time("decade", year=int(whole[1])), i + 1
    numbered = ordinal_at(tokens, i)
    if numbered:
        after = numbered[1] + (at(tokens, numbered[1]) == "-")
        return (Time("century", year=numbered[0]), after + 1) if unit_at(tokens, after) == "century" else None
    start = i
    i += at(tokens, i) in ("'", "‘")
    short = SHORT_DECADE.fullmatch(at(tokens, i).lstrip("'‘"))
    if i == start and at(tokens, i)[:1] not in ("'", "‘") and at(tokens, i - 1) not in table()["decade_lead"]:
        return None
    value = int(short[1]) if short else table()["decades"].get(at(tokens, i))
    return (Time("decade", low=value), i + 1) if value else None


def feasts(tokens: Tokens, i: int, parse: Parse) -> Found | None:
    """`Christmas Day`, `New Year's Eve 2014`; those that move in the calendar are left open."""
    if not is_name(tokens, i):
        return None
    words = table()
    for length in range(LONGEST_FEAST, 0, -1):
        phrase = run(tokens, i, length)
        if phrase in words["movable_feasts"]:
            return unsettled(MOVABLE), i + length
        if phrase in words["feasts"]:
            month, day = words["feasts"][phrase]
            time, end = _with_year(tokens, _date(None, month, day), i + length, parse)
            led = length > 1 or end > i + length or at(tokens, i - 1) in words["feast_lead"]
            return (time, end) if led else None
    return None
