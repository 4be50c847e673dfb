"""What a run of tokens means as a time, without the calendar: the grammar of date expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dateline.codebook import vocabulary
from dateline.language import Token
from dateline.setting.numbers import amounts

FILLERS = 5  # tokens that may stand between `since` and its date
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", re.IGNORECASE)
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
YEARS = re.compile(r"((?:1[5-9]|20|21)\d0)s")


@dataclass(frozen=True, slots=True)
class Words:
    """A date expression: its tokens [first, last) and its parts as said.

    `form`: absolute, weekday, day, unit, ago, stretch, season or night; `way`: last, this, next, since, until or "".
    `until` is the expression that ends a range which this one begins.
    """

    first: int
    last: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    unit: str = ""
    way: str = ""
    until: Words | None = None


Rule = Callable[[Sequence[Token], int], "Words | None"]


def date_words(tokens: Sequence[Token]) -> list[Words]:
    """Every date expression among the tokens of a sentence, left to right, longest rule first."""
    found, i = [], 0
    while i < len(tokens):
        words = next((w for rule in RULES if (w := rule(tokens, i))), None)
        if words is None:
            i += 1
            continue
        found.append(_led(tokens, words))
        i = words.last
    return joined(tokens, found)


def _absolute(tokens: Sequence[Token], i: int) -> Words | None:
    """`Tuesday, 4 May 2031`, `May 4`, `4 May`, `March 2015`, `2031-05-04`."""
    numeric = _numeric(tokens, i)
    if numeric:
        return numeric
    start, number = i, _weekday(tokens, i)
    if number is not None:
        i += 1 + (_at(tokens, i + 1) in (",", "."))
        i += _at(tokens, i) == "the"
    dated = _day_month(tokens, i) or _month_day(tokens, i)
    if dated is None:
        return None
    last, day, month = dated
    after = last + (_at(tokens, last) == "," and _is_year(tokens, last + 1))
    year = int(tokens[after].text) if _is_year(tokens, after) else None
    last = after + 1 if year else last
    if day is None and year is None and not _month_alone(tokens, start):
        return None
    return Words(start, last, "absolute", year, month, day, number)


def _numeric(tokens: Sequence[Token], i: int) -> Words | None:
    """`2031-05-04` and `17.02.2015`: day first where the marks are full stops, as those who write so do."""
    if not tokens[i].text[0].isdigit():
        return None
    dotted = DOTTED.fullmatch(tokens[i].text)
    if dotted:
        return Words(i, i + 1, "absolute", int(dotted[3]), int(dotted[2]), int(dotted[1]))
    iso = ISO.fullmatch("".join(t.text for t in tokens[i : i + 5]))
    return Words(i, i + 5, "absolute", int(iso[1]), int(iso[2]), int(iso[3])) if iso else None


def _day_month(tokens: Sequence[Token], i: int) -> tuple[int, int | None, int] | None:
    if not DAY.fullmatch(_at(tokens, i)):
        return None
    after = i + 1 + (_at(tokens, i + 1) == "of")
    month = _table()["months"].get(_at(tokens, after).rstrip("."))
    return (after + 1, int(re.sub(r"\D", "", tokens[i].text)), month) if month else None


def _month_day(tokens: Sequence[Token], i: int) -> tuple[int, int | None, int] | None:
    month = _table()["months"].get(_at(tokens, i).rstrip("."))
    if not month or not tokens[i].text[0].isupper():
        return None
    after = i + 1 + (_at(tokens, i + 1) == "the")
    if DAY.fullmatch(_at(tokens, after)) and not _is_year(tokens, after):
        return after + 1, int(re.sub(r"\D", "", tokens[after].text)), month
    return i + 1, None, month


def _month_alone(tokens: Sequence[Token], i: int) -> bool:
    """A month without day or year counts after a preposition (`since October`), and `may` must be a name there."""
    lead = _at(tokens, i - 1) if i else ""
    table = _table()
    return lead in table["year_lead"] or lead in table["last"] or lead in table["next"] or lead in table["this"]


def _year(tokens: Sequence[Token], i: int) -> Words | None:
    decade = YEARS.fullmatch(_at(tokens, i))
    if decade:
        return Words(i, i + 1, "unit", int(decade.group(1)), unit="decade")
    lead = _at(tokens, i - 1) if i else ""
    if not _is_year(tokens, i) or lead not in _table()["year_lead"]:
        return None
    counted = i + 1 < len(tokens) and tokens[i + 1].pos == "NOUN" and tokens[i].dep == "nummod"
    return None if counted else Words(i, i + 1, "absolute", int(tokens[i].text))


def _weekday_rule(tokens: Sequence[Token], i: int) -> Words | None:
    number = _weekday(tokens, i)
    if number is None or _at(tokens, i) in _table()["short_weekdays"]:
        return None
    last = i + 1
    while _at(tokens, last) in _table()["parts_of_day"]:
        last += 1
    lead = _at(tokens, i - 1) if i else ""
    way = next((w for w in ("last", "this", "next") if lead in _table()[w]), "")
    return Words(i - bool(way), last, "weekday", weekday=number, way=way)


def _named_day(tokens: Sequence[Token], i: int) -> Words | None:
    table, word = _table(), _at(tokens, i)
    if word == "the" and " ".join(t.lower for t in tokens[i : i + 4]) in table["far_days"]:
        return Words(i, i + 4, "day", offset=table["far_days"][" ".join(t.lower for t in tokens[i : i + 4])])
    if word in table["days"]:
        return Words(i, i + 1 + (_at(tokens, i + 1) in table["parts_of_day"]), "day", offset=table["days"][word])
    after = _at(tokens, i + 1)
    if word == "overnight":
        return Words(i, i + 1, "night")
    if word in ("last", "this") and after in table["parts_of_day"]:
        return Words(i, i + 2, "day", offset=-1 if word == "last" else 0)
    return None


def _season(tokens: Sequence[Token], i: int) -> Words | None:
    """`the summer of 2014`, `last spring`, `in autumn`."""
    table, word = _table(), _at(tokens, i)
    lead = _at(tokens, i - 1) if i else ""
    if word not in table["seasons"] or (word == "fall" and lead not in ("the", "in")):
        return None
    after = i + 1 + (_at(tokens, i + 1) == "of")
    year = int(tokens[after].text) if _is_year(tokens, after) else None
    way = next((w for w in ("last", "this", "next") if lead in table[w]), "")
    if year is None and not way and lead not in table["season_lead"]:
        return None
    return Words(i - bool(way), after + 1 if year else i + 1, "season", year, unit=word, way=way)


def _day_alone(tokens: Sequence[Token], i: int) -> Words | None:
    """`on the 28th`; `on Christmas Day`; `over the weekend`."""
    table, lead = _table(), _at(tokens, i - 1) if i else ""
    ordinal = ORDINAL.fullmatch(_at(tokens, i))
    if ordinal and lead == "the" and i > 1 and _at(tokens, i - 2) in ("on", "until", "since"):
        return Words(i, i + 1, "absolute", day=int(ordinal[1]))
    feast = table["feasts"].get(" ".join(t.lower for t in tokens[i : i + 2])) if tokens[i].text[0].isupper() else None
    if feast:
        return Words(i, i + 2, "absolute", month=feast[0], day=feast[1])
    if _at(tokens, i) == "weekend" and lead == "the" and _at(tokens, i + 1) != "of":
        return Words(i, i + 1, "unit", offset=0, unit="weekend")
    return None


def _unit(tokens: Sequence[Token], i: int) -> Words | None:
    """`last month`, `this year`, `next week`, `last spring`."""
    table, word, after = _table(), _at(tokens, i), _at(tokens, i + 1)
    way = next((w for w in ("last", "this", "next") if word in table[w]), "")
    if not way:
        return None
    if after in table["units"]:
        offset = {"last": -1, "this": 0, "next": 1}[way]
        plural = after.endswith("s") and after != "this"
        return None if plural else Words(i, i + 2, "unit", offset=offset, unit=table["units"][after], way=way)
    if after in table["months"]:
        return Words(i, i + 2, "absolute", month=table["months"][after], way=way)
    return None


def _counted(tokens: Sequence[Token], i: int) -> Words | None:
    """`two weeks ago`, `three days earlier`, `the past five years`, `last six months`."""
    table = _table()
    start, way = i, "last" if _at(tokens, i) in table["last"] else "next" if _at(tokens, i) in table["next"] else ""
    i += bool(way)
    count = next(iter(amounts(tokens[i : i + 4])), None)
    if count is None or count.first or count.low is None:
        return None
    unit_at = i + count.last
    unit = table["units"].get(_at(tokens, unit_at))
    if not unit or (unit == "hour" and not way):
        return None
    if way:
        return Words(start, unit_at + 1, "stretch", offset=count.low * (1 if way == "last" else -1), unit=unit)
    after = _at(tokens, unit_at + 1)
    sign = -1 if after in table["ago"] else 1 if after in table["later"] else 0
    if after in ("after", "before", "earlier", "later", "back", "hence") or not sign:
        return None  # counted from another event, not from the report
    return Words(start, unit_at + 2, "ago", offset=sign * count.low, unit=unit)


RULES: tuple[Rule, ...] = (_absolute, _counted, _named_day, _season, _weekday_rule, _unit, _day_alone, _year)


def _led(tokens: Sequence[Token], words: Words) -> Words:
    """The expression with `since` or `by` before it; `since the beginning of` and `since mid-` say the same."""
    i = words.first - 1
    while i > 0 and words.first - i <= FILLERS and _at(tokens, i) in _table()["fillers"]:
        i -= 1
    lead = _at(tokens, i) if i >= 0 else ""
    way = "since" if lead == "since" else "until" if lead in _table()["until"] else ""
    return replace(words, way=way) if way and words.form != "stretch" else words


def joined(tokens: Sequence[Token], found: list[Words]) -> list[Words]:
    """The expressions with those that are the two ends of one range made one."""
    ranges: list[Words] = []
    for words in found:
        before = ranges[-1] if ranges else None
        if before and not before.until and _joins(tokens, before, words):
            ranges[-1] = replace(before, last=words.last, until=words, way="")
        else:
            ranges.append(_from_bare_day(tokens, words))
    return ranges


def _joins(tokens: Sequence[Token], left: Words, right: Words) -> bool:
    between = [t.lower for t in tokens[left.last : right.first]]
    lead = _at(tokens, left.first - 1) if left.first else ""
    if len(between) != 1 or left.form != right.form:
        return False
    return between[0] in _table()["joiners"] or (between[0] == "and" and lead == "between")


def _from_bare_day(tokens: Sequence[Token], words: Words) -> Words:
    """`3–5 March`, `between 2 and 6 March`: a number before the day is the first day of a range; `1994-96`."""
    if words.form != "absolute":
        return words
    i, table = words.first, _table()
    if words.day and i > 1 and DAY.fullmatch(_at(tokens, i - 2)):
        joiner, lead = _at(tokens, i - 1), _at(tokens, i - 3) if i > 2 else ""
        if joiner in table["joiners"] or (joiner == "and" and lead == "between"):
            first = int(re.sub(r"\D", "", tokens[i - 2].text))
            return replace(words, first=i - 2, day=first, until=words, way="")
    short = _at(tokens, words.last + 1)
    if words.month is None and words.year and _at(tokens, words.last) in "-–" and re.fullmatch(r"\d\d", short):
        last = replace(words, year=words.year // 100 * 100 + int(short), last=words.last + 2)
        return replace(words, last=words.last + 2, until=last, way="")
    return words


def _weekday(tokens: Sequence[Token], i: int) -> int | None:
    if i >= len(tokens) or not tokens[i].text[0].isupper():
        return None
    number: int | None = _table()["weekdays"].get(_at(tokens, i).rstrip("."))
    return number


def _at(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _is_year(tokens: Sequence[Token], i: int) -> bool:
    return bool(YEAR.fullmatch(_at(tokens, i)))


@cache
def _table() -> dict[str, Any]:
    content = vocabulary("dates")
    return {k: (frozenset(v) if isinstance(v, list) else v) for k, v in content.items()}
