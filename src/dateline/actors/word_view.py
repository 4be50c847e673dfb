"""The words of a report as names are compared: folded, hyphens and square brackets skipped, sentences kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.actors.folding import fold_token
from dateline.language import Analysis

SKIPPED = frozenset("[]-‐‑–")
BARRIER = -1


@dataclass(frozen=True)
class WordView:
    """`words[k]` is the folded word at token `tokens[k]`; a barrier ("" at -1) is a mark or a sentence's end."""

    words: tuple[str, ...]
    tokens: tuple[int, ...]

    @cached_property
    def place(self) -> dict[int, int]:
        """The place of a token in `words`."""
        return {t: k for k, t in enumerate(self.tokens) if t != BARRIER}

    def span(self, k: int, length: int) -> tuple[int, int]:
        """The tokens [first, last) of `length` words from words[k]."""
        return self.tokens[k], self.tokens[k + length - 1] + 1


def word_view(analysis: Analysis) -> WordView:
    """The words of all sentences."""
    pairs = list(_pairs(analysis))
    return WordView(tuple(w for w, _ in pairs), tuple(t for _, t in pairs))


def _pairs(analysis: Analysis) -> Iterator[tuple[str, int]]:
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        for i in range(sentence.first, sentence.last):
            word = fold_token(tokens[i])
            if word:
                yield word, i
            elif not _skipped(analysis, i, sentence.first, sentence.last):
                yield "", BARRIER
        yield "", BARRIER


def _skipped(analysis: Analysis, i: int, first: int, last: int) -> bool:
    """Brackets of an editor and hyphens glued on both sides join words rather than part them."""
    token = analysis.tokens[i]
    if token.text in "[]":
        return True
    if token.text not in SKIPPED or not first < i < last - 1:
        return False
    return analysis.tokens[i - 1].end == token.start and token.end == analysis.tokens[i + 1].start
