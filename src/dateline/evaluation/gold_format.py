"""A record in the format of the gold guide, so that another scorer can check ours."""

from __future__ import annotations

from typing import Any

from dateline.evaluation.quotes import quote_of
from dateline.record import Casualties, DateRow, Event, Record, Statement


def to_gold(record: Record, report_id: str) -> dict[str, Any]:
    """One report's statements, events and ties as the guide writes them."""
    text = record.report.text
    dates = {d.id: d for d in record.dates}
    places = {p.id: p.name for p in record.places}
    events = []
    for event in record.events:
        first = next((dates[d] for d in event.dates if d in dates and dates[d].first), None)
        row = _event(text, event)
        row["place"] = next((places[p] for p in event.places if p in places), None)
        row["date"] = _date(first) if first else None
        events.append(row)
    return {
        "id": report_id,
        "text": text,
        "statements": [_statement(text, s) for s in record.statements],
        "events": events,
        "ties": [
            {
                "type": t.type,
                "left": t.left.name,
                "right": t.right.name,
                "polarity": t.polarity,
                "statement": t.statement,
            }
            for t in record.ties
        ],
    }


def _date(row: DateRow) -> dict[str, str]:
    """As the guide writes it: a day, a month `2034-11`, a year `2029`, a range `2034-11-06/2034-11-12`."""
    first, last = row.first or "", row.last or row.first or ""
    value = {"month": first[:7], "year": first[:4]}.get(row.precision, first if first == last else f"{first}/{last}")
    return {"value": value, "precision": "range" if "/" in value else row.precision}


def _statement(text: str, statement: Statement) -> dict[str, Any]:
    spoken = next(((s.start, s.end) for s in statement.speakers if s.start is not None and s.end is not None), None)
    return {
        "id": statement.id,
        "speakers": [s.name for s in statement.speakers],
        "speaker_text": quote_of(text, spoken) if spoken else None,
        "cue": quote_of(text, statement.cue) if statement.cue else None,
        "content": [quote_of(text, span) for span in statement.content],
        "kind": statement.kind,
        "stance": statement.stance,
        "parent": statement.parent,
    }


def _event(text: str, event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": list(event.mode),
        "actors": [a.name for a in event.actors],
        "recipients": [r.name for r in event.recipients],
        "polarity": event.polarity,
        "modality": event.modality,
        "statement": event.statement,
        "act_of": event.act_of,
        "anchor": quote_of(text, event.anchor),
        "deed": event.deed,
        "killed": _ends(event.casualties, "killed"),
        "injured": _ends(event.casualties, "injured"),
    }


def _ends(casualties: tuple[Casualties, ...], kind: str) -> list[int | None] | None:
    return next(([c.low, c.high] for c in casualties if c.kind == kind), None)
