"""The token: one word or mark, with what syntax says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark. `start` and `end` count code points of the report's text.

    `index` is its place in `Analysis.tokens`, `head` the index of its governor (its own index at the root).
    `pos` is the universal part of speech, `tag` the Penn tag, `dep` the ClearNLP relation to the head
    (nsubj, nsubjpass, dobj, prep, pobj, agent, ccomp, xcomp, relcl, appos, conj, poss, compound, …).
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str = ""
    pos: str = "X"
    tag: str = ""
    dep: str = "dep"
    head: int = -1

    @property
    def lower(self) -> str:
        """The token's text, case folded."""
        return self.text.casefold()
