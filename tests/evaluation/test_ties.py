from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluation.re3d import Document, read_folder
from dateline.evaluation.run import evaluate
from dateline.evaluation.ties import detected, score, tie_pairs
from dateline.events.tie_pairs import TieReading
from dateline.language import analyse
from dateline.reading import read_text

TEXT = "The Karst Guard is fighting the Lowland League. Nothing happened in Tarn."
GUARD, LEAGUE, TARN = (4, 15), (32, 46), (68, 72)
LARGE = ((*GUARD, "Organisation"), (*LEAGUE, "Organisation"), (*TARN, "Location"))


def document(*relations: tuple[int, int, int, int, str]) -> Document:
    return Document("1", TEXT, LARGE, relations, LARGE)


def reading(kind: str, detection: float = 1.0, *, turned: bool = False) -> TieReading:
    return TieReading(detection, kind, turned, {kind: detection})


def test_pairs_are_those_of_one_sentence() -> None:
    assert [(p.left, p.right) for p in tie_pairs(analyse(read_text(TEXT)), document())] == [(GUARD, LEAGUE)]


def test_nested_entities_are_paired_with_what_holds_them() -> None:
    inner = (8, 13, "Person")
    given = Document("1", TEXT, (), (), ((*GUARD, "Organisation"), inner))
    assert [(p.left, p.right) for p in tie_pairs(analyse(read_text(TEXT)), given)] == [(GUARD, inner[:2])]


def test_detection_does_not_ask_for_the_direction_and_a_weak_reading_is_not_told() -> None:
    gold = document((*LEAGUE, *GUARD, "FightingAgainst"))
    assert score([(gold, {(GUARD, LEAGUE): reading("AlliesOf")})])["detection"]["f1"] == 1
    assert score([(gold, {(GUARD, LEAGUE): reading("AlliesOf", 0.01)})])["detection"]["f1"] == 0


def test_the_type_is_asked_of_every_related_pair_even_one_that_was_not_detected() -> None:
    gold = document((*GUARD, *LEAGUE, "FightingAgainst"))
    assert score([(gold, {(GUARD, LEAGUE): reading("FightingAgainst", 0.01)})])["type_given_pair"]["f1"] == 1
    assert score([(gold, {(GUARD, LEAGUE): reading("AlliesOf")})])["type_given_pair"]["f1"] == 0
    assert score([(gold, {})])["type_given_pair"]["f1"] == 0


def test_relations_that_are_no_ties_do_not_count() -> None:
    rows = score([(document((*GUARD, *LEAGUE, "CoLocated")), {})])
    assert rows["detection"]["n"] == 0


def test_a_turned_tie_has_the_later_span_on_its_left() -> None:
    assert detected({(GUARD, LEAGUE): reading("InChargeOf", turned=True)}) == {(LEAGUE, GUARD): "InChargeOf"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    entities = [{"documentId": "1", "begin": a, "end": b, "type": kind} for a, b, kind in LARGE]
    ends = dict(zip(("sourceBegin", "sourceEnd", "targetBegin", "targetEnd"), (*GUARD, *LEAGUE), strict=True))
    tables = {
        "documents": [{"_id": "1", "text": TEXT}],
        "entities": entities,
        "relations": [{"documentId": "1", **ends, "type": "FightingAgainst"}],
    }
    for name, rows in tables.items():
        (tmp_path / f"{name}.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    return tmp_path


def test_a_folder_is_read_typed_and_written(folder: Path, tmp_path: Path) -> None:
    result = evaluate("ties", folder, tmp_path / "relations.out")
    assert result["metrics"]["type_given_pair"]["f1"] == 1
    for line in (tmp_path / "relations.out").read_text(encoding="utf8").splitlines():
        assert json.loads(line)["type"] == "FightingAgainst"


def test_given_entities_hold_one_type_a_span_and_those_inside_others(folder: Path) -> None:
    with (folder / "entities.json").open("a", encoding="utf8") as file:
        rows = [(*GUARD, "Location"), (8, 13, "Person")]
        file.writelines("\n" + json.dumps({"documentId": "1", "begin": a, "end": b, "type": k}) for a, b, k in rows)
    (only,) = read_folder(folder)
    assert (8, 13, "Person") in only.given
    assert (8, 13, "Person") not in only.entities
    assert [k for a, b, k in only.given if (a, b) == GUARD] == ["Organisation"]
