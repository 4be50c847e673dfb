"""What the stages of this room look at together: the report's syntax, mentions, statements and setting."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from dateline.actors.mentions import Mentions
from dateline.codebook import SHIPPED, Codebook, vocabulary
from dateline.events.readings import Reading, deed_readings
from dateline.events.tree import Tree
from dateline.language import Analysis, Token
from dateline.record import ActorRef, Casualties, DateRow, Participant, PlaceRow, Span, Statement

EXACT = ("day", "time")
DEEP = 8  # statements inside statements, at most


class Places(Protocol):
    """What this room needs of a setting; `dateline.setting.Setting` is one."""

    @property
    def dates(self) -> tuple[DateRow, ...]:
        """The dates of the report."""

    @property
    def places(self) -> tuple[PlaceRow, ...]:
        """Its places."""

    def dates_of(self, anchor: Span, analysis: Analysis) -> tuple[str, ...]:
        """Ids of the dates of a deed."""

    def places_of(self, anchor: Span, analysis: Analysis) -> tuple[str, ...]:
        """Ids of the places of a deed."""

    def casualties_of(self, anchor: Span, analysis: Analysis) -> tuple[Casualties, ...]:
        """Tolls of a deed."""


@dataclass(frozen=True)
class Page:
    """One report as this room sees it."""

    analysis: Analysis
    mentions: Mentions
    statements: tuple[Statement, ...]
    setting: Places
    codebook: Codebook = SHIPPED

    @cached_property
    def tree(self) -> Tree:
        """The syntax."""
        return Tree(self.analysis)

    @cached_property
    def readings(self) -> Mapping[int, Reading]:
        """The deeds that the encoder reads, by the tokens that tell them."""
        return {i: r for r in deed_readings(self.analysis.encoding) for i in range(r.first, r.last)}

    @cached_property
    def dates(self) -> dict[str, DateRow]:
        """The dates of the report by id."""
        return {row.id: row for row in self.setting.dates}

    @cached_property
    def story_day(self) -> date | None:
        """The latest day that the report names exactly, which stands for the day of the story; None where none is."""
        days = (day_of(row.last) for row in self.setting.dates if row.precision in EXACT and row.last)
        return max((d for d in days if d), default=None)

    @cached_property
    def noun_counts(self) -> Counter[str]:
        """How often each common noun stands in the report, by lemma."""
        return Counter(token.lemma for token in self.tokens if token.pos == "NOUN")

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens."""
        return self.analysis.tokens

    def statement(self, key: str | None) -> Statement | None:
        """The statement with this id."""
        return self._by_id.get(key) if key else None

    def voice_at(self, offset: int, besides: str | None = None) -> Statement | None:
        """The innermost statement whose content covers a code point; `besides` is one that does not count."""
        covering = [s for s in self._covering(offset) if s.id != besides]
        return max(covering, key=lambda s: (self.depth(s), -_length(s), s.id), default=None)

    def cue_at(self, offset: int) -> Statement | None:
        """The statement whose cue covers a code point, or None."""
        i = bisect_right(self._cue_starts, offset) - 1
        nearest = self._cued[i] if i >= 0 else None
        return nearest if nearest and nearest.cue and nearest.cue[1] > offset else None

    def state_of(self, ref: ActorRef) -> Participant | None:
        """The state that a government body belongs to, where the report names it."""
        if ref.country is None or self.mentions.kind_of(ref) not in ("government", "military", "person"):
            return None
        return self.state_by(ref.country)

    def country_of(self, name: str) -> str | None:
        """The country of an actor that the report mentions."""
        ref = self.refs.get(name)
        return ref.country if ref else None

    @cached_property
    def refs(self) -> dict[str, ActorRef]:
        """The actors that the report mentions, by name."""
        return {ref.name: ref for mention in self.mentions.rows for ref in mention.actors}

    def state_by(self, country: str | None) -> Participant | None:
        """The state with this code, where the report names it."""
        return self._states.get(country) if country else None

    def in_date(self, offset: int) -> bool:
        """Whether a code point lies in a date ("March 7")."""
        i = bisect_right(self._date_starts, offset) - 1
        return i >= 0 and self._dated[i].end > offset

    def depth(self, statement: Statement) -> int:
        """How many statements stand around this one."""
        return sum(1 for _ in self.around(statement))

    def around(self, statement: Statement) -> Iterator[Statement]:
        """The statements that hold this one, from the inside out."""
        for _ in range(DEEP):
            parent = self.statement(statement.parent)
            if parent is None:
                return
            yield parent
            statement = parent

    @cached_property
    def namesakes(self) -> dict[str, Participant]:
        """The actors whose name ends in a common noun, by that noun, where the report names only one such."""
        found: dict[str, dict[str, Participant]] = {}
        for mention in self.mentions.rows:
            for ref in mention.actors:
                words = ref.name.casefold().split()
                if ref.actor is not None and len(words) > 1:
                    found.setdefault(words[-1], {})[ref.name] = Participant(None, ref.actor, ref.name)
        return {word: next(iter(named.values())) for word, named in found.items() if len(named) == 1}

    @cached_property
    def bodies_by_members(self) -> dict[str, Participant]:
        """The bodies of working people that the report names, by the word for their members: the dockers' union."""
        suffixes = ("s'", "s\u2019", "'", "\u2019")
        found: dict[str, dict[str, Participant]] = {}
        for name, party in self._bodies("union").items():
            for word in name.casefold().split():
                if word.endswith(suffixes):
                    found.setdefault(word.rstrip("'\u2019").removesuffix("s"), {})[name] = party
        return {word: next(iter(named.values())) for word, named in found.items() if len(named) == 1}

    @cached_property
    def _militaries(self) -> dict[str, Participant]:
        found: dict[str, dict[str, Participant]] = {}
        for name, ref in self.refs.items():
            if ref.actor and ref.country and self.mentions.kind_of(ref) == "military":
                found.setdefault(ref.country, {})[name] = Participant(None, ref.actor, name)
        return {country: next(iter(named.values())) for country, named in found.items() if len(named) == 1}

    def military_of(self, country: str | None) -> Participant | None:
        """The armed forces of a country, where the report names one such body."""
        return self._militaries.get(country) if country else None

    @cached_property
    def only_union(self) -> Participant | None:
        """The one union of working people that the report names."""
        return self._only("union")

    @cached_property
    def only_police(self) -> Participant | None:
        """The one police body that the report names."""
        return self._only("police")

    def _only(self, kind: str) -> Participant | None:
        named = self._bodies(kind)
        return next(iter(named.values())) if len(named) == 1 else None

    def _bodies(self, kind: str) -> dict[str, Participant]:
        """The bodies named in the report whose name holds one of the words for this kind."""
        words = frozenset(vocabulary("deeds_civil")["body_names"][kind])
        return {
            name: Participant(None, ref.actor, name)
            for name, ref in self.refs.items()
            if ref.actor is not None
            and words & set(name.casefold().split())
            and self.mentions.kind_of(ref) not in ("person", "state", "igo", "agency", "coalition")
        }

    @cached_property
    def _states(self) -> dict[str, Participant]:
        found = (ref for mention in self.mentions.rows for ref in mention.actors)
        return {
            r.country: Participant(None, r.actor, r.name)
            for r in found
            if r.country and self.mentions.kind_of(r) == "state"
        }

    @cached_property
    def _by_id(self) -> dict[str, Statement]:
        return {s.id: s for s in self.statements}

    @cached_property
    def _dated(self) -> list[DateRow]:
        return sorted(self.setting.dates, key=lambda row: (row.start, row.id))

    @cached_property
    def _date_starts(self) -> list[int]:
        return [row.start for row in self._dated]

    @cached_property
    def _cued(self) -> list[Statement]:
        return sorted((s for s in self.statements if s.cue), key=lambda s: (s.cue or (0, 0), s.id))

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [s.cue[0] for s in self._cued if s.cue]

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[Span, Statement]]]:
        """The pieces of content that touch each sentence, so that a look-up does not scan the report."""
        table: dict[int, list[tuple[Span, Statement]]] = {}
        starts = [s.start for s in self.analysis.sentences]
        for statement in self.statements:
            for start, end in statement.content:
                for i in range(max(bisect_right(starts, start) - 1, 0), bisect_right(starts, max(end - 1, start))):
                    table.setdefault(i, []).append(((start, end), statement))
        return table

    def _covering(self, offset: int) -> Iterator[Statement]:
        sentence = self.analysis.sentence_at(offset)
        if sentence is None:
            return
        for (start, end), statement in self._by_sentence.get(sentence.index, ()):
            if start <= offset < end:
                yield statement


def day_of(text: str) -> date | None:
    """An ISO date or date-time as a day; None where it is neither."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _length(statement: Statement) -> int:
    return sum(end - start for start, end in statement.content)
