"""We, I and they inside quotations."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lead", "speaker", "side"),
    [
        ("Velmoran FM Ana Dorr", "Ana Dorr", "Velmora"),
        ("Sami Rahl, leader of the HLF,", "Sami Rahl", "Highland Liberation Front"),
        ("Velmora's Defence Ministry", "Velmoran Defence Ministry", "Velmora"),
        ("The Velmoran army", "Velmoran Armed Forces", "Velmoran Armed Forces"),
        ("Highland leader Sami Rahl", "Sami Rahl", "Highlanders"),
        ("The Bay Council", "Bay Council", "Bay Council"),
    ],
)
def test_we_is_the_side_of_the_speaker(read, lead, speaker, side):
    quotation = "“We want peace, and our patience is short,”"
    found = read(f"{lead} spoke. {quotation} said the statement.", said=[(speaker, quotation)])
    assert found.who("We") == found.who("our") == [side]
    assert found.at("We").resolved_by == "quoted-we"


def test_i_is_the_speaker(read):
    quotation = "“I saw my house burn,”"
    found = read(f"Ana Dorr left Karsen. {quotation} Dorr said.", said=[("Ana Dorr", quotation)])
    assert found.who("I") == found.who("my") == ["Ana Dorr"]


def test_they_is_somebody_in_the_quotation(read):
    quotation = "“If Tirvanian troops come, they will lose,”"
    found = read(f"Velmoran FM Ana Dorr left. {quotation} Dorr said.", said=[("Ana Dorr", quotation)])
    assert found.who("they") == ["Tirvanian Armed Forces"]


def test_they_is_else_the_other_side(read):
    quotation = "“They shot at our kitchens,”"
    text = f"Velmoran troops shelled Bralin. Tirvanian President Ana Dorr spoke. {quotation} she said."
    found = read(text, said=[("Ana Dorr", quotation)])
    assert found.who("They") == ["Velmoran Armed Forces"]
    assert found.who("our") == ["Tirvania"]


def test_they_with_the_editors_brackets(read):
    quotation = "“They [the Velmorans] knew,”"
    found = read(f"Tirvanian President Ana Dorr spoke. {quotation} she said.", said=[("Ana Dorr", quotation)])
    assert found.who("They") == ["Velmora"]


def test_our_troops_are_the_force_of_the_side(read):
    quotation = "“Our troops hold the town,”"
    found = read(f"Velmoran FM Ana Dorr left. {quotation} Dorr said.", said=[("Ana Dorr", quotation)])
    assert found.who("Our troops") == ["Velmoran Armed Forces"]


def test_speaker_without_a_side_stays_unresolved(read):
    quotation = "“We saw nothing,”"
    found = read(f"Ilan Tarro met a friend. {quotation} Tarro said.", said=[("Ilan Tarro", quotation)])
    assert not found.who("We")
    assert "We" in [u.text for u in found.mentions.unresolved]


def test_quotation_of_nobody_stays_unresolved(read):
    quotation = "“We saw nothing”"
    found = read(f"Velmora left. A banner read {quotation}.", said=[("Velmora", "Velmora left.")])
    assert "We" in [u.text for u in found.mentions.unresolved]


def test_without_a_reading_nothing_changes(make_report):
    from dateline.actors import Mentions, resolve_quoted
    from dateline.language import analyse

    analysis = analyse(make_report("“We left,” he said."))
    assert resolve_quoted(analysis, Mentions(), ()) == Mentions()


def test_they_may_be_people_without_names_spoken_of_just_before(read):
    said = [("Velmora", "We will not free them.")]
    found = read('Velmora has arrested two Highlanders. "We will not free them."', said=said)
    assert found.who("them") == ["highlanders"]


def test_a_leader_of_nobody_known_has_no_side(read):
    said = [("Sami Rahl", "We wait.")]
    assert read('Sami Rahl, governor of Sarn, saw Velmora. "We wait."', said=said).who("We") == []
