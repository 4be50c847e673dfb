"""Time and memory of keeping accounts in ledgers of 1,000, 10,000 and 100,000 generated records: one report more.

usage: python -m benchmarks.accounts [--sizes 1000,10000,100000] [--actors 60] [--places 400]

The records are made up, not coded: deeds between random actors at random places, 27 reports a day, each told in several
reports and denied there, one in twenty reports a copy. They go in through `Ledger.add`, as those of `read` do. Times
are of the processor.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dateline.accounts import keeping
from dateline.actors import Catalogue
from dateline.ledger import Ledger
from dateline.ledger.opening import open_ledger
from dateline.reading import read_text
from dateline.record import ActorRef, CoderInfo, Event, Mention, Participant, PlaceRow, Record, Speaker, Statement

CODER = CoderInfo("benchmark", "made up", None)
FIRST = date(2031, 1, 1)
DEEDS = ("ASSAULT", "COERCE", "SANCTION", "CONSULT", "PROTEST", "RETREAT", "AID")
THINGS = ("bridge", "market", "depot", "school", "convoy", "mill", "harbour", "clinic", "granary", "ferry", "quarry")


def main() -> None:
    """Print a line a size: records in, time a record, time of one more, peak memory, size of the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--actors", type=int, default=60)
    parser.add_argument("--places", type=int, default=400)
    options = parser.parse_args()
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder) / "b.db", size, options.actors, options.places)


def _measure(path: Path, size: int, actors: int, places: int) -> None:
    catalogue = Catalogue.of(
        {"id": f"A{i}", "name": f"Actor {i}", "kind": "state" if i % 2 else "rebel", "country": f"A{i}"}
        for i in range(actors)
    )
    days = max(60, 3650 * size // 100_000)
    records = generated(size + 5, actors, places, days)
    with Ledger(path) as ledger:
        added = 0.0
        for record in (next(records) for _ in range(size)):
            start = time.process_time()
            ledger.add(record)
            added += time.process_time() - start
        db = open_ledger(path, create=False)
        start = time.process_time()
        keeping.prepare(db, "benchmark", None)
        keeping.catch_up(db, catalogue)
        bulk = time.process_time() - start
        more = []
        for record in records:
            ledger.add(record)
            start = time.process_time()
            keeping.catch_up(db, catalogue)
            more.append(time.process_time() - start)
        links, matters, disputes = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
            for table in ("account_link", "(SELECT DISTINCT matter FROM account_matter)", "account_dispute")
        )
        db.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:7} records: accounts {1000 * bulk / size:.1f} ms a record (put in: {1000 * added / size:.1f} ms); "
        f"one more {1000 * max(more):.0f} ms at most; {links} links, {matters} matters, {disputes} disputes; "
        f"peak memory {memory:.0f} MiB; file {path.stat().st_size / 2**20:.0f} MiB",
        flush=True,
    )


def generated(size: int, actors: int, places: int, days: int) -> Iterator[Record]:
    """Made-up records, always the same ones."""
    chance = random.Random(3)
    deeds = [_deed(chance, actors, places, days) for _ in range(size)]
    last = None
    for n in range(size):
        if last is not None and chance.random() < 0.05:
            yield _record(chance, n, last[0], last[1], last[2])
            continue
        day = chance.randrange(days)
        told = [(*deeds[chance.randrange(size)][:4], day) for _ in range(5)]
        nearby = deeds[n // 3]
        last = ([nearby, *told], nearby[4], chance.random())
        yield _record(chance, n, *last)


def _deed(chance: random.Random, actors: int, places: int, days: int) -> tuple[str, int, int, str, int]:
    one, other = chance.sample(range(actors), 2)
    place = f"Place {chance.randrange(places)} {chance.choice(THINGS)}"
    return chance.choice(DEEDS), one, other, place, chance.randrange(days)


def _record(chance: random.Random, n: int, deeds: list, day: int, seed: float) -> Record:  # type: ignore[type-arg] # five fields
    own = random.Random(seed)
    filler = " ".join(own.choice(THINGS) + str(own.randrange(900)) for _ in range(300))
    lines, spans = [f"Report {n}"], []
    at = len(lines[0]) + 2
    for kind, one, other, place, _ in deeds:
        line = f"Actor {one} did {kind.lower()} to Actor {other} at {place}, Actor {other} said. Actor {one} denied it."
        spans.append((at, at + len(line)))
        lines.append(line)
        at += len(line) + 2
    text = "\n\n".join([*lines, filler])
    published = (FIRST + timedelta(days=day)).isoformat()
    report = read_text(text, publisher=f"Paper {chance.randrange(40)}", published=published)
    rows = [_rows(d, span) for d, span in zip(deeds, spans, strict=True)]
    refs = sorted({a for d in deeds for a in (d[1], d[2])})
    mentions = tuple(
        Mention(f"m0-{a}", 0, 5, f"Actor {a}", (ActorRef(f"A{a}", f"Actor {a}"),), "name", 1.0) for a in refs
    )
    return Record(
        coder=CODER,
        report=report,
        mentions=mentions,
        statements=tuple(s for row in rows for s in row[0]),
        events=tuple(e for row in rows for e in row[1]),
        places=tuple(row[2] for row in rows),
    )


def _rows(deed: tuple[str, int, int, str, int], span: tuple[int, int]):  # type: ignore[no-untyped-def] # three rows
    kind, one, other, place, _ = deed
    start, end = span
    said, denied = (
        _said(who, start + k, end, stance) for k, (who, stance) in enumerate(((other, "say"), (one, "deny")))
    )
    spot = PlaceRow(f"p{start}-{end}", start, end, place, place, None, None, None, None, None, "town", "made up", None)
    events = tuple(
        Event(
            id=f"e{start + k}-{end}",
            type=kind,
            folded=None,
            mode=(),
            contexts=(),
            quad="material-conflict",
            score=-9.0,
            actors=(_who(one),),
            recipients=(_who(other),),
            polarity="affirmed" if k == 0 else "denied",
            modality="actual",
            statement=statement.id,
            act_of=None,
            deed=f"e{start}-{end}",
            dates=(),
            places=(spot.id,),
            casualties=(),
            anchor=(start + 12, start + 20),
            evidence=((start, end),),
            why=(),
            confidence=1.0,
        )
        for k, statement in enumerate((said, denied))
    )
    return (said, denied), events, spot


def _who(actor: int) -> Participant:
    return Participant(None, f"A{actor}", f"Actor {actor}")


def _said(actor: int, start: int, end: int, stance: str) -> Statement:
    speaker = Speaker(None, f"A{actor}", f"Actor {actor}", None, None)
    return Statement(
        id=f"s{start}-{end}",
        speakers=(speaker,),
        affiliation=None,
        cue=(start, start + 1),
        content=((start, end),),
        kind="indirect",
        stance=stance,
        polarity="affirmed",
        distance=False,
        addressees=(),
        parent=None,
        confidence=1.0,
    )


if __name__ == "__main__":
    main()
