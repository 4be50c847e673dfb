"""The encoder's heads: small matrices over the vectors of tokens, in numpy. `training/model.py` is their other half."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import ModelError
from dateline.models.weights import HOME

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FILE = HOME / "heads.npz"
STEPS = np.array([1, 2, 3, 4, 6, 9, 14, 22, 40, 80])  # tokens: where a distance to a cue counts as one step more


@dataclass(frozen=True)
class Heads:
    """Weights by name, and the labels of each head in the order of its scores."""

    weights: Mapping[str, Floats]
    labels: Mapping[str, tuple[str, ...]]
    settings: Mapping[str, Floats]

    def layer(self, name: str, vectors: Floats) -> Floats:
        """Log probabilities [tokens, labels] of one layer of tags."""
        return log_softmax(self._linear(f"layers.{name}", vectors))

    def arcs(self, vectors: Floats) -> Floats:
        """[dependent, governor] scores between the tokens of one sentence."""
        dependent = self._linear("arc", relu(self._linear("dependent", vectors)))
        return np.asarray(dependent @ relu(self._linear("governor", vectors)).T, np.float32)

    def relations(self, vectors: Floats, heads: Ints) -> Floats:
        """Log probabilities [tokens, relations], given the governor of every token."""
        own, times = self.own("relation", vectors)
        return log_softmax(self.cross("relation", own, times, vectors[heads]))

    def parts(self, name: str, vectors: Floats, cues: Floats, distance: Ints, sentence: Ints) -> Floats:
        """Log probabilities [cues, tokens, tags]: each token's part in the attribution of each cue ("roles") or in the
        deed of each anchor ("parties").

        `cues` [cues, 384] are mean vectors; `distance` and `sentence` [cues, tokens] say where tokens stand to the cue.
        """
        own, times = self.own(f"{name}.cross", vectors)
        extra = self.weights[f"{name}.distance.weight"][distance] + self.weights[f"{name}.sentence.weight"][sentence]
        return log_softmax(self.cross(f"{name}.cross", own, times, cues[:, None], extra))

    def pair(self, actor: Floats, recipient: Floats, sentence: Floats) -> tuple[Floats, Floats]:
        """Log probabilities [types] from actor to recipient, and the weight of each of the sentence's tokens in it."""
        asked = self._linear("pairs.ask_actor", actor) + recipient @ self.weights["pairs.ask_recipient.weight"].T
        keys = sentence @ self.weights["pairs.key.weight"].T
        weights = np.exp(log_softmax(keys @ asked / np.float32(np.sqrt(len(asked)))))
        mixed: Floats = self._linear("pairs.actor", actor) + recipient @ self.weights["pairs.recipient.weight"].T
        mixed += (weights @ sentence) @ self.weights["pairs.trigger.weight"].T
        product = actor @ self.weights["pairs.actor_times.weight"].T
        mixed += product * (recipient @ self.weights["pairs.recipient_times.weight"].T)
        return log_softmax(self._linear("pairs.out", relu(mixed))), weights

    def own(self, name: str, vectors: Floats) -> tuple[Floats, Floats]:
        """The two projections of the vectors that a crossed head judges."""
        return self._linear(f"{name}.own", vectors), vectors @ self.weights[f"{name}.own_times.weight"].T

    def cross(self, name: str, own: Floats, times: Floats, other: Floats, extra: Floats | float = 0.0) -> Floats:
        """Scores of projected vectors in the light of others."""
        inner = own + other @ self.weights[f"{name}.other.weight"].T + extra
        inner = inner + times * (other @ self.weights[f"{name}.other_times.weight"].T)
        return self._linear(f"{name}.out", relu(np.asarray(inner, np.float32)))

    def _linear(self, name: str, x: Floats) -> Floats:
        return np.asarray(x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"], np.float32)


def distance_places(first: int, last: int, length: int) -> Ints:
    """The signed distance of `length` tokens to the cue [first, last), in 21 steps that widen; 10 is inside the cue."""
    place = np.arange(length)
    step = np.searchsorted(STEPS, np.maximum(first - place, place - last + 1), side="right")
    return np.where(place < first, 10 - step, np.where(place >= last, 10 + step, 10))


def relu(x: Floats) -> Floats:
    """max(x, 0)."""
    return np.maximum(x, np.float32(0))


def log_softmax(x: Floats) -> Floats:
    """Log probabilities over the last axis."""
    x = x - x.max(-1, keepdims=True)
    return np.asarray(x - np.log(np.exp(x).sum(-1, keepdims=True)), np.float32)


@cache
def shipped_heads() -> Heads:
    """The heads that dateline ships."""
    if not FILE.is_file():
        raise ModelError("the encoder's heads are not installed", mend="reinstall dateline")
    return load_heads(FILE)


def load_heads(path: Path) -> Heads:
    """Read heads from a file that training wrote."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    labels = {n.removeprefix("labels."): tuple(map(str, a)) for n, a in arrays.items() if n.startswith("labels.")}
    settings = {
        n.removeprefix("settings."): a.astype(np.float32) for n, a in arrays.items() if n.startswith("settings.")
    }
    rest = {n: a.astype(np.float32) for n, a in arrays.items() if not n.startswith(("labels.", "settings."))}
    return Heads(rest, labels, settings)
