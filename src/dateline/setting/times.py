"""What an expression of time means, before the calendar: a small algebra, built up by the grammar of `date_words`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.language import Token

# Why an expression stays without days.
NO_ANCHOR = "a relative date, and neither a publication date nor a dated dateline to count from"
NO_BASE = "counted from a day that the text does not name"
IMPOSSIBLE = "no such day in the calendar"
OUTSIDE = "a year far outside the news"
OF_DEED = "counted from a deed whose day the words do not give"
VAGUE = "too vague to be days"
AMBIGUOUS = "day and month cannot be told apart"
FISCAL = "fiscal years begin on different days"
MOVABLE = "a feast that moves in the calendar, or differs from country to country"


@dataclass(frozen=True, slots=True)
class Time:
    """One expression of time.

    `form`: date (year, month, day as said), weekday, shift (`low` to `high` units away), stretch (the units up to the
    report, or from it on where negative), night, season, part (the `low`-th `unit` of a time), unit-of (the week of a
    day), decade, century, span (`of` to `until`), since, and unsettled, with `why`. `way` is last, this, next or "";
    `of` what it is counted from or a part of; `told` says that it is counted from what the text named before, and
    the way `of a deed` that it is the day of the deed told after it ("two days after shells fell").
    """

    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    way: str = ""
    of: Time | None = None
    until: Time | None = None
    told: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A date expression: its tokens [first, last), and what it means."""

    first: int
    last: int
    time: Time


Tokens = Sequence[Token]
Found = tuple[Time, int]  # what was read, and the token after it
Parse = Callable[[Tokens, int], "Found | None"]


def unsettled(why: str) -> Time:
    """A time of which nothing is known but that it is one."""
    return Time("unsettled", why=why)
