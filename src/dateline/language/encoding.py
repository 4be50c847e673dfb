"""The encoding: what the encoder read of one report, and what its heads say when they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from dateline.language.heads import Floats, Heads, Ints, distance_places


@dataclass(frozen=True)
class Encoding:
    """One vector for each token of an analysis. Every answer is computed when first asked for, and kept.

    `chunks` are the token ranges that were read together; `sentence_of` gives each token's sentence.
    """

    vectors: Floats = field(repr=False)
    sentence_of: Ints = field(repr=False)
    chunks: tuple[tuple[int, int], ...]
    heads: Heads = field(repr=False)

    @cached_property
    def cue(self) -> Floats:
        """Log probabilities [tokens, O B I E S] of cues."""
        return self.heads.layer("cue", self.vectors)

    @cached_property
    def speaker(self) -> Floats:
        """Log probabilities [tokens, O B I E S] of speakers of any cue."""
        return self.heads.layer("speaker", self.vectors)

    @cached_property
    def content(self) -> Floats:
        """Log probabilities [tokens, O B I E S] of contents of any cue."""
        return self.heads.layer("content", self.vectors)

    @cached_property
    def names(self) -> Floats:
        """Log probabilities [tokens, labels["name"]]: names of 18 kinds, as spaCy's English pipeline marks them."""
        return self.heads.layer("name", self.vectors)

    @cached_property
    def entities(self) -> Floats:
        """Log probabilities [tokens, labels["entity"]]: organisations, persons, locations, nationalities as in re3d."""
        return self.heads.layer("entity", self.vectors)

    def chunk_of(self, token: int) -> tuple[int, int]:
        """The token range that was read together with a token."""
        return next(c for c in self.chunks if c[0] <= token < c[1])

    def mean(self, first: int, last: int) -> Floats:
        """The mean vector of tokens [first, last)."""
        return np.asarray(self.vectors[first:last].mean(0), np.float32)

    @cached_property
    def anchors(self) -> Floats:
        """Log probabilities [tokens, labels["anchor"]]: words that tell a deed, by PLOVER type."""
        return self.heads.layer("anchor", self.vectors)

    def told(self, name: str, anchor: tuple[int, int]) -> dict[str, float]:
        """The probability of each polarity or modality ("polarity", "modality") of the deed of an anchor."""
        scores = self.heads.layer(name, self.mean(*anchor)[None])[0]
        return {label: float(p) for label, p in zip(self.heads.labels[name], np.exp(scores), strict=True)}

    def roles(self, chunk: tuple[int, int], cues: Sequence[tuple[int, int]]) -> Floats:
        """Log probabilities [cues, tokens of the chunk, labels["roles"]] for cues given as token ranges."""
        return self._parts("roles", chunk, cues)

    def parties(self, chunk: tuple[int, int], anchors: Sequence[tuple[int, int]]) -> Floats:
        """Log probabilities [anchors, tokens of the chunk, labels["parties"]] for anchors given as token ranges."""
        return self._parts("parties", chunk, anchors)

    def _parts(self, name: str, chunk: tuple[int, int], cues: Sequence[tuple[int, int]]) -> Floats:
        begin, end = chunk
        sentence = self.sentence_of[begin:end]
        return self.heads.parts(
            name,
            self.vectors[begin:end],
            np.stack([self.mean(*c) for c in cues]),
            np.stack([distance_places(a - begin, b - begin, end - begin) for a, b in cues]),
            np.stack([np.clip(sentence - self.sentence_of[a], -3, 3) + 3 for a, _ in cues]),
        )

    def pair(self, actor: tuple[int, int], recipient: tuple[int, int]) -> dict[str, float]:
        """The probability of each PLOVER type (and "none") from one token range to another of its sentence."""
        scores, _ = self._pair(actor, recipient)
        return {label: float(p) for label, p in zip(self.heads.labels["pair"], np.exp(scores), strict=True)}

    def pair_words(self, actor: tuple[int, int], recipient: tuple[int, int]) -> tuple[tuple[int, float], ...]:
        """The tokens that the type of a pair is read off, with their weights, heaviest first."""
        _, weights = self._pair(actor, recipient)
        begin = int(np.flatnonzero(self.sentence_of == self.sentence_of[actor[0]])[0])
        return tuple((begin + int(i), float(weights[i])) for i in np.argsort(-weights, kind="stable")[:5])

    def _pair(self, actor: tuple[int, int], recipient: tuple[int, int]) -> tuple[Floats, Floats]:
        inside = self.sentence_of == self.sentence_of[actor[0]]
        return self.heads.pair(self.mean(*actor), self.mean(*recipient), self.vectors[inside])
