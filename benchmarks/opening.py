"""What everyone waits for: `dateline --help`, the catalogue, the gazetteer. Best of five, in seconds."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

TURNS = 5


def main() -> int:
    """Time the three, print one JSON object beside what is promised."""
    from dateline.actors import Catalogue
    from dateline.setting.gazetteer import Gazetteer

    data = Path(str(files("dateline.setting"))) / "data"
    figures = {
        "help_s": {"best": best(_help), "promised": 0.3},
        "catalogue_s": {"best": best(Catalogue.load), "promised": 0.15},
        "gazetteer_s": {"best": best(lambda: Gazetteer(data)), "promised": 0.1},
    }
    print(json.dumps(figures, indent=1))
    return 0


def best(job: Callable[[], object]) -> float:
    """The shortest of five runs, in seconds."""
    times = []
    for _ in range(TURNS):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return round(min(times), 4)


def _help() -> None:
    subprocess.run([sys.executable, "-m", "dateline", "--help"], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
