"""Verb cues with a complement: "said that the bridge had fallen", "accused the army of looting", "vowed to return"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.content import WH, complement
from dateline.statements.cue import Cue, Occurrence, words_of
from dateline.statements.objects import object_head
from dateline.statements.page import Page
from dateline.statements.parenthesis import around, before
from dateline.statements.polarity import is_negated
from dateline.statements.voices import voices_of

SURE = {"clause": 0.9, "that-clause": 0.9, "object-of": 0.85, "infinitive": 0.8, "nothing": 0.9}
VOICELESS = 0.75  # what is left of the confidence where nobody is named


def by_verbs(page: Page, taken: Collection[int]) -> Iterator[Candidate]:
    """A candidate for each verb cue, but those `taken` by a quotation; one word is the cue of one statement."""
    used = set(taken)
    for verb, fitting in page.verbs.items():
        if verb in used or _is_part_of_cue(page, verb, used):
            continue
        for occurrence in fitting:
            candidate = _candidate(page, occurrence)
            if candidate is not None:
                used.update(range(occurrence.first, occurrence.last + 1))
                yield candidate
                break


def stance_of(page: Page, occurrence: Occurrence, pattern: str, content: tuple[Span, ...], denied: bool) -> str:
    """The stance of a cue with this content."""
    cue = occurrence.cue
    if denied and cue.negated:
        return cue.negated
    if pattern == "object-infinitive" and cue.infinitive_stance:
        return cue.infinitive_stance
    if cue.about_claims and pattern in ("object", "object-as"):
        head = object_head(page, occurrence)
        if head is not None and page.tokens[head].lemma in words_of("claims"):
            return cue.about_claims
    if cue.force and content and _is_force(page, content[0]):
        return cue.force
    return cue.stance


def _candidate(page: Page, occurrence: Occurrence) -> Candidate | None:
    denied = is_negated(page, occurrence)
    if occurrence.cue.only_negated and not denied:
        return None
    found = content_of(page, occurrence)
    if found is None:
        return None
    content, pattern = found
    voices = voices_of(page, occurrence)
    if not _plausible(page, occurrence, pattern, voices):
        return None
    stance = stance_of(page, occurrence, pattern, content, denied)
    sure = SURE.get(pattern, 0.75) * (1 if voices else VOICELESS)
    return Candidate(
        by=f"cue with {pattern}",
        confidence=round(sure, 2),
        content=content,
        cue=page.span(occurrence.first, occurrence.last),
        occurrence=occurrence,
        voices=voices,
        stance=stance,
        denied=denied and stance != "refuse-comment",
    )


def content_of(page: Page, occurrence: Occurrence) -> tuple[tuple[Span, ...], str] | None:
    """After the cue, else around it ("The talks, she said, will be short"), else before it."""
    clausal = bool({"clause", "that-clause"} & occurrence.cue.takes)
    if clausal:
        pieces = around(page, occurrence)
        if pieces:
            return pieces, "clause"
    found = complement(page, occurrence)
    if found is None and clausal:
        pieces = before(page, occurrence)
        return (pieces, "clause") if pieces else None
    return found


def _plausible(page: Page, occurrence: Occurrence, pattern: str, voices: tuple[Voice, ...]) -> bool:
    """Whether somebody can be meant to speak: short complements need a subject, some cues a certain one."""
    cue: Cue = occurrence.cue
    if cue.subjects and not all(page.tokens[v.head].lemma in words_of(cue.subjects) for v in voices):
        return False
    return bool(voices) or (pattern in ("clause", "that-clause", "nothing") and _is_impersonal(page, occurrence))


def _is_impersonal(page: Page, occurrence: Occurrence) -> bool:
    """ "It was reported that": words of somebody who is not named; "too early to tell" and "what is known" are not."""
    subject = page.own_subject(occurrence.anchor)
    if subject is None:
        return not page.children(occurrence.anchor, "aux") and not page.is_passive(occurrence.anchor)
    return page.tokens[subject].tag not in WH


def _is_part_of_cue(page: Page, verb: int, used: set[int]) -> bool:
    """A verb below a cue that reads with it as one: "went on to say", "refused to comment"."""
    return page.tokens[verb].dep == "xcomp" and page.tokens[verb].head in used and verb in used


def _is_force(page: Page, content: Span) -> bool:
    return any(t.lemma in words_of("force") and t.pos == "VERB" for t in page.analysis.tokens_in(*content))
