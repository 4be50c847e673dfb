"""Ties against re3d's relations, its entities given: which pairs are related, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.codebook import vocabulary
from dateline.errors import UsageError
from dateline.evaluation.re3d import Document, Entity
from dateline.evaluation.score import Scores
from dateline.events.tie_pairs import TieReading, type_tie
from dateline.events.tie_signs import TiePair
from dateline.language import Analysis
from dateline.record import Span

Pair = tuple[Span, Span]
THRESHOLD = 0.18  # least probability of a told tie, chosen with one publisher left out at a time


def coded_ties(analysis: Analysis, document: Document) -> dict[Pair, TieReading]:
    """(left, right) in order of the text to what is read between them: all pairs of given entities of one sentence.

    Related pairs of other entities are read for their type alone: their detection is 0.
    """
    found = {pair: replace(r, detection=0.0) for pair, r in _related(analysis, document)}
    return found | {(p.left, p.right): type_tie(analysis, p) for p in tie_pairs(analysis, document)}


def _related(analysis: Analysis, document: Document) -> Iterator[tuple[Pair, TieReading]]:
    kinds = {entity[:2]: entity[2] for entity in document.given}
    for row in document.relations:
        left, right = sorted((row[:2], row[2:4]))
        pair = TiePair(left, right, (kinds.get(left, ""), kinds.get(right, "")), 0, 0)
        try:
            yield (left, right), type_tie(analysis, pair)
        except UsageError:  # too far apart to be read together
            continue


def tie_pairs(analysis: Analysis, document: Document) -> Iterator[TiePair]:
    """The pairs of given entities that stand in one sentence, nested ones and those of no compared type included."""
    grouped: dict[int, list[Entity]] = {}
    for entity in document.given:
        sentence = analysis.sentence_at(entity[0])
        if sentence and analysis.tokens_in(entity[0], entity[1]):
            grouped.setdefault(sentence.index, []).append(entity)
    for inside in grouped.values():
        for i, x in enumerate(inside):
            for n, y in enumerate(inside[i + 1 :]):
                between = sum(x[1] <= e[0] and e[1] <= y[0] for e in inside[i + 1 : i + 1 + n])
                yield TiePair(x[:2], y[:2], (x[2], y[2]), between, len(inside) - 2)


def detected(readings: Mapping[Pair, TieReading]) -> dict[Pair, str]:
    """The pairs that are told as tied, left side first, and how."""
    found = {pair: r for pair, r in readings.items() if r.detection > THRESHOLD}
    return {(pair[1], pair[0]) if r.turned else pair: r.kind for pair, r in found.items()}


def score(documents: list[tuple[Document, dict[Pair, TieReading]]]) -> dict[str, dict[str, float]]:
    """`detection` of related pairs (either direction), and `type_given_pair`: the share of gold pairs typed right.

    The type is asked of every gold pair, detected or not; pairs too far apart are not read and count as wrong.
    """
    kinds, scores = set(vocabulary("foreign/re3d")["ties"].values()), Scores()
    for document, mine in documents:
        rows = [((r[0], r[1]), (r[2], r[3]), r[4]) for r in document.relations if r[4] in kinds]
        gold = {frozenset((left, right)) for left, right, _ in rows}
        found = {frozenset(pair) for pair in detected(mine)}
        scores.add("detection", len(gold & found), len(found), len(gold))
        for pair in sorted(tuple(sorted(g)) for g in gold):
            reading = mine.get((pair[0], pair[-1]))
            said = {kind for left, right, kind in rows if frozenset((left, right)) == frozenset(pair)}
            scores.share("type_given_pair", reading is not None and reading.kind in said)
    return scores.rows()
