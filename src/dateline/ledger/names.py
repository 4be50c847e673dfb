"""Names as the ledger compares them, and who is meant by a name that somebody types."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass


def fold(name: str) -> str:
    """A name for comparison: no case, any white space one space, straight apostrophes, no leading "the"."""
    plain = " ".join(name.replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Who:
    """Who is meant: catalogue ids, and folded names of those who are in no catalogue."""

    ids: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def bound(self) -> tuple[str, str]:
        """The two values that `matches` takes."""
        return json.dumps(self.ids), json.dumps(self.keys)

    @property
    def known(self) -> bool:
        """Whether the ledger knows anybody of that name."""
        return bool(self.ids or self.keys)


def matches(row: str = "") -> str:
    """SQL that is true of a row with `actor` and `key` that is one of those meant; it takes `Who.bound`."""
    at = f"{row}." if row else ""
    known = f"{at}actor IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
    unknown = f"{at}actor IS NULL AND {at}key IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
    return f"({known} OR ({unknown}))"


# By id or name; and by words that a report uses as a name. "us" is not the US: pronouns name nobody.
_FOUND = """
SELECT actor, key FROM mention_actor WHERE actor = ?1 COLLATE NOCASE OR key = ?2
UNION SELECT actor, key FROM participant WHERE actor = ?1 COLLATE NOCASE OR key = ?2
UNION SELECT a.actor, a.key FROM mention m JOIN mention_actor a ON a.report = m.report AND a.mention = m.id
  WHERE m.key = ?2 AND m.words <> lower(m.words)
    AND m.resolved_by IN ('alias', 'name', 'demonym', 'metonym', 'role', 'pattern')
"""


def who(db: sqlite3.Connection, name: str) -> Who:
    """Who is meant by a catalogue id, a name, or another name that the reports use."""
    rows = db.execute(_FOUND, (name.strip(), fold(name))).fetchall()
    ids = {actor for actor, _ in rows if actor is not None}
    keys = {key for actor, key in rows if actor is None}
    return Who(tuple(sorted(ids)), tuple(sorted(keys)))
