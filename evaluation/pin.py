"""Raises the floors in floors.json to what is measured now, less a hundredth: `python -m evaluation.pin`.

A floor is never lowered here: to lower one, edit the file and give the reason in the commit.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

from dateline.evaluation.run import evaluate

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "evaluation" / "floors.json"
OF_REPORTS = ("statements", "speaker", "stance", "events", "typed", "polarity", "modality", "voice")
OF_ACCOUNTS = ("matters", "disputes", "gold matters", "gold disputes")
COLLECTIONS = (
    "border-war", "election-crisis", "examples", "pipeline-quarrel", "harbour-strike", "truce-watch",
    "strait-patrol", "dam-dispute", "coup-week",
)  # fmt: skip
PINNED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(("events", f"evaluation/gold/{name}.json", OF_REPORTS) for name in COLLECTIONS),
    ("sentences", "evaluation/gold/sentences.yaml", ("dev_right", "test_right", "dev_quiet", "test_quiet")),
    ("dates", "evaluation/gold/dates.yaml", ("dev_value", "test_value")),
    ("places", "evaluation/gold/places.yaml", ("dev_country", "test_country", "dev_point", "test_point")),
    ("dates", "evaluation/gold/dates_fresh.yaml", ("test_value",)),
    ("contexts", "evaluation/gold/contexts.yaml", ("dev_macro", "test_macro")),
    ("codebook", "evaluation/gold/new_types.yaml", ("dev", "test")),
    ("mentions", "evaluation/gold/mentions.yaml", ("dev_resolved", "test_resolved")),
    ("mentions", "evaluation/gold/mentions_fresh.yaml", ("test_resolved",)),
    *(("accounts", f"evaluation/gold/{name}.json", OF_ACCOUNTS) for name in COLLECTIONS),
)


def main() -> int:
    """Measure what is pinned, write the higher of old and new floors, print what moved."""
    old = {(f["task"], f["gold"]): f["floors"] for f in _known()}
    rows = []
    for task, gold, names in PINNED:
        metrics = evaluate(task, ROOT / gold)["metrics"]
        before = old.get((task, gold), {})
        floors = {n: max(before.get(n, 0.0), _floor(metrics[n]["f1"])) for n in names if n in metrics}
        rows.append({"task": task, "gold": gold, "floors": floors})
        print(task, gold, {n: round(metrics[n]["f1"], 3) for n in names if n in metrics})
    FLOORS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf8")
    return 0


def _known() -> list[dict[str, dict[str, float]]]:
    return json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else []


def _floor(figure: float) -> float:
    return max(0.0, math.floor(figure * 100 - 1) / 100)


if __name__ == "__main__":
    sys.exit(main())
