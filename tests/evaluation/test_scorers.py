"""Our scorers against the neutral ones that lie beside the shared data, on damaged copies of gold."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from dateline.evaluation.attribution import score_documents
from dateline.evaluation.events import score_collection
from dateline.evaluation.pairing import assign

SHARED = Path(__file__).parents[3] / "shared"
GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "border-war.json"


def _neutral(name: str) -> ModuleType:
    path = SHARED / "eval" / f"{name}.py"
    if not path.exists():
        pytest.skip(f"{path} is not there: our scorer is not compared with the neutral one")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _damaged(collection: dict, seed: int) -> dict:
    """Gold with a third of its rows lost, doubled or changed."""
    chance, copy = random.Random(seed), json.loads(json.dumps(collection))
    for report in copy["reports"]:
        for rows in (report["statements"], report["events"]):
            for row in list(rows):
                fate = chance.random()
                if fate < 0.1:
                    rows.remove(row)
                elif fate < 0.2:
                    row.update(speakers=["nobody"], stance="deny") if "speakers" in row else row.update(
                        polarity="denied"
                    )
                elif fate < 0.3:
                    row.update(content=row["content"][:-1]) if "content" in row else row.update(actors=[], type="AID")
    return copy


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_events_are_scored_as_the_neutral_scorer_scores_them(seed):
    neutral = _neutral("score_gold")
    gold = json.loads(GOLD.read_text(encoding="utf8"))
    mine = _damaged(gold, seed)
    ours, theirs = score_collection(gold, mine), neutral.score(gold, mine)
    assert {name: ours[name] for name in theirs} == theirs


def test_gold_against_itself_is_all_right():
    gold = json.loads(GOLD.read_text(encoding="utf8"))
    assert {m["f1"] for m in score_collection(gold, gold).values()} == {1.0}


@pytest.mark.parametrize("seed", [1, 2])
def test_attributions_are_scored_as_the_neutral_scorer_scores_them(seed):
    neutral = _neutral("score_attribution")
    chance = random.Random(seed)
    lines = (SHARED / "data/polnear/dev.jsonl").read_text(encoding="utf8").splitlines()[:12]
    gold = [json.loads(line) for line in lines]
    mine = {
        d["id"]: [_shaken(a, chance, len(d["text"])) for a in d["attributions"] if chance.random() > 0.1] for d in gold
    }
    theirs = neutral.score({d["id"]: d for d in gold}, {i: {"id": i, "attributions": a} for i, a in mine.items()})
    ours = score_documents(gold, mine)
    for role in ("source", "cue", "content"):
        assert ours[role]["f1"] == round(theirs["linked"][role]["exact"]["F1"], 4)
        assert ours[f"fragment_{role}"]["f1"] == round(theirs["unlinked"][role]["fragment_exact"]["F1"], 4)
    assert ours["triple"]["f1"] == round(theirs["linked"]["triple"]["exact"]["F1"], 4)


def _shaken(attribution: dict, chance: random.Random, longest: int) -> dict:
    """The attribution with some edges moved by a few characters."""

    def moved(spans: list) -> list:
        return [[a, min(longest, b + chance.choice([0, 0, 0, 4]))] for a, b in spans]

    return {role: moved(attribution.get(role) or []) for role in ("source", "cue", "content")}


def test_the_assignment_has_the_highest_total():
    assert assign([[1, 5], [5, 6.0]]) == [(0, 1), (1, 0)]
    assert assign([[3.0], [4.0]]) == [(1, 0)]
    assert assign([]) == []
