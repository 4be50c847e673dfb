"""Word shingles of a report, winnowed to a few that a copy shares with its origin whatever else was trimmed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from dateline.accounts.words import WORD
from dateline.record import Span
from dateline.report import CODED_PARTS, Report

WORDS = 5  # words a shingle
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
    for i in range(len(words) - WORDS + 1):
        digest = blake2b(" ".join(words[i : i + WORDS]).encode("utf8", "replace"), digest_size=8).digest()
        yield int.from_bytes(digest, "big", signed=True)


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
