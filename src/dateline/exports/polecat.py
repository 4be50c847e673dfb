"""POLECAT's forty tab-separated columns, for tools that read events in that form; polecat.yaml says what is in each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.actors import Catalogue
from dateline.exports.whole_file import whole_file
from dateline.ledger import Ledger
from dateline.record import ActorRef, DateRow, Event, Mention, Participant, PlaceRow, Record

JOIN = ";"
Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class Written:
    """How many events were written, and how many left out because the format cannot say how they are told."""

    events: int
    left_out: int


def export_polecat(ledger: Ledger, path: Path, *, said: bool = False) -> Written:
    """Writes the events that the format can hold: affirmed ones, and with `said` also those told on somebody's word."""
    numbers = cow_numbers()
    written = left_out = 0
    with whole_file(path) as out:
        table = csv.DictWriter(out, columns(), delimiter="\t", lineterminator="\n", restval="")
        table.writeheader()
        for record in ledger.records():
            kept = [event for event in record.events if fits(event, said)]
            table.writerows(_row(event, record, numbers) for event in kept)
            written += len(kept)
            left_out += len(record.events) - len(kept)
    return Written(written, left_out)


def fits(event: Event, said: bool) -> bool:
    """Whether the format says the truth of it: no denials, nothing merely possible or wanted unless PLOVER folds it."""
    is_done = event.modality in ("actual", "ongoing", "historical") or event.folded is not None
    return event.polarity == "affirmed" and is_done and (said or event.statement is None)


@cache
def columns() -> tuple[str, ...]:
    """The names of the forty columns."""
    import yaml

    text = files("dateline.exports").joinpath("polecat.yaml").read_text(encoding="utf8")
    return tuple(yaml.safe_load(text)["columns"])


@cache
def cow_numbers() -> Mapping[str, int]:
    """Correlates of War numbers of the states that dateline knows, by ISO code."""
    return {(entry.iso3 or entry.id): entry.cow for entry in Catalogue.load().entries if entry.cow is not None}


def _row(event: Event, record: Record, numbers: Mapping[str, int]) -> Cells:
    report = record.report
    dates = [row for row in record.dates if row.id in event.dates]
    places = [row for row in record.places if row.id in event.places]
    return {
        "Event ID": f"{report.id}:{event.id}",
        "Event Date": _day(dates),
        "Event Type": event.folded or event.type,
        "Event Mode": JOIN.join(event.mode),
        "Intensity": event.score,
        "Quad Code": event.quad.replace("-", " ").upper(),
        "Contexts": JOIN.join(event.contexts),
        **_side("Actor", event.actors, record, numbers),
        **_side("Recipient", event.recipients, record, numbers),
        **_place(places[0] if places else None),
        "Source": report.publisher,
        "Publication Date": (report.published or "")[:10],
        "Story Locations": JOIN.join(dict.fromkeys(row.name for row in record.places)),
        "Language": report.language,
        "Version": record.coder.version,
    }


def _side(side: str, who: tuple[Participant, ...], record: Record, numbers: Mapping[str, int]) -> Cells:
    mentions = {row.id: row for row in record.mentions}
    refs = [_ref(one, mentions) for one in who]
    sectors = [sector for ref in refs for sector in ref.sectors]
    return {
        f"{side} Name": JOIN.join(one.name for one in who),
        f"{side} Country": JOIN.join(_distinct(ref.country for ref in refs)),
        f"{side} COW": JOIN.join(_distinct(str(numbers.get(ref.country or "", "")) for ref in refs)),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": JOIN.join(_distinct(sectors)),
        f"{side} Name Raw": JOIN.join(mentions[one.mention].text for one in who if one.mention),
    }


def _ref(one: Participant, mentions: Mapping[str, Mention]) -> ActorRef:
    """What the words of a participant say of its country and sectors."""
    known = mentions[one.mention].actors if one.mention else ()
    return next((ref for ref in known if (ref.actor, ref.name) == (one.actor, one.name)), ActorRef(one.actor, one.name))


def _place(row: PlaceRow | None) -> Cells:
    if row is None:
        return {}
    return {
        "Placename": row.name,
        "City": row.name if row.precision == "town" else "",
        "Province": row.admin1,
        "Country": row.country,
        "Latitude": row.latitude,
        "Longitude": row.longitude,
        "GeoNames ID": row.geonames,
        "Raw Placename": row.text,
        "Feature Type": row.precision,
    }


def _day(dates: Iterable[DateRow]) -> str:
    """The one day that the dates give, or nothing."""
    days = {day for row in dates for day in (row.first, row.last)}
    return (days.pop() or "") if len(days) == 1 else ""


def _distinct(values: Iterable[str | None]) -> Iterator[str]:
    return (value for value in dict.fromkeys(values) if value)
