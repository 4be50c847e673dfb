"""Which of our rows is which row of the gold: statements by words and speaker, events by type, nearness and parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.evaluation.gold_records import gold_id
from dateline.evaluation.names import Names
from dateline.evaluation.pairing import pair_greedily
from dateline.record import Event, Record, Span, Statement

Row = Mapping[str, Any]
Key = tuple[str, str]
ENOUGH = 0.4  # of the code points of two contents: a statement that is cut otherwise is still the same words
NEAR = 60  # code points between two anchors


def own_names(collection: Row, gold: Mapping[str, Record], own: Mapping[str, Record]) -> dict[Key, Key]:
    """(our report id, our row id) to (gold report, gold row); a report's own voice is the empty row."""
    names = Names(collection["actors"])
    found: dict[Key, Key] = {}
    for report, mine in own.items():
        theirs = gold[report]
        found[mine.report.id, ""] = (report, "")
        for ours, gold_row in (*_statements(theirs, mine, names), *_events(theirs, mine, names)):
            found[mine.report.id, ours] = (report, gold_row)
    return found


def _statements(gold: Record, own: Record, names: Names) -> Iterator[tuple[str, str]]:
    scored = []
    for i, g in enumerate(gold.statements):
        for j, o in enumerate(own.statements):
            alike = _alike(g, o)
            if alike >= ENOUGH:
                share = names.share([s.name for s in g.speakers], [s.name for s in o.speakers])
                scored.append((alike + 0.2 * share, i, j))
    for i, j in pair_greedily(scored):
        yield own.statements[j].id, gold_id(gold.statements[i].id)


def _alike(g: Statement, o: Statement) -> float:
    """Dice of the code points of two contents; two statements without content are compared by their cues."""
    if not g.content and not o.content:
        return float(bool(g.cue and o.cue and _points((g.cue,)) & _points((o.cue,))))
    a, b = _points(g.content), _points(o.content)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _points(spans: Sequence[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _events(gold: Record, own: Record, names: Names) -> Iterator[tuple[str, str]]:
    scored = [
        (score, i, j)
        for i, g in enumerate(gold.events)
        for j, o in enumerate(own.events)
        if (score := _event_score(g, o, names)) > 0
    ]
    for i, j in pair_greedily(scored):
        yield own.events[j].id, gold.events[i].id


def _event_score(g: Event, o: Event, names: Names) -> float:
    far = abs(g.anchor[0] - o.anchor[0])
    if g.type != o.type or far > NEAR or (g.act_of is None) != (o.act_of is None):
        return 0.0
    actors = names.share([a.name for a in g.actors], [a.name for a in o.actors])
    recipients = names.share([a.name for a in g.recipients], [a.name for a in o.recipients])
    return 1 + actors + recipients + (g.polarity == o.polarity) - far / NEAR


def hand_names(records: Mapping[str, Record]) -> dict[Key, Key]:
    """The same for records made from the gold itself."""
    found: dict[Key, Key] = {}
    for report, record in records.items():
        rows = (*(s.id for s in record.statements), *(e.id for e in record.events), "")
        found |= {(record.report.id, row): (report, gold_id(row)) for row in rows}
    return found
