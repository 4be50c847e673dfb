"""Turns: what a report tells in order, each statement with its tellings, each telling in its own voice alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.accounts.page import Page
from dateline.accounts.party import Party
from dateline.accounts.telling import Telling
from dateline.accounts.words import content_words
from dateline.record import Span, Statement

Drafts = Sequence[Sequence[Telling]]
Told = tuple[tuple[int, Telling], ...]  # (number of the deed, telling)


@dataclass(frozen=True, slots=True)
class Turn:
    """`statement` is None in the report's own voice. `told` are its tellings but for speech acts; `words` are stems."""

    start: int
    end: int
    statement: Statement | None
    voice: tuple[Party, ...]
    told: Told
    words: frozenset[str]

    @property
    def id(self) -> str:
        """The row it stands for: the statement, or the event told in the report's own voice."""
        return self.statement.id if self.statement else self.told[0][1].event or ""

    @property
    def stance(self) -> str:
        """How it is said."""
        return self.statement.stance if self.statement else "say"


def turns_of(page: Page, drafts: Drafts) -> tuple[Turn, ...]:
    """The turns of a report in the order of the text; `drafts` are the tellings of each of its deeds."""
    told: dict[str | None, list[tuple[int, Telling]]] = {}
    for number, rows in enumerate(drafts):
        for t in rows:
            if not page.by_id[t.event or ""].act_of:
                told.setdefault(t.statement, []).append((number, t))
    turns = (*_said(page, told), *_own(page, told.get(None, ())))
    return tuple(sorted(turns, key=lambda turn: (turn.start, -turn.end, turn.id)))


def _said(page: Page, told: Mapping[str | None, Sequence[tuple[int, Telling]]]) -> Iterator[Turn]:
    for s in page.record.statements:
        spans = [*s.content, *([s.cue] if s.cue else [])]
        if spans:
            start, end = min(a for a, _ in spans), max(b for _, b in spans)
            yield Turn(start, end, s, page.voice(s), tuple(told.get(s.id, ())), stems(page.text, s.content))


def _own(page: Page, told: Iterable[tuple[int, Telling]]) -> Iterator[Turn]:
    for number, t in told:
        yield Turn(*t.anchor, None, t.voice, ((number, t),), stems(page.text, [page.sentences.around(t.anchor)]))


def stems(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """Stems of the content words of some spans."""
    return frozenset(w for span in spans for w in content_words(text, span))
