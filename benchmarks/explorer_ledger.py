"""A ledger of any size without coding a report: records made up of plain sentences, written as `read` writes them."""

from __future__ import annotations

import random
import sqlite3
import sys
from datetime import date, timedelta
from pathlib import Path

from dateline import __version__
from dateline.accounts import Accounts, keeping
from dateline.codebook import vocabulary
from dateline.ledger import Ledger
from dateline.ledger.opening import open_ledger
from dateline.ledger.writing import transaction, write
from dateline.record import (
    ActorRef,
    CoderInfo,
    Event,
    Mention,
    Participant,
    PlaceRow,
    Record,
    Speaker,
    Statement,
    Tie,
    Why,
)
from dateline.record_json import dumps, to_json
from dateline.report import Part, Report

BASE = 500
OF_REPORTS = tuple(
    "mention mention_actor statement statement_piece event tie participant place row_place".split()  # noqa: SIM905 - names of tables
)
ACTORS, PLACES, PUBLISHERS, DISPUTES, COMPARED = 3_000, 800, 120, 20_000, 12
FIRST = date(2031, 1, 1)
PLOVER = vocabulary("plover")
TYPES = tuple(PLOVER["types"])
STANCES = ("say", "claim", "deny", "confirm", "accuse", "demand", "warn", "promise")
MODALITIES = ("actual",) * 6 + ("ongoing", "planned", "wanted", "possible", "conditional", "historical")
SYLLABLES = ("bar", "den", "kol", "mir", "tas", "vel", "nor", "sud", "est", "lan", "gor", "pet", "ria", "zun")


def main() -> int:
    path, reports = Path(sys.argv[1]), int(sys.argv[2])
    fill(path, reports)
    print(f"{path}: {reports} reports, {path.stat().st_size >> 20} MiB")
    return 0


def fill(path: Path, reports: int) -> None:
    """Makes the ledger: some hundred reports written as `read` writes them, then their rows over and over."""
    base = min(BASE, reports)
    Ledger(path).close()
    world = World(random.Random(7))
    db = open_ledger(path)
    with transaction(db):
        for n in range(base):
            record = world.record(n)
            write(db, record, to_json(record), None)
    db.close()
    compared(path)
    db = open_ledger(path)
    for setting in ("journal_mode = DELETE", "journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000"):
        db.execute(f"PRAGMA {setting}")
    with transaction(db):
        db.executemany("INSERT INTO account_dispute VALUES (?,?,?,?,?,?)", map(world.dispute, range(DISPUTES)))
        multiply(db, base, reports // base)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()


def compared(path: Path) -> None:
    """The accounts of the first reports, as `read` makes them; the others count as compared."""
    db = open_ledger(path)
    keeping.prepare(db, __version__, None)
    db.execute("DELETE FROM account_todo WHERE report > ?", (COMPARED,))
    db.close()
    Accounts(path).close()


def multiply(db: sqlite3.Connection, base: int, times: int) -> None:
    """Puts every row of the first reports in again, `times` times in all, for other reports of other days."""
    rows = db.execute("SELECT max(n) FROM survey_row").fetchone()[0]
    db.execute("DROP TRIGGER account_in")  # nothing is to be compared
    db.execute(
        COUNT,
        (times - 1,),
    )
    for table in (
        "report",
        "record",
        *OF_REPORTS,
        "survey_report",
        "survey_row",
        "survey_part",
        "survey_pair",
        "survey_spot",
    ):
        columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
        values = [changed(table, name, base, rows) for name in columns]
        order = "ORDER BY who, role" if table == "survey_part" else "ORDER BY k"
        db.execute(f"INSERT INTO {table} SELECT {', '.join(values)} FROM {table}, k {order}")  # noqa: S608 - our own names
    for column in ("reports", "mentions", "says", "does", "undergoes"):
        db.execute(f"UPDATE survey_actor SET {column} = {column} * ?", (times,))  # noqa: S608 - ours
    db.execute("UPDATE survey_called SET number = number * ?", (times,))


COUNT = """CREATE TEMP TABLE k AS WITH RECURSIVE k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k LIMIT ?)
SELECT k FROM k"""
SURVEY = ("survey_report", "survey_row", "survey_part", "survey_pair", "survey_spot")


def changed(table: str, column: str, base: int, rows: int) -> str:
    """A column's value in the k-th copy."""
    if column == "report" or (table, column) == ("report", "n"):
        return f"{column} + k * {base}"
    if table in ("survey_row", "survey_part", "survey_pair", "survey_spot") and column in ("n", "row"):
        return f"{column} + k * {rows}"
    if (table, column) == ("report", "id"):
        return "printf('%016x', (n + k * 100000) * 2654435761)"
    if column == "voice":
        return f"iif(voice = 0, 0, voice + k * {rows})"
    if column in ("day", "told"):
        return f"{column} + k % 50 * 17"
    return "date(published, '+' || (k % 50 * 17) || ' days')" if column == "published" else column


class World:
    """Actors, places and publishers, the first of them much oftener than the last."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.actors = [self._name(i) for i in range(ACTORS)]
        self.places = [
            (self._name(i + 7777), chance.uniform(-55, 65), chance.uniform(-170, 170)) for i in range(PLACES)
        ]
        self.weights = [1 / (i + 3) for i in range(ACTORS)]
        self.publishers = [f"{self._name(i + 99)} Post" for i in range(PUBLISHERS)]
        self.pool = chance.choices(range(ACTORS), self.weights, k=400_000)

    def _name(self, n: int) -> str:
        return "".join(SYLLABLES[(n // 14**i + i * 5) % 14] for i in range(3)).capitalize()

    def actor(self) -> ActorRef:
        n = self.pool[self.chance.randrange(len(self.pool))]
        return (
            ActorRef(f"A{n}", f"{self.actors[n]} {n}", None, ("GOV",))
            if n % 4
            else ActorRef(None, f"{self.actors[n]} {n}")
        )

    def record(self, n: int) -> Record:
        return Draft(self, n).record()

    def dispute(self, n: int) -> tuple[object, ...]:
        day = (FIRST + timedelta(days=n % 1000)).isoformat()
        who = [self.actor().name for _ in range(3)]
        words = [
            {
                "report": report_id(n + i),
                "statement": "s5-9",
                "start": 5,
                "end": 90,
                "text": "it was so " * 8,
                "published": day,
            }
            for i in range(4)
        ]
        sides = [
            {"position": "it was done", "actors": who[:2], "words": words[:2]},
            {"position": "it was not done", "actors": who[2:], "words": words[2:]},
        ]
        content = {
            "id": f"d{n}:denial",
            "matter": f"d{n}",
            "kind": "denial",
            "label": f"whether it was done: assault by {who[0]}",
            "since": day,
            "until": day,
            "places": [],
            "sides": sides,
        }
        return content["id"], content["matter"], "denial", day, day, dumps(content)


def report_id(n: int) -> str:
    return f"{n * 2654435761 % 2**64:016x}"


class Draft:
    """One report under way: the text so far, and what stands in it."""

    def __init__(self, world: World, n: int) -> None:
        self.world, self.n, self.chance = world, n, world.chance
        self.text, self.length = [], 0
        self.mentions, self.statements, self.events, self.places = [], [], [], []

    def say(self, words: str) -> tuple[int, int]:
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return start, self.length

    def name(self) -> tuple[ActorRef, str, tuple[int, int]]:
        who = self.world.actor()
        span = self.say(who.name)
        self.mentions.append(Mention(f"m{span[0]}-{span[1]}", *span, who.name, (who,), "name", 0.9))
        return who, self.mentions[-1].id, span

    def sentence(self, i: int) -> None:
        speaker, mention, span = self.name()
        self.say(" ")
        cue = self.say("said")
        self.say(" that ")
        start = self.length
        actor, by, _ = self.name()
        self.say(" ")
        verb = self.say("shelled")
        self.say(" ")
        other, to, _ = self.name()
        self.say(" near ")
        place = self.place()
        self.say(f" while the {self.world.chance.choice(self.world.actors).lower()} bridge stood open to carts")
        end = self.length
        self.say(". Traders on the road had waited since the morning for a word from either side.\n\n")
        told = None if i % 3 == 0 else f"s{cue[0]}-{cue[1]}"
        self.statements.append(
            Statement(
                f"s{cue[0]}-{cue[1]}",
                (Speaker(mention, speaker.actor, speaker.name, *span),),
                None,
                cue,
                ((start, end),),
                "indirect",
                self.chance.choice(STANCES),
                "affirmed",
                False,
                (),
                None,
                0.8,
            )
        )
        self.event(told, (by, actor), (to, other), place, verb, (start, end))

    def place(self) -> str:
        name, latitude, longitude = self.world.places[int(PLACES * self.chance.random() ** 2)]
        span = self.say(name)
        row = PlaceRow(
            f"p{span[0]}-{span[1]}",
            *span,
            name,
            name,
            round(latitude, 4),
            round(longitude, 4),
            None,
            None,
            None,
            "town",
            "name",
            None,
        )
        self.places.append(row)
        return row.id

    def event(
        self,
        told: str | None,
        by: tuple[str, ActorRef],
        to: tuple[str, ActorRef],
        place: str,
        verb: tuple[int, int],
        evidence: tuple[int, int],
    ) -> None:
        kind = self.chance.choice(TYPES)
        row = PLOVER["types"][kind]
        who, whom = ((Participant(m, a.actor, a.name),) for m, a in (by, to))
        denied = "denied" if self.chance.random() < 0.1 else "affirmed"
        name = f"e{verb[0]}-{verb[1]}"
        self.events.append(
            Event(
                name,
                kind,
                None,
                (),
                (),
                row["quad"],
                float(row["score"]),
                who,
                whom,
                denied,
                self.chance.choice(MODALITIES),
                told,
                None,
                name,
                (),
                (place,),
                (),
                verb,
                (evidence,),
                (Why("verb", verb, 0.8),),
                0.8,
            )
        )

    def record(self) -> Record:
        title = self.say(f"{self.world.actors[self.n % ACTORS]} and the road, day {self.n}\n\n")[1]
        for i in range(10):
            self.sentence(i)
        left, right = (Participant(m.id, m.actors[0].actor, m.actors[0].name) for m in self.mentions[:2])
        tie = Tie(
            "t1-2",
            "allied-with",
            left,
            right,
            "affirmed",
            "actual",
            None,
            (),
            (title, title + 9),
            ((title, title + 40),),
            (Why("noun", (title, title + 9), 0.7),),
            0.7,
        )
        text = "".join(self.text)
        day = FIRST + timedelta(days=self.n % 1000)
        parts = (Part("title", 0, title - 2), Part("body", title, len(text)))
        report = Report(
            report_id(self.n),
            text,
            parts,
            "0" * 64,
            title=text[: title - 2],
            publisher=self.world.publishers[int(PUBLISHERS * self.chance.random() ** 2)],
            published=day.isoformat(),
        )
        return Record(
            CoderInfo("0", "0", None),
            report,
            tuple(self.mentions),
            tuple(self.statements),
            tuple(self.events),
            (tie,),
            (),
            tuple(self.places),
        )


if __name__ == "__main__":
    sys.exit(main())
