"""Deeds, block keys and links in the ledger's tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from dateline.accounts.blocking import blocks
from dateline.accounts.codebook import codebook
from dateline.accounts.deeds import deeds_of
from dateline.accounts.linking import Link, day, link
from dateline.accounts.packing import pack_features, pack_tellings, unpack_features, unpack_tellings
from dateline.accounts.telling import Deed
from dateline.actors import Catalogue
from dateline.record import Record
from dateline.record_json import dumps

UNDATED = -1


def take_out(db: sqlite3.Connection, report: int) -> set[int]:
    """Removes a report's deeds; gives those of other reports that were in one matter with them."""
    own = {n for (n,) in db.execute("SELECT n FROM account_deed WHERE report = ?", (report,))}
    matters = {m for n in own for (m,) in db.execute("SELECT matter FROM account_matter WHERE deed = ?", (n,))}
    others = {n for m in matters for (n,) in db.execute("SELECT deed FROM account_matter WHERE matter = ?", (m,))}
    for n in own:
        (features, at) = db.execute("SELECT features, day FROM account_deed WHERE n = ?", (n,)).fetchone()
        keys = [(_key(k), at, n) for k in blocks(unpack_features(features))]
        db.executemany("DELETE FROM account_block WHERE key = ? AND day = ? AND deed = ?", keys)
        db.execute("DELETE FROM account_link WHERE one = ?1 OR other = ?1", (n,))
        db.execute("DELETE FROM account_matter WHERE deed = ?", (n,))
        db.execute("DELETE FROM account_deed WHERE n = ?", (n,))
    db.executemany("DELETE FROM account_dispute WHERE matter = ?", [(m,) for m in matters])
    return others - own


def put_in(db: sqlite3.Connection, report: int, record: Record, catalogue: Catalogue) -> set[int]:
    """Adds a report's deeds and their links; gives the deeds."""
    numbers = {}
    for deed in deeds_of(record, catalogue):
        at = day(deed.published).toordinal() if deed.published else UNDATED
        row = (deed.id, report, at, pack_features(deed), pack_tellings(deed.tellings))
        cursor = db.execute("INSERT INTO account_deed (id, report, day, features, tellings) VALUES (?,?,?,?,?)", row)
        number = int(cursor.lastrowid or 0)
        numbers[number] = deed
        _link(db, number, at, deed)
        db.executemany(
            "INSERT OR IGNORE INTO account_block VALUES (?,?,?)", [(_key(k), at, number) for k in blocks(deed)]
        )
    return set(numbers)


def _link(db: sqlite3.Connection, number: int, at: int, deed: Deed) -> None:
    """Compares a deed with those before it in its blocks."""
    for other, features in db.execute(_CANDIDATES, _window(at, blocks(deed))):
        found = link(deed, unpack_features(features))
        if found.score >= codebook().limits["link"]:
            row = (min(number, other), max(number, other), found.score, dumps([[*w] for w in found.why]))
            db.execute("INSERT OR REPLACE INTO account_link VALUES (?,?,?,?)", row)


_CANDIDATES = """
SELECT n, features FROM account_deed WHERE n IN (
  SELECT deed FROM json_each(?1) k JOIN account_block b ON b.key = k.value AND b.day BETWEEN ?2 AND ?3
  UNION SELECT deed FROM json_each(?1) k JOIN account_block b ON b.key = k.value AND b.day = -1)
"""


def _window(at: int, keys: Iterable[str]) -> tuple[str, int, int]:
    """Keys, first and last day; a report without a day is compared with all days."""
    width = int(codebook().limits["window_days"])
    first, last = (at - width, at + width) if at != UNDATED else (0, 10_000_000)
    return json.dumps([_key(k) for k in keys]), first, last


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf8", "replace"), digest_size=8).digest(), "big", signed=True)


def deeds_in(db: sqlite3.Connection, reports: Iterable[int]) -> set[int]:
    """The deeds of some reports."""
    return {n for r in reports for (n,) in db.execute("SELECT n FROM account_deed WHERE report = ?", (r,))}


def connected(db: sqlite3.Connection, deeds: Iterable[int]) -> set[int]:
    """The deeds, and all that links lead to from them."""
    found: set[int] = set()
    todo = list(deeds)
    while todo:
        n = todo.pop()
        if n not in found:
            found.add(n)
            todo += [m for (m,) in db.execute(_NEIGHBOURS, (n,)) if m not in found]
    return found


_NEIGHBOURS = "SELECT other FROM account_link WHERE one = ?1 UNION SELECT one FROM account_link WHERE other = ?1"


def load(db: sqlite3.Connection, deeds: Iterable[int]) -> dict[int, Deed]:
    """Deeds with their tellings, by number. The tellings' words are left empty."""
    found = {}
    for n in deeds:
        row = db.execute("SELECT features, tellings FROM account_deed WHERE n = ?", (n,)).fetchone()
        if row:
            found[n] = replace(unpack_features(row[0]), tellings=unpack_tellings(row[1]))
    return found


def links_among(db: sqlite3.Connection, deeds: dict[int, Deed]) -> list[Link]:
    """The links between some deeds, as `linking.link` gave them."""
    found = []
    for n, deed in deeds.items():
        for other, score, why in db.execute("SELECT other, score, why FROM account_link WHERE one = ?", (n,)):
            if other in deeds:
                one, two = sorted((deed.id, deeds[other].id))
                found.append(Link(one, two, score, tuple((name, value) for name, value in json.loads(why))))
    return found
