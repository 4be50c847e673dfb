"""Figures that a change may not lower, on the development half of the gold; and the page the project began with."""

from pathlib import Path

import pytest

from dateline.accounts.whole import accounts_of
from dateline.evaluation.accounts import gold_clusters, our_clusters, score_disputes, score_matters
from dateline.evaluation.align import hand_names
from dateline.evaluation.score import Scores

DEVELOPMENT = ("border-war", "examples", "pipeline-quarrel", "harbour-strike", "truce-watch")
SEED = Path(__file__).parents[3] / "shared" / "seed" / "report.txt"


def test_disputes_and_matters_from_gold_records(gold):
    scores, matters, weight = Scores(), 0.0, 0
    for name in DEVELOPMENT:
        collection, catalogue, records = gold(name)
        found, names = accounts_of(records.values(), catalogue), hand_names(records)
        score_disputes(collection, found.disputes, names, scores)
        row = score_matters(gold_clusters(collection), our_clusters(found.matters, names))
        matters, weight = matters + row["f1"] * row["n"], weight + row["n"]
    rows = scores.rows()
    assert matters / weight >= 0.84
    assert rows["disputes"]["p"] >= 0.84
    assert rows["disputes"]["r"] >= 0.83
    assert rows["kind"]["p"] >= 0.88


@pytest.mark.slow
def test_the_seed_alone_gives_its_one_dispute():
    if not SEED.exists():
        pytest.skip("../shared/seed is not on this machine")
    from dateline.coding import Coder
    from dateline.reading import read_text

    coder = Coder.load()
    record = coder.code(read_text(SEED.read_text(encoding="utf8")))
    found = accounts_of([record], coder.catalogue).disputes
    assert 1 <= len(found) <= 2
    assert any({"Syrian government"} in [set(s.actors) for s in d.sides] for d in found)
    assert any("United States" in s.actors for d in found for s in d.sides)
