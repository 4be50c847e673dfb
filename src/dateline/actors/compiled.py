"""The shipped catalogue as one JSON file made from its YAML: read in a fraction of the time, where it is current.

`python -m building.catalogue` writes it. It holds the hash of the YAML it was made from; where that differs, the YAML
is read instead, so a stale file costs time and nothing else.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dateline.actors.entry import Entry, Period
from dateline.actors.names import Name, names_of

FILE = "catalogue.json"
FORMAT = 2
DEFAULTS = {name: Entry._field_defaults.get(name) for name in Entry._fields}


def compiled_file() -> Traversable:
    """Where the compiled catalogue stands."""
    return files("dateline.codebook").joinpath("actors", FILE)


def shipped_hash() -> str:
    """SHA-256 over the names and bytes of the actor files and the kinds, in order of name, and the format."""
    digest = hashlib.sha256(str(FORMAT).encode())
    book = files("dateline.codebook")
    yamls = [f for f in book.joinpath("actors").iterdir() if f.name.endswith(".yaml")]
    for entry in (*sorted(yamls, key=lambda f: f.name), book.joinpath("actor_kinds.yaml")):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()


def compile_entries(entries: Iterable[Entry], where: Iterable[str]) -> str:
    """The JSON text of a catalogue."""
    rows = [[_row(e), place, [_name_row(n) for n in names_of(e)]] for e, place in zip(entries, where, strict=True)]
    return json.dumps({"hash": shipped_hash(), "rows": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_compiled() -> tuple[tuple[Entry, ...], tuple[str, ...], tuple[tuple[Name, ...], ...]] | None:
    """(entries, where each stands, names of each), or None where the file is missing or not made from today's YAML."""
    try:
        with _uncollected():
            content = json.loads(compiled_file().read_text(encoding="utf8"))
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict) or content.get("hash") != shipped_hash():
        return None
    rows = content["rows"]
    with _uncollected():
        entries = tuple(_entry(r[0]) for r in rows)
        names = tuple(tuple(_name(n, e.id) for n in r[2]) for r, e in zip(rows, entries, strict=True))
    return entries, tuple(r[1] for r in rows), names


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: it would look again and again at thousands of new rows that all stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _row(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in DEFAULTS}
    return {k: dict(v) if isinstance(v, Mapping) else v for k, v in values.items() if v}


def _entry(row: Mapping[str, Any]) -> Entry:
    values: dict[str, Any] = {k: _value(k, v) for k, v in row.items()}
    return Entry(**values)


def _value(key: str, value: Any) -> Any:
    if key == "periods":
        return tuple(Period(since, until, country, tuple(sectors)) for since, until, country, sectors in value)
    return tuple(value) if isinstance(value, list) else _table(value) if isinstance(value, dict) else value


def _table(row: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {k: tuple(v) for k, v in row.items()}


def _name_row(name: Name) -> list[Any]:
    return [" ".join(name.words), name.surface, name.how, name.caps, int(name.ambiguous), int(name.plural)]


def _name(row: Sequence[Any], entry: str) -> Name:
    words, surface, how, caps, ambiguous, plural = row
    return Name(tuple(words.split(" ")), surface, entry, how, caps, bool(ambiguous), bool(plural))
