"""The encoder: six layers of MiniLM as integer ONNX, read once a report.

Its matrices multiply integers under fixed scales and every other step works row by row, on chunks padded to fixed
widths: what it says of a chunk does not depend on what else is read with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from dateline.errors import ModelError
from dateline.language.analysis import Analysis
from dateline.language.chunks import Chunk, chunks_of
from dateline.language.encoding import Encoding
from dateline.language.heads import Floats, Heads, shipped_heads
from dateline.language.pieces import pieces_of, shapes_of
from dateline.models.weights import HOME

FILE = HOME / "encoder.onnx"
BATCH = 2048  # pieces read at once, so that memory stays small on a long page


class Trunk(Protocol):
    """Gives the vectors [chunks, width, 384] of padded piece ids and shapes [chunks, width]."""

    def __call__(self, ids: np.ndarray[Any, Any], shapes: np.ndarray[Any, Any]) -> Floats:
        """The vectors of every piece."""


@dataclass(frozen=True)
class Encoder:
    """The trunk and its heads."""

    trunk: Trunk
    heads: Heads

    @classmethod
    def shipped(cls) -> Encoder:
        """The encoder that comes with dateline, loaded once a process."""
        return _shipped()

    def read(self, analysis: Analysis) -> Encoding:
        """Read the tokens of an analysis (its syntax is not used)."""
        chunks = chunks_of(analysis, pieces_of(analysis), shapes_of(analysis))
        vectors = np.zeros((len(analysis.tokens), 384), np.float32)
        for batch in _batches(chunks):
            read = self.trunk(
                _padded([c.ids for c in batch], batch[0].width), _padded([c.shapes for c in batch], batch[0].width)
            )
            for chunk, rows in zip(batch, read, strict=True):
                vectors[chunk.first : chunk.last] = rows[list(chunk.at)]
        sentence_of = np.zeros(len(analysis.tokens), np.int64)
        for sentence in analysis.sentences:
            sentence_of[sentence.first : sentence.last] = sentence.index
        return Encoding(vectors, sentence_of, tuple((c.first, c.last) for c in chunks), self.heads)


def _batches(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Chunks of one width together, at most `BATCH` pieces each."""
    batches: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: (c.width, c.first)):
        last = batches[-1] if batches else []
        if not last or last[0].width != chunk.width or (len(last) + 1) * chunk.width > BATCH:
            batches.append([])
        batches[-1].append(chunk)
    return batches


def _padded(rows: Sequence[Sequence[int]], width: int) -> np.ndarray[Any, Any]:
    table = np.zeros((len(rows), width), np.int32)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table


@cache
def _shipped() -> Encoder:
    if not FILE.is_file():
        raise ModelError("the encoder is not installed", mend="reinstall dateline")
    return Encoder(onnx_trunk(FILE), shipped_heads())


def onnx_trunk(path: Path) -> Trunk:
    """The trunk from an ONNX file, on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # its plans are kept for every new shape
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def read(ids: np.ndarray[Any, Any], shapes: np.ndarray[Any, Any]) -> Floats:
        return np.asarray(session.run(None, {"ids": ids, "shapes": shapes})[0], np.float32)

    return read
