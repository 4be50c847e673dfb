"""Quotations without a cue belong to whoever spoke last, or speaks next in the same paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.record import Speaker
from dateline.statements.candidate import Candidate
from dateline.statements.page import Page

Spoken = tuple[Speaker, ...]


def carried_over(
    page: Page, kept: Sequence[Candidate], above: Sequence[int | None], spoken: Sequence[Spoken]
) -> tuple[Spoken, ...]:
    """The speakers of each candidate; those of a quotation without a cue carried over from its neighbours."""
    found = list(spoken)
    last: tuple[int, Spoken] | None = None
    for n, candidate in enumerate(kept):
        paragraph = _paragraph(page, candidate)
        if candidate.continues:
            before = last[1] if last is not None and paragraph - last[0] <= 1 else ()
            found[n] = _without_words(before or _next(page, kept, above, spoken, n, paragraph))
        if above[n] is None and found[n]:
            last = (paragraph, found[n])
    return tuple(found)


def _next(
    page: Page,
    kept: Sequence[Candidate],
    above: Sequence[int | None],
    spoken: Sequence[Spoken],
    n: int,
    paragraph: int,
) -> Spoken:
    for m in range(n + 1, min(n + 4, len(kept))):
        if above[m] is None and spoken[m] and _paragraph(page, kept[m]) - paragraph <= 1:
            return spoken[m]
    return ()


def _paragraph(page: Page, candidate: Candidate) -> int:
    sentence = page.analysis.sentence_at(candidate.start)
    return sentence.paragraph if sentence is not None else -2


def _without_words(speakers: Spoken) -> Spoken:
    return tuple(replace(s, mention=None, start=None, end=None) for s in speakers)
