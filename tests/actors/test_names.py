"""Names of the catalogue in all the ways that reports write them."""

from __future__ import annotations

import pytest

from dateline.actors import Catalogue


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Velmora attacked Tirvania.", "Velmora", "Velmora"),
        ("The Republic of Velmora denied it.", "Republic of Velmora", "Velmora"),
        ("Velmora's army fired.", "Velmora", "Velmora"),
        ("Velmora’s army fired.", "Velmora", "Velmora"),
        ("They met the Velmorans.", "Velmorans", "Velmora"),
        ("A Velmoran bridge fell.", "Velmoran", "Velmora"),
        ("The Highland Liberation Front fired.", "Highland Liberation Front", "Highland Liberation Front"),
        (
            "The Highland\u00a0Liberation\u00a0Front fired.",
            "Highland\u00a0Liberation\u00a0Front",
            "Highland Liberation Front",
        ),
        ("The highland rebels fired.", "highland rebels", "Highland Liberation Front"),
        ("HIGHLAND LIBERATION FRONT TAKES TOWN", "HIGHLAND LIBERATION FRONT", "Highland Liberation Front"),
        ("An HLF-held town fell.", "HLF", "Highland Liberation Front"),
        ("He praised the [Velmora] plan.", "Velmora", "Velmora"),
    ],
)
def test_name_is_found(read, text, words, name):
    assert read(text).who(words) == [name]


@pytest.mark.parametrize("text", ["The hlf fired.", "A velmora of apples.", "The Hlf fired.", "A front was opened."])
def test_case_tells_names_from_words(read, text):
    assert read(text).names <= {"a front"}


@pytest.mark.parametrize("written", ["Raqqa", "Raqqah", "ar-Raqqa", "Ar Raqqa"])
def test_spellings_that_are_listed(read, written):
    council = {
        "id": "RCC",
        "name": "Raqqa Council",
        "kind": "government",
        "aliases": ["Raqqah Council", "ar-Raqqa Council"],
    }
    assert read(f"The {written} Council met.", catalogue=Catalogue.of([council])).names == {"Raqqa Council"}


@pytest.mark.parametrize("written", ["Al-Ma'arij Army", "al-Maʿarij Army", "al Maarij Army", "Al-Mâ'arij Army"])
def test_diacritics_apostrophes_and_hyphens_are_folded(read, written):
    army = {"id": "M", "name": "al-Ma’arij Army", "kind": "rebel"}
    assert "al-Ma’arij Army" in read(f"Fighters of the {written} left.", catalogue=Catalogue.of([army])).names


def test_longest_name_wins_over_article(read):
    rows = [
        {"id": "S", "name": "General Staff of the Tell Forces", "aliases": ["the General Staff"], "kind": "military"}
    ]
    found = read("The news came from the General Staff of the Tell Forces.", catalogue=Catalogue.of(rows))
    assert found.who("General Staff of the Tell Forces") == ["General Staff of the Tell Forces"]


def test_capital_acts_or_is_a_place(read):
    found = read("Karsen accused Odrin of lying. A bomb went off in Karsen. Karsen's troops left. He lives near Odrin.")
    assert found.who("Karsen") == ["Velmora"]
    assert found.who("Odrin") == ["Tirvania"]
    assert found.at("Karsen", 2) is None
    assert found.at("Odrin", 2) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norland sent troops, Velmora said.", True),
        ("Norlander officials met in Norland.", True),
        ("The firm was founded by Norland.", False),
    ],
)
def test_ambiguous_name_needs_support(read, text, found):
    result = read(text)
    assert ("Norland" in result.names) is found
    if not found:
        assert "Norland" in [u.text for u in result.mentions.unresolved]


def test_two_claims_are_decided_by_company(read):
    rows = [
        {"id": "V", "name": "Velmora", "kind": "state"},
        {"id": "T", "name": "Tirvania", "kind": "state"},
        {
            "id": "V1",
            "name": "Valley Defence Army",
            "aliases": ["VDA"],
            "ambiguous": ["VDA"],
            "kind": "rebel",
            "country": "V",
        },
        {
            "id": "T1",
            "name": "Vineyard Dockers",
            "aliases": ["VDA"],
            "ambiguous": ["VDA"],
            "kind": "ngo",
            "country": "T",
        },
    ]
    catalogue = Catalogue.of(rows)
    assert read("The VDA struck in Tirvania.", catalogue=catalogue).who("VDA") == ["Vineyard Dockers"]
    assert read("The VDA struck in Velmora.", catalogue=catalogue).who("VDA") == ["Valley Defence Army"]


def test_name_inside_a_longer_name_that_means_something_else(read):
    rows = [{"id": "V", "name": "Velmora", "kind": "state", "not_in": ["Lake Velmora"]}]
    assert not read("A boat sank on Lake Velmora.", catalogue=Catalogue.of(rows)).who("Velmora")


def test_short_form_of_a_bracket_holds_through_the_report(read):
    found = read(
        "The Valley Farmers Union (VFU) met. Later the VFU left. The Old Bridge Brigade (OBB) of Tell fired.",
        title="VFU meets",
    )
    assert found.who("VFU", 1) == ["Valley Farmers Union"]
    assert found.who("VFU", 3) == ["Valley Farmers Union"]
    assert found.who("OBB") == ["Old Bridge Brigade"]


def test_bracket_that_is_no_short_form(read):
    assert read("The mission in Velmora (AMISOM) left.").who("AMISOM") != ["Velmora"]
