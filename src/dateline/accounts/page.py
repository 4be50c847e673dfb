"""A record with its look-ups: whose word a statement is, and what each of its events tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.accounts.codebook import Position, codebook
from dateline.accounts.counting import counts, said_figures, tolls_of
from dateline.accounts.party import Parties, Party
from dateline.accounts.phrases import gives_reason, topics
from dateline.accounts.processes import Reference, named, references
from dateline.accounts.telling import Telling, Toll
from dateline.accounts.words import Sentences, near
from dateline.actors.folding import fold, words_of
from dateline.record import ActorRef, Event, Record, Span, Statement

DOUBTS = ("doubt", "refuse-comment")
NOBODY = "unnamed"
HURT = ("killed", "injured")


@dataclass(frozen=True)
class Page:
    """A record with its look-ups."""

    record: Record
    parties: Parties

    @property
    def text(self) -> str:
        """The report's text."""
        return self.record.report.text

    @cached_property
    def sentences(self) -> Sentences:
        """Where its sentences lie."""
        return Sentences.of(self.text)

    @cached_property
    def said(self) -> dict[str, Statement]:
        """Statements by id."""
        return {s.id: s for s in self.record.statements}

    @cached_property
    def by_id(self) -> dict[str, Event]:
        """Events by id."""
        return {e.id: e for e in self.record.events}

    @cached_property
    def _references(self) -> dict[Span, list[Reference]]:
        """References to processes by the sentence they stand in."""
        found: dict[Span, list[Reference]] = {}
        for row in references(self.record):
            found.setdefault(self.sentences.around(row.span), []).append(row)
        return found

    def processes_at(self, anchors: Iterable[Span]) -> tuple[str, ...]:
        """The named processes that the sentences of some anchors refer to."""
        rows = (row for a in anchors for row in self._references.get(self.sentences.around(a), ()))
        return named(rows)

    def is_told(self, event: Event) -> bool:
        """Whether an event is a telling: "denied the accusation" tells no accusation, it answers one."""
        words = " ".join(self.text[slice(*event.anchor)].casefold().split()).removeprefix("the ")
        return not (event.type == "ACCUSE" and event.polarity == "denied" and words in codebook().anaphor_heads)

    def voice(self, statement: Statement | None) -> tuple[Party, ...]:
        """Whose word it is: the speakers, or the publisher for the report's own voice."""
        if statement:
            return tuple(self.parties.party(s) for s in statement.speakers) or (
                self.parties.party(ActorRef(None, NOBODY)),
            )
        return self._own_voice

    @cached_property
    def _own_voice(self) -> tuple[Party, ...]:
        name = self.record.report.publisher or self.record.report.agency or NOBODY
        known = next((e.ref for e in self.parties.catalogue.entries if e.name == name), None)
        return (self.parties.party(known or ActorRef(None, name)),)

    def telling(self, event: Event) -> Telling:
        """The telling that an event is."""
        statement = self.said.get(event.statement or "")
        report = self.record.report
        days = [d for d in self.record.dates if d.id in event.dates and d.first]
        spans = statement.content if statement and statement.content else (self.sentences.around(event.anchor),)
        return Telling(
            report=report.id,
            published=report.published[:10] if report.published else None,
            event=event.id,
            statement=event.statement,
            answers=None,
            voice=self.voice(statement),
            stance=statement.stance if statement else "say",
            distance=bool(statement and statement.distance),
            position=_position(event, statement),
            modality=event.modality,
            type=event.type,
            actors=tuple(self.parties.party(a) for a in event.actors),
            recipients=tuple(self.parties.party(r) for r in event.recipients),
            first=min((d.first for d in days if d.first), default=None),
            last=max((d.last or d.first or "" for d in days), default=None),
            places=tuple(_place(p.name) for p in self.record.places if p.id in event.places),
            tolls=self._tolls(event, statement),
            anchor=event.anchor,
            spans=spans,
            text=shown(self.text, spans),
            reason=gives_reason(self.text, spans),
            topics=topics(self.text, [self.window(event.anchor, spans if statement else ())]),
        )

    def window(self, anchor: Span, said: Sequence[Span]) -> Span:
        """The words around an anchor, within the sentence and, where somebody says it, within what is said."""
        window = near(anchor, self.sentences.around(anchor))
        return next((o for s in said if (o := overlap(window, s))), window)

    def outer(self, rows: Sequence[Telling]) -> Iterator[Telling]:
        """Who tells that somebody admitted it, as one who holds it: the admission is his word."""
        for t in rows:
            inner = self.said.get(t.statement or "")
            outer = self.said.get(inner.parent or "") if inner and inner.stance == "admit" else None
            if outer and outer.stance in ("say", "claim", "confirm"):
                spans = outer.content or t.spans
                told = replace(t, event=None, statement=outer.id, voice=self.voice(outer), stance=outer.stance)
                yield replace(told, spans=spans, text=shown(self.text, spans), distance=outer.distance)

    def _tolls(self, event: Event, statement: Statement | None) -> tuple[Toll, ...]:
        told = tolls_of(self.text, event.casualties)
        kind = codebook().figure_of_type.get(event.type)
        if not told and event.type == "ASSAULT" and statement:
            after = tuple((max(a, event.anchor[0]), b) for a, b in statement.content if b > event.anchor[0])
            return tuple(t for t in said_figures(self.text, after) if t.kind in HURT)
        if told or kind is None:
            return told
        sentence = self.sentences.around(event.anchor)
        spans = [overlap(sentence, s) for s in statement.content] if statement and statement.content else [sentence]
        return next((c for s in spans if s and (c := counts(self.text, s, event.anchor, kind))), ())


def shown(text: str, spans: Iterable[Span]) -> str:
    """The words of several spans on one line."""
    return " … ".join(" ".join(text[a:b].split()) for a, b in spans)


def overlap(one: Span, other: Span) -> Span | None:
    """The code points that two spans share."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def _position(event: Event, statement: Statement | None) -> Position:
    if statement and event.polarity == "affirmed" and (statement.stance in DOUBTS or event.modality == "possible"):
        return "open"
    return event.polarity


def _place(name: str) -> str:
    return " ".join(fold(w) for w in words_of(name))
