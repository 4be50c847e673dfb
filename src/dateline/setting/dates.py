"""Dates of a report: what its words say of when, seen from its publication or its dateline, never from the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.language import Analysis, Token
from dateline.record import DateRow, Unresolved
from dateline.report import Report
from dateline.setting.calendar import Period
from dateline.setting.date_words import date_words
from dateline.setting.periods import Outcome, View, period_of
from dateline.setting.tense import hangs_on_noun, is_future
from dateline.setting.time_tokens import YEAR
from dateline.setting.times import MOVABLE, NO_BASE, OF_DEED, Time, Words

REACH = 6  # sentences over which a named day is remembered ("the next day")
WITHOUT_ROW = (MOVABLE, OF_DEED)  # reasons for words that are no row, since they name no stretch of this calendar


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a report speaks from, and where it was read: `published` or `dateline`."""

    day: date
    where: str


@dataclass(frozen=True, slots=True)
class _Told:
    """The time named last, and in which sentence."""

    period: Period
    sentence: int


def find_dates(analysis: Analysis, report: Report) -> tuple[tuple[DateRow, ...], tuple[Unresolved, ...]]:
    """The date rows of a report in order, and the expressions that could not be placed in the calendar, with why."""
    anchor = anchor_of(report)
    rows: list[DateRow] = []
    unresolved: list[Unresolved] = []
    told: _Told | None = None
    for number, sentence in enumerate(analysis.sentences):
        tokens = analysis.tokens_of(sentence)
        at = None if sentence.part == "caption" else anchor  # a caption may be older than its report
        for words in date_words(tokens):
            reach = 0 if words.time.way == "of a deed" else REACH
            base = told.period if told and number - told.sentence <= reach else None
            outcome = _outcome(tokens, words, at, base, headline=sentence.part == "title")
            if outcome is None:
                continue
            row = _row(tokens, words, outcome, at)
            if isinstance(outcome, Period):
                told = _Told(outcome, number) if _is_named(words.time) else told
            else:
                unresolved.append(Unresolved(row.start, row.end, row.text, outcome))
            if outcome not in WITHOUT_ROW:
                rows.append(row)
    return tuple(rows), tuple(unresolved)


def _outcome(
    tokens: Sequence[Token], words: Words, anchor: Anchor | None, told: Period | None, *, headline: bool
) -> Outcome | None:
    """The days or the reason; None where the words are no time after all (`took the town in three days`)."""
    future = is_future(tokens, words, headline=headline)
    if words.time.way == "only ahead" and (not future or _is_measure(tokens, words)):
        return None
    near = words.time.form in ("date", "span") and hangs_on_noun(tokens, words)
    outcome = period_of(words.time, View(anchor.day if anchor else None, told, future, near))
    if outcome == NO_BASE and words.time.way == "of a deed":
        return OF_DEED
    return None if outcome == NO_BASE and _is_pointing(words.time) else outcome


def _is_pointing(time: Time) -> bool:
    """`that day`, `the same year`: without a day that was named it may be no time at all."""
    return time.told and time.low == 0


def _is_measure(tokens: Sequence[Token], words: Words) -> bool:
    """`the first visit in ten years` measures, although the visit lies ahead."""
    before = tokens[max(0, words.first - 5) : words.first]
    return any(t.tag in ("JJS", "RBS") or t.lower in ("first", "last", "time") for t in before)


def _is_named(time: Time) -> bool:
    """Whether later words may count from this time: a stretch up to the report is not what `the next day` follows."""
    return (
        time.form not in ("stretch", "decade", "century")
        and time.way != "of a deed"
        and time.unit not in ("century", "decade")
    )


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


def _row(tokens: Sequence[Token], words: Words, outcome: Outcome, anchor: Anchor | None) -> DateRow:
    first, last = tokens[words.first], tokens[words.last - 1]
    period = outcome if isinstance(outcome, Period) else None
    return DateRow(
        id=f"d{first.start}-{last.end}",
        start=first.start,
        end=last.end,
        text="".join(_spaced(tokens[words.first : words.last])),
        first=period.first.isoformat() if period else None,
        last=period.last.isoformat() if period and period.last else None,
        precision=period.precision if period else "unknown",
        anchor=anchor.where if anchor and period and _needs_anchor(words.time) else None,
    )


def _needs_anchor(time: Time) -> bool:
    """Whether the report's own day took part in the answer."""
    inner = [t for t in (time.of, time.until) if t is not None]
    if time.form in ("span", "part", "unit-of") and inner:
        return any(_needs_anchor(t) for t in inner)
    if time.form == "date":
        return _needs_anchor(time.of) if time.of else time.year is None
    if time.form == "shift" and time.of:
        return _needs_anchor(time.of)
    return not (time.told or (time.form in ("decade", "century", "season") and time.year is not None))


def _spaced(tokens: Sequence[Token]) -> Iterator[str]:
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        yield token.text + (" " if after and after.start > token.end else "")
