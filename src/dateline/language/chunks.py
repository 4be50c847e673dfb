"""Chunks: the stretches of a report that the encoder reads in one go. They depend on the report alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.language.analysis import Analysis
from dateline.language.pieces import START, STOP

LONGEST = 254  # pieces in a chunk, its start and stop marks not counted
STEP = 32  # chunks are padded up to a multiple of this, whatever batch they stand in


@dataclass(frozen=True)
class Chunk:
    """Tokens [first, last) of an analysis as pieces: ids and shapes, marks included, and each token's first piece."""

    first: int
    last: int
    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    at: tuple[int, ...]

    @property
    def width(self) -> int:
        """The length to which the chunk is padded."""
        return -(-len(self.ids) // STEP) * STEP


def chunks_of(
    analysis: Analysis, pieces: Sequence[Sequence[int]], shapes: Sequence[int], longest: int = LONGEST
) -> tuple[Chunk, ...]:
    """Whole paragraphs, as many as fit; a paragraph that does not fit alone is cut at sentence edges."""
    first_of_paragraph = {analysis.sentences[p.first].first for p in analysis.paragraphs if p.first < p.last}
    return tuple(
        _chunk(first, last, pieces, shapes, first_of_paragraph)
        for first, last in _packed(analysis, [len(p) for p in pieces], longest)
    )


def _packed(analysis: Analysis, sizes: Sequence[int], longest: int) -> Iterator[tuple[int, int]]:
    begun, end, size = 0, 0, 0
    for first, last in _units(analysis, sizes, longest):
        more = sum(sizes[first:last]) + 1  # one for the mark between paragraphs
        if size + more > longest and end > begun:
            yield begun, end
            begun, size = first, 0
        end, size = last, size + more
    if end > begun:
        yield begun, end


def _units(analysis: Analysis, sizes: Sequence[int], longest: int) -> Iterator[tuple[int, int]]:
    """Token ranges that are kept whole: paragraphs, or sentences where a paragraph is too long, or pieces of those."""
    for paragraph in analysis.paragraphs:
        sentences = analysis.sentences[paragraph.first : paragraph.last]
        if not sentences:
            continue
        first, last = sentences[0].first, sentences[-1].last
        if sum(sizes[first:last]) < longest:
            yield first, last
            continue
        for sentence in sentences:
            yield from _cut(sentence.first, sentence.last, sizes, longest)


def _cut(first: int, last: int, sizes: Sequence[int], longest: int) -> Iterator[tuple[int, int]]:
    size = 0
    for i in range(first, last):
        if size + sizes[i] >= longest:
            yield first, i
            first, size = i, 0
        size += sizes[i]
    yield first, last


def _chunk(
    first: int, last: int, pieces: Sequence[Sequence[int]], shapes: Sequence[int], paragraphs: set[int]
) -> Chunk:
    ids, kinds, at = [START], [0], []
    for i in range(first, last):
        if i in paragraphs and i > first:
            ids.append(STOP)
            kinds.append(0)
        at.append(len(ids))
        ids += pieces[i]
        kinds += [shapes[i]] * len(pieces[i])
    return Chunk(first, last, (*ids, STOP), (*kinds, 0), tuple(at))
