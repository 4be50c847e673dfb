"""Noun cues: "Aldova's claim that", "expressed the hope that", "a threat by the militia to", "fears of famine"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.cue import Occurrence, occurrences, words_of
from dateline.statements.page import Page
from dateline.statements.polarity import is_negated
from dateline.statements.region import region
from dateline.statements.voices import subject_voices, voices_at


def by_nouns(page: Page) -> Iterator[Candidate]:
    """A candidate for each noun cue with a content; without a speaker only where a clause follows."""
    used: set[int] = set()
    for occurrence in occurrences(page.analysis, "noun", page.codebook):
        noun = occurrence.anchor
        found = _content(page, occurrence)
        if noun in used or found is None:
            continue
        content, clausal = found
        light = _light_verb(page, noun)
        voices = _voices(page, noun, light)
        if voices or clausal:
            used.add(noun)
            yield _candidate(page, occurrence, content, voices, light)


def _candidate(
    page: Page, occurrence: Occurrence, content: Span, voices: tuple[Voice, ...], light: int | None
) -> Candidate:
    noun = occurrence.anchor
    verbal = Occurrence(occurrence.cue, light, light, noun) if light is not None else None
    return Candidate(
        by="noun with its content",
        confidence=0.75 if voices else 0.5,
        content=(content,),
        cue=page.span(light if light is not None else noun, occurrence.last),
        occurrence=occurrence,
        voices=voices,
        stance=occurrence.cue.stance,
        denied=is_negated(page, verbal) if verbal is not None else False,
    )


def _content(page: Page, occurrence: Occurrence) -> tuple[Span, bool] | None:
    noun, cue = occurrence.anchor, occurrence.cue
    for head in page.children(noun, "acl", "ccomp", "relcl", "xcomp"):
        that = [
            c for c in page.analysis.children[head] if page.tokens[c].lower == "that" and page.tokens[c].tag == "IN"
        ]
        if that and that[0] == noun + 1 and page.own_subject(head) not in (None, that[0]):
            return region(page, noun, that[0] + 1, page.right(head)), True
        to = [c for c in page.children(head, "aux") if page.tokens[c].tag == "TO"]
        if "infinitive" in cue.takes and to and head > noun and (page.own_subject(head) or head) >= head:
            return region(page, noun, to[0], _last_of_infinitive(page, head)), False
    for head in page.children(noun, "prep"):
        below = page.children(head, "pobj", "pcomp")
        if page.tokens[head].lower in cue.prepositions and below and head > noun:
            return region(page, noun, head + 1, page.right(head)), False
    return None


def _last_of_infinitive(page: Page, head: int) -> int:
    """The end of an infinitive, before the comma where the parser hung the next clause's subject on it."""
    subject = page.own_subject(head)
    if subject is None:
        return page.right(head)
    commas = [t.index for t in page.tokens[head:subject] if t.text == ","]
    return (commas[0] if commas else subject) - 1


def _light_verb(page: Page, noun: int) -> int | None:
    """The verb that only carries the noun: "expressed" in "expressed the hope"."""
    token = page.tokens[noun]
    carries = token.dep == "dobj" and page.tokens[token.head].lemma in words_of("light_verbs")
    return token.head if carries and token.head < noun else None


def _voices(page: Page, noun: int, light: int | None) -> tuple[Voice, ...]:
    owner = page.child(noun, "poss")
    if owner is not None and not (light is not None and page.tokens[owner].pos == "PRON"):
        return voices_at(page, owner)
    misread = page.child(noun, "compound")  # "we saw the army claim to be winning": a verb that was read as a noun
    if misread is not None and light is None and page.child(noun, "acl", "xcomp") is not None:
        return voices_at(page, misread)
    for head in page.children(noun, "prep", "agent"):
        below = page.child(head, "pobj")
        if page.tokens[head].lower in words_of("by_whom") and below is not None:
            return voices_at(page, below)
    return subject_voices(page, light) if light is not None else ()
