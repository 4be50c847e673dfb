"""Fits the weights of `codebook/sureness.yaml`: `python -m evaluation.sureness [GOLD.json …]`.

Every telling that the rules or the encoder find is judged right or wrong against marks made by hand: in the passages of
`training/own` that training leaves out (every eighth; the rules were never developed on any of them), and in the gold
collections given. Right: type, a shared actor, a shared recipient, polarity. A logistic sum over `signs_of` is fitted
for each kind of row. The table compares how sure rows are with how many are right, each fifth part left out in turn.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from training.data import marked

from dateline.actors import entries_from_gold
from dateline.coding import Coder
from dateline.evaluation.events import _event_scores
from dateline.evaluation.gold_format import to_gold
from dateline.evaluation.gold_records import read_gold_report
from dateline.evaluation.names import Names
from dateline.evaluation.pairing import pair_greedily
from dateline.events.draft import Draft
from dateline.events.sureness import kind_of, signs_of
from dateline.reading import read_text
from dateline.record import Event
from evaluation.marked import right_ones

NAMES = ("rule", "agreed", "told", "actor", "recipient", "agentless", "toll", "noun", "known")
KINDS = ("rules", "acts", "alone")
PULL = 0.02  # how strongly weights are drawn to nought
PARTS = 5


@dataclass(frozen=True)
class Row:
    """A telling: the part of the texts that it is from, its kind, what speaks for it, whether it is right."""

    part: int
    kind: str
    signs: tuple[float, ...]
    right: bool


def main() -> int:
    """Print the weights as YAML, and the table."""
    rows = [*of_passages(), *(row for path in sys.argv[1:] for row in of_collection(Path(path)))]
    for kind in KINDS:
        pairs = zip(("start", *NAMES), fit(rows, kind), strict=True)
        print(f"{kind}: {{{', '.join(f'{name}: {weight:.2f}' for name, weight in pairs)}}}")
    tenths: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for sure, right in left_out(rows):
        tenths[min(9, int(sure * 10))].append((sure, right))
    print("\n| sureness | n | mean | right |\n|---|---|---|---|")
    for i, tenth in enumerate(tenths):
        if tenth:
            sure, share = (sum(x) / len(tenth) for x in zip(*tenth, strict=True))
            print(f"| {i / 10:.1f}– | {len(tenth)} | {sure:.2f} | {share:.2f} |")
    return 0


def left_out(rows: Sequence[Row]) -> Iterator[tuple[float, bool]]:
    """Every row's sureness by weights fitted on the other parts, and whether it is right."""
    for part in range(PARTS):
        weights = {kind: fit([r for r in rows if r.part != part], kind) for kind in KINDS}
        for row in (r for r in rows if r.part == part):
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


def of_passages() -> Iterator[Row]:
    """The tellings in the held-out passages, none left out for being unsure."""
    coder = Coder.load()
    with _none_left_out() as seen:
        for i, passage in enumerate(p for p in marked.every() if marked.held_out(p)):
            record = coder.code(read_text(marked.unmarked(passage)[0]))
            yield from _judged(i % PARTS, record.events, right_ones(record, passage), seen)


def of_collection(path: Path) -> Iterator[Row]:
    """The same of a gold collection."""
    gold = json.loads(path.read_text(encoding="utf8"))
    names, coder = Names(gold["actors"]), Coder.load().with_actors(entries_from_gold(gold["actors"]))
    with _none_left_out() as seen:
        for i, report in enumerate(gold["reports"]):
            record = coder.code(read_gold_report(report))
            full, _ = _event_scores(report, to_gold(record, report["id"]), names)
            yield from _judged(i % PARTS, record.events, {j for _, j in pair_greedily(full)}, seen)


@contextmanager
def _none_left_out() -> Iterator[list[Draft]]:
    """While it lasts every draft becomes an event, whose confidence is the draft's number in the list."""
    seen: list[Draft] = []

    def numbered(draft: Draft) -> float:
        seen.append(draft)
        return float(len(seen))

    with patch("dateline.events.find.sureness", numbered), patch("dateline.events.selection.least", lambda _: 0.0):
        yield seen


def _judged(part: int, events: Sequence[Event], right: set[int], seen: Sequence[Draft]) -> Iterator[Row]:
    for j, event in enumerate(events):
        if event.confidence >= 1:  # else it is no draft's: a denial of what another row tells
            draft = seen[int(event.confidence) - 1]
            yield Row(part, kind_of(draft), tuple(signs_of(draft)[n] for n in NAMES), j in right)


if __name__ == "__main__":
    sys.exit(main())
