"""Dates of a report: what its words say of when, seen from its publication or its dateline, never from the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import DateRow, Unresolved
from dateline.report import Report
from dateline.setting import calendar
from dateline.setting.calendar import Period
from dateline.setting.date_words import YEAR, Words, date_words

NO_ANCHOR = "a relative date, and neither a publication date nor a dated dateline to count from"
IMPOSSIBLE = "no such day in the calendar"
CLIMB = 12  # steps up the syntax from a date to the verb it belongs to
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
    said = report.dateline.date if report.dateline else None
    return _dateline_anchor(said) if said and YEAR.search(said) else None


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
    core = _range(words, anchor, future=future) if words.until else _core(words, anchor, future=future)
    if core is None:
        return None
    if not all(FAR_YEARS[0] <= d.year <= FAR_YEARS[1] for d in (core.first, core.last)):
        raise ValueError("far outside the news")
    if words.way == "since":
        return Period(core.first, anchor, "range") if anchor and anchor >= core.first else core
    return core


def _range(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    """From the first day of the one end to the last of the other; what the first leaves out the second says."""
    if words.until is None:
        return None
    end = _core(words.until, anchor, future=future)
    year = words.year or (end.last.year if end and words.form == "absolute" else None)
    start = _core(replace(words, year=year, month=words.month or words.until.month), anchor, future=future)
    if start is None or end is None:
        return None
    if start.first > end.last and words.year is None:
        start = Period(start.first.replace(year=start.first.year - 1), start.last, start.precision)
    return Period(start.first, end.last, "range") if start.first <= end.last else None


def _core(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    if words.form == "absolute":
        return _absolute(words, anchor, future=future or words.way == "next")
    if words.unit == "decade" and words.year:
        return Period(date(words.year, 1, 1), date(words.year + 9, 12, 31), "range")
    if words.form == "season":
        return _season(words, anchor, future=future)
    return _relative(words, anchor, future=future) if anchor else None


def _relative(words: Words, anchor: date, *, future: bool) -> Period:
    offset = words.offset or 0
    if words.form == "weekday" and words.weekday is not None:
        return calendar.weekday(anchor, words.weekday, future=future, way=words.way)
    if words.form == "stretch":
        return calendar.stretch(anchor, words.unit, offset)
    if words.form == "night":
        return Period(calendar.shifted(anchor, "day", -1).first, anchor, "range")
    return calendar.shifted(anchor, words.unit or "day", offset)


def _season(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    """Three months of the north; a winter ends in the year after."""
    first, last = vocabulary("dates")["seasons"][words.unit]
    year = words.year
    if year is None:
        if anchor is None:
            return None
        ahead, behind = first > anchor.month, last < anchor.month
        step = {"last": -1 if not behind else 0, "next": 1 if not ahead else 0, "this": 0}.get(words.way)
        year = anchor.year + (step if step is not None else (behind if future else -ahead))
    return Period(date(year, first, 1), calendar.month(year + (last < first), last).last, "range")


def _absolute(words: Words, anchor: date | None, *, future: bool) -> Period | None:
    if words.month is None and words.day and anchor:
        return _day_of_month(words.day, anchor, future=future)
    year = words.year or _year_of(words, anchor, future=future)
    if year is None:
        return None
    if words.month is None:
        return calendar.year(year)
    return calendar.day(date(year, words.month, words.day)) if words.day else calendar.month(year, words.month)


def _day_of_month(number: int, anchor: date, *, future: bool) -> Period:
    """`on the 28th`: the nearest day of that number, back or ahead."""
    away = 0 if (number >= anchor.day if future else number <= anchor.day) else 1 if future else -1
    month = calendar.shifted(anchor, "month", away).first
    return calendar.day(month.replace(day=number))


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
    """Whether the deed that the date belongs to is still to come: its verb or one above it has will, plans, is to."""
    base, token = tokens[0].index, tokens[words.first]
    for _ in range(CLIMB):
        if _looks_ahead(tokens, token):
            return True
        if token.pos in ("VERB", "AUX"):
            below = [t for t in tokens if t.head == token.index and t.dep in ("aux", "neg")]
            if any(_looks_ahead(tokens, t) or t.lower == "to" for t in below):
                return any(t.lower != "to" for t in below) or words.way == "until" or _is_planned(tokens, token)
            past = token.tag == "VBD" or any(t.tag == "VBD" for t in below)
            return (words.way == "until" and not past) or _is_scheduled(token)
        if token.head == token.index or not base <= token.head < base + len(tokens):
            return words.way == "until"
        token = tokens[token.head - base]
    return False


def _looks_ahead(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word by itself puts a deed ahead: `will`, `due`, `set to`, but neither `to` nor `set out`."""
    if token.lower not in _plans() or token.lower == "to" or token.pos in ("PART", "ADP"):
        return False
    after = tokens[token.index - tokens[0].index + 1 :][:1]
    return token.lower not in vocabulary("dates")["need_to"] or any(t.lower in ("to", "for") for t in after)


def _is_scheduled(verb: Token) -> bool:
    """`The talks open on Thursday`: the present tense of a verb of beginning or ending."""
    return verb.tag in ("VBZ", "VBP") and verb.lemma in vocabulary("dates")["scheduled"]


def _is_planned(tokens: Sequence[Token], verb: Token) -> bool:
    """`intends to meet on Friday`, `was to meet`: an infinitive lies ahead of its verb, unless that verb says that it
    was done or tried ("managed to leave on Friday")."""
    base = tokens[0].index
    if verb.tag != "VB" or verb.head == verb.index or not base <= verb.head < base + len(tokens):
        return False
    return tokens[verb.head - base].lemma not in vocabulary("dates")["done_with_infinitive"]


@cache
def _plans() -> frozenset[str]:
    content: dict[str, Any] = vocabulary("dates")
    return frozenset(content["future_cues"])
