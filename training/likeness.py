"""The background of types that are read by their examples, and how well such types are read.

python -m training.likeness           # makes src/dateline/models/likeness.npz anew and measures the dev types
python -m training.likeness --test    # and the test types, in totals only

The background is the examples of the shipped codebook. The directions of style are those that part these plain
sentences from dispatches (the gold collections named in NEWS). New weights of the encoder need this again; where the
best threshold has moved, write it into `dateline.events.likeness.ENOUGH`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from dateline.codebook import Codebook, vocabulary
from dateline.events import likeness
from dateline.events.clauses import WIDTH, Rows, Scale, clauses_of, unit
from dateline.events.likeness import FILE, encoder_hash, read_plain, rows_of, type_readers
from dateline.language import Analysis, analyse
from dateline.reading import read_text

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "evaluation" / "gold"
NEWS = ("examples", "border-war", "pipeline-quarrel")  # dispatches that the directions of style are read off
OTHER = ("harbour-strike", "truce-watch")  # and those on which false alarms are counted
DIRECTIONS = 3
RIDGE = 10.0
EDGES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)


def main() -> int:
    """Make the file, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test", action="store_true", help="measure the test types too")
    arguments = parser.parse_args()
    make()
    likeness.background.cache_clear()
    measure("dev")
    if arguments.test:
        measure("test")
    return 0


def make() -> None:
    """Write the file."""
    plain = [(code, read_plain(text)) for code, text in shipped_examples()]
    news = [analyse(read_text(text)) for name in NEWS for text in _texts(name)]
    vectors = np.concatenate([a.encoding.vectors for a in (*(a for _, a in plain), *news)]).astype(np.float64)
    bare = Scale(np.asarray(vectors.mean(0)), np.asarray(vectors.std(0)), np.zeros((3, WIDTH, 1)))
    ours = [bare.rows(a, clauses_of(a)) for _, a in plain]
    theirs = [bare.rows(a, clauses_of(a)) for a in news]
    style = np.stack([_style(np.concatenate(_sides(ours, s)), np.concatenate(_sides(theirs, s))) for s in (0, 1, 2)])
    scale = Scale(bare.mean, bare.spread, style)
    rows = [scale.rows(a, clauses_of(a)) for _, a in plain]
    np.savez_compressed(
        FILE,
        mean=scale.mean.astype(np.float32),
        spread=scale.spread.astype(np.float32),
        style=style.astype(np.float32),
        rows=np.concatenate([r for r in rows if len(r)]).astype(np.float16),
        example=np.repeat(np.arange(sum(1 for r in rows if len(r))), [len(r) for r in rows if len(r)]),
        types=np.array([code for (code, _), r in zip(plain, rows, strict=True) for _ in r]),
        encoder=np.array(encoder_hash()),
    )


def shipped_examples() -> Iterator[tuple[str, str]]:
    """The examples of the shipped codebook, with the event type that they are of, or none."""
    for code, entry in vocabulary("plover")["types"].items():
        yield from ((code, text) for text in entry["examples"])
        for mode in (entry.get("modes") or {}).values():
            yield from ((code, text) for text in mode["examples"])
    for name in ("contexts", "ties"):
        for entry in vocabulary(name)[name].values():
            yield from (("", text) for text in entry["examples"])
    for row in vocabulary("stances")["stances"]:
        yield from (("", text) for text in row["examples"])


def _sides(rows: list[Rows], side: int) -> list[Rows]:
    return [r[:, side * WIDTH : (side + 1) * WIDTH] for r in rows if len(r)]


def _style(ours: Rows, theirs: Rows) -> Rows:
    """Directions [384, few] that part the two, one after another by ridge regression on what the earlier ones leave."""
    rows = np.concatenate([ours, theirs])
    sign = np.concatenate([np.ones(len(ours)), -np.ones(len(theirs))])
    weight = np.concatenate([np.full(len(ours), 1 / len(ours)), np.full(len(theirs), 1 / len(theirs))]) * len(rows) / 2
    found = np.zeros((WIDTH, 0))
    for _ in range(DIRECTIONS):
        left = rows - (rows @ found) @ found.T
        left = left - np.average(left, 0, weight)
        normal = (left * weight[:, None]).T @ left + RIDGE * np.eye(WIDTH)
        way = np.linalg.solve(normal, (left * weight[:, None]).T @ sign)
        found = np.column_stack([found, unit(np.asarray(way - found @ (found.T @ way), np.float64))])
    return np.asarray(found, np.float64)


def _texts(name: str) -> Iterator[str]:
    collection = json.loads((GOLD / f"{name}.json").read_text(encoding="utf8"))
    yield from (report["text"] for report in collection["reports"])


def measure(split: str) -> None:
    """Precision, recall and F1 of each new type by threshold, and how many sentences of other dispatches pass it."""
    gold = {
        c: e for c, e in yaml.safe_load((GOLD / "new_types.yaml").read_text())["types"].items() if e["split"] == split
    }
    news = [analyse(read_text(text)) for name in OTHER for text in _texts(name)]
    table = {code: _scores(code, entry, news) for code, entry in gold.items()}
    for edge in EDGES:
        rows = [_figures(*scores, edge) for scores in table.values()]
        f1 = float(np.mean([r[2] for r in rows]))
        told = "  ".join(f"{c} {p:.2f} {r:.2f} {f:.2f} ({n})" for c, (p, r, f, n) in zip(table, rows, strict=True))
        sys.stdout.write(f"{split} {edge:.2f}  F1 {f1:.3f}  {told}\n")


def _scores(code: str, entry: dict[str, Any], news: list[Analysis]) -> tuple[list[bool], Rows, Rows]:
    own = {k: entry[k] for k in ("label", "description", "examples")}
    reader = type_readers(Codebook(code, code, {"types": {code: own}}))[0]
    told = [s["tells"] for s in entry["sentences"]]
    scores = [reader.scores(rows_of(s["text"])).max() for s in entry["sentences"]]
    scale = likeness.background().scale
    other = [reader.scores(scale.rows(a, clauses_of(a))) for a in news]
    return told, np.array(scores), np.concatenate(other)


def _figures(told: list[bool], scores: Rows, other: Rows, edge: float) -> tuple[float, float, float, int]:
    passed = scores >= edge
    right = int((passed & np.array(told)).sum())
    precision, recall = right / max(1, int(passed.sum())), right / sum(told)
    return precision, recall, 2 * right / (int(passed.sum()) + sum(told)), int((other >= edge).sum())


if __name__ == "__main__":
    sys.exit(main())
