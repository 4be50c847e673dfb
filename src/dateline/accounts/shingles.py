"""Word shingles of a report, winnowed to a few that a copy shares with its origin whatever else was trimmed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from dateline.accounts.words import WORD
from dateline.record import Span
from dateline.report import CODED_PARTS, Report

WORDS = 5  # words a shingle
MASK = (1 << 64) - 1
BASE = 0x9E3779B97F4A7C15  # odd, so that no word is lost in the product
OUT = pow(BASE, WORDS, 1 << 64)  # what a word is worth when it leaves the run
WINDOW = 16  # of so many shingles in a row one at least is kept


@dataclass(frozen=True)
class Shingles:
    """The words of a report's coded parts, case folded, where they stand, and the hash of each run of five."""

    words: tuple[str, ...]
    places: tuple[Span, ...]
    hashes: tuple[int, ...]

    @classmethod
    def of(cls, report: Report) -> Shingles:
        """The shingles of a report. The headline is left out: carriers write their own."""
        found = [m for a, b in _bodies(report) for m in WORD.finditer(report.text, a, b)]
        words = tuple(m.group().casefold().replace("’", "'") for m in found)
        return cls(words, tuple(m.span() for m in found), tuple(_hashes(words)))

    def sketch(self) -> frozenset[int]:
        """The least hash of every window (winnowing, Schleimer, Wilkerson and Aiken 2003)."""
        return frozenset(_least(self.hashes))


def _bodies(report: Report) -> Iterator[Span]:
    return ((p.start, p.end) for p in report.parts if p.kind in CODED_PARTS and p.kind != "title")


def _hashes(words: Sequence[str]) -> Iterator[int]:
    """The hash of each run of words, rolled on from the run before (Karp and Rabin 1987), as SQLite has numbers."""
    codes = [_code(word) for word in words]
    value = 0
    for i, code in enumerate(codes):
        old = codes[i - WORDS] * OUT if i >= WORDS else 0
        value = (value * BASE + code - old) & MASK
        if i >= WORDS - 1:
            yield value - (value >> 63 << 64)


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf8", "replace"), digest_size=8).digest(), "big")


def _least(hashes: Sequence[int]) -> Iterator[int]:
    """Linear in the number of hashes: the deque holds the rising minima of the window."""
    best: deque[int] = deque()
    for i, value in enumerate(hashes):
        while best and hashes[best[-1]] >= value:
            best.pop()
        best.append(i)
        if best[0] <= i - WINDOW:
            best.popleft()
        if i >= min(WINDOW, len(hashes)) - 1:
            yield hashes[best[0]]
