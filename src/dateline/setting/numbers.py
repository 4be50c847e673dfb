"""Reads how many: number words, digits, vague amounts, and open ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.codebook import vocabulary
from dateline.language import Token

DECIMAL = re.compile(r"\d+\.\d+")
DIGITS = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as said: `low` and `high` (None where the words leave that end open), and its tokens [first, last)."""

    low: int | None
    high: int | None
    first: int
    last: int


def amounts(tokens: Sequence[Token]) -> list[Amount]:
    """Every amount among the tokens of a sentence, left to right; token indices count within `tokens`."""
    found, i = [], 0
    while i < len(tokens):
        bare = _bare(tokens, i)
        if bare is None:
            i += 1
            continue
        found.append(_widened(tokens, _between(tokens, bare)))
        i = found[-1].last
    return found


def _bare(tokens: Sequence[Token], i: int) -> Amount | None:
    """The number that begins at token i, without the words around it."""
    words, word = _words(), tokens[i].lower
    part = _part_of_scale(tokens, i)
    if part is not None:
        return part
    nobody = words["phrases"].get(" ".join(t.lower for t in tokens[i : i + 2]))
    if nobody is not None:
        return Amount(nobody, nobody, i, i + 2)
    if word in words["vague_amounts"]:
        pair = " ".join(t.lower for t in tokens[i : i + 3])
        if " " in pair and pair in words["vague_amounts"]:
            return Amount(words["vague_amounts"][pair], None, i, i + 3)
        low = words["vague_amounts"][word]
        return Amount(low, None, i, i + 1) if low is not None else None
    value, last = _cardinal(tokens, i)
    if last > i:
        return Amount(value, value, i, last)
    return _single(tokens, i)


def _part_of_scale(tokens: Sequence[Token], i: int) -> Amount | None:
    """`1.5 million`, `half a million`."""
    scales = _words()["scales"]
    if DECIMAL.fullmatch(tokens[i].text) and i + 1 < len(tokens) and tokens[i + 1].lower in scales:
        value = round(float(tokens[i].text) * scales[tokens[i + 1].lower])
        return Amount(value, value, i, i + 2)
    if [t.lower for t in tokens[i : i + 2]] == ["half", "a"] and i + 2 < len(tokens) and tokens[i + 2].lower in scales:
        value = scales[tokens[i + 2].lower] // 2
        return Amount(value, value, i, i + 3)
    return None


def _single(tokens: Sequence[Token], i: int) -> Amount | None:
    """`a dozen`, `both`, `nobody`: words that count only where they stand for a number."""
    words = _words()
    value = words["singles"].get(tokens[i].lower)
    if value is None:
        return None
    if value == 1 and i + 1 < len(tokens):
        inner = words["singles"].get(tokens[i + 1].lower) or words["scales"].get(tokens[i + 1].lower)
        return Amount(inner, inner, i, i + 2) if inner and inner > 1 else Amount(1, 1, i, i + 1)
    return Amount(value, value, i, i + 1)


def _cardinal(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """(value, index after it) of a number in digits or words; index i where there is none."""
    words, start, total, current = _words(), i, 0, 0
    while i < len(tokens):
        word = tokens[i].lower
        digits = DIGITS.fullmatch(word)
        if word == "-" and start < i < len(tokens) - 1 and tokens[i + 1].lower in words["words"]:
            i += 1
        elif digits and (i == start):
            current += int(re.sub(r"\D", "", word))
            i += 1
        elif word in words["words"] and (i == start or not DIGITS.fullmatch(tokens[i - 1].lower)):
            current += words["words"][word]
            i += 1
        elif word in words["scales"] and i > start:
            current = max(current, 1) * words["scales"][word]
            total, current = (total + current, 0) if words["scales"][word] >= 1000 else (total, current)
            i += 1
        elif word == "and" and i > start and tokens[i - 1].lower in words["scales"] and _is_number(tokens, i + 1):
            i += 1
        else:
            break
    return total + current, i


def _is_number(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and (tokens[i].lower in _words()["words"])


def _between(tokens: Sequence[Token], amount: Amount) -> Amount:
    """`between 20 and 30`, `20 to 30`, `20-30`: one amount with two ends."""
    joint = amount.last
    if joint + 1 >= len(tokens):
        return amount
    before = tokens[amount.first - 1].lower if amount.first else ""
    joiner = tokens[joint].lower
    if joiner not in ("-", "–", "to", "or") and not (joiner == "and" and before == "between"):
        return amount
    if before == "from" and any(t.lemma in _words()["risers"] for t in tokens[max(0, amount.first - 4) : amount.first]):
        return amount
    value, last = _cardinal(tokens, joint + 1)
    if last == joint + 1 or amount.low is None or value <= amount.low:
        return amount
    return Amount(amount.low, value, amount.first - (before == "between"), last)


def _widened(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount with the words that open an end: at least, more than, up to, about."""
    for phrase, kind in _words()["openers"]:
        first = amount.first - len(phrase)
        if first >= 0 and tuple(t.lower for t in tokens[first : amount.first]) == phrase:
            return Amount(*_opened(kind, amount), first, amount.last)
    return amount


def _opened(kind: str, amount: Amount) -> tuple[int | None, int | None]:
    low, high = amount.low, amount.high
    if kind == "at_least":
        return low, None
    if kind == "more_than":
        return (low + 1 if low is not None and high == low else low), None
    if kind == "at_most":
        return None, high
    if kind == "less_than":
        return None, high - 1 if high is not None else None
    return low, high


@cache
def _words() -> dict[str, Any]:
    content = vocabulary("numbers")
    openers = ("at_least", "more_than", "at_most", "less_than", "about")
    phrases = [(tuple(p.split()), k) for k in openers for p in content[k]]
    by_length = sorted(phrases, key=lambda pair: (-len(pair[0]), pair[0]))
    plain = {k: content[k] for k in ("words", "scales", "singles", "phrases")}
    return {**plain, "vague_amounts": content["vague"], "openers": by_length, "risers": content["risers"]}
