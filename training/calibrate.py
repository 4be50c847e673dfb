"""Finds how the input of every linear layer is laid over 8 bits, from texts of the training set."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray

from training.example import Item
from training.export import Input
from training.model import Model

SMOOTH = 0.0  # how much of a channel's size moves from the input to the weights: none measured best
CLIPPED = 0.0  # share of values on each side that may fall outside


def inputs_of(
    model: Model, items: Iterable[Item], smooth: float = SMOOTH, clipped: float = CLIPPED
) -> dict[str, Input]:
    """Limits and smoothing for every linear layer of the trunk."""
    seen = _seen(model, items)
    layers = dict(model.trunk.named_modules())
    return {
        name: _input(np.concatenate(rows), layers[name].weight.detach().numpy(), smooth, clipped)
        for name, rows in seen.items()
    }


def _input(values: NDArray[np.float32], weight: NDArray[np.float32], smooth: float, clipped: float) -> Input:
    factor = None
    if smooth:
        size, heavy = np.abs(values).max(0), np.abs(weight).max(0)
        factor = (np.maximum(size, 1e-3) ** smooth / np.maximum(heavy, 1e-4) ** (1 - smooth)).astype(np.float32)
        values = values / factor
    if not clipped:
        return Input((float(values.min()), float(values.max())), factor)
    flat = np.sort(values, axis=None)
    place = int(len(flat) * clipped)
    return Input((float(flat[place]), float(flat[-1 - place])), factor)


def _seen(model: Model, items: Iterable[Item]) -> dict[str, list[NDArray[np.float32]]]:
    found: dict[str, list[NDArray[np.float32]]] = {}

    def note(name: str) -> object:
        return lambda _module, given, _out: found.setdefault(name, []).append(given[0][0].float().numpy())

    hooks = [m.register_forward_hook(note(n)) for n, m in model.trunk.named_modules() if isinstance(m, torch.nn.Linear)]
    with torch.no_grad():
        for item in items:
            model.trunk(torch.tensor([item.chunk.ids]), torch.tensor([item.chunk.shapes]))
    for hook in hooks:
        hook.remove()
    return found
