"""Unnamed officials and whom they serve, ranks by their own phrase, those of whom words are said, the two of a pair."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lead", "speaker", "side"),
    [
        ("a Velmoran military spokesman", "a velmoran military spokesman", "Velmoran Armed Forces"),
        ("a spokesman for the HLF", "a spokesman for the hlf", "Highland Liberation Front"),
        ("a Velmoran official", "a velmoran official", "Velmora"),
    ],
)
def test_unnamed_speak_for_what_they_serve(read, lead, speaker, side):
    quotation = "“We came under fire,”"
    found = read(f"Shots were heard in Tell. {quotation} said {lead}.", said=[(speaker, quotation)])
    assert found.who("We") == [side]


def test_states_and_their_organisations_have_no_side(read):
    found = read("Velmora met the Bay Council. The HLF, a rebel group in Tirvania, stayed away.")
    assert found.mentions.affiliation_of("Velmora") is None
    assert found.mentions.affiliation_of("Bay Council") is None
    assert "Tirvania" not in str(found.mentions.affiliation_of("Highland Liberation Front"))


def test_a_rank_is_of_the_force_of_its_own_phrase(read):
    text = "Tirvania denied it. Col. Hadan Rul, a spokesman for the Velmoran Defence Ministry, said the army was calm."
    organisations = {o for p, _, o, _ in read(text).roles if p == "Hadan Rul"}
    assert organisations == {"Velmoran Armed Forces", "Velmoran Defence Ministry"}


def test_a_role_told_by_a_clause(read):
    found = read("Sami Rahl, who leads the HLF, arrived. Ana Dorr, who speaks for Velmora, did not.")
    assert ("Sami Rahl", "leads", "Highland Liberation Front", "Tirvania") in found.roles
    assert any(p == "Ana Dorr" and kind == "speaks-for" for p, kind, _, _ in found.roles)


def test_no_person_is_named_by_the_place_after_in(read):
    found = read("Ana Dorr, spokeswoman for the HLF in Brusk, left. She was tired.")
    assert found.who("She") == ["Ana Dorr"]
    assert "Brusk" not in found.names


def test_they_are_those_of_whom_the_words_are_said(read):
    quotation = "“They bomb at night,”"
    text = f"Sami Rahl, leader of the HLF, spoke in Odrin. {quotation} Rahl said of the Velmoran army."
    assert read(text, said=[("Sami Rahl", quotation)]).who("They") == ["Velmoran Armed Forces"]


def test_reporters_in_a_capital_are_not_its_press(read):
    assert "Velmoran media" not in read("She told reporters in Karsen that talks had failed.").names


def test_the_two_and_the_latter(read):
    found = read("Velmora and Tirvania met. The two rival countries talked. The latter left first.")
    assert found.who("The two rival countries") == ["Velmora", "Tirvania"]
    assert found.who("The latter") == ["Tirvania"]


def test_a_crowd_is_no_group(read):
    found = read("The HLF took Tell. Velmoran officials said the group was lying.")
    assert found.who("the group") == ["Highland Liberation Front"]


def test_called_it_is_not_called_they(read):
    found = read("Two foreign diplomats arrived. Velmora said it had sent aid; they said they had seen none.")
    assert "Velmora" not in found.who("they")
