"""Bodies, forces and unnamed people of a state or group."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Velmoran troops left.", "Velmoran troops", "Velmoran Armed Forces"),
        ("Velmora's army left.", "Velmora's army", "Velmoran Armed Forces"),
        ("Velmora’s Defence Ministry denied it.", "Velmora’s Defence Ministry", "Velmoran Defence Ministry"),
        ("The Defence Ministry of Velmora denied it.", "Defence Ministry of Velmora", "Velmoran Defence Ministry"),
        (
            "The Ministry of Foreign Affairs of Tirvania met.",
            "Ministry of Foreign Affairs of Tirvania",
            "Tirvanian Foreign Ministry",
        ),
        ("The Velmoran interior ministry spoke.", "Velmoran interior ministry", "Velmoran Interior Ministry"),
        ("Velmoran jets hit Bralin.", "Velmoran jets", "Velmoran Air Force"),
        ("Tirvanian police arrested two men.", "Tirvanian police", "Tirvanian Police"),
        ("The Velmoran government resigned.", "Velmoran government", "Velmora"),
        ("The Velmoran regime fell.", "Velmoran regime", "Velmoran government"),
        ("The Vairo regime fell.", "Vairo regime", "Velmoran government"),
        ("The Vairo-regime fell.", "Vairo-regime", "Velmoran government"),
        ("Vairo's government fell.", "Vairo's government", "Velmoran government"),
        ("HLF fighters left.", "HLF fighters", "Highland Liberation Front"),
        ("Fighters of the HLF left.", "Fighters of the HLF", "Highland Liberation Front"),
    ],
)
def test_body_or_force_is_named(read, text, words, name):
    assert read(text).who(words) == [name]


def test_editors_brackets_hold_a_ruler(read):
    assert read("They saw the [Vairo] government fall.").who("[Vairo] government") == ["Velmoran government"]


def test_government_and_regime_are_one_where_the_report_says_regime(read):
    found = read("The Velmoran regime fell. The Velmoran government left Karsen.")
    assert found.who("Velmoran regime") == found.who("Velmoran government") == ["Velmoran government"]


def test_country_and_sectors_are_told(read):
    actor = read("Velmoran troops left.").at("Velmoran troops").actors[0]
    assert (actor.actor, actor.country, actor.sectors) == ("VEL/armed-forces", "VEL", ("MIL",))


def test_adjective_inside_is_its_own_mention(read):
    found = read("Velmoran troops left.")
    assert found.who("Velmoran") == ["Velmora"]
    assert [m.text for m in found.mentions.rows] == ["Velmoran troops", "Velmoran"]


def test_two_states_share_a_noun(read):
    assert read("Velmoran and Tirvanian troops clashed.").who("Velmoran and Tirvanian troops") == [
        "Velmoran Armed Forces",
        "Tirvanian Armed Forces",
    ]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("A Velmoran official spoke.", "A Velmoran official", "a velmoran official", "VEL"),
        ("Velmoran health officials spoke.", "Velmoran health officials", "velmoran health officials", "VEL"),
        ("Velmoran-backed militias fired.", "Velmoran-backed militias", "velmoran-backed militias", None),
        ("A doctor at Mercy Hospital spoke.", "A doctor at Mercy Hospital", "a doctor at mercy hospital", None),
        ("Civilians of Velmora fled.", "Civilians of Velmora", "civilians of Velmora", "VEL"),
        ("Tirvanian villagers fled.", "Tirvanian villagers", "civilians of Tirvania", "TIR"),
        ("One of the suspects spoke.", "One of the suspects", "one of the suspects", None),
    ],
)
def test_unnamed_people_are_described_and_never_invented(read, text, words, name, country):
    actor = read(text).at(words).actors[0]
    assert (actor.actor, actor.name, actor.country) == (None, name, country)


def test_bare_body_belongs_to_the_state_of_its_context(read):
    found = read("In Karsen, the army said nothing. Tirvania protested. The Health Ministry counted nine dead.")
    assert found.who("the army") == ["Velmoran Armed Forces"]
    assert found.who("The Health Ministry") == ["Tirvanian Health Ministry"]


def test_government_that_is_only_thought_of(read):
    assert "Velmora" not in read("They want a transitional government in Karsen.").names


def test_predicates_and_doings_are_nobody(read):
    found = read("Velmora is a friend of Tirvania. The shelling went on. Jets were heard.")
    assert found.names == {"Velmora", "Tirvania"}


def test_headline_in_capitals_does_not_make_verbs_forces(read):
    assert read("Two were hurt.", title="VELMORA STRIKES ODRIN AGAIN").who("VELMORA") == ["Velmora"]
