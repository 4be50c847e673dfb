"""Actors of a gold collection (evaluation/gold, GUIDE.md) as entries of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.actors.entry import Entry, entry_from

SECTORS = {
    "state": "GOV",
    "government": "GOV",
    "military": "MIL",
    "rebel": "REB",
    "party": "PTY",
    "igo": "IGO",
}


def entries_from_gold(actors: Sequence[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Entries with the gold's names as ids; states get the demonyms that the collection's other names show."""
    return tuple(entry_from(dict(_row(a, actors))) for a in actors)


def _row(actor: Mapping[str, Any], actors: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    yield "id", actor["name"]
    for key in ("name", "kind", "country", "member_of", "role"):
        yield key, actor[key]
    sector = SECTORS.get(actor["kind"])
    yield "sectors", [sector] if sector else []
    demonyms = _demonyms(actor, actors) if actor["kind"] == "state" else []
    yield "aliases", [a for a in actor["aliases"] if a not in demonyms]
    yield "demonyms", demonyms


def _demonyms(state: Mapping[str, Any], actors: Iterable[Mapping[str, Any]]) -> list[str]:
    """Words of other actors' names that grow from the state's name ("Velmoran" from "Velmora"), and their plurals."""
    name = state["name"]
    stem = name[:-1] if name[-1] in "aeiouy" else name
    words = {w for a in actors for n in (a["name"], *a["aliases"]) for w in n.split()}
    grown = {w for w in words if w.startswith(stem) and w != name and w.isalpha()}
    singular = sorted(w for w in grown if not w.endswith("s")) or [stem + "an" if name[-1] == "a" else name + "ian"]
    return [*singular, *(w + "s" for w in singular)]
