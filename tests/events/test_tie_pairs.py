from __future__ import annotations

import pytest

from dateline.events.tie_pairs import shipped_weights, type_tie
from dateline.events.tie_signs import TiePair, signs
from dateline.language import analyse
from dateline.reading import read_text


def pair(text: str, left: str, right: str) -> TiePair:
    spans = [(text.index(x), text.index(x) + len(x)) for x in (left, right)]
    return TiePair(spans[0], spans[1], ("Organisation", "Organisation"), 0, 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Karst Guard is fighting the Lowland League.", "FightingAgainst"),
        ("The Karst Guard is a member of the Lowland League.", "BelongsTo"),
        ("The Karst Guard is an ally of the Lowland League.", "AlliesOf"),
    ],
)
def test_words_between_decide_the_tie(text: str, kind: str) -> None:
    assert type_tie(analyse(read_text(text)), pair(text, "The Karst Guard", "the Lowland League")).kind == kind


def test_a_reading_says_how_likely_a_tie_is_and_shares_it_among_kinds() -> None:
    text = "The Karst Guard is fighting the Lowland League."
    near = type_tie(analyse(read_text(text)), pair(text, "The Karst Guard", "the Lowland League"))
    assert 0 <= near.detection <= 1
    assert len(near.kinds) == 6
    assert near.kinds[near.kind] == max(near.kinds.values())


def test_signs_name_the_words_on_the_path_and_who_does_it() -> None:
    text = "The Karst Guard attacked the Lowland League."
    found = signs(analyse(read_text(text)), pair(text, "The Karst Guard", "the Lowland League"))
    assert {"path hostile", "left does hostile", "between hostile"} <= found.keys()


def test_shipped_weights_know_the_signs() -> None:
    weights = shipped_weights()
    assert weights.weights.shape[1] == len(weights.names) + len(weights.mean)
    assert weights.weights.shape[2] == len(weights.answers) == 9
