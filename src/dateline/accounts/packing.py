"""Deeds and tellings as compact JSON lists for the ledger's tables, and back.

They are read a hundred times for each time they are written, and only by us: so there are no keys and no checks.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from dateline.accounts.party import Party
from dateline.accounts.telling import Deed, Telling, Toll
from dateline.record_json import dumps

DEED = tuple(f.name for f in fields(Deed) if f.name != "tellings")
TELLING = tuple(f.name for f in fields(Telling) if f.name != "text")
PARTIES = ("actors", "recipients", "voice")


def pack_features(deed: Deed) -> str:
    """All of a deed but its tellings."""
    return dumps([_plain(name, getattr(deed, name)) for name in DEED])


def unpack_features(text: str) -> Deed:
    """The deed without its tellings."""
    values = {name: _rich(name, value) for name, value in zip(DEED, json.loads(text), strict=True)}
    return Deed(**values, tellings=())


def pack_tellings(tellings: Sequence[Telling]) -> bytes:
    """Tellings without their words, which stand in the report."""
    rows = [[_plain(name, getattr(t, name)) for name in TELLING] for t in tellings]
    return zlib.compress(dumps(rows).encode("utf8"))


def unpack_tellings(data: bytes) -> tuple[Telling, ...]:
    """The tellings, with empty words."""
    return tuple(_telling(row) for row in json.loads(zlib.decompress(data)))


def _telling(row: list[Any]) -> Telling:
    values = {name: _rich(name, value) for name, value in zip(TELLING, row, strict=True)}
    return Telling(**values, text="")


def _plain(name: str, value: Any) -> Any:
    if name in PARTIES:
        return [[p.key, p.actor, p.name, p.camp, p.within, p.sort] for p in value]
    return [[t.kind, t.low, t.high] for t in value] if name == "tolls" else value


def _rich(name: str, value: Any) -> Any:
    if name in PARTIES:
        return tuple(Party(p[0], p[1], p[2], p[3], tuple(p[4]), p[5]) for p in value)
    if name == "tolls":
        return tuple(Toll(*t) for t in value)
    if name == "spans":
        return tuple((a, b) for a, b in value)
    return tuple(value) if isinstance(value, list) else value
