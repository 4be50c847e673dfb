"""Reading attributions from the encoder: cues by its tags, then, for each cue, its speakers and contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from dateline.language.analysis import Analysis
from dateline.language.encoding import Encoding
from dateline.language.heads import Floats, Ints
from dateline.language.paths import best_paths, spans_of

Span = tuple[int, int]
CUE_BIAS = 0.3  # taken off the score of "no cue": what confidence then thinks little of is dropped
LAYER_SHARE = 0.2  # weight of the tags that do not depend on a cue
LEAST = 0.1  # confidence
FIRST_CONTENT = 5  # role tags are O, four of the speaker, four of the content


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution as the encoder reads it. Spans are [start, end) in the text; `confidence` is that of all of it."""

    speakers: tuple[Span, ...]
    cue: Span | None
    contents: tuple[Span, ...]
    confidence: float


def candidate_statements(analysis: Analysis, encoding: Encoding) -> tuple[Reading, ...]:
    """The attributions of a report in order of their cues: outermost ones only, as PolNeAR counts them."""
    return tuple(c for chunk in encoding.chunks for c in _apart(_in_chunk(analysis, encoding, chunk)))


def attribution_of(analysis: Analysis, encoding: Encoding, first: int, last: int) -> Reading:
    """What the encoder reads as speakers and contents of tokens [first, last), taken for a cue (nested or not)."""
    chunk = encoding.chunk_of(first)
    reading, features = next(_read(analysis, encoding, chunk, [(first, min(last, chunk[1]))], 0.0))
    return replace(reading, confidence=_probability(float(encoding.heads.settings["confidence"] @ features)))


def _in_chunk(analysis: Analysis, encoding: Encoding, chunk: Span) -> Iterator[Reading]:
    weights = encoding.heads.settings["confidence"]
    for reading, features in chunk_readings(analysis, encoding, chunk):
        confidence = _probability(float(weights @ features))
        if confidence >= LEAST:
            yield replace(reading, confidence=confidence)


def _apart(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, in order, where words that several claim as content go to the surest of them."""
    rows = list(readings)
    taken: list[Span] = []
    kept = {}
    for place in sorted(range(len(rows)), key=lambda i: (-rows[i].confidence, i)):
        free = tuple(s for s in rows[place].contents if all(s[1] <= a or s[0] >= b for a, b in taken))
        if free:
            kept[place] = replace(rows[place], contents=free)
            taken += free
    return (kept[place] for place in sorted(kept))


def chunk_readings(analysis: Analysis, encoding: Encoding, chunk: Span) -> Iterator[tuple[Reading, Floats]]:
    """The attributions of one chunk, with what their confidence is judged by."""
    begin, end = chunk
    scores = encoding.cue[begin:end].copy()
    scores[:, 0] -= CUE_BIAS
    cues = [(begin + a, begin + b) for a, b in spans_of(best_paths(scores[None], 1)[0])]
    for reading, features in _read(analysis, encoding, chunk, cues, LAYER_SHARE):
        if reading.contents:
            yield replace(reading, contents=tuple(_whole(analysis, reading))), features


def _whole(analysis: Analysis, reading: Reading) -> Iterator[Span]:
    """The contents, each drawn out to both edges of a quotation of which it lacks a piece at one end, if nothing else
    of the attribution stands in that piece."""
    others = [*reading.speakers, *([reading.cue] if reading.cue else []), *reading.contents]
    for start, end in reading.contents:
        first, last = analysis.quotation_at(start), analysis.quotation_at(end - 1)
        to_close = last and last.closed and start <= last.start + 1 and not _any(others, end, last.end)
        to_open = first and first.opened and end >= first.end - 1 and not _any(others, first.start, start)
        yield first.start if first and to_open else start, max(end, last.end) if last and to_close else end


def _any(spans: list[Span], start: int, end: int) -> bool:
    return any(start <= s < end for s, _ in spans)


def _read(
    analysis: Analysis, encoding: Encoding, chunk: Span, cues: list[Span], share: float
) -> Iterator[tuple[Reading, Floats]]:
    if not cues:
        return
    scores = role_scores(encoding, chunk, cues, share)
    for cue, tags, row in zip(cues, best_paths(scores, 2), scores, strict=True):
        speakers, contents = (_spans(analysis, chunk[0], spans_of(tags, role)) for role in (0, 1))
        words = (analysis.tokens[cue[0]].start, analysis.tokens[cue[1] - 1].end)
        yield Reading(speakers, words, contents, 0.0), confidence_features(encoding, cue, tags, row)


def role_scores(encoding: Encoding, chunk: Span, cues: list[Span], share: float) -> Floats:
    """Scores [cues, tokens, role tags]; the tokens of a cue take no part in its own speakers and contents.

    `share` is the weight of the tags that hold for any cue: they help outermost attributions and hinder nested ones.
    """
    begin, end = chunk
    scores = encoding.roles(chunk, cues)
    scores[:, :, 1:5] += share * encoding.speaker[begin:end, 1:]
    scores[:, :, 5:9] += share * encoding.content[begin:end, 1:]
    for row, (first, last) in enumerate(cues):
        scores[row, first - begin : last - begin, 1:] = -1e6
    return scores


def confidence_features(encoding: Encoding, cue: Span, tags: Ints, scores: Floats) -> Floats:
    """What confidence is judged by: how unlikely the cue's tags are, and those of all tokens and of the speakers, as
    logarithms of their surprise; whether the content is broken up; whether anybody speaks."""
    known = scores - scores.max(-1, keepdims=True)
    chosen = (known - np.log(np.exp(known).sum(-1, keepdims=True)))[np.arange(len(tags)), tags]
    of_speaker = (tags > 0) & (tags < FIRST_CONTENT)
    surprise = -np.array([encoding.cue[slice(*cue), 1:].max(-1).sum(), chosen.sum(), chosen[of_speaker].sum()])
    several = len(spans_of(tags, 1)) > 1
    return np.array([1, *np.log(np.maximum(surprise, 0) + 1e-3), several, of_speaker.any()], np.float32)


def _probability(value: float) -> float:
    return round(1 / (1 + float(np.exp(-value))), 3)


def _spans(analysis: Analysis, begin: int, ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    tokens = analysis.tokens
    return tuple((tokens[begin + a].start, tokens[begin + b - 1].end) for a, b in ranges)
