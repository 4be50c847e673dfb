"""Accuracy on the gold in the repository may not fall; figures on other data belong to the models that ship."""

import json
from functools import cache
from pathlib import Path

import pytest

from dateline.evaluation.run import evaluate
from dateline.models import models_hash

ROOT = Path(__file__).parents[2]
FLOORS = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf8"))
FIGURES = ROOT / "evaluation" / "figures.json"
CASES = [(f["task"], f["gold"], name, least) for f in FLOORS for name, least in f["floors"].items()]


@cache
def _metrics(task: str, gold: str) -> dict:
    return evaluate(task, ROOT / gold)["metrics"]


@pytest.mark.parametrize(("task", "gold", "metric", "least"), CASES, ids=lambda v: str(v).rpartition("/")[2])
def test_no_figure_falls_below_its_floor(task, gold, metric, least):
    got = _metrics(task, gold)[metric]["f1"]
    assert got >= least, f"{task} on {gold}: {metric} is {got}, its floor {least}"


def test_stored_figures_are_of_the_models_that_ship():
    figures = json.loads(FIGURES.read_text(encoding="utf8"))
    assert figures
    for name, figure in figures.items():
        assert figure["coder"]["models"] == models_hash(), f"{name} was measured with other models: run `make evaluate`"
        assert figure["gold_sha256"], name
