"""The actors that the ledger's reports name, and what each does there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.ledger import filters as narrow
from dateline.ledger.filters import Filters, Where
from dateline.ledger.names import Who, fold, matches, who
from dateline.ledger.told import ActorLine

# One actor is one catalogue id, or one name where there is no id.
_WHO = "iif(actor IS NULL, 'name:' || key, 'id:' || actor)"

_TOLD_IN = f"""
SELECT report, id FROM event WHERE (report, statement) IN ({narrow.SPEAKS})
UNION SELECT report, id FROM statement WHERE (report, parent) IN ({narrow.SPEAKS})
"""  # noqa: S608 - our own words

_SPOKEN_OF = f"""
SELECT m.report, m.id FROM mention m JOIN statement_piece p
  ON p.report = m.report AND m.span_start >= p.span_start AND m.span_end <= p.span_end
WHERE (p.report, p.statement) IN ({narrow.SPEAKS})
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Profile:
    """One actor: the words that name it, its stances as a speaker, and its deeds, each with how often."""

    line: ActorLine
    called: tuple[tuple[str, int], ...]
    stances: tuple[tuple[str, int], ...]
    does: tuple[tuple[str, int], ...]
    undergoes: tuple[tuple[str, int], ...]

    def to_dict(self) -> dict[str, Any]:
        """The profile as JSON; `says`, `does` and `undergoes` stay numbers, `by_…` tell them apart."""
        tallies = {
            "called": self.called,
            "by_stance": self.stances,
            "by_deed": self.does,
            "by_suffered": self.undergoes,
        }
        return {**self.line.to_dict(), **{name: dict(tally) for name, tally in tallies.items()}}


def actors(db: sqlite3.Connection, filters: Filters) -> Iterator[ActorLine]:
    """Actors, those most often mentioned first. `speaker`: in whose words they stand; `type`: their PLOVER sector."""
    seen, roles = narrow.of_report(filters), narrow.of_report(filters)
    if filters.actor is not None:
        bound = who(db, filters.actor).bound
        seen, roles = seen.and_(matches(), *bound), roles.and_(matches(), *bound)
    if filters.speaker is not None:
        bound = who(db, filters.speaker).bound
        seen = seen.and_(f"(x.report, x.mention) IN ({_SPOKEN_OF})", *bound)
        roles = roles.and_(f"(x.report, x.row) IN ({_TOLD_IN})", *bound, *bound)
    yield from _lines(db, seen, roles, filters)


def _lines(db: sqlite3.Connection, seen: Where, roles: Where, filters: Filters) -> Iterator[ActorLine]:
    having, sector = ("", ()) if filters.type is None else (_SECTOR, (f" {filters.type.upper()} ",))
    limit = "" if filters.limit is None else f"LIMIT {filters.limit}"
    query = f"""
      SELECT max(actor), min(name), max(country), ifnull(max(sectors), ''), count(DISTINCT report),
        sum(mentions), sum(says), sum(does), sum(undergoes)
      FROM (
        SELECT {_WHO} AS one, actor, name, country, sectors, report,
          1 AS mentions, 0 AS says, 0 AS does, 0 AS undergoes
        FROM mention_actor x JOIN report r ON r.n = x.report {seen.sql}
        UNION ALL
        SELECT {_WHO}, actor, name, NULL, NULL, report, 0, role = 'speaker', role = 'actor', role = 'recipient'
        FROM participant x JOIN report r ON r.n = x.report {roles.sql}
      )
      GROUP BY one {having} ORDER BY sum(mentions) DESC, min(name), one {limit}
    """  # noqa: S608 - our own words
    for actor, name, country, sectors, *counts in db.execute(query, (*seen.values, *roles.values, *sector)):
        yield ActorLine(actor, name, country, tuple(sectors.split()), *counts)


_SECTOR = "HAVING instr(' ' || max(sectors) || ' ', ?)"


def profile(db: sqlite3.Connection, line: ActorLine) -> Profile:
    """What the reports say of one actor, apart from its ties."""
    bound = (Who((line.actor,), ()) if line.actor is not None else Who((), (fold(line.name),))).bound
    return Profile(
        line,
        called=_tally(db, _CALLED, bound),
        stances=_tally(db, _STANCES, bound),
        does=_tally(db, _DEEDS, ("actor", *bound)),
        undergoes=_tally(db, _DEEDS, ("recipient", *bound)),
    )


_CALLED = f"""
SELECT m.words, count(*) FROM mention m JOIN mention_actor a ON a.report = m.report AND a.mention = m.id
WHERE {matches("a")} AND m.resolved_by NOT IN ('pronoun', 'relative', 'possessed') AND m.resolved_by NOT LIKE 'quoted-%'
GROUP BY m.words
"""  # noqa: S608 - our own words
_STANCES = f"""
SELECT s.stance, count(*) FROM participant p JOIN statement s ON s.report = p.report AND s.id = p.row
WHERE p.role = 'speaker' AND {matches("p")} GROUP BY s.stance
"""  # noqa: S608 - our own words
_DEEDS = f"""
SELECT e.type, count(*) FROM participant p JOIN event e ON e.report = p.report AND e.id = p.row
WHERE p.role = ? AND {matches("p")} GROUP BY e.type
"""  # noqa: S608 - our own words


def _tally(db: sqlite3.Connection, query: str, values: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """What occurs how often, the most frequent first."""
    rows = db.execute(query, values).fetchall()
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))
