"""Modes of a deed: every one can be reached, and the word that tells most exactly how it was done counts."""

from functools import cache

import pytest

from dateline.actors import entries_from_gold
from dateline.codebook import vocabulary
from dateline.coding import Coder
from dateline.reading import read_text

TYPES = vocabulary("plover")["types"]
MODES = [(kind, mode) for kind, entry in TYPES.items() for mode in entry.get("modes") or {}]
STATES = [
    {"name": name, "aliases": [], "kind": "state", "country": None, "member_of": [], "role": None}
    for name in ("Norland", "Sudmark", "Estia")
]


@cache
def _coder():
    return Coder.load().with_actors(entries_from_gold(STATES))


def _told(text):
    return [(e.type, mode) for e in _coder().code(read_text(text)).events for mode in e.mode]


@pytest.mark.parametrize(("kind", "mode"), MODES, ids=lambda x: x)
def test_every_mode_is_reached_by_its_own_examples(kind, mode):
    examples = TYPES[kind]["modes"][mode]["examples"]
    right = [text for text in examples if (kind, mode) in _told(text)]
    assert len(right) >= len(examples) - 1, sorted(set(examples) - set(right))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed the port.", ("ASSAULT", "aerial")),
        ("A drone attacked the depot with rockets.", ("ASSAULT", "drone")),
        ("Rebels attacked the base with rockets.", ("ASSAULT", "heavy-weapons")),
        ("Police fired rubber bullets at the crowd.", ("ASSAULT", "crowd-control")),
        ("Rebels attacked a base. They used mortars.", ("ASSAULT", "heavy-weapons")),
        ("Marchers smashed windows.", ("PROTEST", "vandalize")),
    ],
)
def test_the_most_exact_word_counts(text, expected):
    assert expected in _told(text)


def test_another_sentence_counts_only_where_it_goes_on_about_the_deed():
    assert _told("Rebels attacked a base. Mortars are sold at the market.") == []


def test_only_modes_of_the_codebook_are_more_exact_than_others():
    for kind, mode in MODES:
        assert set(TYPES[kind]["modes"][mode].get("over", ())) <= set(TYPES[kind]["modes"])
