"""Matters and disputes in the ledger's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.accounts import shelf_copies, shelf_deeds
from dateline.accounts.dispute import Dispute
from dateline.accounts.disputes import disputes_of
from dateline.accounts.matters import Matter, matters_of
from dateline.accounts.page import shown
from dateline.accounts.telling import Telling
from dateline.record_json import dumps


def rebuild(db: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Makes the matters of these deeds, and of all that are linked with them, anew."""
    deeds = shelf_deeds.load(db, shelf_deeds.connected(db, touched))
    numbers = {deed.id: n for n, deed in deeds.items()}
    _forget(db, deeds)
    links = shelf_deeds.links_among(db, deeds)
    ordered = [deeds[n] for n in sorted(deeds, key=lambda n: deeds[n].id)]
    for matter in matters_of(ordered, links):
        rows = [(numbers[d.id], matter.id) for d in matter.deeds]
        db.executemany("INSERT OR REPLACE INTO account_matter VALUES (?,?)", rows)
        _write_disputes(db, matter)


def _forget(db: sqlite3.Connection, deeds: Iterable[int]) -> None:
    """Drops the matters that the deeds were in, with their disputes."""
    query = "SELECT matter FROM account_matter WHERE deed = ?"
    old = {m for n in deeds for (m,) in db.execute(query, (n,))}
    db.executemany("DELETE FROM account_dispute WHERE matter = ?", [(m,) for m in old])
    db.executemany("DELETE FROM account_matter WHERE deed = ?", [(n,) for n in deeds])


def _write_disputes(db: sqlite3.Connection, matter: Matter) -> None:
    if not any(t.position != "affirmed" or t.statement for d in matter.deeds for t in d.tellings):
        return
    carriers = shelf_copies.carriers(db, (d.report for d in matter.deeds))
    for dispute in disputes_of(matter, carriers):
        row = dispute_with_words(db, dispute)
        head = (row.id, row.matter, row.kind, row.since, row.until, dumps(row.to_dict()))
        db.execute("INSERT OR REPLACE INTO account_dispute VALUES (?,?,?,?,?,?)", head)


def dispute_with_words(db: sqlite3.Connection, dispute: Dispute) -> Dispute:
    """The dispute with the words of its tellings, which the deeds' rows leave out."""
    sides = tuple(replace(s, tellings=tuple(with_words(db, s.tellings))) for s in dispute.sides)
    return replace(dispute, sides=sides)


def with_words(db: sqlite3.Connection, tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Tellings with the words that show them."""
    for t in tellings:
        (text,) = db.execute("SELECT text FROM report WHERE id = ?", (t.report,)).fetchone()
        yield replace(t, text=shown(text, t.spans))
