"""How two actors stand to each other over time: cooperation and conflict by PLOVER scores, split by whose word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Literal

from dateline.accounts.linking import day
from dateline.accounts.telling import FACTS
from dateline.ledger import ToldEvent
from dateline.ledger.names import Who, fold
from dateline.record import Statement

Period = Literal["day", "week", "month"]
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One period and one voice: `word` is whose word (the report's own, one, the other, both, third).

    `cooperation` and `conflict` add up the PLOVER scores (0 to +10, -10 to 0 each) of what the voice holds to be done;
    `denied` counts what it denies, `ahead` what it wants, plans or conditions. A deed told twice in one voice of one
    report counts once; a copy counts never.
    """

    period: str
    word: str
    deeds: int
    cooperation: float
    conflict: float
    denied: int
    ahead: int

    def to_dict(self) -> dict[str, Any]:
        """The line as JSON; a table of them opens in pandas and R."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Between:
    """What counts of an event between two. `when` is an ISO day; `report` and `deed` tell which tellings are of one."""

    report: object
    deed: object
    type: str
    word: str
    polarity: str
    modality: str
    score: float
    when: str | None


def standing(told: Iterable[ToldEvent], one: Who, other: Who, by: Period) -> tuple[StandingLine, ...]:
    """The lines of what is told between two actors, by period and then by word. Background is left out."""
    return lines((_between(row, one, other) for row in told), by)


def lines(told: Iterable[Between], by: Period) -> tuple[StandingLine, ...]:
    """The lines of events whose word is known already."""
    groups: dict[tuple[str, str], list[Between]] = {}
    seen: set[tuple[object, ...]] = set()
    for row in told:
        deed = (row.report, row.deed, row.type, row.word, row.polarity, row.modality)
        if row.modality != "historical" and deed not in seen:
            seen.add(deed)
            groups.setdefault((_period(row.when, by), row.word), []).append(row)
    return tuple(_line(key, rows) for key, rows in sorted(groups.items()))


def _between(row: ToldEvent, one: Who, other: Who) -> Between:
    """The day is the one that the words give, else that of publication."""
    e = row.event
    told = next((d.first for d in row.dates if d.first and d.first == d.last), None) or row.report.published
    word = _word(row.voices, one, other)
    return Between(row.report.id, e.deed, e.type, word, e.polarity, e.modality, e.score, told[:10] if told else None)


def _line(key: tuple[str, str], rows: Sequence[Between]) -> StandingLine:
    done = [r for r in rows if r.polarity == "affirmed" and r.modality in FACTS]
    return StandingLine(
        period=key[0],
        word=key[1],
        deeds=len(done),
        cooperation=round(sum(e.score for e in done if e.score > 0), 2),
        conflict=round(sum(e.score for e in done if e.score < 0), 2),
        denied=sum(r.polarity == "denied" for r in rows),
        ahead=sum(r.polarity == "affirmed" and r.modality not in FACTS for r in rows),
    )


def _word(voices: Sequence[Statement], one: Who, other: Who) -> str:
    if not voices:
        return "report"
    names = tuple(_names(voices[0]))
    spoken = _is(names, one), _is(names, other)
    return {(True, True): "both", (True, False): "one", (False, True): "other", (False, False): "third"}[spoken]


def _names(voice: Statement) -> Iterator[tuple[str | None, str]]:
    """Ids and names of the speakers and of the body they speak for."""
    for who in voice.speakers:
        yield who.actor, who.name
    if voice.affiliation:
        yield voice.affiliation.actor, voice.affiliation.name


def _is(names: Sequence[tuple[str | None, str]], who: Who) -> bool:
    return any(actor in who.ids if actor else fold(name) in who.keys for actor, name in names)


def _period(told: str | None, by: Period) -> str:
    """The period that holds the day."""
    if told is None:
        return UNDATED
    when = day(told)
    return when.isoformat()[:7] if by == "month" else (when if by == "day" else _monday(when)).isoformat()


def _monday(when: date) -> date:
    return when - timedelta(days=when.weekday())
