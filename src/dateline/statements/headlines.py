"""Titles: "Rebels to free hostages: UN envoy", "UN envoy: rebels to free hostages", "No strike — ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.language import Sentence
from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.cue import words_of
from dateline.statements.page import Page

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM", "X"})
LONGEST = 8  # words of a speaker's part
DASHES = frozenset({"—", "–", "-", "--"})


def by_headlines(page: Page) -> Iterator[Candidate]:
    """A candidate for each title that a colon or a dash divides into a speaker and what is said."""
    for sentence in page.analysis.sentences:
        if sentence.part == "title":
            yield from _divided(page, sentence)


def _divided(page: Page, sentence: Sentence) -> Iterator[Candidate]:
    marks = [t for t in page.tokens[sentence.first + 1 : sentence.last - 1] if _divides(page, t.index)]
    if not marks:
        return
    first, last = marks[0].index, marks[-1].index
    if _is_speaker(page, last + 1, sentence.last) and last - sentence.first >= 2:
        yield _candidate(page, last, (last + 1, sentence.last), (sentence.first, last), 0.8)
    elif _is_speaker(page, sentence.first, first) and sentence.last - first > 2 and page.tokens[first].text == ":":
        yield _candidate(page, first, (sentence.first, first), (first + 1, sentence.last), 0.7)


def _divides(page: Page, index: int) -> bool:
    token, before = page.tokens[index], page.tokens[index - 1]
    spaced = before.end < token.start
    return token.text == ":" or (token.text in DASHES and spaced)


def _is_speaker(page: Page, first: int, end: int) -> bool:
    """Whether tokens first..end are a noun phrase of somebody who can speak."""
    tokens = page.tokens[first:end]
    if not tokens or len(tokens) > LONGEST or any(t.pos not in NOMINAL for t in tokens):
        return False
    known = page.mentions.within(tokens[0].start, tokens[-1].end)
    who = words_of("informants") | words_of("documents")
    return bool(known) or tokens[-1].lemma in who or tokens[-1].lower in who


def _candidate(
    page: Page, mark: int, speaker: tuple[int, int], content: tuple[int, int], confidence: float
) -> Candidate:
    span: Span = page.span(content[0], content[1] - 1)
    colon = page.tokens[mark].text == ":"
    return Candidate(
        by="headline",
        confidence=confidence,
        content=(span,),
        cue=page.span(mark, mark) if colon else None,
        voices=(Voice(_head(page, *speaker), speaker[0], speaker[1] - 1),),
        direct=page.quoted[content[0]] >= 0,
    )


def _head(page: Page, first: int, end: int) -> int:
    """The head of a noun phrase in a title: the last noun before a preposition (the parser is no help here)."""
    for i in range(first + 1, end):
        if page.tokens[i].pos == "ADP":
            return i - 1
    return end - 1
