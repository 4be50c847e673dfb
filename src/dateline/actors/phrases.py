"""Which known phrase begins at a word, the longest first, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Phrases(Generic[T]):
    """Values by phrases of folded words; several values may share a phrase. Built by `phrases_of`."""

    by_first: Mapping[str, tuple[tuple[int, ...], Mapping[Words, tuple[T, ...]]]]

    def at(self, words: Sequence[str], i: int) -> Iterator[tuple[int, tuple[T, ...]]]:
        """(length, values) of every phrase that begins at words[i], the longest first."""
        lengths, table = self.by_first.get(words[i], ((), {}))
        for length in lengths:
            if values := table.get(tuple(words[i : i + length])):
                yield length, values

    def longest(self, words: Sequence[str], i: int) -> tuple[int, tuple[T, ...]]:
        """(length, values) of the longest phrase that begins at words[i]; (0, ()) where none does."""
        return next(self.at(words, i), (0, ())) if words[i] in self.by_first else (0, ())

    def named(self, words: Words) -> tuple[T, ...]:
        """The values of exactly this phrase."""
        return self.by_first[words[0]][1].get(words, ()) if words and words[0] in self.by_first else ()


def phrases_of(pairs: Iterable[tuple[Words, T]]) -> Phrases[T]:
    """Phrases with their values; values that share a phrase stand in the order given."""
    tables: dict[str, dict[Words, list[T]]] = {}
    for words, value in pairs:
        if words:
            tables.setdefault(words[0], {}).setdefault(words, []).append(value)
    return Phrases(
        {
            first: (
                tuple(sorted({len(w) for w in table}, reverse=True)),
                {words: tuple(values) for words, values in table.items()},
            )
            for first, table in tables.items()
        }
    )
