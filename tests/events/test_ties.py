from __future__ import annotations

import pytest

from dateline.coding import Coder

from .views import coded, tie_view


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norway is an ally of Denmark.", ("Norway", "allied-with", "Denmark", "affirmed")),
        ("Norway is a friend of Denmark.", ("Norway", "friendly-to", "Denmark", "affirmed")),
        ("Norway is not a friend of Denmark.", ("Norway", "friendly-to", "Denmark", "denied")),
        ("Norway is a member of NATO.", ("Norway", "member-of", "NATO", "affirmed")),
        ("Iran backs Hezbollah.", ("Iran", "backs", "Hezbollah", "affirmed")),
        ("Iranian-backed Hezbollah withdrew.", ("Iran", "backs", "Hezbollah", "affirmed")),
        ("Norway recognises Kosovo.", ("Norway", "recognises", "Kosovo", "affirmed")),
        ("Norway is at war with Denmark.", ("Norway", "fights", "Denmark", "affirmed")),
        ("Denmark is the enemy of Norway.", ("Denmark", "opposes", "Norway", "affirmed")),
    ],
)
def test_ties_that_the_words_show(coder: Coder, text: str, tie: tuple[str, str, str, str]) -> None:
    assert tie in [tie_view(t) for t in coded(coder, text).ties]


def test_tie_inside_a_statement_is_of_that_voice(coder: Coder) -> None:
    record = coded(coder, "Sweden said that Norway is an ally of Denmark.")
    (tie,) = [t for t in record.ties if t.type == "allied-with"]
    assert tie.statement == record.statements[0].id


def test_denied_tie(coder: Coder) -> None:
    record = coded(coder, "Norway denied that it supports Hezbollah.")
    assert ("Norway", "backs", "Hezbollah", "denied") in [tie_view(t) for t in record.ties]


def test_no_tie_from_one_deed(coder: Coder) -> None:
    assert coded(coder, "Norway attacked Denmark on Monday.").ties == ()
