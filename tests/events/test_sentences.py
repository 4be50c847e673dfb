"""The seven sentences of the issue exactly, and our own schematic ones for every type and for "nothing"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.coding import Coder

from .views import coded, expected, tellings

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf8"))
ATTACK = ["ASSAULT", ["Russia"], ["Ukraine"]]
SEVEN: list[tuple[str, list[list[Any]]]] = [
    ("Russia attacked Ukraine on Monday.", [ATTACK]),
    ("Ukraine was attacked by Russia on Monday.", [ATTACK]),
    ("Russia attacked Ukraine, Syria said.", [[*ATTACK, "affirmed", "actual", "Syria"]]),
    ("Syria said that Russia attacked Ukraine.", [[*ATTACK, "affirmed", "actual", "Syria"]]),
    ("Syria denied that Russia attacked Ukraine.", [[*ATTACK, "denied", "actual", "Syria"]]),
    ("Russia did not attack Ukraine.", [[*ATTACK, "denied"]]),
    ("Russia may attack Ukraine.", [[*ATTACK, "affirmed", "possible"]]),
    (
        "If Russia attacks Ukraine, France will impose sanctions on Russia.",
        [[*ATTACK, "affirmed", "conditional"], ["SANCTION", ["France"], ["Russia"], "affirmed", "conditional"]],
    ),
]


@pytest.mark.parametrize(("text", "tells"), SEVEN, ids=[text for text, _ in SEVEN])
def test_the_seven_sentences(coder: Coder, text: str, tells: list[list[Any]]) -> None:
    assert tellings(coded(coder, text)) == sorted((expected(t) for t in tells), key=str)


def test_own_sentences_are_told_right_but_for_a_few(coder: Coder) -> None:
    """A floor, not a promise for each: 95 of 100 is what the rules reach; one by one they shift with the parser."""
    wrong = [r["text"] for r in ROWS if tellings(coded(coder, r["text"])) != sorted(map(expected, r["tells"]), key=str)]
    assert len(wrong) <= len(ROWS) * 0.05, wrong


def test_sentences_without_a_deed_give_none(coder: Coder) -> None:
    told = [r["text"] for r in ROWS if not r["tells"] and coded(coder, r["text"]).events]
    assert len(told) <= 1, told


def test_own_sentences_cover_all_types_and_many_that_tell_nothing() -> None:
    assert len({t[0] for r in ROWS for t in r["tells"]}) == 16
    assert sum(not r["tells"] for r in ROWS) >= 12
