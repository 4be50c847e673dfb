"""Finds in the survey: who is meant by a name, in which rows somebody stands, and the rows themselves in full."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from dateline.ledger import listing
from dateline.ledger.filters import Filters, Where
from dateline.ledger.names import fold
from dateline.ledger.survey.columns import Ints
from dateline.ledger.survey.rows import Role
from dateline.ledger.told import ActorLine, ToldEvent, ToldStatement, ToldTie

Told = TypeVar("Told", ToldStatement, ToldEvent, ToldTie)
_LINE = "actor, name, country, sectors, reports, mentions, says, does, undergoes"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the reports name: the number in the survey, `who` as in its address, and the line of a listing."""

    n: int
    who: str
    line: ActorLine

    def to_dict(self) -> dict[str, object]:
        """The actor as JSON."""
        return {"who": self.who, **self.line.to_dict()}


def known(db: sqlite3.Connection, name: str) -> tuple[Known, ...]:
    """Who is meant by an address, an id or a name, the most mentioned first; else by words that the reports use."""
    key = fold(name.strip())
    for query, values in (
        ("who = ?", (name,)),
        ("who = ? COLLATE NOCASE OR key = ?", (name.strip(), key)),
        ("n IN (SELECT who FROM survey_called WHERE key = ? AND words <> lower(words))", (key,)),
    ):
        found = tuple(_known(db, f"WHERE ({query}) AND reports > 0", values))
        if found:
            return found
    return ()


def by_number(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Known]:
    """Those with these numbers."""
    chosen = json.dumps([int(n) for n in numbers])
    return {one.n: one for one in _known(db, "WHERE n IN (SELECT value FROM json_each(?))", (chosen,))}


def most_named(db: sqlite3.Connection, part: str, first: int, limit: int) -> tuple[Known, ...]:
    """Those whose name or id holds `part`, the most mentioned first."""
    where = "WHERE reports > 0"
    if part:
        where += " AND (instr(key, ?) OR instr(lower(ifnull(actor, '')), ?))"
    values = (fold(part), part.casefold()) if part else ()
    return tuple(_known(db, where, (*values, limit, first), "LIMIT ? OFFSET ?"))


def how_many(db: sqlite3.Connection, part: str) -> int:
    """How many `most_named` has in all."""
    where, values = (
        ("AND (instr(key, ?) OR instr(lower(ifnull(actor, '')), ?))", (fold(part), part.casefold()))
        if part
        else ("", ())
    )
    row = db.execute(f"SELECT count(*) FROM survey_actor WHERE reports > 0 {where}", values).fetchone()  # noqa: S608 - ours
    return int(row[0])


def _known(db: sqlite3.Connection, where: str, values: Sequence[object], limit: str = "") -> Iterator[Known]:
    query = f"SELECT n, who, {_LINE} FROM survey_actor {where} ORDER BY mentions DESC, who {limit}"  # noqa: S608 - ours
    for n, who, actor, name, country, sectors, *counts in db.execute(query, values):
        yield Known(n, who, ActorLine(actor, name, country, tuple(sectors.split()), *counts))


def called(db: sqlite3.Connection, who: int, limit: int) -> tuple[tuple[str, int], ...]:
    """The words that name somebody, the most frequent first."""
    query = "SELECT words, number FROM survey_called WHERE who = ? ORDER BY number DESC, words LIMIT ?"
    return tuple(db.execute(query, (who, limit)))


def rows_with(db: sqlite3.Connection, who: Iterable[int], roles: Iterable[Role]) -> Ints:
    """The numbers of the rows in which any of them stands in any of these roles, in order."""
    found = [_rows_with(db, one, role) for one in who for role in roles]
    if len(found) == 1:
        return found[0]
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int32)


def _rows_with(db: sqlite3.Connection, who: int, role: Role) -> Ints:
    """As one text: a third of the time of as many rows."""
    query = "SELECT group_concat(row) FROM (SELECT row FROM survey_part WHERE who = ? AND role = ? ORDER BY row)"
    (text,) = db.execute(query, (who, int(role))).fetchone()
    return np.fromstring(text, np.int32, sep=",") if text else np.empty(0, np.int32)


def statements(db: sqlite3.Connection, numbers: Sequence[int]) -> tuple[ToldStatement, ...]:
    """The statements with these numbers, in this order."""
    return _in_order(db, numbers, lambda where: listing.statements(db, Filters(), where), lambda r: r.statement.id)


def events(db: sqlite3.Connection, numbers: Sequence[int]) -> tuple[ToldEvent, ...]:
    """The events with these numbers, in this order."""
    return _in_order(db, numbers, lambda where: listing.events(db, Filters(), where), lambda r: r.event.id)


def ties(db: sqlite3.Connection, numbers: Sequence[int]) -> tuple[ToldTie, ...]:
    """The ties with these numbers, in this order."""
    return _in_order(db, numbers, lambda where: listing.ties(db, Filters(), where), lambda r: r.tie.id)


def _in_order(
    db: sqlite3.Connection, numbers: Sequence[int], find: Callable[[Where], Iterator[Told]], name: Callable[[Told], str]
) -> tuple[Told, ...]:
    chosen = json.dumps([int(n) for n in numbers])
    order = {(report, row): n for n, report, row in db.execute(_KEYS, (chosen,))}
    found = {order[told.report.id, name(told)]: told for told in find(Where((_CHOSEN,), (chosen,)))}
    return tuple(found[int(n)] for n in numbers if int(n) in found)


_KEYS = """SELECT s.n, r.id, s.id FROM survey_row s JOIN report r ON r.n = s.report
WHERE s.n IN (SELECT value FROM json_each(?))"""
_CHOSEN = "(x.report, x.id) IN (SELECT report, id FROM survey_row WHERE n IN (SELECT value FROM json_each(?)))"
