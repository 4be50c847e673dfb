"""Which known phrase begins at a word, the longest first, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Phrases(Generic[T]):
    """Values by phrases of folded words; several values may share a phrase. Built by `phrases_of`.

    `lengths` gives for a first word how long the phrases are that begin with it, the longest first.
    """

    lengths: Mapping[str, Sequence[int]]
    values: Mapping[Words, Sequence[T]]

    def at(self, words: Sequence[str], i: int) -> Iterator[tuple[int, Sequence[T]]]:
        """(length, values) of every phrase that begins at words[i], the longest first."""
        for length in self.lengths.get(words[i], ()):
            if values := self.values.get(tuple(words[i : i + length])):
                yield length, values

    def longest(self, words: Sequence[str], i: int) -> tuple[int, Sequence[T]]:
        """(length, values) of the longest phrase that begins at words[i]; (0, ()) where none does."""
        return next(self.at(words, i), (0, ())) if words[i] in self.lengths else (0, ())

    def joined(self, more: Phrases[T]) -> Phrases[T]:
        """These phrases and others, whose values win where both have one."""
        if not more.values:
            return self
        lengths = {w: sorted({*more.lengths[w], *self.lengths.get(w, ())}, reverse=True) for w in more.lengths}
        return Phrases({**self.lengths, **lengths}, {**self.values, **more.values})

    def named(self, words: Words) -> Sequence[T]:
        """The values of exactly this phrase."""
        return self.values.get(words, ())


def phrases_of(pairs: Iterable[tuple[Words, T]]) -> Phrases[T]:
    """Phrases with their values; values that share a phrase stand in the order given."""
    values: dict[Words, list[T]] = {}
    for words, value in pairs:
        if words:
            values.setdefault(words, []).append(value)
    lengths: dict[str, set[int]] = {}
    for words in values:
        lengths.setdefault(words[0], set()).add(len(words))
    return Phrases({first: sorted(found, reverse=True) for first, found in lengths.items()}, values)
