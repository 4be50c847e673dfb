"""Small readings that all rules for dates share: a word at a place, units, ordinals, years, counts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dateline.codebook import vocabulary
from dateline.setting.numbers import amounts
from dateline.setting.times import Tokens

YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,2}")
COUNTED = 6  # tokens that a count may have: "one hundred and twenty-five"

Count = tuple[float, float] | None  # the two ends of a count; None where it is vague


def at(tokens: Tokens, i: int) -> str:
    """The word at a place in lower case, straight apostrophes; empty beyond the sentence."""
    return tokens[i].lower.replace("’", "'") if 0 <= i < len(tokens) else ""


def run(tokens: Tokens, i: int, length: int) -> str:
    """The words of some tokens as one phrase, possessives joined."""
    return " ".join(at(tokens, j) for j in range(i, min(i + length, len(tokens)))).replace(" '", "'")


def is_name(tokens: Tokens, i: int) -> bool:
    """Whether a token begins with a capital letter."""
    return 0 <= i < len(tokens) and tokens[i].text[0].isupper()


@cache
def table() -> dict[str, Any]:
    """The vocabulary of dates; lists as sets."""
    return {k: (frozenset(v) if isinstance(v, list) else v) for k, v in vocabulary("dates").items()}


def way_of(tokens: Tokens, i: int) -> str:
    """`last`, `past`, `this`, `next`, `following`, `preceding`, `same` or "": the way that a word points in time."""
    word = at(tokens, i)
    ways = ("last", "past", "this", "next", "following", "preceding", "same")
    return next((way for way in ways if word in table()[way]), "")


def year_at(tokens: Tokens, i: int) -> int | None:
    """A year of four digits."""
    return int(tokens[i].text) if YEAR.fullmatch(at(tokens, i)) else None


def month_at(tokens: Tokens, i: int) -> int | None:
    """A month's name or short form, with a capital letter."""
    number: int | None = table()["months"].get(at(tokens, i).rstrip("."))
    return number if number and is_name(tokens, i) else None


def weekday_at(tokens: Tokens, i: int) -> int | None:
    """A weekday's name or short form, with a capital letter; Monday is 0."""
    number: int | None = table()["weekdays"].get(at(tokens, i).rstrip("."))
    return number if number is not None and is_name(tokens, i) else None


def unit_at(tokens: Tokens, i: int) -> str:
    """day, week, fortnight, month, quarter, year, decade, century, weekend, hour, minute or ""."""
    word: str = table()["units"].get(at(tokens, i), "")
    return word


def ordinal_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(number, token after it) of `4th`, `fourth` or `twenty-fourth`."""
    figures = ORDINAL.fullmatch(at(tokens, i))
    if figures:
        return int(figures[1]), i + 1
    words, tens = table()["ordinals"], table()["tens"].get(at(tokens, i))
    if at(tokens, i) in words:
        return words[at(tokens, i)], i + 1
    after = i + 1 + (at(tokens, i + 1) == "-")
    if tens and words.get(at(tokens, after), 10) < 10:
        return tens + words[at(tokens, after)], after + 1
    return None


def day_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(day of a month, token after it), in figures or as an ordinal; 32 to 99 are read too, as days that are not."""
    if NUMBER.fullmatch(at(tokens, i)) and int(at(tokens, i)):
        return int(at(tokens, i)), i + 1
    return ordinal_at(tokens, i)


def count_at(tokens: Tokens, i: int) -> tuple[Count, int] | None:
    """(how many, token after it) of `two`, `about two`, `six to eight`, `a few`, `more than ten`."""
    words = table()
    open_end = any(_starts(tokens, i, p) for p in words["beyond"])
    led = max((len(p.split()) for key in ("about", "beyond") for p in words[key] if _starts(tokens, i, p)), default=0)
    i += led
    vague = _vague_end(tokens, i)
    if vague:
        return None, vague
    amount = next(iter(amounts(tokens[i : i + COUNTED])), None)
    if amount is None or amount.first or amount.low == 0:
        return None
    last = i + amount.last
    if open_end or amount.low is None or amount.high is None:
        return None, last
    half = run(tokens, last, 3) == "and a half"
    return (amount.low + half / 2, amount.high + half / 2), last + 3 * half


def _starts(tokens: Tokens, i: int, phrase: str) -> bool:
    return run(tokens, i, len(phrase.split())) == phrase


def _vague_end(tokens: Tokens, i: int) -> int | None:
    """The token after `several`, `a few`, `a couple of`, `a number of`, `many`."""
    i += at(tokens, i) in ("a", "an", "the")
    if at(tokens, i) not in table()["vague"]:
        return None
    return i + 1 + (at(tokens, i + 1) in ("of", "more"))
