"""What was true when: bodies, rulers and periods by the day of the report."""

from __future__ import annotations

import pytest

from dateline.actors import Catalogue
from dateline.actors.entry import entry_from
from dateline.errors import InputError

WORLD = [
    {"id": "VEL", "name": "Velmora", "kind": "state", "demonyms": ["Velmoran"], "leader_terms": ["Vairo"],
     "leader_years": {"Vairo": [2020, 2030]}},
    {"id": "OST", "name": "Ostria", "kind": "state", "demonyms": ["Ostrian"], "leader_terms": ["Vairo"],
     "leader_years": {"Vairo": [1990, 1999]}},
    {"id": "OLD", "name": "Old Velmoran Army", "aliases": ["Velmoran army"], "kind": "military", "country": "VEL",
     "until": "2024", "institution": "armed-forces"},
    {"id": "NEW", "name": "National Velmoran Army", "kind": "military", "country": "VEL", "since": "2025",
     "institution": "armed-forces"},
    {"id": "OCT", "name": "Ostrian Council", "kind": "government", "country": "OST", "since": "2001", "until": "2003",
     "institution": "government"},
]  # fmt: skip


@pytest.fixture(scope="module")
def dated():
    return Catalogue.of(WORLD)


@pytest.mark.parametrize(
    ("published", "army"),
    [("2020-03-01", "Old Velmoran Army"), ("2031-03-01", "National Velmoran Army"), (None, "National Velmoran Army")],
)
def test_the_army_of_the_time(read, dated, published, army):
    assert read("The Velmoran troops left.", catalogue=dated, published=published).who("Velmoran troops") == [army]


def test_a_name_of_a_body_that_is_gone_is_any_states_army(read, dated):
    later = read("The Velmoran army left.", catalogue=dated, published="2031-03-01")
    assert later.who("Velmoran army") == ["National Velmoran Army"]
    then = read("The Velmoran army left.", catalogue=dated, published="2012-03-01")
    assert then.who("Velmoran army") == ["Old Velmoran Army"]


@pytest.mark.parametrize(
    ("published", "who"), [("2002-06-01", "Ostrian Council"), ("2031-06-01", "Ostria"), (None, "Ostria")]
)
def test_a_government_of_some_years(read, dated, published, who):
    assert read("The Ostrian government said no.", catalogue=dated, published=published).who("Ostrian government") == [
        who
    ]


def test_a_ruler_is_not_meant_before_his_time(read, dated):
    words = "Velmora and Ostria spoke. The Vairo regime fell."
    assert "Ostrian" in read(words, catalogue=dated, published="1995-01-01").who("Vairo regime")[0]


def test_the_last_period_that_holds_wins_over_one_without_dates():
    entry = entry_from(
        {"id": "X", "name": "Ilan Tarro", "kind": "person",
         "periods": [{"country": "VEL", "sectors": ["ELI"]}, {"since": "2001", "until": "2004-06", "country": "VEL",
                                                              "sectors": ["GOV"]}]}
    )  # fmt: skip
    assert entry.at("2003-01-01").sectors == ("GOV",) and entry.at("2004-06-30").sectors == ("GOV",)
    assert entry.at("2005-01-01").sectors == entry.at(None).sectors == ("ELI",)
    assert entry.at("2003").country == "VEL"


def test_without_a_day_only_what_all_periods_share_is_told():
    periods = [{"since": "2001", "until": "2004", "country": "VEL", "sectors": ["GOV"]},
               {"since": "2005", "country": "OST", "sectors": ["GOV", "MIL"]}]  # fmt: skip
    entry = entry_from({"id": "X", "name": "Ilan Tarro", "kind": "person", "periods": periods}).at(None)
    assert entry.country is None and entry.sectors == ("GOV",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"periods": "always"},
        {"periods": [{"from": 2001}]},
        {"periods": [{"since": "2004", "until": "2001"}]},
        {"leader_years": {"Vairo": "long ago"}},
    ],
)
def test_malformed_years_are_refused(wrong):
    with pytest.raises(InputError):
        Catalogue.of([{"id": "X", "name": "Exland", "kind": "state", **wrong}])
