"""A report with everything that is known of its words before anybody is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dateline.actors.catalogue import Catalogue
from dateline.actors.dating import day_of, year_of
from dateline.actors.folding import words_of
from dateline.actors.lexicon import Institution, Lexicon, RoleNoun, Shape, Title, lexicon
from dateline.actors.names import Name
from dateline.actors.spots import NameSpotter, Spots, spot, spots_of
from dateline.actors.support import supported
from dateline.actors.word_view import WordView, word_view
from dateline.language import Analysis, Sentence, Token
from dateline.record import ActorRef, Unresolved
from dateline.report import Report


@dataclass(frozen=True)
class Page:
    """The analysis of a report, the catalogue, and where known phrases stand in it.

    `capitals` are the tokens of sentences all in capitals, `headline` those of sentences in title case. `regimes` are
    the countries whose government the report tells apart from the state ("the Velmoran regime"). `local` are the actors
    that only this report names, by tokens [first, last), with their kinds. `home` is the state of the dateline,
    `year` that of the report, None where it is not told.
    """

    analysis: Analysis
    report: Report
    catalogue: Catalogue
    lexicon: Lexicon
    view: WordView
    capitals: frozenset[int]
    headline: frozenset[int]
    names: Spots[Name]
    titles: Spots[Title]
    institutions: Spots[Institution]
    roles: Spots[RoleNoun]
    class_words: Spots[Shape]
    unresolved: tuple[Unresolved, ...]
    regimes: frozenset[str] = frozenset()
    local: Mapping[tuple[int, int], tuple[ActorRef, str]] = field(default_factory=dict)
    home: ActorRef | None = None
    year: int | None = None

    @cached_property
    def local_by_first(self) -> Mapping[int, tuple[int, int]]:
        """The spans of `local` by first token."""
        return {span[0]: span for span in self.local}

    @cached_property
    def local_by_last(self) -> Mapping[int, tuple[int, int]]:
        """The spans of `local` by the token after their end."""
        return {span[1]: span for span in self.local}

    @cached_property
    def states(self) -> tuple[tuple[int, ActorRef], ...]:
        """The states of all names of the catalogue, with the first token of each name."""
        homes = ((s.first, self.catalogue.by_id[s.value.entry].ref.country) for s in self.names.rows)
        found = ((first, self.catalogue.get(home)) for first, home in homes)
        return tuple((first, state.ref) for first, state in found if state and state.kind == "state")

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the report names actors of each country."""
        return Counter(ref.country for _, ref in self.states if ref.country)

    @cached_property
    def only_state(self) -> ActorRef | None:
        """The state of all actors that the report names, where it is one."""
        return self.catalogue.refer(next(iter(self.countries))) if len(self.countries) == 1 else None

    def token(self, i: int) -> Token:
        """The token at an index."""
        return self.analysis.tokens[i]

    def lower(self, i: int) -> str:
        """The folded word at a token; empty for marks and outside the text."""
        k = self.view.place.get(i)
        return self.view.words[k] if k is not None else ""

    def text(self, first: int, last: int) -> str:
        """The text of tokens [first, last)."""
        return self.analysis.text[self.token(first).start : self.token(last - 1).end]

    def head(self, first: int, last: int) -> int:
        """The head of a phrase at tokens [first, last): the first noun in it that is governed from outside."""
        for i in range(first, last):
            token = self.token(i)
            if token.pos in ("NOUN", "PROPN", "PRON") and (not first <= token.head < last or token.head == i):
                return i
        return last - 1

    def sentence(self, i: int) -> Sentence:
        """The sentence of a token."""
        found = self.analysis.sentence_at(self.token(i).start)
        assert found is not None, "every token stands in a sentence"  # noqa: S101  # a promise of Analysis
        return found


def page_of(analysis: Analysis, report: Report, catalogue: Catalogue) -> Page:
    """Spot everything that is known, each kind in one pass."""
    lex, view = lexicon(), word_view(analysis)
    capitals = _in_capitals(analysis)
    found = list(NameSpotter(view, analysis.tokens, catalogue.index, capitals).spots())
    year = year_of(report)
    named = {n.entry for spot in found for n in spot.values}
    catalogue = catalogue.dated(sorted(named), day_of(report))
    names, unresolved = supported(found, analysis, catalogue, view, capitals, year)
    return Page(
        analysis, report, catalogue, lex, view, capitals, _headlined(analysis),
        spots_of(names),
        spots_of(list(spot(view, lex.titles))),
        spots_of(list(spot(view, lex.institutions))),
        spots_of(list(spot(view, lex.roles.joined(catalogue.agent_index)))),
        spots_of(list(spot(view, lex.class_words))),
        unresolved,
        home=_home(report, catalogue),
        year=year,
    )  # fmt: skip


def _home(report: Report, catalogue: Catalogue) -> ActorRef | None:
    """The state that the dateline names, by itself or by its capital."""
    place = report.dateline.place if report.dateline else None
    words = words_of(place or "")
    for i in range(len(words) - 1, -1, -1):
        _, claims = catalogue.index.longest(words, i)
        for name in claims:
            state = catalogue.get(catalogue.by_id[name.entry].ref.country)
            if state and state.kind == "state" and name.how != "demonym":
                return state.ref
    return None


def _in_capitals(analysis: Analysis) -> frozenset[int]:
    """The tokens of sentences of three words or more that are all in capitals."""
    found: set[int] = set()
    for sentence in analysis.sentences:
        words = [t for t in analysis.tokens_of(sentence) if t.text.isalpha()]
        if len(words) > 2 and all(t.text.isupper() for t in words):
            found.update(range(sentence.first, sentence.last))
    return frozenset(found)


def _headlined(analysis: Analysis) -> frozenset[int]:
    """The tokens of headlines in which nearly every longer word begins with a capital: there that tells no name."""
    found: set[int] = set()
    for sentence in analysis.sentences:
        if analysis.tokens[sentence.last - 1].pos == "PUNCT" and sentence.part != "title":
            continue
        words = [t for t in analysis.tokens_of(sentence) if t.text.isalpha() and len(t.text) > 3]
        if len(words) > 3 and sum(t.text[0].isupper() for t in words) >= 0.8 * len(words):
            found.update(range(sentence.first, sentence.last))
    return frozenset(found)
