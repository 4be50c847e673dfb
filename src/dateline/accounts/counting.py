"""How many took part, were held or died, where the words of a telling or statement count them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.accounts.codebook import codebook
from dateline.accounts.telling import Toll
from dateline.accounts.words import WORD, stem
from dateline.codebook import vocabulary
from dateline.language.token import Token
from dateline.record import Casualties, Span
from dateline.setting.numbers import Amount, amounts

REACH = 6  # words between a number and what it counts
NEXT = 2  # words between a number and the word that names the deed, where no noun is counted
SPARE = 2  # words beside a number that stands alone
LARGE = 1000  # a number from here on counts people even where no noun stands by it
CALENDAR = (1900, 2100)  # a bare number in this range is taken for a year
PART_OF = re.compile(r"\W*(?:\w+\W+)?of (\w+)")  # "four of the dead"
SINGLES = ("a", "an", "one", "another", "no", "first")


def tolls_of(text: str, rows: Iterable[Casualties]) -> tuple[Toll, ...]:
    """The tolls of an event; "four of the dead" counts a part, and is no toll of the whole."""
    kinds = codebook().figure_of_toll
    whole = (c for c in rows if not _is_part(text, c.end))
    return tuple(Toll(kinds.get(c.kind, c.kind), c.low, c.high) for c in whole)


def _is_part(text: str, end: int) -> bool:
    """Whether a number that ends here counts a part of a whole that is known."""
    found = PART_OF.match(text, end, end + 24)
    return found is not None and found.group(1) in codebook().whole_words


def counts(text: str, span: Span, anchor: Span, kind: str) -> tuple[Toll, ...]:
    """The number nearest to the anchor that counts people or things, as a toll of this kind."""
    tokens = _tokens(text, span)
    found = [(abs(tokens[a.first].start - anchor[0]), a) for a in amounts(tokens) if _counts(tokens, a, anchor)]
    if not found:
        return ()
    amount = min(found, key=lambda pair: (pair[0], pair[1].first))[1]
    return (Toll(kind, amount.low, amount.high),)


def said_figures(text: str, spans: Iterable[Span]) -> tuple[Toll, ...]:
    """The figures of a statement's content, one of each kind, by the words that stand around the number."""
    found: dict[str, Toll] = {}
    for span in spans:
        tokens = _tokens(text, span)
        for a in amounts(tokens):
            if _is_plain(tokens, a) and not _is_part(text, tokens[a.last - 1].end):
                kind = next((k for t in _beside(tokens, a) if (k := _kind(t.lower))), None)
                if kind:
                    found.setdefault(kind, Toll(kind, a.low, a.high))
    return tuple(found.values())


def bare_number(text: str, spans: Iterable[Span]) -> Toll | None:
    """The number that a content is and nothing else ("The union says 11"), as a toll of no kind of its own."""
    tokens = tuple(t for span in spans for t in _tokens(text, span))
    found = tuple(amounts(tokens))
    if len(found) != 1 or len(tokens) - (found[0].last - found[0].first) > SPARE or not _is_plain(tokens, found[0]):
        return None
    return Toll("", found[0].low, found[0].high)


def _tokens(text: str, span: Span) -> tuple[Token, ...]:
    return tuple(Token(i, m.start(), m.end(), m.group()) for i, m in enumerate(WORD.finditer(text, *span)))


def _counts(tokens: tuple[Token, ...], amount: Amount, anchor: Span) -> bool:
    if not _is_plain(tokens, amount):
        return False
    value = amount.low if amount.low is not None else amount.high
    near = _around(tokens, amount, NEXT)
    named = any(t.lower in codebook().counted for t in _beside(tokens, amount))
    return named or any(anchor[0] <= t.start < anchor[1] for t in near) or (value or 0) >= LARGE


def _is_plain(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether it is a number of things: no article, no year, no day of a month, no open end on both sides."""
    if amount.low is None and amount.high is None:
        return False
    if any(t.lower in _months() for t in _around(tokens, amount, 1)):
        return False
    year = amount.low == amount.high and _is_year(tokens[amount.first].text)
    return tokens[amount.first].lower not in SINGLES and not year


def _around(tokens: tuple[Token, ...], amount: Amount, width: int) -> tuple[Token, ...]:
    """So many words on either side of a number."""
    return (*tokens[max(0, amount.first - width) : amount.first], *tokens[amount.last : amount.last + width])


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and CALENDAR[0] <= int(text) <= CALENDAR[1]


def _beside(tokens: tuple[Token, ...], amount: Amount) -> Iterator[Token]:
    """The words after the number, nearest first, then those before it."""
    yield from tokens[amount.last : amount.last + REACH]
    yield from reversed(tokens[max(0, amount.first - REACH) : amount.first])


@cache
def _months() -> frozenset[str]:
    return frozenset(vocabulary("dates")["months"])


@cache
def _kinds() -> dict[str, str]:
    """Stem of a word to the kind of figure that it shows; of a phrase its words that are not too common."""
    words = ((word, kind) for phrase, kind in codebook().figure_of_word.items() for word in phrase.split())
    return {stem(word): kind for word, kind in words if word not in codebook().common}


def _kind(word: str) -> str | None:
    """The kind of figure that a word shows; March is no march."""
    return None if word in _months() else _kinds().get(stem(word))
