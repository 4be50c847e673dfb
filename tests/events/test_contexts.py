"""Contexts of a paragraph: every code can be reached, the longest phrase counts, a word alone is not enough."""

from functools import cache

import pytest

from dateline.codebook import vocabulary
from dateline.coding import Coder
from dateline.evaluation.contexts import coded_contexts, score_contexts

CODES = vocabulary("contexts")["contexts"]


@cache
def _coder():
    return Coder.load()


@pytest.mark.parametrize("code", CODES)
def test_every_context_is_reached_by_its_own_examples(code):
    examples = CODES[code]["examples"]
    right = [text for text in examples if code in coded_contexts(_coder(), text)]
    assert len(right) >= len(examples) - 1, sorted(set(examples) - set(right))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The foreign minister flew home.", ["diplomatic"]),
        ("A minister flew home.", []),
        ("The minister resigned.", ["executive"]),
        ("According to the driver it rained.", []),
        ("Fishermen sat in the market square.", []),
        ("Norland and Sudmark agreed to talk.", ["diplomatic"]),
        ("Mila and the driver agreed to talk.", []),
        ("Women’s groups marched.", ["gender"]),
    ],
)
def test_contexts(text, expected):
    assert coded_contexts(_coder(), text) == expected


def test_scores_are_averaged_over_codes():
    rows = [
        ({"contexts": ["legal"], "split": "dev"}, ["legal"]),
        ({"contexts": ["legal", "crime"], "split": "dev"}, ["legal"]),
    ]
    scores = score_contexts(rows)
    assert (scores["dev_legal"]["f1"], scores["dev_crime"]["f1"], scores["dev_macro"]["f1"]) == (1.0, 0.0, 0.5)
    assert scores["dev_exact"]["f1"] == 0.5
