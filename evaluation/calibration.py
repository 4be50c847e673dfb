"""How often attributions of a confidence are wholly right: `python -m evaluation.calibration GOLD.jsonl`.

Right is PolNeAR's whole attribution (source, cue, content exact, aligned one to one). Prints a table by tenths and the
expected calibration error (the mean distance of confidence and share right, weighted by the number in each tenth).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.coding import Coder
from dateline.evaluation.attribution import whole_ones
from dateline.evaluation.polnear_view import confidences, polnear_view
from dateline.reading import read_text


def main() -> int:
    """Print the table."""
    judged = list(_judged(Path(sys.argv[1])))
    tenths: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for confidence, right in judged:
        tenths[min(9, int(confidence * 10))].append((confidence, right))
    error = 0.0
    print("| confidence | n | mean | right |\n|---|---|---|---|")
    for i, rows in enumerate(tenths):
        if rows:
            mean, right = (sum(x) / len(rows) for x in zip(*rows, strict=True))
            error += abs(mean - right) * len(rows) / len(judged)
            print(f"| {i / 10:.1f}– | {len(rows)} | {mean:.2f} | {right:.2f} |")
    print(f"\nexpected calibration error {error:.3f}, n {len(judged)}")
    return 0


def _judged(gold: Path) -> Iterator[tuple[float, bool]]:
    coder = Coder.load()
    for line in gold.read_text(encoding="utf8").splitlines():
        document = json.loads(line)
        record = coder.code(read_text(document["text"]))
        mine = polnear_view(record)
        right = whole_ones(document, mine)
        yield from ((c, i in right) for i, c in enumerate(confidences(record)))


if __name__ == "__main__":
    sys.exit(main())
