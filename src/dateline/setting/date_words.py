"""Finds the expressions of time in a sentence: the rules of the grammar, ranges, `since`, and lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from dateline.codebook import vocabulary
from dateline.setting import calendar_dates, parts_of_time, relative_dates
from dateline.setting.time_tokens import at, day_at, month_at, run, table
from dateline.setting.times import Found, Parse, Time, Tokens, Words

Rule = Callable[[Tokens, int, Parse], "Found | None"]
DEEPEST = 4  # "early in the first week of May" nests three times
BACK = 8  # tokens back to a verb of moving a date

RULES: tuple[Rule, ...] = (
    parts_of_time.parts,
    parts_of_time.edges,
    parts_of_time.holders,
    calendar_dates.numeric_date,
    calendar_dates.feasts,
    calendar_dates.day_of_month,
    relative_dates.counted,
    relative_dates.hours_after,
    relative_dates.stretches,
    relative_dates.ahead,
    relative_dates.named_days,
    relative_dates.weekdays,
    calendar_dates.month_of_year,
    relative_dates.weekends,
    relative_dates.seasons,
    relative_dates.units,
    relative_dates.bare_day,
    calendar_dates.decades,
    calendar_dates.years,
)


def date_words(tokens: Tokens) -> list[Words]:
    """Every date expression among the tokens of a sentence, left to right."""
    found: list[Words] = []
    i = 0
    while i < len(tokens):
        read = _since(tokens, i) or _whole(tokens, i)
        if read is None:
            i += 1
            continue
        found += _listed(tokens, Words(i, read[1], read[0]))
        i = found[-1].last
    return _sharing_years(tokens, found)


def _at_depth(depth: int) -> Parse:
    """The grammar, able to nest `depth` times."""

    def parse(tokens: Tokens, i: int) -> Found | None:
        if depth > DEEPEST or i >= len(tokens) or not _may_begin(tokens, i):
            return None
        return next((f for rule in RULES if (f := rule(tokens, i, _at_depth(depth + 1)))), None)

    return parse


def _one(tokens: Tokens, i: int) -> Found | None:
    return _at_depth(0)(tokens, i)


def _may_begin(tokens: Tokens, i: int) -> bool:
    """Whether an expression can begin with this word at all; most words cannot."""
    word = at(tokens, i)
    return word[:1].isdigit() or word in _openers() or word.rstrip(".") in _openers()


def _since(tokens: Tokens, i: int) -> Found | None:
    """`since Monday`, `ever since 2014`, `from May on`: up to the report."""
    words = table()
    if at(tokens, i) in words["since"]:
        led = i + 1 + 2 * (run(tokens, i + 1, 2) in words["beyond"]) + (at(tokens, i + 1) in words["about"])
        found = _one(tokens, led)
        return (_from(found[0]), found[1]) if found else None
    if at(tokens, i) == "from" and (found := _one(tokens, i + 1)) and at(tokens, found[1]) in words["onward"]:
        return _from(found[0]), found[1] + 1
    return None


def _from(time: Time) -> Time:
    return time if time.form in ("unsettled", "stretch") else Time("since", of=time)


def _whole(tokens: Tokens, i: int) -> Found | None:
    """A range or a single expression."""
    led = at(tokens, i) in ("from", "between")
    if led and (first := _between_days(tokens, i + 1, at(tokens, i)) or _one(tokens, i + 1)):
        if first[0].form == "span" and first[0].of is not None:
            return first
        return _ranged(tokens, first, between=at(tokens, i) == "between", start=i)
    first = _one(tokens, i)
    return (_ranged(tokens, first, start=i) or first) if first else None


def _between_days(tokens: Tokens, i: int, lead: str) -> Found | None:
    """`between 3 and 5 May`, `between May 3 and 5`: the one month is that of both days."""
    joiners = ("and",) if lead == "between" else table()["joiners"]
    month = month_at(tokens, i)
    first = day_at(tokens, i + bool(month))
    if first is None or at(tokens, first[1]) not in joiners:
        return None
    if month:
        second = day_at(tokens, first[1] + 1)
        if second is None or second[0] <= first[0] or month_at(tokens, second[1]):
            return None
        return _days_of(tokens, first, second, month)
    last = _one(tokens, first[1] + 1)
    if last is None or last[0].form != "date" or not last[0].day or last[0].day <= first[0]:
        return None
    return Time("span", of=replace(last[0], day=first[0]), until=last[0]), last[1]


def _days_of(tokens: Tokens, first: tuple[int, int], second: tuple[int, int], month: int) -> Found:
    """Both days in the month before them, and in the year after them."""
    end = second[1]
    year = calendar_dates.year_after(tokens, end)
    day = Time("date", month=month, day=first[0], year=year[0] if year else None)
    return Time("span", of=day, until=replace(day, day=second[0])), year[1] if year else end


def _ranged(tokens: Tokens, first: Found, *, start: int, between: bool = False) -> Found | None:
    """The expression with the other end of its range: `Monday to Wednesday`, `May 20 until June 5`."""
    left, i = first
    joint = at(tokens, i)
    ends = joint == "and" if between else joint in table()["joiners"] and _is_joint(tokens, i, start)
    if not ends or left.form in ("unsettled", "stretch", "since", "span"):
        return None
    second = _one(tokens, _past_clock(tokens, i + 1))
    if second is None or not _alike(left, second[0]) or (joint == "into" and left.form != "weekday"):
        return None
    return Time("span", of=left, until=second[0]), second[1]


def _is_joint(tokens: Tokens, i: int, start: int) -> bool:
    """A dash without spaces or between two dates; not `moved from May to June`, which names two times."""
    if at(tokens, i) != "to":
        return True
    return not any(t.lemma in table()["movers"] for t in tokens[max(0, start - BACK) : start])


def _past_clock(tokens: Tokens, i: int) -> int:
    """The token after a time of day: `to noon Tuesday`."""
    start = i
    while i < start + 4 and (at(tokens, i) in table()["time_marks"] or at(tokens, i).replace(":", "").isdigit()):
        if _one(tokens, i):
            return i
        i += 1
    return i if i > start and _one(tokens, i) else start


def _alike(left: Time, right: Time) -> bool:
    """Whether two expressions can be the ends of one range."""
    plain = ("date", "weekday", "shift", "season", "decade", "part", "century", "unit-of")
    return left.form in plain and right.form in plain and (left.form != "part" or right.form == "part")


def _listed(tokens: Tokens, words: Words) -> list[Words]:
    """The expression, and the bare days listed beside it: `3, 4 and 5 March`, `March 3 and 4`."""
    time = words.time
    if time.form != "date" or not time.month or not time.day:
        return [words]
    before: list[Words] = []
    after: list[Words] = []
    i = words.first
    while (day := _day_before(tokens, i)) is not None:
        before.insert(0, Words(day, day + 1, replace(time, day=int(at(tokens, day)), weekday=None)))
        i = day
    i = words.last
    while (day := _day_after(tokens, i)) is not None:
        after.append(Words(day, day + 1, replace(time, day=int(at(tokens, day)), weekday=None)))
        i = day + 1
    year = calendar_dates.year_after(tokens, i) if after else None
    found = [*before, words, *after]
    return [replace(w, time=replace(w.time, year=year[0])) for w in found] if year else found


def _day_before(tokens: Tokens, i: int) -> int | None:
    """The place of a bare day before `and 5 March` or `, 4 and 5 March`."""
    if at(tokens, i - 1) not in ("and", "or", ",") or not at(tokens, i)[:1].isdigit():
        return None
    j = i - 2 - (at(tokens, i - 2) == ",")
    led = at(tokens, j - 1) in ("on", ",", "of", "for", "until", "by")
    return j if j >= 0 and led and at(tokens, j).isdigit() and day_at(tokens, j) else None


def _day_after(tokens: Tokens, i: int) -> int | None:
    """The place of a bare day after `March 3 and` or `March 3,`."""
    if at(tokens, i) not in ("and", "or", ","):
        return None
    j = i + 1
    closed = j + 1 >= len(tokens) or tokens[j + 1].pos in ("PUNCT", "CCONJ", "ADP", "VERB", "AUX")
    figures = at(tokens, j).isdigit() and len(at(tokens, j)) < 3 and day_at(tokens, j)
    if at(tokens, i) == "," and at(tokens, j + 1) not in ("and", ","):
        return None
    return j if figures and closed else None


def _sharing_years(tokens: Tokens, found: list[Words]) -> list[Words]:
    """`in March and April 2015`: the year that the last of a list says is that of all."""
    for k in range(len(found) - 2, -1, -1):
        left, right = found[k], found[k + 1]
        joint = [t.lower for t in tokens[left.last : right.first]]
        listed = all(w in table()["list_marks"] or w in ("on", "in", "again") for w in joint) and 0 < len(joint) < 4
        bare = left.time.form == right.time.form == "date" and left.time.year is None and not left.time.of
        if listed and bare and left.time.month and right.time.year and right.time.month:
            year = right.time.year - (left.time.month > right.time.month)
            found[k] = replace(left, time=replace(left.time, year=year))
    return found


@cache
def _openers() -> frozenset[str]:
    """The words that an expression may begin with."""
    words = table()
    found = {phrase.split()[0] for key in words["openers"] for phrase in words[key]}
    numbers = vocabulary("numbers")
    counting = {*numbers["words"], *numbers["singles"], *numbers["vague"]}
    return frozenset(word.removesuffix("'s") for word in found | counting)
