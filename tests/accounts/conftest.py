import json
from pathlib import Path

import pytest

from dateline.actors import Catalogue, entries_from_gold
from dateline.evaluation.gold_records import gold_records

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"


@pytest.fixture(scope="session")
def gold():
    """name -> (collection, catalogue of its actors, its reports as records)."""

    def load(name):
        collection = json.loads((GOLD / f"{name}.json").read_text(encoding="utf8"))
        catalogue = Catalogue.of(entries_from_gold(collection["actors"]))
        return collection, catalogue, dict(gold_records(collection, catalogue))

    return load
