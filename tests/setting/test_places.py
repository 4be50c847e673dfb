"""Places in schematic sentences on real places; nothing here happened."""

from functools import cache

import pytest

from dateline.coding import Coder
from dateline.reading import read_text


@cache
def _coder():
    return Coder.load()


def places(text):
    return {p.text: p for p in _coder().code(read_text(text)).places}


def countries(text):
    return {name: p.country for name, p in places(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truck burned in Córdoba, Veracruz.", {"Córdoba": "MEX", "Veracruz": "MEX"}),
        ("He was born in Valencia, Venezuela.", {"Valencia": "VEN", "Venezuela": "VEN"}),
        ("The Lebanese city of Tripoli was calm.", {"Tripoli": "LBN"}),
        ("A bomb in Tbilisi, Georgia, killed two.", {"Tbilisi": "GEO", "Georgia": "GEO"}),
        ("Police in Georgia held a man in Atlanta.", {"Georgia": "USA", "Atlanta": "USA"}),
        (
            "Police closed roads in Santa Ana, El Salvador, and in San Miguel.",
            {"Santa Ana": "SLV", "San Miguel": "SLV"},
        ),
        ("They met in Sochi, on the Black Sea.", {"Sochi": "RUS", "Black Sea": None}),
        ("Rebels held Bukavu, on Lake Kivu, in eastern Congo.", {"Bukavu": "COD", "Lake Kivu": None, "Congo": "COD"}),
        ("Fighters seized Tal Afar, west of Mosul.", {"Tal Afar": "IRQ", "Mosul": "IRQ"}),
    ],
)
def test_the_words_around_decide(text, expected):
    found = countries(text)
    assert {name: found.get(name, "not found") for name in expected} == expected


def test_a_bare_name_is_the_largest_and_says_so():
    row = places("Two buses collided in Paris.")["Paris"]
    assert (row.country, row.decided_by) == ("FRA", "population")


def test_a_place_named_in_full_once_is_meant_later():
    rows = _coder().code(read_text("A bomb exploded in Tripoli, Lebanon. Police sealed Tripoli.")).places
    assert [r.country for r in rows if r.text == "Tripoli"] == ["LBN", "LBN"]


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Soldiers died in Herat province.", "Herat province", "admin1"),
        ("A fire broke out in Herat.", "Herat", "town"),
        ("Shelling went on in the Donbas.", "Donbas", "region"),
        ("Protests spread across Chile.", "Chile", "country"),
        ("Water rose behind the Tabqa Dam.", "Tabqa Dam", "point"),
    ],
)
def test_precision(text, name, precision):
    assert places(text)[name].precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "Washington said it would not act.",
        "Sanctions on Russia were lifted.",
        "The Lima accords were signed late.",
        "Florence Adeyombe spoke in May.",
        "The Bank of Scotland closed.",
        "Singapore and Luxembourg signed.",
    ],
)
def test_names_that_are_no_places_here(text):
    assert places(text) == {}


def test_a_capital_is_a_place_where_it_stands_as_one():
    assert countries("Paris condemned the attack in Beirut.") == {"Beirut": "LBN"}


def test_particles_and_articles_are_part_of_the_name():
    assert set(places("Fires burned in Dar es Salaam and Rio de Janeiro.")) == {"Dar es Salaam", "Rio de Janeiro"}
    assert countries("Protesters in al-Fashir burned tyres.") == {"al-Fashir": "SDN"}


def test_an_unlisted_place_keeps_its_name_and_a_reason():
    row = places("Shots were heard in the village of Quelmorath.")["Quelmorath"]
    assert (row.latitude, row.country, row.precision) == (None, None, "unknown")
    assert row.reason


def test_an_unlisted_place_is_in_the_country_that_the_words_say():
    row = places("A bus fell off a bridge in Quelmorath, Peru.")["Quelmorath"]
    assert (row.country, row.latitude, row.decided_by) == ("PER", None, "containment")


def test_the_dateline_is_a_place_and_speaks_for_its_country():
    rows = countries("BEIRUT, May 4 (Agency) - Shells landed in Tripoli on Friday.")
    assert rows == {"BEIRUT": "LBN", "Tripoli": "LBN"}


def test_a_facility_without_an_entry_lies_where_its_town_does():
    row = places("Kandahar airport was shelled.")["Kandahar airport"]
    assert (row.country, row.precision) == ("AFG", "town")
