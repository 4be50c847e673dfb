"""Clauses as vectors: what the encoder gives for a verb and for the nouns below it, without the style of the text.

A deed told in a few words and one told in the middle of a long dispatch give vectors alike, since a clause is cut from
the sentence it stands in, and since the directions that part dispatches from plain sentences are taken out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.language import Analysis, Sentence

Rows = NDArray[np.float64]

WIDTH = 384
SIZE = 3 * WIDTH + 1  # of a row
APART = frozenset({"ccomp", "parataxis", "advcl", "relcl", "conj", "acl"})  # such a verb below begins a clause anew
INSIDE = frozenset({"aux", "auxpass", "amod", "compound", "xcomp"})  # such a verb is part of the clause above
NAMING, TELLING = frozenset({"NOUN", "ADJ"}), frozenset({"VERB"})
LONGEST = 80  # tokens of a clause that are looked at


@dataclass(frozen=True, slots=True)
class Clause:
    """Its head, and its other tokens that name things and that tell what happens (the head among these)."""

    head: int
    nouns: tuple[int, ...]
    verbs: tuple[int, ...]


@dataclass(frozen=True)
class Scale:
    """How vectors are made comparable: the mean and spread of each dimension [384], and for nouns, verbs and both
    the directions of style [3, 384, few] that are taken out."""

    mean: Rows
    spread: Rows
    style: Rows

    def rows(self, analysis: Analysis, clauses: tuple[Clause, ...]) -> Rows:
        """A row [nouns, verbs, both, 1] for each clause."""
        vectors = unit(np.asarray((analysis.encoding.vectors - self.mean) / self.spread, np.float64))
        sides = ((c.nouns, c.verbs, (*c.nouns, *c.verbs)) for c in clauses)
        told = [[*(x for n, side in enumerate(row) for x in self._side(vectors, side, n)), 1.0] for row in sides]
        return np.array(told, np.float64).reshape(len(clauses), SIZE)

    def _side(self, vectors: Rows, tokens: tuple[int, ...], side: int) -> Rows:
        if not tokens:
            return np.zeros(WIDTH)
        middle = unit(np.asarray(vectors[list(tokens)].mean(0), np.float64))
        return unit(np.asarray(middle - self.style[side] @ (self.style[side].T @ middle), np.float64))


def clauses_of(analysis: Analysis) -> tuple[Clause, ...]:
    """The clauses of a report with at least two words of content, in order."""
    return tuple(c for sentence in analysis.sentences for c in _in_sentence(analysis, sentence))


def _in_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Clause]:
    tokens = analysis.tokens_of(sentence)
    heads = {t.index for t in tokens if t.head == t.index or (t.pos == "VERB" and t.dep not in INSIDE)}
    for head in sorted(heads):
        below = _below(analysis, head, heads)
        nouns = tuple(i for i in below if i != head and analysis.tokens[i].pos in NAMING)
        verbs = tuple(i for i in below if i == head or analysis.tokens[i].pos in TELLING)
        if len(nouns) + len(verbs) > 1:
            yield Clause(head, nouns, verbs)


def _below(analysis: Analysis, head: int, heads: set[int]) -> list[int]:
    """The tokens of a clause: those below its head, up to where another clause begins."""
    found: list[int] = []
    todo = [head]
    while todo and len(found) < LONGEST:
        at = todo.pop()
        found.append(at)
        todo += [c for c in analysis.children[at] if not (c in heads and analysis.tokens[c].dep in APART)]
    return sorted(found)


def unit(x: Rows) -> Rows:
    """Vectors of length one."""
    return np.asarray(x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-6), np.float64)
