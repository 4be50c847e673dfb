"""Actor: who it is, what it says, what is said of it and by whom, what it does and undergoes and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.errors import InputError
from dateline.ledger.names import fold
from dateline.ledger.survey import finding
from dateline.ledger.survey.columns import Flags, Sheet
from dateline.ledger.survey.finding import Known
from dateline.ledger.survey.rows import Role, Sort, who_of
from dateline.ledger.told import ToldTie
from dateline.web.asking import Asked
from dateline.web.counting import busiest_pairs, places_told, when
from dateline.web.reader import Reader
from dateline.web.selection import Held, among, held, most, newest, split, tally
from dateline.web.view import Table, View

FEW, MANY, LATEST = 6, 12, 60


def actor(reader: Reader, asked: Asked) -> View:
    """Somebody. Raises InputError where nobody is called so."""
    name = asked["who"] or ""
    found = finding.known(reader.db, name)
    if not found:
        raise InputError("nobody is called so in this ledger", where=name or "who", mend="look among the actors")
    if len(found) > 1:
        return View("actors.html", f"Who is {name}?", (Table("actors", found, len(found)),))
    return _page(reader, found[0])


def _page(reader: Reader, who: Known) -> View:
    sheet, db = reader.sheet, reader.db
    flags = {role: among(sheet, finding.rows_with(db, [who.n], [role])) for role in Role}
    says, about = (
        flags[Role.SPEAKER] | flags[Role.BODY],
        flags[Role.SPOKEN_OF] & ~flags[Role.SPEAKER] & ~flags[Role.BODY],
    )
    party = flags[Role.ACTOR] | flags[Role.RECIPIENT]
    tied = flags[Role.LEFT] | flags[Role.RIGHT]
    tables = (
        Table("ties", _ties(reader, sheet, tied), int(np.count_nonzero(tied))),
        Table("stances", [{"stance": word, "statements": n} for word, n in tally(sheet, sheet.rows["what"][says])]),
        Table("statements", finding.statements(db, newest(sheet, says, 0, FEW)), int(np.count_nonzero(says))),
        Table("spoken_of_by", _speakers(reader, sheet, about)),
        Table("said_of_it", finding.statements(db, newest(sheet, about, 0, FEW)), int(np.count_nonzero(about))),
        Table("deeds", _deeds(sheet, flags)),
        Table("over_time", when(sheet, party)),
        Table("events", finding.events(db, newest(sheet, party, 0, FEW)), int(np.count_nonzero(party))),
        Table("pairs", _pairs(reader, sheet, who)),
        Table("places", *places_told(sheet, db, party, MANY)),
    )
    names = [{"words": words, "number": n} for words, n in finding.called(db, who.n, MANY)]
    return View("actor.html", who.line.name, tables, {**who.to_dict(), "called": names}, {"who": who})


@dataclass(frozen=True)
class OftenTold:
    """A tie as it is told last, and how many of the newest tellings say the same."""

    told: ToldTie
    times: int

    def to_dict(self) -> dict[str, Any]:
        """The tie as JSON."""
        return {**self.told.to_dict(), "times": self.times}


def _ties(reader: Reader, sheet: Sheet, tied: Flags) -> list[OftenTold]:
    """The newest ties, those that say the same only once."""
    same: dict[tuple[object, ...], list[ToldTie]] = {}
    for row in finding.ties(reader.db, newest(sheet, tied, 0, LATEST)):
        t = row.tie
        key = (who_of(t.left), t.type, who_of(t.right), fold(t.role or ""), t.polarity, t.modality, bool(row.voices))
        same.setdefault(key, []).append(row)
    return [OftenTold(rows[0], len(rows)) for rows in list(same.values())[:MANY]]


def _speakers(reader: Reader, sheet: Sheet, about: Flags) -> list[dict[str, Any]]:
    """Who speaks of it, and how often."""
    counts = most(sheet.rows["speaker"][about], MANY)
    known = finding.by_number(reader.db, (n for n, _ in counts))
    return [
        {"who": known[n].who, "name": known[n].line.name, "statements": number} for n, number in counts if n in known
    ]


def _deeds(sheet: Sheet, flags: dict[Role, Flags]) -> list[dict[str, Any]]:
    """Types of deed, done and undergone, by how they are held and, where somebody says so, by whether it is itself."""
    own = sheet.rows["n"][flags[Role.SPEAKER] | flags[Role.BODY]]
    rows = []
    for role, name in ((Role.ACTOR, "does"), (Role.RECIPIENT, "undergoes")):
        at = np.flatnonzero(flags[role])
        how, what, itself = held(sheet)[at], sheet.rows["what"][at], np.isin(sheet.rows["voice"][at], own)
        for code in np.unique(what):
            counts = split(map(int, np.bincount(how[what == code], minlength=len(Held))))
            mine = int((itself & (what == code) & (how == Held.SAID)).sum())
            rows.append({"role": name, "type": sheet.words[int(code)], **counts, "on_its_own_word": mine})
    return sorted(rows, key=_order)


def _order(row: dict[str, Any]) -> tuple[str, int, str]:
    return row["role"], -sum(row[name] for name in ("told", "said", "denied", "ahead")), row["type"]


def _pairs(reader: Reader, sheet: Sheet, who: Known) -> list[dict[str, Any]]:
    """With whom it has most to do."""
    mine = (sheet.pairs["one"] == who.n) | (sheet.pairs["other"] == who.n)
    return busiest_pairs(sheet, reader.db, sheet.rows["sort"] == Sort.EVENT, MANY, mine)
