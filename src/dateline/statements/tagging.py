"""Reading attributions from the encoder: cues by its tags, then, for each cue, its speakers and contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dateline.language.analysis import Analysis
from dateline.language.encoding import Encoding
from dateline.language.heads import Floats, Ints
from dateline.language.paths import best_paths, spans_of

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution as the encoder reads it. Spans are [start, end) in the text; `confidence` is that of all of it."""

    speakers: tuple[Span, ...]
    cue: Span | None
    contents: tuple[Span, ...]
    confidence: float


def candidate_statements(analysis: Analysis, encoding: Encoding) -> tuple[Reading, ...]:
    """The attributions of a report in order of their cues: outermost ones only, as PolNeAR counts them."""
    return tuple(c for chunk in encoding.chunks for c in _in_chunk(analysis, encoding, chunk))


def attribution_of(analysis: Analysis, encoding: Encoding, first: int, last: int) -> Reading:
    """What the encoder reads as speakers and contents of tokens [first, last), taken for a cue: also of a nested one."""
    chunk = encoding.chunk_of(first)
    return next(_read(analysis, encoding, chunk, [(first, min(last, chunk[1]))]))


def _in_chunk(analysis: Analysis, encoding: Encoding, chunk: tuple[int, int]) -> Iterator[Reading]:
    begin, end = chunk
    scores = encoding.cue[begin:end].copy()
    scores[:, 0] -= encoding.heads.settings["cue_bias"]
    cues = [(begin + a, begin + b) for a, b in spans_of(best_paths(scores[None], 1)[0])]
    if cues:
        yield from _read(analysis, encoding, chunk, cues)


def _read(
    analysis: Analysis, encoding: Encoding, chunk: tuple[int, int], cues: list[tuple[int, int]]
) -> Iterator[Reading]:
    scores = role_scores(encoding, chunk, cues)
    for cue, tags, row in zip(cues, best_paths(scores, 2), scores, strict=True):
        speakers, contents = (_spans(analysis, chunk[0], spans_of(tags, role)) for role in (0, 1))
        sure = confidence(encoding, cue, tags, row)
        if contents:
            yield Reading(speakers, (analysis.tokens[cue[0]].start, analysis.tokens[cue[1] - 1].end), contents, sure)


def role_scores(encoding: Encoding, chunk: tuple[int, int], cues: list[tuple[int, int]]) -> Floats:
    """Scores [cues, tokens, role tags]; the tokens of a cue take no part in its own speakers and contents."""
    begin, end = chunk
    scores = encoding.roles(chunk, cues)
    share = encoding.heads.settings["layer_share"]
    scores[:, :, 1:5] += share * encoding.speaker[begin:end, 1:]
    scores[:, :, 5:9] += share * encoding.content[begin:end, 1:]
    for row, (first, last) in enumerate(cues):
        scores[row, first - begin : last - begin, 1:] = -1e6
    return scores


def confidence(encoding: Encoding, cue: tuple[int, int], tags: Ints, scores: Floats) -> float:
    """The calibrated probability that speakers, cue and contents are all exactly right."""
    weights = encoding.heads.settings["confidence"]
    value = float(weights @ confidence_features(encoding, cue, tags, scores))
    return round(1 / (1 + float(np.exp(-value))), 3)


def confidence_features(encoding: Encoding, cue: tuple[int, int], tags: Ints, scores: Floats) -> Floats:
    """What confidence is judged by: how sure the cue is, and the least sure token of its speakers and contents."""
    known = scores - scores.max(-1, keepdims=True)
    probability = np.exp(known) / np.exp(known).sum(-1, keepdims=True)
    chosen = np.log(np.maximum(probability[np.arange(len(tags)), tags], 1e-6))
    sure = encoding.cue[cue[0] : cue[1], 1:].max(-1)
    return np.array([1.0, sure.sum(), chosen.sum(), np.sort(chosen)[:1].sum(), len(spans_of(tags, 1)) > 1], np.float32)


def _spans(analysis: Analysis, begin: int, ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    tokens = analysis.tokens
    return tuple((tokens[begin + a].start, tokens[begin + b - 1].end) for a, b in ranges)
