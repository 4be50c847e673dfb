"""How many took part, were held or died, where the words of a telling count them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.accounts.codebook import codebook
from dateline.accounts.telling import Toll
from dateline.accounts.words import WORD
from dateline.language.token import Token
from dateline.record import Span
from dateline.setting.numbers import Amount, amounts

REACH = 4  # words between a number and what it counts
CALENDAR = (1900, 2100)  # a bare number in this range is taken for a year


def counts(text: str, span: Span, anchor: Span) -> tuple[Toll, ...]:
    """The number nearest to the anchor that counts people or things, as a toll of the kind "count"."""
    tokens = tuple(Token(i, m.start(), m.end(), m.group()) for i, m in enumerate(WORD.finditer(text, *span)))
    found = [(abs(tokens[a.first].start - anchor[0]), a) for a in amounts(tokens) if _counts(tokens, a, anchor)]
    if not found:
        return ()
    amount = min(found, key=lambda pair: (pair[0], pair[1].first))[1]
    return (Toll("count", amount.low, amount.high),)


def _counts(tokens: tuple[Token, ...], amount: Amount, anchor: Span) -> bool:
    if amount.low is None and amount.high is None:
        return False
    value = amount.low if amount.low is not None else amount.high
    single = tokens[amount.first].lower
    if single in ("a", "an", "one", "another", "no") or (
        amount.low == amount.high and _is_year(tokens[amount.first].text)
    ):
        return False
    return any(_is_counted(t, anchor) for t in _beside(tokens, amount)) or (value or 0) >= 1000


def _is_counted(token: Token, anchor: Span) -> bool:
    return token.lower in codebook().counted or anchor[0] <= token.start < anchor[1]


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and CALENDAR[0] <= int(text) <= CALENDAR[1]


def _beside(tokens: tuple[Token, ...], amount: Amount) -> Iterator[Token]:
    yield from tokens[amount.last : amount.last + REACH]
    yield from tokens[max(0, amount.first - REACH) : amount.first]
