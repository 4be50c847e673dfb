"""One set of candidates out of what all generators found: each cue and each quotation counts once."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.record import Span
from dateline.statements.candidate import Candidate
from dateline.statements.cue import words_of
from dateline.statements.page import Page


def merge(page: Page, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that stay, ordered by their start: the surer of two with a word of cue in common, no quotation
    without a cue inside another's content, and no speaker's own "I believe"."""
    ranked = sorted(candidates, key=lambda c: (c.continues, -c.confidence, c.start))
    kept: list[Candidate] = []
    cue_tokens: set[int] = set()
    covered = _Covered(page)
    for candidate in ranked:
        words = _tokens(page, candidate.cue) if candidate.cue else set()
        if words & cue_tokens or _speaks_for_himself(page, candidate) or _by_nobody(page, candidate):
            continue
        if candidate.continues and covered.holds(candidate.content[0]):
            continue
        if candidate.by.startswith("noun") and any(k.content == candidate.content for k in kept):
            continue
        kept.append(candidate)
        cue_tokens |= words
        covered.add(candidate.content)
    return tuple(sorted(kept, key=lambda c: (c.start, -max(e for _, e in c.content or ((0, 0),)))))


class _Covered:
    """The tokens that some content takes in."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._tokens: set[int] = set()

    def add(self, content: tuple[Span, ...]) -> None:
        for span in content:
            self._tokens |= _tokens(self._page, span)

    def holds(self, span: Span) -> bool:
        tokens = _tokens(self._page, span)
        return bool(tokens) and tokens <= self._tokens


def _tokens(page: Page, span: Span) -> set[int]:
    return {t.index for t in page.analysis.tokens_in(*span)}


def _by_nobody(page: Page, candidate: Candidate) -> bool:
    """ "Nobody should doubt it": no attribution to somebody."""
    heads = [page.tokens[v.head] for v in candidate.voices]
    return bool(heads) and all(t.lower in words_of("negative_nouns") for t in heads)


def _speaks_for_himself(page: Page, candidate: Candidate) -> bool:
    """Inside his own words, "I believe" and "we hope" are no new statement."""
    if candidate.direct or not candidate.voices or candidate.cue is None:
        return False
    cue = page.analysis.token_at(candidate.cue[0])
    words = {page.tokens[v.head].lower for v in candidate.voices}
    return cue is not None and page.quoted[cue] >= 0 and words <= words_of("first_persons")
