"""Typed pairs: what the encoder reads one actor to do to another (the task of PLV, Hu et al. 2024)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dateline.errors import UsageError
from dateline.language import Analysis
from dateline.record import Span, Why

NONE = "none"
BY = "encoder:pairs"
NEAR = 2  # sentences after one another that a pair may span


@dataclass(frozen=True, slots=True)
class PairReading:
    """The type from an actor to a recipient: `label` may be none, `forced` is the best of the fifteen types.

    `probabilities` are those of all sixteen answers and sum to 1; the types are PLOVER's, CONCEDE and RETREAT as YIELD.
    `words` are token indices that the type is read off, the weightiest first.
    """

    label: str
    forced: str
    probabilities: Mapping[str, float]
    words: tuple[int, ...]
    why: Why

    @property
    def confidence(self) -> float:
        """The probability of `label`."""
        return self.probabilities[self.label]


def type_pair(analysis: Analysis, actor: Span, recipient: Span) -> PairReading:
    """What the words say that the actor does to the recipient; both are spans of the text in code points.

    The two stand in one sentence, or at most `NEAR` sentences apart in one stretch that the encoder reads together.
    Raises UsageError where a span holds no token or the two stand too far apart.
    """
    ranges = token_range(analysis, actor), token_range(analysis, recipient)
    first, last = _stretch(analysis, *ranges)
    encoding = analysis.encoding
    a, b = (encoding.mean(*r) for r in ranges)
    scores, weights = encoding.heads.pair(a, b, encoding.vectors[first:last])
    shares = {name: float(p) for name, p in zip(encoding.heads.labels["pair"], np.exp(scores), strict=True)}
    words = tuple(first + int(i) for i in np.argsort(-weights, kind="stable")[:5])
    return _reading(analysis, shares, words)


def token_range(analysis: Analysis, span: Span) -> tuple[int, int]:
    """The tokens [first, last) that a span touches."""
    start = analysis.token_at(span[0])
    inside = analysis.tokens_in(*span)
    if start is None and not inside:
        raise UsageError("holds no words", where=f"{span[0]}-{span[1]}", mend="give the span of a mention")
    first = start if start is not None else inside[0].index
    return first, (inside[-1].index if inside else first) + 1


def _stretch(analysis: Analysis, a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    """The tokens of the sentences from the one span to the other."""
    low, high = sorted((a, b))
    begin = analysis.sentence_at(analysis.tokens[low[0]].start)
    end = analysis.sentence_at(analysis.tokens[high[0]].start)
    together = analysis.encoding.chunk_of(low[0]) == analysis.encoding.chunk_of(high[0])
    if begin is None or end is None or end.index - begin.index > NEAR or (begin != end and not together):
        raise UsageError("are too far apart", where=f"tokens {low[0]} and {high[0]}", mend="pair spans of one sentence")
    return begin.first, end.last


def _reading(analysis: Analysis, shares: Mapping[str, float], words: tuple[int, ...]) -> PairReading:
    label = max(shares, key=lambda name: (shares[name], name))
    forced = max((n for n in shares if n != NONE), key=lambda name: (shares[name], name))
    token = analysis.tokens[words[0]]
    why = Why(BY, (token.start, token.end), round(shares[label], 2))
    return PairReading(label, forced, shares, words, why)
