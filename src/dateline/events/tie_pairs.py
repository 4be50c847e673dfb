"""Typed ties of pairs: whether and how two spans of a sentence are tied, by a small linear model over signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from dateline.errors import ModelError
from dateline.events.pairs import token_range
from dateline.events.tie_signs import TiePair, signs
from dateline.language import Analysis
from dateline.language.heads import Floats, log_softmax
from dateline.models.weights import HOME

FILE = HOME / "ties.npz"
NONE = "none"


@dataclass(frozen=True, slots=True)
class TieReading:
    """`detection` is the probability of any tie; `kind` is the likeliest tie given that there is one."""

    detection: float
    kind: str
    turned: bool
    kinds: Mapping[str, float]


@dataclass(frozen=True)
class TieWeights:
    """[2, inputs, answers] and biases of two models: the first types ties, both together detect them.

    Inputs are the named signs, then the mean vector of the tokens between the spans, centred by `mean` and scaled by
    `scale`; an answer ends in ">" where the first span of the text is the left side, in "<" where it is the right one.
    """

    names: Mapping[str, int]
    answers: tuple[str, ...]
    weights: Floats
    bias: Floats
    mean: Floats
    scale: Floats

    def read(self, found: Mapping[str, float], between: Floats) -> TieReading:
        """What the two models make of a pair."""
        shares = self._shares(found, between)
        typed = dict(zip(self.answers, map(float, shares[0]), strict=True))
        kinds: dict[str, float] = {}
        for answer, share in typed.items():
            if answer != NONE:
                kinds[answer.rstrip("<>")] = kinds.get(answer.rstrip("<>"), 0.0) + share
        kind = max(kinds, key=lambda k: (kinds[k], k))
        turned = typed.get(f"{kind}<", 0.0) > typed.get(f"{kind}>", 0.0)
        return TieReading(1 - float(shares[:, self.answers.index(NONE)].mean()), kind, turned, kinds)

    def _shares(self, found: Mapping[str, float], between: Floats) -> Floats:
        """[2, answers]: the probability of each answer by each model."""
        row = np.zeros(len(self.names), np.float32)
        for name, value in found.items():
            if name in self.names:
                row[self.names[name]] = value
        inputs = np.concatenate([row, (between - self.mean) * self.scale])
        scores = np.einsum("i,mia->ma", inputs, self.weights) + self.bias
        return np.asarray(np.exp(log_softmax(np.asarray(scores, np.float32))), np.float32)


def type_tie(analysis: Analysis, pair: TiePair) -> TieReading:
    """How the two spans of a pair, which stand in one sentence, are tied."""
    return shipped_weights().read(signs(analysis, pair), between(analysis, pair))


def between(analysis: Analysis, pair: TiePair) -> Floats:
    """The mean vector of the tokens between the spans; zeros where there are none."""
    first, last = token_range(analysis, pair.left)[1], token_range(analysis, pair.right)[0]
    vectors = analysis.encoding.vectors
    return analysis.encoding.mean(first, last) if last > first else np.zeros(vectors.shape[1], np.float32)


@cache
def shipped_weights() -> TieWeights:
    """The weights that come with dateline, loaded once a process."""
    if not FILE.is_file():
        raise ModelError("the weights of ties are not installed", mend="reinstall dateline")
    return load_weights(FILE)


def load_weights(path: Path) -> TieWeights:
    """Read weights that `training/ties.py` wrote."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    rest = [np.asarray(arrays[n], np.float32) for n in ("weights", "bias", "mean", "scale")]
    names = {str(name): i for i, name in enumerate(arrays["names"])}
    return TieWeights(names, tuple(map(str, arrays["answers"])), *rest)
