"""The catalogue: what it reads, what it refuses and how it says so."""

from __future__ import annotations

import pytest

from dateline.actors import Catalogue
from dateline.errors import InputError

GOOD = {"id": "A", "name": "Alpha Front", "kind": "rebel"}


def of(*rows):
    return Catalogue.of(rows)


def problems(catalogue):
    return [str(p) for p in catalogue.problems]


def test_shipped_catalogue_has_no_unresolved_circle_or_double_id():
    assert not [p for p in problems(Catalogue.load()) if "circle" in p or "twice" in p]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({"id": "A", "kind": "rebel"}, "has no name"),
        ({**GOOD, "kind": "gang of four"}, "unknown kind"),
        ({**GOOD, "since": 2015, "until": 2014}, "ends (2014) before it begins (2015)"),
        ({**GOOD, "since": "2015-03-01", "until": "2015-02"}, "ends"),
        ({**GOOD, "aliases": {"x": 1}}, "aliases"),
        ({**GOOD, "cow": "many"}, "whole number"),
        ("Alpha", "is not a mapping"),
    ],
)
def test_malformed_entries_say_what_and_how_to_mend(row, what):
    with pytest.raises(InputError) as caught:
        Catalogue.of([row])
    assert what in str(caught.value)
    assert "; " in str(caught.value)


def test_same_year_is_no_fault():
    assert not of({**GOOD, "since": 2015, "until": "2015-03"}).problems


def test_circle_of_memberships_is_said_once():
    rows = [{**GOOD, "member_of": ["B"]}, {"id": "B", "name": "Beta", "kind": "rebel", "member_of": ["A"]}]
    assert [p for p in problems(of(*rows)) if "circle" in p] == [
        "entry A: memberships run in a circle: A in B in A; remove one of these `member_of`"
    ]
    assert of(*rows).members("A") == ("B", "A")


def test_alias_claimed_twice_unless_declared_ambiguous():
    other = {"id": "B", "name": "Beta", "kind": "rebel", "aliases": ["AF"]}
    assert "claimed by" in problems(of({**GOOD, "aliases": ["AF"]}, other))[0]
    assert not of({**GOOD, "aliases": ["AF"], "ambiguous": ["AF"]}, {**other, "ambiguous": ["AF"]}).problems


def test_membership_in_nobody_is_said():
    assert "member_of NOBODY" in problems(of({**GOOD, "member_of": ["NOBODY"]}))[0]


def test_users_file_names_line_and_reads_the_rest(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "label: Mine\nactors:\n  - {id: X1, name: Tell Guard, kind: militia}\n  - {id: X2, kind: militia}\n"
        "  - {id: X3, name: Tell Watch, kind: monitor, member_of: [SYR]}\n",
        encoding="utf8",
    )
    catalogue = Catalogue.load(path)
    assert [str(p).split(";")[0] for p in catalogue.problems] == [f"{path}:4: entry X2 has no name"]
    assert catalogue.get("X1") and catalogue.get("X3") and catalogue.get("SYR")


def test_users_entry_wins_in_id_and_name(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("actors:\n  - {id: MINE, name: Our NATO, aliases: [NATO], kind: igo}\n", encoding="utf8")
    assert [n.entry for n in Catalogue.load(path).index.named(("nato",))] == ["MINE"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("actors: [", "is not YAML"),
        ("label: x\n", "no list of actors"),
        ("- 1\n", "no list of actors"),
        ("", "no list"),
    ],
)
def test_unreadable_file_is_one_error(tmp_path, content, what):
    path = tmp_path / "bad.yaml"
    path.write_text(content, encoding="utf8")
    with pytest.raises(InputError, match=what):
        Catalogue.load(path)


def test_missing_and_undecodable_files(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        Catalogue.load(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"actors: [\xe9]")
    with pytest.raises(InputError, match="UTF-8"):
        Catalogue.load(tmp_path / "latin.yaml")


def test_long_and_strange_names_do_no_harm(read):
    rows = [{**GOOD, "aliases": ["X" * 10_000, "a\x00b\x1b[31m", "—", "   "]}]
    found = read("Alpha Front fighters shot at " + "Y" * 10_000 + ".", catalogue=of(*rows))
    assert "Alpha Front" in found.names


def test_entries_on_top_of_a_catalogue():
    under = of(GOOD)
    over = Catalogue.of([{"id": "B", "name": "Beta", "kind": "party", "member_of": ["A"]}], under)
    assert not over.problems
    assert over.members("B") == ("A",)
