"""The shipped catalogue of actors, and the vocabularies of institutions, titles and role nouns, hold together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from dateline.codebook import vocabulary

Row = dict[str, Any]

KINDS = {
    "state", "government", "military", "rebel", "militia", "party", "coalition", "igo", "ngo", "agency", "monitor",
    "company", "person", "people", "place-metonym",
}  # fmt: skip
SECTORS = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC",
}  # fmt: skip
TIES = {"leads", "speaks-for", "holds-office-in", "member-of", None}
LISTS = ("aliases", "sectors", "member_of", "demonyms", "metonyms", "leader_terms", "ambiguous", "not_in")
KEYS = {
    *LISTS, "id", "iso3", "name", "kind", "status", "country", "since", "until", "capital", "leader_years", "support",
    "against", "institution", "role", "cow", "gw",
}  # fmt: skip


@cache
def actor_files() -> dict[str, list[Row]]:
    folder = files("dateline.codebook").joinpath("actors")
    names = sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
    return {name: vocabulary(f"actors/{name}")["actors"] for name in names}


@cache
def actors() -> dict[str, Row]:
    return {row["id"]: row for rows in actor_files().values() for row in rows}


def rows_of(prefix: str) -> list[Row]:
    return [row for name, rows in actor_files().items() if name.startswith(prefix) for row in rows]


def surfaces(row: Row) -> set[str]:
    """Every form of words by which a row may be meant, seats of government included."""
    return {row["name"], *row.get("aliases", []), *row.get("demonyms", []), *row.get("metonyms", [])}


def folded(name: str) -> str:
    """A name as claims are compared: dots, apostrophes, hyphens and capitals tell no names apart, save acronyms."""
    plain = re.sub(r"[.'’]", "", name).replace("-", " ").strip()
    return plain if plain.isupper() else plain.casefold()


def test_every_file_says_what_it_is() -> None:
    for name in actor_files():
        content = vocabulary(f"actors/{name}")
        assert content["label"] and content["description"], name


def test_ids_are_unique() -> None:
    ids = [row["id"] for rows in actor_files().values() for row in rows]
    assert sorted(ids) == sorted(set(ids))


def test_keys_kinds_and_sectors_are_from_the_closed_lists() -> None:
    for key, row in actors().items():
        assert set(row) <= KEYS, (key, set(row) - KEYS)
        assert row["kind"] in KINDS, key
        assert row["sectors"] and set(row["sectors"]) <= SECTORS, key


def test_lists_hold_texts_without_repeats() -> None:
    for key, row in actors().items():
        for name in LISTS:
            held = row.get(name, [])
            assert all(isinstance(v, str) and v == v.strip() and v for v in held), (key, name, held)
            assert len(held) == len(set(held)), (key, name, held)


def test_countries_are_states_of_the_catalogue_or_none() -> None:
    states = {row["id"] for row in rows_of("states")}
    for key, row in actors().items():
        assert row["country"] is None or row["country"] in states, key


def test_members_belong_to_actors_that_exist() -> None:
    for key, row in actors().items():
        assert set(row.get("member_of", [])) <= set(actors()), (key, row["member_of"])


def test_memberships_do_not_run_in_circles() -> None:
    for start in actors():
        assert start not in set(above(start)), start


def above(start: str) -> Iterator[str]:
    """All that an actor belongs to, directly and through others."""
    todo, seen = list(actors()[start].get("member_of", [])), set()
    while todo:
        nearest = todo.pop()
        if nearest not in seen:
            seen.add(nearest)
            yield nearest
            todo += actors()[nearest].get("member_of", [])


def test_nobody_ends_before_they_begin() -> None:
    for key, row in actors().items():
        if "since" in row and "until" in row:
            assert row["since"] <= row["until"], key
        for year in (row.get("since"), row.get("until")):
            assert year is None or 1800 <= int(str(year)[:4]) <= 2035, key


def test_a_name_claimed_twice_has_at_most_one_default_reading() -> None:
    claims: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for key, row in actors().items():
        doubtful = {folded(name) for name in row.get("ambiguous", [])}
        for name in {folded(name) for name in surfaces(row)}:
            claims[name].append((key, name in doubtful))
    wrong = {name: found for name, found in claims.items() if sum(not doubt for _, doubt in found) > 1}
    assert not wrong, f"declare these ambiguous in all but one: {wrong}"


def test_what_is_said_of_a_name_is_said_of_a_name_of_that_actor() -> None:
    for key, row in actors().items():
        names = surfaces(row)
        assert set(row.get("ambiguous", [])) <= names, (key, set(row["ambiguous"]) - names)
        assert set(row.get("support", {})) <= names, (key, set(row["support"]) - names)
        assert set(row.get("against", {})) <= names, (key, set(row["against"]) - names)
        assert set(row.get("leader_years", {})) <= set(row.get("leader_terms", [])), key


def test_longer_names_that_take_a_name_away_are_no_names_of_another_actor() -> None:
    names = {name for row in actors().values() for name in surfaces(row)}
    for key, row in actors().items():
        assert not set(row.get("not_in", [])) & names, (key, set(row["not_in"]) & names)


def test_all_members_of_the_united_nations_are_there_with_what_a_state_needs() -> None:
    states = rows_of("states")
    assert sum(row["status"] == "member" for row in states) == 193
    assert len(states) >= 195
    for row in states:
        assert row["demonyms"] and row["capital"], row["id"]
        assert row["status"] not in ("member",) or (row["cow"] and row["gw"] and row["iso3"]), row["id"]


@pytest.mark.parametrize(
    ("iso3", "cow", "gw"),
    [("USA", 2, 2), ("SYR", 652, 652), ("DEU", 255, 260), ("YEM", 679, 678), ("SRB", 345, 340), ("CZE", 316, 316)],
)
def test_state_numbers_that_the_two_systems_give_differently(iso3: str, cow: int, gw: int) -> None:
    assert (actors()[iso3]["cow"], actors()[iso3]["gw"]) == (cow, gw)


def test_there_are_enough_of_each() -> None:
    assert len(rows_of("organisations")) >= 80
    assert len(rows_of("groups")) >= 300
    assert len(rows_of("agencies")) >= 40


def test_declared_doubts_of_the_names_that_people_stumble_over() -> None:
    doubtful = {
        "GEO": "Georgia", "JOR": "Jordan", "COD": "Congo", "COG": "Congo", "CHN/armed-forces": "PLA", "INT-ISIS": "IS",
        "SDN/armed-forces": "SAF", "KOR": "Korea", "PRK": "Korea",
    }  # fmt: skip
    for key, name in doubtful.items():
        assert name in actors()[key]["ambiguous"], key


def test_the_fighting_women_and_men_of_the_kurds_belong_to_the_alliance() -> None:
    assert "SYR-SDF" in set(above("SYR-YPG")) and "SYR-SDF" in set(above("SYR-YPJ"))


def words(name: str, *keys: str) -> Iterator[tuple[str, str]]:
    for row in vocabulary(name)[name]:
        for key in keys:
            for word in row.get(key, []):
                yield row["key"], word


@pytest.mark.parametrize(
    ("name", "keys"),
    [("institutions", ("heads", "plural_of")), ("titles", ("words",)), ("role_nouns", ("words",))],
)
def test_a_word_belongs_to_one_entry(name: str, keys: tuple[str, ...]) -> None:
    owner: dict[str, str] = {}
    for key, word in words(name, *keys):
        assert owner.setdefault(word, key) == key, (word, owner[word], key)


@pytest.mark.parametrize("name", ["institutions", "titles", "role_nouns"])
def test_entries_carry_label_and_three_examples(name: str) -> None:
    rows = vocabulary(name)[name]
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        assert row["label"] and len(row["examples"]) >= 3, row["key"]


def test_institutions_titles_and_role_nouns_use_the_closed_lists() -> None:
    institutions = {row["key"] for row in vocabulary("institutions")["institutions"]}
    for row in vocabulary("institutions")["institutions"]:
        assert row["kind"] in KINDS and set(row["sectors"]) <= SECTORS and "{demonym}" in row["name"], row["key"]
        assert row.get("part_of") in {None, *institutions}, row["key"]
    for row in vocabulary("titles")["titles"]:
        assert row["tie"] in TIES and row["sector"] in SECTORS | {None}, row["key"]
        assert row.get("institution") in {None, *institutions}, row["key"]
        assert set(row.get("pronouns", {})) <= set(row["words"]), row["key"]
    for row in vocabulary("role_nouns")["role_nouns"]:
        assert row["kind"] in KINDS and row["sector"] in SECTORS, row["key"]
        assert row["with_demonym"] in {"force", "government", "institution", "people", "unnamed"}, row["key"]
        assert row["with_group"] in {"group", "unnamed"} and row.get("institution") in {None, *institutions}, row["key"]


def test_named_bodies_fill_each_pattern_of_a_state_once() -> None:
    institutions = {row["key"] for row in vocabulary("institutions")["institutions"]}
    for key, row in actors().items():
        assert row.get("institution") in {None, *institutions}, key
