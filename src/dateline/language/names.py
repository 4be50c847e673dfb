"""Names as the encoder marks them: persons, places, organisations, peoples, dates, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dateline.language.analysis import Analysis

Layer = Literal["name", "entity"]


@dataclass(frozen=True, slots=True)
class Name:
    """A marked stretch: [start, end) in the text, tokens [first, last), its kind, and the mean probability of its tags.

    Kinds of the layer "name" are those of OntoNotes (PERSON, NORP, ORG, GPE, LOC, DATE, …), learned from spaCy's
    English pipeline; of "entity" re3d's (Organisation, Person, Location, Nationality), from 43 documents.
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    confidence: float


def names_of(analysis: Analysis, layer: Layer = "name") -> tuple[Name, ...]:
    """The names of a report, in order, without overlap; none crosses the edge of a sentence."""
    encoding = analysis.encoding
    scores = encoding.names if layer == "name" else encoding.entities
    labels = encoding.heads.labels[layer]
    tags = [labels[i] for i in scores.argmax(-1)]
    sure = np.exp(scores.max(-1)) if len(scores) else np.zeros(0)
    return tuple(
        Name(analysis.tokens[a].start, analysis.tokens[b - 1].end, a, b, tags[a][2:], round(float(sure[a:b].mean()), 3))
        for a, b in _runs(analysis, tags)
    )


def _runs(analysis: Analysis, tags: list[str]) -> Iterator[tuple[int, int]]:
    """Token ranges of one kind: from a B, or an I that continues nothing, as far as its I go on."""
    for sentence in analysis.sentences:
        first = sentence.first
        while first < sentence.last:
            last = first + 1
            while last < sentence.last and tags[first] != "O" and tags[last] == f"I-{tags[first][2:]}":
                last += 1
            if tags[first] != "O":
                yield first, last
            first = last
