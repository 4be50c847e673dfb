"""What a listing may be narrowed to, and the SQL that does it. One set of filters for every listing."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import TypedDict

from dateline.errors import UsageError
from dateline.ledger.names import fold, matches, who

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class FilterArgs(TypedDict, total=False):
    """The filters as keyword arguments."""

    actor: str | None
    speaker: str | None
    type: str | None
    since: str | None
    until: str | None
    publisher: str | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrows a listing.

    `actor`: takes part (events, ties), speaks, is spoken to or of (statements), is mentioned (reports).
    `speaker`: it is told in this actor's voice, or in that of somebody who speaks for it.
    `type`: of the event or tie, stance or kind of the statement, sector of the actor.
    `since`, `until`: first and last day, month or year of publication, in ISO form; undated reports are left out.
    `publisher`: its name in any case. `limit`: so many rows at most.
    """

    actor: str | None = None
    speaker: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            _check_day(name, getattr(self, name))
        if self.limit is not None and self.limit < 0:
            raise UsageError(f"is less than nothing: {self.limit}", where="--limit", mend="give a number from 0")


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions joined by AND, and the values that stand for their question marks."""

    conditions: tuple[str, ...] = ()
    values: tuple[object, ...] = ()

    def and_(self, condition: str, *values: object) -> Where:
        """One condition more."""
        return Where((*self.conditions, condition), (*self.values, *values))

    @property
    def sql(self) -> str:
        """`WHERE …`, or nothing."""
        return "WHERE " + " AND ".join(self.conditions) if self.conditions else ""


def of_report(filters: Filters) -> Where:
    """Conditions on the report, which the query calls r."""
    where = Where()
    if filters.since is not None:
        where = where.and_("substr(r.published, 1, ?) >= ?", len(filters.since), filters.since)
    if filters.until is not None:
        where = where.and_("substr(r.published, 1, ?) <= ?", len(filters.until), filters.until)
    if filters.publisher is not None:
        where = where.and_("r.publisher_key = ?", fold(filters.publisher))
    return where


def takes_part(db: sqlite3.Connection, where: Where, name: str | None) -> Where:
    """The row x has the actor in a role of its own."""
    if name is None:
        return where
    roles = "role IN ('actor', 'recipient', 'left', 'right')"
    inner = f"SELECT report, row FROM participant WHERE {roles} AND {matches()}"  # noqa: S608 - our own words
    return where.and_(f"(x.report, x.id) IN ({inner})", *who(db, name).bound)


def told_by(db: sqlite3.Connection, where: Where, name: str | None, holder: str = "x.statement") -> Where:
    """The statement that `holder` names is the speaker's, or that of somebody who speaks for the body named."""
    if name is None:
        return where
    return where.and_(f"(x.report, {holder}) IN ({SPEAKS})", *who(db, name).bound)


SPEAKS = f"SELECT report, row FROM participant WHERE role IN ('speaker', 'affiliation') AND {matches()}"  # noqa: S608 - ours

_ADDRESSED = f"SELECT report, row FROM participant WHERE role = 'addressee' AND {matches()}"  # noqa: S608 - ours
_SPOKEN_OF = f"""
SELECT p.report, p.statement FROM statement_piece p
JOIN mention m ON m.report = p.report AND m.span_start >= p.span_start AND m.span_end <= p.span_end
JOIN mention_actor a ON a.report = m.report AND a.mention = m.id
WHERE {matches("a")}
"""  # noqa: S608 - our own words


def concerned(db: sqlite3.Connection, where: Where, name: str | None) -> Where:
    """The statement x is by the actor, to it, or about it."""
    if name is None:
        return where
    bound = who(db, name).bound
    either = f"(x.report, x.id) IN ({SPEAKS} UNION {_ADDRESSED} UNION {_SPOKEN_OF})"
    return where.and_(either, *bound, *bound, *bound)


def mentioned(db: sqlite3.Connection, where: Where, name: str | None) -> Where:
    """The report r mentions the actor."""
    if name is None:
        return where
    inner = f"SELECT report FROM mention_actor WHERE {matches()}"  # noqa: S608 - our own words
    return where.and_(f"r.n IN ({inner})", *who(db, name).bound)


def _check_day(name: str, value: str | None) -> None:
    if value is not None and not DAY.fullmatch(value):
        mend = "write it as 2031, 2031-03 or 2031-03-04"
        raise UsageError(f"is not a day, month or year: {value!r}", where=f"--{name}", mend=mend)
