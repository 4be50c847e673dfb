"""The day of publication as it is printed or given. What is not certain is None: no date is ever guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from dateline.codebook import vocabulary
from dateline.reading.words import plain, single_spaced

CUT = re.compile(r"\s*[|•·]\s*")
MAIL_DATE = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC?|Z|[+-]\d{4})")


def iso_date(value: str) -> str | None:
    """A date given in a field, as an ISO date or date-time, or None where it cannot be read with certainty."""
    words = single_spaced(plain(value))
    return _iso(words) or _mail_date(words) or _worded(words)


def printed_date(line: str) -> str | None:
    """The day after "Published:" and the like, where the line prints one."""
    for piece in CUT.split(single_spaced(line)):
        match = _printed().fullmatch(piece)
        if match and match["cue"]:
            return _day(match)
    return None


def lone_date(line: str) -> str | None:
    """The day, where the whole line is a date."""
    match = _printed().fullmatch(single_spaced(line))
    return _day(match) if match and not match["cue"] and not match["updated"] else None


def is_date_line(line: str) -> bool:
    """Whether a line only says when the page was published or updated."""
    return len(line) < 160 and all(_printed().fullmatch(piece) for piece in CUT.split(single_spaced(line)))


def alternatives(words: Sequence[str]) -> str:
    """An expression that matches any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


@cache
def date_expression() -> str:
    """A day of a month, with or without year and weekday; groups day1, month1, year1, or the same with 2."""
    words = vocabulary("publication")
    month = alternatives([m for names in words["months"].values() for m in names]) + r"\b\.?"
    weekday = rf"(?:{alternatives(words['weekdays'])}\b\.?,?\s+)?"
    ordinal = r"(?:st|nd|rd|th)?\b"
    year = r"(?:,?\s+(?:at\s+)?(?P<year{0}>\d{{4}}))?"
    return (
        rf"{weekday}(?:(?P<day1>\d{{1,2}}){ordinal}(?:\s+of)?\s+(?P<month1>{month}){year.format(1)}"
        rf"|(?P<month2>{month})\s+(?P<day2>\d{{1,2}}){ordinal}{year.format(2)})"
    )


@cache
def _printed() -> re.Pattern[str]:
    words = vocabulary("publication")
    cue = rf"(?:(?:(?P<cue>{alternatives(words['published'])})|(?P<updated>{alternatives(words['updated'])}))\s*:?\s*)?"
    zone = rf"(?:\s*\(?{alternatives(words['zones'])}\)?(?:\s*[+-]\d{{1,2}}(?::?\d\d)?)?)?"
    time = rf"(?:,?\s*(?:at|-|–|/|T)?\s*\d{{1,2}}(?:[:.h]\d\d){{0,2}}\s*(?:[ap]\.?m\.?)?{zone})?"
    slashed = r"(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<y>\d{4})|(?P<y2>\d{4})/(?P<b2>\d\d)/(?P<a2>\d\d)"
    iso = rf"(?P<iso>\d{{4}}-\d\d-\d\d)|{slashed}"
    weekday = rf"(?:{alternatives(words['weekdays'])}\b\.?,?\s+)?"
    relative = rf"(?:\d{{1,3}}\s+)?{alternatives(words['relative'])}"
    dated = rf"(?:{date_expression()}|{weekday}(?:{iso})){time}|{relative}"
    bare = rf"{alternatives(words['updated'])}"
    return re.compile(rf"[(\[]?(?:{cue}(?:{dated})|{bare})[)\]]?\.?", re.IGNORECASE)


def _day(match: re.Match[str]) -> str | None:
    """The ISO day of a match; None without a year, or where day and month could change places."""
    found = match.groupdict()
    if found["iso"]:
        return _iso(found["iso"])
    if found["y2"]:
        return _valid(int(found["y2"]), int(found["b2"]), int(found["a2"]))
    if found["y"]:
        first, second = int(found["a"]), int(found["b"])
        return _valid(int(found["y"]), second, first) if first > 12 or first == second else None
    year, month, day = (found[f"{name}1"] or found[f"{name}2"] for name in ("year", "month", "day"))
    return _valid(int(year), _months()[month.rstrip(".").casefold()], int(day)) if year and month and day else None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in vocabulary("publication")["months"].items() for name in names}


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(words: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d", words):
        return None
    try:
        return date.fromisoformat(words).isoformat() if len(words) == 10 else datetime.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _mail_date(words: str) -> str | None:
    if not MAIL_DATE.fullmatch(words):
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, IndexError, OverflowError):
        return None


def _worded(words: str) -> str | None:
    match = _printed().fullmatch(words) if len(words) < 100 else None
    return _day(match) if match and not match["updated"] else None
