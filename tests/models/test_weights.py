from dateline.models import models_hash, weight_files
from dateline.models.weights import HOME

MOST = 30 * 1024 * 1024


def test_the_shipped_files_are_within_their_size() -> None:
    assert sum(path.stat().st_size for path in weight_files()) <= MOST


def test_the_hash_is_of_all_weight_files() -> None:
    assert {path.name for path in weight_files()} >= {"encoder.onnx", "encoder.vocab", "heads.npz", "lemmas.vocab"}
    found = models_hash()
    assert found is not None
    assert len(found) == 64


def test_the_card_says_what_it_was_trained_on_and_what_it_reaches() -> None:
    card = (HOME / "CARD.md").read_text(encoding="utf8")
    assert "No licence is stated" in card
    assert "bbc-online is left out" in card
    assert "triple" in card
