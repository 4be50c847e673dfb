"""Adjectives that attribute a state of mind: "worried that", "confident of", "adamant that", "eager to"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.content import WH, clause_start
from dateline.statements.cue import Occurrence, occurrences
from dateline.statements.page import Page
from dateline.statements.region import region
from dateline.statements.voices import subject_voices

PREDICATES = frozenset({"acomp", "attr", "oprd", "conj", "ROOT", "ccomp", "advcl", "relcl"})


def by_adjectives(page: Page) -> Iterator[Candidate]:
    """A candidate for each predicative adjective (or participle read as a verb) with a content and a subject."""
    for occurrence in occurrences(page.analysis, "adjective", page.codebook):
        adjective = occurrence.anchor
        token = page.tokens[adjective]
        if token.dep not in PREDICATES or (token.tag == "VBD" and not page.is_passive(adjective)):
            continue
        content = _content(page, occurrence)
        voices = _voices(page, adjective)
        if content is not None and voices:
            yield _candidate(page, occurrence, content, voices)


def _candidate(page: Page, occurrence: Occurrence, content: Span, voices: tuple[Voice, ...]) -> Candidate:
    return Candidate(
        by="adjective with its content",
        confidence=0.8,
        content=(content,),
        cue=page.span(occurrence.first, occurrence.last),
        occurrence=occurrence,
        voices=voices,
        stance=occurrence.cue.stance,
        denied=_negated(page, occurrence.anchor),
    )


def _content(page: Page, occurrence: Occurrence) -> Span | None:
    adjective, cue = occurrence.anchor, occurrence.cue
    governors = {adjective, page.tokens[adjective].head}  # the clause hangs below the adjective or below its "be"
    for governor in sorted(governors):
        for head in page.children(governor, "ccomp", "xcomp", "advcl"):
            found = _clause(page, occurrence, head)
            if found is not None:
                return found
    for head in page.children(adjective, "prep", "agent"):
        if page.tokens[head].lower in cue.prepositions and page.children(head, "pobj", "pcomp"):
            return region(page, adjective, head + 1, page.right(head))
    return None


def _clause(page: Page, occurrence: Occurrence, head: int) -> Span | None:
    adjective, takes = occurrence.anchor, occurrence.cue.takes
    to = [c for c in page.children(head, "aux") if page.tokens[c].tag == "TO"]
    if head <= adjective:
        return None
    if to:
        return region(page, adjective, to[0], page.right(head)) if "infinitive" in takes else None
    first = page.left(head)
    asks = page.tokens[first].tag in WH or page.tokens[first].lower in ("whether", "if")
    if ("question" in takes and asks) or ("clause" in takes and not asks and _follows(page, adjective, head)):
        return region(page, adjective, clause_start(page, head, adjective), page.right(head))
    return None


def _follows(page: Page, adjective: int, head: int) -> bool:
    """Whether a that-clause or a bare clause follows the adjective (not "happy because", not "happy when")."""
    marks = [page.tokens[c] for c in page.children(head, "mark", "advmod") if adjective < c < head]
    leading = [t for t in marks if t.dep == "mark" or t.tag in WH]
    return page.own_subject(head) is not None and all(t.lower == "that" for t in leading)


def _voices(page: Page, adjective: int) -> tuple[Voice, ...]:
    if page.own_subject(adjective) is not None or page.tokens[adjective].dep == "ROOT":
        return subject_voices(page, adjective)
    return subject_voices(page, page.tokens[adjective].head)


def _negated(page: Page, adjective: int) -> bool:
    governor = page.tokens[adjective].head
    return any(page.tokens[c].dep == "neg" for g in (adjective, governor) for c in page.analysis.children[g])
