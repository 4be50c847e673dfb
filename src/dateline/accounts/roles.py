"""Who holds which post, learned from the ties of all records: a person's role in one report serves to read another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from dateline.ledger.names import matches, who


@dataclass(frozen=True, slots=True)
class LearnedRole:
    """A post as the reports tell it: first and last day of publication, how many reports, and words of the first."""

    person: str
    kind: str
    role: str | None
    organisation: str
    since: str | None
    until: str | None
    reports: int
    report: str
    words: str

    def to_dict(self) -> dict[str, Any]:
        """The role as JSON."""
        return asdict(self)


def roles(db: sqlite3.Connection, name: str | None = None) -> Iterator[LearnedRole]:
    """Roles of everybody, or of those called `name`: of persons in bodies, affirmed and no plan."""
    narrowed, values = ("", ()) if name is None else (f"AND {matches('a')}", who(db, name).bound)
    query = f"""
      SELECT min(a.name), t.type, t.role, min(b.name), min(r.published), max(r.published), count(DISTINCT r.n),
        min(iif(r.published IS NULL, '9999', r.published) || char(9) || r.id || char(9) || t.evidence)
      FROM tie t JOIN report r ON r.n = t.report
      JOIN participant a ON a.report = t.report AND a.row = t.id AND a.role = 'left' AND a.ord = 0
      JOIN participant b ON b.report = t.report AND b.row = t.id AND b.role = 'right' AND b.ord = 0
      WHERE t.type IN ('leads', 'speaks-for', 'holds-office-in', 'member-of') AND t.polarity = 'affirmed'
        AND t.modality IN ('actual', 'ongoing', 'historical') {narrowed}
      GROUP BY ifnull(a.actor, a.key), t.type, fold(t.role), ifnull(b.actor, b.key)
      ORDER BY 1, count(DISTINCT r.n) DESC, 2, 3, 4
    """  # noqa: S608 - our own words
    for person, kind, role, body, since, until, number, first in db.execute(query, values):
        _, report, words = first.split("\t", 2)
        yield LearnedRole(person, kind, role, body, since, until, number, report, words)
