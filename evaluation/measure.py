"""Measures on ../shared/data and stores the figures with the hashes of data, codebook and models: `make evaluate`.

usage: python -m evaluation.measure [--shared PATH] [--only TASK]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dateline.evaluation.run import evaluate

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
# What the shipped weights saw (PLV train, re3d but bbc-online for ties) is measured by folds in training/, not here.
GOLD = (
    ("attribution", "data/polnear/dev.jsonl"),
    ("entities", "data/re3d/australian-department-of-foreign-affairs"),
    ("entities", "data/re3d/bbc-online"),
    ("entities", "data/re3d/uk-government"),
    ("entities", "data/re3d/wikipedia"),
    ("ties", "data/re3d/bbc-online"),
    ("events", "data/gold/border-war.json"),
    ("events", "data/gold/election-crisis.json"),
)


def main() -> int:
    """Run every task whose gold is there, print the figures, store them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only")
    options = parser.parse_args()
    figures = json.loads(FIGURES.read_text(encoding="utf8")) if FIGURES.exists() else {}
    for task, name in GOLD:
        path = options.shared / name
        if options.only not in (None, task):
            continue
        if not path.exists():
            print(f"{path}: is not there; left out", file=sys.stderr)
            continue
        figures[f"{task} {name}"] = {**evaluate(task, path), "gold": name}
        _show(task, name, figures[f"{task} {name}"]["metrics"])
    FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf8")
    return 0


def _show(task: str, name: str, metrics: dict[str, dict[str, float]]) -> None:
    print(f"{task}  {name}")
    for metric, row in metrics.items():
        print(f"   {metric:18s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}  n {row['n']}")


if __name__ == "__main__":
    sys.exit(main())
