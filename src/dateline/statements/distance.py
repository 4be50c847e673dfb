"""Where the report keeps its distance: "claimed", "without evidence", "could not be independently verified"."""

from __future__ import annotations

from dateline.language import Sentence
from dateline.statements.candidate import Candidate
from dateline.statements.cue import words_of
from dateline.statements.page import Page


class Distances:
    """The sentences of a report whose words keep distance from a statement in them or before them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._within: frozenset[int] = frozenset(
            s.index for s in page.analysis.sentences if _holds(page, s, "distance_phrases")
        )
        self._before: frozenset[int] = frozenset(
            s.index - 1 for s in page.analysis.sentences if _holds(page, s, "unverified")
        )

    def keeps(self, candidate: Candidate) -> bool:
        """Whether the report keeps its distance from a candidate's content."""
        if candidate.occurrence is not None and candidate.occurrence.cue.distance:
            return True
        sentence = self._page.analysis.sentence_at(candidate.cue[0] if candidate.cue else candidate.start)
        return sentence is not None and (sentence.index in self._within or sentence.index in self._before)


def _holds(page: Page, sentence: Sentence, words: str) -> bool:
    text = " ".join(page.analysis.text[sentence.start : sentence.end].casefold().split())
    return any(phrase in text for phrase in words_of(words))
