"""Dictionaries of the CAMEO family as actor files."""

from __future__ import annotations

import pytest
import yaml

from dateline.actors import Catalogue, find_mentions
from dateline.actors.dictionaries import actor_file, import_dictionaries
from dateline.errors import InputError
from dateline.language import analyse

STATES = [
    {"id": "VEL", "iso3": "VEL", "name": "Velmora", "kind": "state", "demonyms": ["Velmoran"], "capital": "Karsen"},
    {"id": "TIR", "iso3": "TIR", "name": "Tirvania", "kind": "state", "demonyms": ["Tirvanian"]},
]
ACTORS = """\
# a dictionary of our own
VELMORA_  [VEL]
+VELMORAN_
+BRALIN_   ; a town
<!-- several
lines --> ILAN_TARRO_  # first without a date
\t[VELELI]
\t[VELGOV 20010101-20041231]
\t[VELREB >070301]
VALLEY_FRONT_\t[VELREB <19991231]
+FRONT_OF_THE_VALLEY_
TELL_BANK_OF_VELMORA_ [VELBUS] # one line
NARG_ [IGOXYZ]
"""
AGENTS = """\
!PERSON! = MAN, WOMAN
EEL_FARMER [~AGR]
CHIEF_OF_EELS {CHIEFS_OF_EELS} [~LAB]
EEL_POLICE {} [~COP]
EEL!PERSON! [~AGR]
"""


@pytest.fixture
def known():
    return Catalogue.of(STATES)


@pytest.fixture
def read(tmp_path, known):
    """Reads dictionaries given as texts; gives what was imported, rows by name."""

    def reading(*texts):
        paths = []
        for i, text in enumerate(texts):
            paths.append(tmp_path / f"d{i}.txt")
            paths[-1].write_text(text, encoding="utf8")
        imported = import_dictionaries(paths, known)
        return imported, {row["name"]: row for row in imported.actors}

    return reading


def test_a_record_of_each_kind(read):
    imported, rows = read(ACTORS)
    assert not imported.problems
    assert rows["Bralin"]["kind"] == "place-metonym" and rows["Bralin"]["member_of"] == ["VEL"]
    assert rows["Ilan Tarro"]["kind"] == "person" and rows["Ilan Tarro"]["country"] == "VEL"
    assert rows["Valley Front"] == {
        "id": "cameo/vel/valley-front", "name": "Valley Front", "aliases": ["Front of the Valley"], "kind": "rebel",
        "country": "VEL", "until": "1999-12-31", "sectors": ["REB"],
    }  # fmt: skip
    assert rows["Tell Bank of Velmora"]["kind"] == "company"
    assert rows["NARG"]["kind"] == "igo" and "country" not in rows["NARG"]


def test_names_known_before_are_left_out_and_counted(read):
    imported, rows = read(ACTORS)
    assert "Velmora" not in rows and imported.counts["names known before"] == 2
    assert imported.counts["parts of codes not read"] == 1


@pytest.mark.parametrize(
    ("published", "sectors"),
    [("2003-05-01", ("GOV",)), ("2008-01-01", ("REB",)), ("2006-01-01", ("ELI",)), (None, ("ELI",))],
)
def test_a_code_without_dates_listed_first_hides_no_dated_one(read, known, make_report, published, sectors):
    imported, _ = read(ACTORS)
    catalogue = Catalogue.of(imported.actors, known)
    report = make_report("Ilan Tarro said no.", published=published)
    mentions = find_mentions(analyse(report), report, catalogue)
    assert [(a.name, a.country, a.sectors) for a in mentions.rows[0].actors] == [("Ilan Tarro", "VEL", sectors)]


def test_agents_with_plurals_and_sets(read):
    imported, _ = read(AGENTS)
    words = {tuple(row["sectors"]): row["words"] for row in imported.agents}
    assert not imported.problems
    assert words["AGR",] == ["eel farmer", "eel farmers", "eelman", "eelwoman"]
    assert words["LAB",] == ["chief of eels", "chiefs of eels"] and words["COP",] == ["eel police"]


def test_the_written_file_is_read_and_its_agents_count(read, make_report, tmp_path):
    imported, _ = read(ACTORS, AGENTS)
    path = tmp_path / "own.yaml"
    path.write_text(actor_file(imported, [path]), encoding="utf8")
    assert yaml.safe_load(path.read_text(encoding="utf8"))["actors"]
    own = Catalogue.load(path)
    assert not [p for p in own.problems if "VEL" not in p.what]
    report = make_report("The eel farmers of the Valley Front left.")
    rows = find_mentions(analyse(report), report, own).rows
    assert any("eel farmers" in a.name and a.sectors == ("AGR",) for m in rows for a in m.actors)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("ANA_DORR_ [VELGOV", "bracket"),
        ("ANA_DORR_ [VELGO]", "three letters"),
        ("ANA_DORR_ [VELGOV 2001017-20041231]", "YYYYMMDD"),
        ("ANA_DORR_ [VELGOV 20041231-20010101]", "before it begins"),
        ("ANA_DORR_ [VELGOV 20040231-20060101]", "no calendar"),
        ("ANA_DORR_ [VELGOV 20040201]", "without < or >"),
        ("ANA_DORR_ []", "empty bracket"),
        ("[VELGOV]", "before any actor"),
        ("+DORR_", "before any actor"),
        ("ANA_DORR_", "no code"),
        ("___ [VELGOV]", "no name"),
        ("A" * 10_000 + " [VELGOV]", "10000 characters"),
        ("BRALIN_ [VELGOV]\n+DORR_ [VELREB]", "synonym a code"),
    ],
)
def test_a_malformed_line_is_told_and_the_rest_is_read(read, line, what):
    imported, rows = read(f"{line}\nVALLEY_FRONT_ [VELREB]\n")
    assert [p for p in imported.problems if what in p.what]
    assert all(":" in p.where and p.where.rsplit(":", 1)[1].isdigit() for p in imported.problems)
    assert "Valley Front" in rows


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("EEL_MAN [AGR}", "no agent"),
        ("EEL_MAN [AGR]", "without ~"),
        ("EEL_MAN [~QQQ]", "no part is known"),
        ("EEL!NOBODY! [~AGR]", "not given above"),
    ],
)
def test_a_malformed_agent_is_told_and_the_rest_is_read(read, line, what):
    imported, _ = read(f"EEL_FARMER [~AGR]\nEEL_SELLER [~BUS]\n{line}\n")
    assert [p.where for p in imported.problems if what in p.what] and imported.problems[0].where.endswith(":3")
    assert len(imported.agents) == 2


def test_several_codes_on_one_line_and_codes_of_no_country(read):
    _, rows = read(
        "LENA_DORR_\t[VELGOV <061231] [IGOUNO  >070101]\t[---] # moved\nBARON_BREN_ [VELGOV 970101-981231] [ELI]\n"
    )
    assert [p.get("country") for p in rows["Lena Dorr"]["periods"]] == ["VEL", None]
    assert rows["Baron Bren"]["periods"][1] == {"sectors": ["ELI"]}


def test_an_actor_given_twice_is_told(read):
    imported, _ = read("VALLEY_FRONT_ [VELREB]\nVALLEY_FRONT_ [VELGOV]\n")
    assert len(imported.actors) == 1 and "given before" in imported.problems[0].what


def test_a_file_that_is_not_there(known, tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        import_dictionaries([tmp_path / "none.txt"], known)
