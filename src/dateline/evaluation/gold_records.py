"""Reports coded by hand, as records: so that what works on records can be measured apart from the coding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.actors import Catalogue
from dateline.evaluation.quotes import span_of
from dateline.events.plover import event_types, folded, score_of
from dateline.reading import read_text
from dateline.record import (
    ActorRef,
    Casualties,
    CoderInfo,
    DateRow,
    Event,
    Mention,
    Participant,
    PlaceRow,
    Record,
    Span,
    Speaker,
    Statement,
    Tie,
)
from dateline.report import Report

Row = Mapping[str, Any]
BY_HAND = CoderInfo("by hand", "gold", None)
NOWHERE: Span = (0, 0)


def gold_records(collection: Row, catalogue: Catalogue) -> tuple[tuple[str, Record], ...]:
    """(id in the collection, record) of every report; rows keep the ids of the gold, and `catalogue` its actors."""
    return tuple((report["id"], _record(report, catalogue)) for report in collection["reports"])


def read_gold_report(row: Row) -> Report:
    """A gold report as it is read: its text, with the day and the publisher given beside it."""
    given = {key: row[key] for key in ("published", "publisher") if row.get(key)}
    return read_text(row["text"], **given)


def _record(row: Row, catalogue: Catalogue) -> Record:
    report = read_gold_report(row)
    names = _names(row)
    stances = {s["id"]: s["stance"] for s in row["statements"]}
    ids = _ids(row)
    return Record(
        coder=BY_HAND,
        report=report,
        mentions=tuple(_mention(i, name, catalogue) for i, name in enumerate(names)),
        statements=tuple(_statement(report.text, s, catalogue, ids) for s in row["statements"]),
        events=tuple(_event(report.text, e, catalogue, stances, ids) for e in row["events"]),
        ties=tuple(_tie(i, t, catalogue, ids) for i, t in enumerate(row["ties"])),
        dates=tuple(_date(e) for e in row["events"] if e.get("date")),
        places=tuple(_place(e) for e in row["events"] if e.get("place")),
    )


def _names(row: Row) -> list[str]:
    roles = [s["speakers"] for s in row["statements"]]
    roles += [e[role] for e in row["events"] for role in ("actors", "recipients")]
    return sorted({name for names in roles for name in names})


def _mention(number: int, name: str, catalogue: Catalogue) -> Mention:
    return Mention(f"m{number}", 0, 0, name, (_ref(name, catalogue),), "hand", 1.0)


def _ref(name: str, catalogue: Catalogue) -> ActorRef:
    """The gold's actors are entries whose id is their name; a description has the country whose name it holds."""
    known = catalogue.refer(name)
    if known:
        return known
    folded_name = name.casefold()
    for entry in catalogue.entries:
        if entry.kind == "state" and any(n.casefold() in folded_name for n in (entry.name, *entry.demonyms)):
            return ActorRef(None, name, entry.id, ())
    return ActorRef(None, name, None, ())


def _party(name: str, catalogue: Catalogue) -> Participant:
    return Participant(None, name if catalogue.get(name) else None, name)


def gold_id(row: str) -> str:
    """The id in the gold of a row of a gold record: ids of ours hold a span, and the gold's id after a dot."""
    return row.partition(".")[2] or row


def _ids(row: Row) -> dict[str | None, str]:
    """Our id of each statement of a report by that of the gold: like any id, it tells the anchor's span."""
    found: dict[str | None, str] = {}
    for s in row["statements"]:
        quotes = [s["cue"], *s["content"]]
        start, end = next((span for q in quotes if (span := span_of(row["text"], q))), NOWHERE)
        found[s["id"]] = f"s{start}-{end}.{s['id']}"
    return found


def _statement(text: str, row: Row, catalogue: Catalogue, ids: Mapping[str | None, str]) -> Statement:
    spans = tuple(span for quote in row["content"] if (span := span_of(text, quote)))
    spoken = span_of(text, row.get("speaker_text"))
    return Statement(
        id=ids[row["id"]],
        speakers=tuple(_speaker(name, spoken, catalogue) for name in row["speakers"]),
        affiliation=None,
        cue=span_of(text, row["cue"]),
        content=spans,
        kind=row["kind"],
        stance=row["stance"],
        polarity="affirmed",
        distance=False,
        addressees=(),
        parent=ids.get(row.get("parent")),
        confidence=1.0,
    )


def _speaker(name: str, spoken: Span | None, catalogue: Catalogue) -> Speaker:
    start, end = spoken or (None, None)
    return Speaker(None, name if catalogue.get(name) else None, name, start, end)


def _event(
    text: str, row: Row, catalogue: Catalogue, stances: Mapping[str, str], ids: Mapping[str | None, str]
) -> Event:
    anchor = span_of(text, row["anchor"]) or NOWHERE
    mode = tuple(row.get("mode", ()))
    return Event(
        id=row["id"],
        type=row["type"],
        folded=folded(row["type"], row["modality"], row["polarity"], stances.get(row["statement"] or "")),
        mode=mode,
        contexts=(),
        quad=event_types()[row["type"]].quad,
        score=score_of(row["type"], mode),
        actors=tuple(_party(n, catalogue) for n in row["actors"]),
        recipients=tuple(_party(n, catalogue) for n in row["recipients"]),
        polarity=row["polarity"],
        modality=row["modality"],
        statement=ids.get(row["statement"]),
        act_of=ids.get(row.get("act_of")),
        deed=row["deed"],
        dates=(f"d{row['id']}",) if row.get("date") else (),
        places=(f"p{row['id']}",) if row.get("place") else (),
        casualties=tuple(_toll(row, kind, anchor) for kind in ("killed", "injured") if row.get(kind)),
        anchor=anchor,
        evidence=(anchor,),
        why=(),
        confidence=1.0,
    )


def _toll(row: Row, kind: str, anchor: Span) -> Casualties:
    low, high = row[kind]
    return Casualties(kind, low, high, None, *anchor)


def _tie(number: int, row: Row, catalogue: Catalogue, ids: Mapping[str | None, str]) -> Tie:
    return Tie(
        id=f"t{number}",
        type=row["type"],
        left=_party(row["left"], catalogue),
        right=_party(row["right"], catalogue),
        polarity=row["polarity"],
        modality="ongoing",
        statement=ids.get(row["statement"]),
        dates=(),
        anchor=NOWHERE,
        evidence=(),
        why=(),
        confidence=1.0,
    )


def _date(row: Row) -> DateRow:
    value, precision = row["date"]["value"], row["date"]["precision"]
    first, _, last = value.partition("/")
    return DateRow(f"d{row['id']}", 0, 0, value, _day(first, "01"), _day(last or first, "28"), precision, None)


def _day(value: str, end: str) -> str:
    """A day of the month or year that is given; the 28th stands for the end of a month, close enough for a window."""
    parts = value.split("-")
    month = "01" if end == "01" else "12"
    return "-".join([*parts, *([month, end][len(parts) - 1 :])])


def _place(row: Row) -> PlaceRow:
    name = row["place"]
    return PlaceRow(f"p{row['id']}", 0, 0, name, name, None, None, None, None, None, "town", "hand", None)
