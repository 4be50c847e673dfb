"""Dates of a report: what its words say of when, seen from its publication or its dateline, never from the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import DateRow, Unresolved
from dateline.report import Report
from dateline.setting import calendar
from dateline.setting.calendar import Period
from dateline.setting.date_words import Words, date_words

NO_ANCHOR = "a relative date, and neither a publication date nor a dated dateline to count from"
IMPOSSIBLE = "no such day in the calendar"
FAR_YEARS = (1500, 2199)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a report speaks from, and where it was read: `published` or `dateline`."""

    day: date
    where: str


def find_dates(analysis: Analysis, report: Report) -> tuple[tuple[DateRow, ...], tuple[Unresolved, ...]]:
    """The date rows of a report in order, and the expressions that could not be placed in the calendar, with why."""
    anchor = anchor_of(report)
    rows: list[DateRow] = []
    unresolved: list[Unresolved] = []
    for sentence in analysis.sentences:
        tokens = analysis.tokens_of(sentence)
        at = None if sentence.part == "caption" else anchor  # a caption may be older than its report
        for words in date_words(tokens):
            row = _row(tokens, words, at)
            rows.append(row)
            if row.first is None:
                why = NO_ANCHOR if at is None or words.form != "absolute" else IMPOSSIBLE
                unresolved.append(Unresolved(row.start, row.end, row.text, why))
    return tuple(rows), tuple(unresolved)


def anchor_of(report: Report) -> Anchor | None:
    """The day that "Tuesday" counts from: publication, else the dateline's date where that has a year."""
    if report.published:
        try:
            return Anchor(date.fromisoformat(report.published[:10]), "published")
        except ValueError:
            return None
    return _dateline_anchor(report.dateline.date) if report.dateline and report.dateline.date else None


@cache
def _dateline_anchor(words: str) -> Anchor | None:
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    data = parser.get_date_data(words)
    return Anchor(data.date_obj.date(), "dateline") if data.date_obj and data.period == "day" else None


def _row(tokens: Sequence[Token], words: Words, anchor: Anchor | None) -> DateRow:
    first, last = tokens[words.first], tokens[words.last - 1]
    text = "".join(_spaced(tokens[words.first : words.last]))
    try:
        period = _period(words, anchor.day if anchor else None, future=_is_future(tokens, words))
    except (ValueError, OverflowError):
        period = None
    needs_anchor = words.form != "absolute" or words.year is None or words.way == "since"
    return DateRow(
        id=f"d{first.start}-{last.end}",
        start=first.start,
        end=last.end,
        text=text,
        first=period.first.isoformat() if period else None,
        last=period.last.isoformat() if period else None,
        precision=period.precision if period else "unknown",
        anchor=anchor.where if anchor and needs_anchor else None,
    )


def _spaced(tokens: Sequence[Token]) -> Iterator[str]:
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        yield token.text + (" " if after and after.start > token.end else "")


def _period(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    """The days that an expression covers; None where it needs an anchor and there is none."""
    core = _core(words, anchor, future=future)
    if core is None:
        return None
    if not all(FAR_YEARS[0] <= d.year <= FAR_YEARS[1] for d in (core.first, core.last)):
        raise ValueError("far outside the news")
    if words.way == "since":
        return Period(core.first, anchor, "range") if anchor and anchor >= core.first else core
    return core


def _core(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    if words.form == "absolute":
        return _absolute(words, anchor, future=future or words.way in ("next", "until"))
    if words.unit == "decade" and words.year:
        return Period(date(words.year, 1, 1), date(words.year + 9, 12, 31), "range")
    if anchor is None:
        return None
    if words.form == "weekday" and words.weekday is not None:
        return calendar.weekday(anchor, words.weekday, future=future or words.way == "until", way=words.way)
    offset = words.offset or 0
    if words.form == "stretch":
        return calendar.stretch(anchor, words.unit, offset)
    return calendar.shifted(anchor, words.unit or "day", offset)


def _absolute(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    year = words.year or _year_of(words, anchor, future=future)
    if year is None:
        return None
    if words.month is None:
        return calendar.year(year)
    return calendar.day(date(year, words.month, words.day)) if words.day else calendar.month(year, words.month)


def _year_of(words: Words, anchor: date | None, *, future: bool) -> int | None:
    """The year of `May 4` or `in October`: the nearest one back from the report, or ahead where a plan is told."""
    if anchor is None or words.month is None:
        return None
    ahead = (words.month, words.day or 1) > (anchor.month, anchor.day if words.day else 31)
    behind = (words.month, words.day or 31) < (anchor.month, anchor.day)
    near = words.day is not None and abs((words.month - anchor.month) * 30 + words.day - anchor.day) <= 1
    if words.way == "last":
        return anchor.year - (not behind)
    if future:
        return anchor.year + behind
    return anchor.year - (ahead and not near)


def _is_future(tokens: Sequence[Token], words: Words) -> bool:
    """Whether the deed that the date belongs to is still to come: its verb or the one above has will, plans, is to."""
    if words.last < len(tokens) and tokens[words.first].lower in _plans():
        return True
    base, i, seen = tokens[0].index, tokens[words.first].index, 0
    while seen < 12:
        token = tokens[i - base]
        if token.lower in _plans() and token.pos not in ("PART", "ADP"):
            return True
        if token.pos in ("VERB", "AUX"):
            below = [t for t in tokens if t.head == i and t.dep in ("aux", "neg")]
            return any(t.lower in _plans() for t in below) or _is_planned(tokens, token)
        if token.head == i or not base <= token.head < base + len(tokens):
            return False
        i, seen = token.head, seen + 1
    return False


def _is_planned(tokens: Sequence[Token], verb: Token) -> bool:
    """`plans to meet on Friday`: the infinitive under a verb of planning."""
    base = tokens[0].index
    if verb.dep not in ("xcomp", "ccomp") or not base <= verb.head < base + len(tokens):
        return False
    return tokens[verb.head - base].lower in _plans()


@cache
def _plans() -> frozenset[str]:
    content: dict[str, Any] = vocabulary("dates")
    return frozenset(content["future_cues"])
