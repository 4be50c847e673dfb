"""What one record adds to the survey: a pure function of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations, product

from dateline.ledger.names import fold
from dateline.record import ActorRef, Event, Mention, Participant, Record, Span, Speaker, Statement, Tie

Refer = ActorRef | Participant | Speaker


class Sort(IntEnum):
    """What a row of the survey is."""

    STATEMENT = 0
    EVENT = 1
    TIE = 2


class Role(IntEnum):
    """How somebody stands in a row; SPOKEN_OF is named inside a statement's words."""

    ACTOR = 0
    RECIPIENT = 1
    SPEAKER = 2
    BODY = 3
    ADDRESSEE = 4
    SPOKEN_OF = 5
    LEFT = 6
    RIGHT = 7


class Word(IntEnum):
    """On whose word something is told of two: the report's own, one's, the other's, both's, a third's."""

    REPORT = 0
    ONE = 1
    OTHER = 2
    BOTH = 3
    THIRD = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who have something between them; `mutual` where it goes both ways."""

    one: str
    other: str
    mutual: bool
    word: Word


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, event or tie of the record. `quad` and `modality` are empty where there is none.

    `told` is the day that an event's words give, None where they give no single day.
    """

    id: str
    sort: Sort
    what: str
    quad: str
    denied: bool
    modality: str
    said: bool
    speaker: str | None
    body: str | None
    parts: frozenset[tuple[str, Role]]
    pairs: tuple[Pair, ...]
    places: tuple[str, ...]
    deed: str = ""
    score: float = 0.0
    told: str | None = None
    voice: str | None = None


def who_of(one: Refer) -> str:
    """The catalogue id, or ~ and the folded name of somebody who is in no catalogue."""
    return one.actor if one.actor is not None else "~" + fold(one.name)


def rows_of(record: Record) -> tuple[Row, ...]:
    """The rows of a record: statements, then events, then ties, each in their order."""
    said = {row.id: row for row in record.statements}
    named = _Named(record.mentions)
    statements = (_statement(row, said, named) for row in record.statements)
    days = {d.id: d.first for d in record.dates if d.first and d.first == d.last}
    events = (_event(row, said, days) for row in record.events)
    return (*statements, *events, *(_tie(row, said) for row in record.ties))


def called(record: Record) -> Counter[tuple[str, str]]:
    """How often which words name whom; pronouns name nobody."""
    found: Counter[tuple[str, str]] = Counter()
    for mention in record.mentions:
        by = mention.resolved_by
        if by not in ("pronoun", "relative", "possessed") and not by.startswith("quoted-"):
            found.update((who_of(one), mention.text) for one in mention.actors)
    return found


def _statement(row: Statement, said: dict[str, Statement], named: _Named) -> Row:
    parts = {(who_of(one), Role.SPEAKER) for one in row.speakers}
    parts |= {(who_of(one), Role.ADDRESSEE) for one in row.addressees}
    parts |= {(who, Role.SPOKEN_OF) for who in named.within(row.content)}
    if row.affiliation:
        parts.add((who_of(row.affiliation), Role.BODY))
    speaker, body = _voice(row)
    denied = row.polarity == "denied"
    inside = row.parent in said
    return Row(
        row.id, Sort.STATEMENT, row.stance, "", denied, "", inside, speaker, body, frozenset(parts), (), (),
        voice=row.parent,
    )  # fmt: skip


def _event(row: Event, said: dict[str, Statement], days: dict[str, str]) -> Row:
    voice = said.get(row.statement or "")
    actors, recipients = _each(row.actors), _each(row.recipients)
    parts = {(who, Role.ACTOR) for who in actors} | {(who, Role.RECIPIENT) for who in recipients}
    between = product(actors, recipients) if recipients else combinations(actors, 2)
    pairs = tuple(Pair(a, b, not recipients, word_of(voice, a, b)) for a, b in between if a != b)
    speaker, body = _voice(voice)
    return Row(
        row.id, Sort.EVENT, row.type, row.quad, row.polarity == "denied", row.modality, row.statement is not None,
        speaker, body, frozenset(parts), pairs, row.places, row.deed, row.score,
        next((days[d] for d in row.dates if d in days), None), row.statement,
    )  # fmt: skip


def _tie(row: Tie, said: dict[str, Statement]) -> Row:
    voice = said.get(row.statement or "")
    left, right = who_of(row.left), who_of(row.right)
    pairs = (Pair(left, right, False, word_of(voice, left, right)),) if left != right else ()
    speaker, body = _voice(voice)
    return Row(
        row.id, Sort.TIE, row.type, "", row.polarity == "denied", row.modality, row.statement is not None,
        speaker, body, frozenset({(left, Role.LEFT), (right, Role.RIGHT)}), pairs, (),
        voice=row.statement,
    )  # fmt: skip


def word_of(voice: Statement | None, one: str, other: str) -> Word:
    """On whose word it is told, as the two see it: the speaker's, or that of the body it speaks for."""
    if voice is None:
        return Word.REPORT
    names = {who_of(name) for name in (*voice.speakers, *((voice.affiliation,) if voice.affiliation else ()))}
    if one in names:
        return Word.BOTH if other in names else Word.ONE
    return Word.OTHER if other in names else Word.THIRD


def _voice(voice: Statement | None) -> tuple[str | None, str | None]:
    if voice is None:
        return None, None
    speaker = who_of(voice.speakers[0]) if voice.speakers else None
    return speaker, who_of(voice.affiliation) if voice.affiliation else None


def _each(who: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who_of(one) for one in who))


class _Named:
    """Who is named where in the text."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        from bisect import bisect_left

        self._rows = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._rows]
        self._at = bisect_left

    def within(self, spans: Iterable[Span]) -> Iterator[str]:
        for start, end in spans:
            for at in range(self._at(self._starts, start), self._at(self._starts, end)):
                if self._rows[at].end <= end:
                    yield from (who_of(one) for one in self._rows[at].actors)
