"""One pass over the words of a report: where names of the catalogue, titles, institutions and role nouns stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.actors.names import Name
from dateline.actors.phrases import Phrases
from dateline.actors.word_view import BARRIER, WordView
from dateline.language import Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot(Generic[T]):
    """A known phrase at tokens [first, last)."""

    first: int
    last: int
    values: tuple[T, ...]

    @property
    def value(self) -> T:
        """The first of its values."""
        return self.values[0]


@dataclass(frozen=True)
class Spots(Generic[T]):
    """Spots that do not overlap, in order, found by the token they begin at and the token after their end."""

    rows: tuple[Spot[T], ...]
    starting: dict[int, Spot[T]]
    ending: dict[int, Spot[T]]
    covering: dict[int, Spot[T]]


def spots_of(rows: Sequence[Spot[T]]) -> Spots[T]:
    """Index spots."""
    return Spots(
        tuple(rows),
        {s.first: s for s in rows},
        {s.last: s for s in rows},
        {i: s for s in rows for i in range(s.first, s.last)},
    )


def spot(view: WordView, phrases: Phrases[T]) -> Iterator[Spot[T]]:
    """The longest phrases from left to right, without overlap, in any case."""
    k = 0
    while k < len(view.words):
        length, values = phrases.longest(view.words, k) if view.tokens[k] != BARRIER else (0, ())
        if length:
            yield Spot(*view.span(k, length), tuple(values))
        k += length or 1


@dataclass(frozen=True)
class NameSpotter:
    """Finds names of the catalogue. In sentences all in capitals (the tokens `capitals`) case tells nothing."""

    view: WordView
    tokens: Sequence[Token]
    names: Phrases[Name]
    capitals: frozenset[int]

    def spots(self) -> Iterator[Spot[Name]]:
        """The longest names from left to right that are written as their case rule wants, without overlap."""
        k = 0
        while k < len(self.view.words):
            length, found = self.at(k)
            if found:
                yield found
            k += length

    def at(self, k: int) -> tuple[int, Spot[Name] | None]:
        """(words to go on by, the name at the k-th word); a name with "the" gives way to a longer one without it."""
        length, found = self._longest(k)
        if found and length > 1 and self.view.words[k] == "the":
            beyond, _ = self._longest(k + 1)
            if beyond >= length:
                return 1, None
        return length, found

    def _longest(self, k: int) -> tuple[int, Spot[Name] | None]:
        view = self.view
        if view.tokens[k] == BARRIER:
            return 1, None
        for length, claims in self.names.at(view.words, k):
            places = view.tokens[k : k + length]
            loose = places[0] in self.capitals
            texts = [self.tokens[i].text for i in places]
            fitting = tuple(c for c in claims if loose or _written(c.caps, texts))
            if fitting:
                return length, Spot(places[0], places[-1] + 1, fitting)
        return 1, None


def _written(caps: str, texts: list[str]) -> bool:
    """Whether words are written as a name's case rule wants."""
    for rule, text in zip(caps, texts, strict=True):
        if rule == "A" and not text.isupper():
            return False
        if rule == "a" and not text[0].isupper():
            return False
    return True
