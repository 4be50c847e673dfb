"""What the encoder reads as deeds: the words that tell one, its type, and the words that name its parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dateline.language.encoding import Encoding
from dateline.language.heads import Floats

LEAST = 0.15  # a word is looked at from this probability on that it tells a deed
NAMED = 0.5  # a token belongs to a party's naming from this probability on


@dataclass(frozen=True, slots=True)
class Naming:
    """Tokens [first, last) that name a party, and how likely they do: the mean over the tokens."""

    first: int
    last: int
    probability: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A deed as the encoder reads it: its anchor's tokens [first, last), its type and the namings of both sides.

    `probability` is that of the type; `told` that of any deed at all.
    """

    first: int
    last: int
    type: str
    probability: float
    told: float
    actors: tuple[Naming, ...]
    recipients: tuple[Naming, ...]


def deed_readings(encoding: Encoding) -> tuple[Reading, ...]:
    """The readings of a report, in order."""
    shares = np.exp(encoding.anchors)
    found: list[Reading] = []
    for chunk in encoding.chunks:
        anchors = list(_anchors(shares, *chunk))
        if anchors:
            tables = np.exp(encoding.parties(chunk, anchors))
            found += [_reading(encoding, shares, a, chunk, t) for a, t in zip(anchors, tables, strict=True)]
    return tuple(sorted(found, key=lambda r: r.first))


def _anchors(shares: Floats, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of tokens that tell deeds of one type."""
    begin = first
    while begin < last:
        end = begin + 1
        if 1 - shares[begin, 0] >= LEAST:
            kind = shares[begin, 1:].argmax()
            while end < last and 1 - shares[end, 0] >= LEAST and shares[end, 1:].argmax() == kind:
                end += 1
            yield begin, end
        begin = end


def _reading(
    encoding: Encoding, shares: Floats, anchor: tuple[int, int], chunk: tuple[int, int], parties: Floats
) -> Reading:
    rows = shares[anchor[0] : anchor[1]]
    best = rows[int(rows[:, 0].argmin())]
    kind = int(best[1:].argmax()) + 1
    sides = (tuple(_namings(parties[:, side], chunk[0])) for side in (1, 2))
    label = encoding.heads.labels["anchor"][kind]
    return Reading(*anchor, label, float(best[kind]), float(1 - best[0]), *sides)


def _namings(shares: Floats, begin: int) -> Iterator[Naming]:
    """Runs of tokens that name a party."""
    inside = np.flatnonzero(shares >= NAMED)
    for run in np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1):
        if len(run):
            yield Naming(begin + int(run[0]), begin + int(run[-1]) + 1, float(shares[run].mean()))
