"""Fits the weights of `codebook/sureness.yaml`: `python -m evaluation.sureness GOLD.json … [--keep 0.3]`.

Every telling that the rules or the encoder find in the gold's reports is judged right or wrong against the hand coding
(type, a shared actor, a shared recipient, polarity). A logistic sum over `signs_of` is fitted for each kind of row, and
measured with each collection left out in turn: the table compares how sure rows are with how many are right.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from dateline.actors import entries_from_gold
from dateline.coding import Coder
from dateline.evaluation.events import _event_scores
from dateline.evaluation.gold_format import to_gold
from dateline.evaluation.gold_records import read_gold_report
from dateline.evaluation.names import Names
from dateline.evaluation.pairing import pair_greedily
from dateline.events.draft import Draft
from dateline.events.sureness import kind_of, signs_of
from dateline.record import Event

NAMES = ("rule", "agreed", "told", "actor", "recipient")
KINDS = ("rules", "acts", "alone")
PULL = 0.02  # how strongly weights are drawn to nought


@dataclass(frozen=True)
class Row:
    """A telling: its kind, what speaks for it, whether it is right, how many of the gold's rows its report set has."""

    collection: str
    kind: str
    signs: tuple[float, ...]
    right: bool


def main() -> int:
    """Print the weights as YAML, and the table."""
    rows = [row for path in sys.argv[1:] for row in rows_of(Path(path))]
    for kind in KINDS:
        pairs = zip(("start", *NAMES), fit(rows, kind), strict=True)
        print(f"{kind}: {{{', '.join(f'{name}: {weight:.2f}' for name, weight in pairs)}}}")
    tenths: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for sure, right in left_out(rows):
        tenths[min(9, int(sure * 10))].append((sure, right))
    print("\n| sureness | n | mean | right |\n|---|---|---|---|")
    for i, tenth in enumerate(tenths):
        if tenth:
            sure, right = (sum(x) / len(tenth) for x in zip(*tenth, strict=True))
            print(f"| {i / 10:.1f}– | {len(tenth)} | {sure:.2f} | {right:.2f} |")
    return 0


def left_out(rows: Sequence[Row]) -> Iterator[tuple[float, bool]]:
    """Every row's sureness by weights fitted on the other collections, and whether it is right."""
    for name in sorted({r.collection for r in rows}):
        weights = {kind: fit([r for r in rows if r.collection != name], kind) for kind in KINDS}
        for row in (r for r in rows if r.collection == name):
            yield float(1 / (1 + np.exp(-np.dot((1.0, *row.signs), weights[row.kind])))), row.right


def fit(rows: Sequence[Row], kind: str) -> Any:
    """Logistic regression by Newton's method, weights drawn to nought."""
    own = [r for r in rows if r.kind == kind]
    x = np.array([(1.0, *r.signs) for r in own]).reshape(-1, len(NAMES) + 1)
    y = np.array([r.right for r in own], float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        pull = PULL * len(own) * np.diag([0.0, *[1.0] * len(NAMES)]) / 10 + 1e-6 * np.eye(len(weights))
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + pull, x.T @ (p - y) + pull @ weights)
    return weights


def rows_of(path: Path) -> Iterator[Row]:
    """The tellings of one collection, none left out for being unsure."""
    gold = json.loads(path.read_text(encoding="utf8"))
    names = Names(gold["actors"])
    seen: list[Draft] = []

    def numbered(draft: Draft) -> float:
        seen.append(draft)
        return float(len(seen))

    coder = Coder.load().with_actors(entries_from_gold(gold["actors"]))
    with patch("dateline.events.find.sureness", numbered), patch("dateline.events.selection.least", lambda: 0.0):
        for report in gold["reports"]:
            record = coder.code(read_gold_report(report))
            full, _ = _event_scores(report, to_gold(record, report["id"]), names)
            right = {j for _, j in pair_greedily(full)}
            yield from _judged(path.stem, record.events, right, seen)


def _judged(name: str, events: Sequence[Event], right: AbstractSet[int], seen: Sequence[Draft]) -> Iterator[Row]:
    for j, event in enumerate(events):
        if event.confidence >= 1:  # else it is no draft's: a denial of what another row tells
            draft = seen[int(event.confidence) - 1]
            yield Row(name, kind_of(draft), tuple(signs_of(draft)[n] for n in NAMES), j in right)


if __name__ == "__main__":
    sys.exit(main())
