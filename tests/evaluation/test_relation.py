from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluation.relation import MarkedPair, PairReading, prediction_lines, read_pairs, score, trained_on
from dateline.evaluation.run import evaluate

HEADER = "sentence_id\tmarked_sentence\tgold_root\n"


def pair(label: str) -> MarkedPair:
    return MarkedPair("1", "", (0, 1), (2, 3), label)


def reading(forced: str, label: str | None = None) -> PairReading:
    return PairReading(label or forced, forced, 0.5)


def test_macro_is_the_mean_over_gold_labels_and_micro_the_share_of_right_answers() -> None:
    rows = [
        (pair("ASSAULT"), reading("ASSAULT")),
        (pair("ASSAULT"), reading("ASSAULT")),
        (pair("AID"), reading("SUPPORT")),
    ]
    found = score(rows)
    assert found["macro"]["f1"] == pytest.approx(0.5)
    assert found["micro"]["f1"] == pytest.approx(2 / 3, abs=1e-4)


@pytest.mark.parametrize(
    ("gold", "found", "quad", "binary"),
    [
        ("ACCUSE", "REJECT", 1, 1),  # both verbal conflict
        ("ACCUSE", "ASSAULT", 0, 1),  # both conflict
        ("AGREE", "AID", 0, 1),  # both cooperation
        ("AGREE", "ACCUSE", 0, 0),
    ],
)
def test_quad_and_binary_join_types(gold: str, found: str, quad: int, binary: int) -> None:
    rows = score([(pair(gold), reading(found))])
    assert (rows["quad"]["f1"], rows["binary"]["f1"]) == (quad, binary)


def test_open_answers_are_scored_beside_forced_ones() -> None:
    found = score([(pair("AID"), reading("AID", "none"))])
    assert found["macro"]["f1"] == 1
    assert found["open_macro"]["f1"] == 0


def test_predictions_are_a_table_of_four_columns() -> None:
    header, row = prediction_lines([(pair("AID"), reading("AID", "none"))])
    assert header.split("\t") == ["sentence_id", "label", "label_forced", "confidence"]
    assert row.split("\t") == ["1", "none", "AID", "0.5000"]


def test_marks_are_taken_out_of_the_sentence(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(
        HEADER + "7\t<t>Denmark</t> was hit by <s>Norway</s>.\tASSAULT\n8\tno marks\tAID\n", encoding="utf8"
    )
    (only,) = read_pairs(file)
    assert only.text == "Denmark was hit by Norway."
    assert only.text[slice(*only.actor)] == "Norway"
    assert only.text[slice(*only.recipient)] == "Denmark"


@pytest.mark.parametrize("label", ["CONCEDE", "RETREAT", "YIELD"])
def test_conceding_and_retreating_are_yielding(tmp_path: Path, label: str) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(HEADER + f"1\t<s>Norway</s> left <t>Denmark</t>.\t{label}\n", encoding="utf8")
    assert next(read_pairs(file)).label == "YIELD"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.tsv"
    file.write_text("a\tb\n1\t2\n", encoding="utf8")
    with pytest.raises(UsageError):
        list(read_pairs(file))


def test_pairs_are_coded_and_always_answered_when_forced(tmp_path: Path) -> None:
    gold, written = tmp_path / "pairs.tsv", tmp_path / "out.tsv"
    lines = "1\t<s>Norway</s> attacked <t>Denmark</t>.\tASSAULT\n2\t<s>Norway</s> met <t>Denmark</t>.\tCONSULT\n"
    gold.write_text(HEADER + lines, encoding="utf8")
    result = evaluate("relation", gold, written)
    assert result["metrics"]["macro"]["f1"] == 1
    assert "note" not in result
    assert [row.split("\t")[2] for row in written.read_text().splitlines()[1:]] == ["ASSAULT", "CONSULT"]


def test_gold_that_the_encoder_was_trained_on_is_known_by_its_hash(tmp_path: Path) -> None:
    gold, card = tmp_path / "gold.tsv", tmp_path / "CARD.md"
    gold.write_text(HEADER, encoding="utf8")
    card.write_text(f"- trained on {hashlib.sha256(gold.read_bytes()).hexdigest()}", encoding="utf8")
    assert trained_on(gold, card)
    card.write_text("- trained on nothing", encoding="utf8")
    assert not trained_on(gold, card)
