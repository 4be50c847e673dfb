"""Fits the confidence of whole attributions on a month that was held out of training, and checks it elsewhere."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.language.analysis import Analysis
from dateline.language.encoding import Encoding
from dateline.statements.tagging import chunk_readings

Table = NDArray[np.float64]
BINS = 10


def samples(read: list[tuple[dict[str, Any], Analysis, Encoding]]) -> tuple[Table, Table]:
    """Features of every attribution read, and whether speakers, cue and contents are all exactly those of the gold."""
    rows, right = [], []
    for row, outline, encoding in read:
        gold = {tuple(_words(outline, a[r]) for r in ("source", "cue", "content")) for a in row["attributions"]}
        for chunk in encoding.chunks:
            for reading, features in chunk_readings(outline, encoding, chunk):
                cue = [reading.cue] if reading.cue else []
                found = tuple(_words(outline, spans) for spans in (reading.speakers, cue, reading.contents))
                rows.append(features)
                right.append(float(found in gold))
    return np.array(rows, np.float64), np.array(right)


def fit(features: Table, right: Table, steps: int = 40, ridge: float = 0.5) -> Table:
    """Logistic regression by Newton's method."""
    weights = np.zeros(features.shape[1])
    for _ in range(steps):
        sure = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - sure) - ridge * weights
        bend = (features * (sure * (1 - sure))[:, None]).T @ features + ridge * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def table(features: Table, right: Table, weights: Table) -> list[dict[str, float]]:
    """For each tenth of the scale: how many, how sure on average, how many of them right."""
    sure = 1 / (1 + np.exp(-features @ weights))
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return [
        {"from": b / BINS, "n": int((bins == b).sum()), "confidence": float(sure[bins == b].mean()),
         "right": float(right[bins == b].mean())}
        for b in range(BINS) if (bins == b).any()
    ]  # fmt: skip


def calibration_error(rows: list[dict[str, float]]) -> float:
    """Expected calibration error over the rows of a table (Naeini et al. 2015)."""
    return sum(r["n"] * abs(r["confidence"] - r["right"]) for r in rows) / sum(r["n"] for r in rows)


def _words(outline: Analysis, spans: Any) -> tuple[int, ...]:
    """The words that spans cover; marks count only where there is no word."""
    inside = {t.index for s, e in spans for t in outline.tokens_in(s, e)}
    return tuple(sorted(i for i in inside if any(map(str.isalnum, outline.tokens[i].text)))) or tuple(sorted(inside))
