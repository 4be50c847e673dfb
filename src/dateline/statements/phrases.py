"""Phrases that attribute the sentence they stand in: "according to", "in the words of", "citing two aides"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.clauses import content_of
from dateline.statements.cue import Occurrence, occurrences, words_of
from dateline.statements.page import Page
from dateline.statements.parenthesis import voice_bounds
from dateline.statements.voices import voices_at

NAMES = frozenset({"NOUN", "PROPN", "PRON"})
PEOPLE_ONLY = frozenset({"citing", "quoting", "per"})  # what follows these may also be a reason or a measure


def by_phrases(page: Page) -> Iterator[Candidate]:
    """A candidate for each phrase with a speaker behind it and words of its sentence left to attribute."""
    used = -1
    for occurrence in occurrences(page.analysis, "phrase", page.codebook):
        speaker = _speaker(page, occurrence)
        if occurrence.first <= used or speaker is None:
            continue
        voices = voices_at(page, speaker)
        content = _content(page, occurrence, voices)
        if content:
            used = occurrence.last
            yield _candidate(page, occurrence, content, voices)


def _candidate(page: Page, occurrence: Occurrence, content: tuple[Span, ...], voices: tuple[Voice, ...]) -> Candidate:
    return Candidate(
        by="phrase",
        confidence=0.9,
        content=content,
        cue=page.span(occurrence.first, occurrence.last),
        occurrence=occurrence,
        voices=voices,
        stance=occurrence.cue.stance,
    )


def _speaker(page: Page, occurrence: Occurrence) -> int | None:
    below = page.children(occurrence.last, "pobj", "dobj")
    behind = [c for c in below if c > occurrence.last and page.tokens[c].pos in NAMES]
    found = behind[0] if behind else _next_noun(page, occurrence.last)
    first = occurrence.cue.words[0]
    if found is None or (first in PEOPLE_ONLY and not _can_speak(page, found)):
        return None
    return found


def _next_noun(page: Page, last: int) -> int | None:
    """The head of the noun phrase that begins right after the phrase, where the parser attached it elsewhere."""
    end = page.sentence_of[last].last
    for token in page.tokens[last + 1 : min(end, last + 10)]:
        if token.pos in NAMES and token.dep not in ("compound", "poss", "amod", "nmod"):
            return token.index
        if token.pos in ("VERB", "PUNCT"):
            return None
    return None


def _can_speak(page: Page, head: int) -> bool:
    token = page.tokens[head]
    return page.mentions.headed(head) is not None or token.lemma in words_of("informants") | words_of("documents")


def _content(page: Page, occurrence: Occurrence, voices: tuple[Voice, ...]) -> tuple[Span, ...]:
    """The sentence without the phrase: behind it, before it, or both pieces around it."""
    low, high = _bounds(page, occurrence)
    reported = _of_reporter(page, occurrence)
    if reported:
        return reported
    after = _behind(page, max(v.last for v in voices) + 1, voices[-1].head)
    left = _piece(page, low, occurrence.first)
    right = _piece(page, after, high)
    if left and right and page.tokens[occurrence.first - 1].text != "," and page.tokens[after].text != ",":
        return (right,) if occurrence.first - low <= 2 else (left,)
    return tuple(p for p in (left, right) if p)


def _behind(page: Page, after: int, speaker: int) -> int:
    """The first token behind a speaker and the clause that only tells of him: "the agency, which cited the police,"."""
    set_off = [c for c in page.children(speaker, "relcl", "appos") if c > after]
    return page.right(set_off[-1]) + 1 if set_off and page.tokens[after].text == "," else after


def _of_reporter(page: Page, occurrence: Occurrence) -> tuple[Span, ...]:
    """ "The agency reported, citing two aides, that …": what the agency reported is the aides' too."""
    verb = page.tokens[occurrence.anchor].head
    if occurrence.cue.words[0] not in PEOPLE_ONLY:
        return ()
    found = next((f for o in page.verbs.get(verb, ()) if (f := content_of(page, o)) is not None), None)
    return found[0] if found else ()


def _bounds(page: Page, occurrence: Occurrence) -> tuple[int, int]:
    """The tokens that the phrase attributes: its sentence, or its quotation's part of it."""
    sentence = page.sentence_of[occurrence.first]
    return voice_bounds(page, occurrence.first, sentence.first, sentence.last)


def _piece(page: Page, first: int, end: int) -> Span | None:
    last = end - 1
    while first <= last and page.tokens[first].text in (",", ";", "—", "–", "-"):
        first += 1
    while last > first and page.tokens[last].text in (",", ".", ";", "—", "–", "-") and page.quoted[last] < 0:
        last -= 1
    return page.span(first, last) if last - first >= 1 else None
