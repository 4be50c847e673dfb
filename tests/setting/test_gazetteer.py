"""The gazetteer: names, spellings, provinces under their English names, and its size."""

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.codebook import vocabulary
from dateline.errors import InstallationError
from dateline.setting.gazetteer import Gazetteer, fold, gazetteer, kilometres

DATA = Path(str(files("dateline.setting"))) / "data"


@pytest.mark.parametrize("name", ["São Paulo", "Sao Paulo", "SAO PAULO", "são  paulo"])
def test_spelling_does_not_matter(name):
    assert gazetteer().find(name)[0].country == "BRA"


def test_an_unknown_name_is_nothing():
    assert gazetteer().find("Quelmorath") == ()
    assert gazetteer().find("") == ()


def test_fold_joins_hyphens_and_drops_apostrophes():
    assert fold("Port-au-Prince") == fold("Port au Prince")
    assert fold("Sana'a") == fold("Sana’a") == "sanaa"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Xinjiang", "admin1", "CHN"),
        ("North Kivu", "admin1", "COD"),
        ("Donbas", "region", "UKR"),
        ("Black Sea", "region", ""),
        ("Mindanao", "region", "PHL"),
        ("Tabqa Dam", "facility", "SYR"),
        ("Ivory Coast", "country", "CIV"),
    ],
)
def test_regions_are_listed(name, kind, country):
    assert (kind, country) in {(p.kind, p.country) for p in gazetteer().find(name)}


def test_towns_carry_the_english_name_of_their_province():
    assert gazetteer().find("Urumqi")[0].admin1 == "Xinjiang"
    assert gazetteer().find("Bunia")[0].admin1 == "Ituri"


def test_a_country_has_one_capital_at_most_of_a_name():
    assert [p.country for p in gazetteer().find("Tripoli") if p.capital] == ["LBY"]


def test_every_listed_region_is_found_under_all_its_names():
    rows = [row for rows in vocabulary("regions").values() if isinstance(rows, list) for row in rows]
    assert [n for row in rows for n in (row[0], *row[4:]) if not gazetteer().find(n)] == []


def test_it_is_small():
    assert sum(f.stat().st_size for f in DATA.iterdir()) <= 20_000_000


def test_a_missing_gazetteer_says_so(tmp_path):
    with pytest.raises(InstallationError):
        Gazetteer(tmp_path)


def test_kilometres():
    assert kilometres((52.52, 13.4), (48.86, 2.35)) == pytest.approx(878, abs=5)
