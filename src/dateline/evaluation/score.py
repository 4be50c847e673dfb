"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """What was right, what was predicted and what gold holds, of one metric; it grows report by report."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Add one report's counts."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    def row(self) -> dict[str, float]:
        """{p, r, f1, n}: shares in [0, 1], n the number of gold rows."""
        p = self.right / self.predicted if self.predicted else 0.0
        r = self.right / self.gold if self.gold else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "n": self.gold}


@dataclass(slots=True)
class Scores:
    """All metrics of one evaluation, by name."""

    counts: dict[str, Counts] = field(default_factory=dict)

    def add(self, name: str, right: int, predicted: int, gold: int) -> None:
        """Add counts to the metric `name`."""
        self.counts.setdefault(name, Counts()).add(right, predicted, gold)

    def share(self, name: str, right: bool) -> None:
        """Add one decision, right or wrong, to a metric that is a share."""
        self.add(name, int(right), 1, 1)

    def rows(self) -> dict[str, dict[str, float]]:
        """Metric name to {p, r, f1, n}."""
        return {name: counts.row() for name, counts in self.counts.items()}


def label_rows(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Per-label rows from (gold, predicted) labels, with `macro` (mean over gold labels) and `micro` added."""
    pairs = list(pairs)
    labels = sorted({gold for gold, _ in pairs})
    rows = {}
    for label in labels:
        right = sum(g == p == label for g, p in pairs)
        counts = Counts(right, sum(p == label for _, p in pairs), sum(g == label for g, _ in pairs))
        rows[label] = counts.row()
    mean = {k: round(sum(rows[x][k] for x in labels) / len(labels), 4) if labels else 0.0 for k in ("p", "r", "f1")}
    answered = [(g, p) for g, p in pairs if p != "none"]
    micro = Counts(sum(g == p for g, p in pairs), len(answered), len(pairs)).row()
    return {"macro": {**mean, "n": len(pairs)}, "micro": micro, **rows}
