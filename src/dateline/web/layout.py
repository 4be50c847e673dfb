"""A place for each actor of a network: springs and repulsion (Fruchterman and Reingold 1991), the same every time."""

from __future__ import annotations

from typing import Any

import numpy as np

TURNS = 120


def laid_out(pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The actors of the pairs with x and y between -1 and 1 and how much is told of each, the most told of first."""
    names = {pair[end]: pair[f"{end}_name"] for pair in pairs for end in ("one", "other")}
    weight = dict.fromkeys(names, 0)
    for pair in pairs:
        for end in ("one", "other"):
            weight[pair[end]] += pair["tellings"]
    order = sorted(names, key=lambda who: (-weight[who], who))
    at = {who: i for i, who in enumerate(order)}
    edges = np.array([(at[p["one"]], at[p["other"]]) for p in pairs], np.int64).reshape(-1, 2)
    places = _places(len(order), edges)
    return [
        {"who": who, "name": names[who], "tellings": weight[who], "x": round(float(x), 4), "y": round(float(y), 4)}
        for who, (x, y) in zip(order, places, strict=True)
    ]


def _places(size: int, edges: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """From a circle, in ever smaller steps, to where pushes and pulls are even."""
    turn = np.arange(size) * 2.399963  # the golden angle: nobody starts on top of another
    place = np.sqrt((np.arange(size) + 1) / max(size, 1))[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    ideal = 1.6 / np.sqrt(max(size, 1))
    for step in np.linspace(0.15, 0.005, TURNS):
        apart = place[:, None, :] - place[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        push = (apart * (ideal**2 / distance**2)[:, :, None]).sum(axis=1) - 0.5 * place
        pull = place[edges[:, 0]] - place[edges[:, 1]]
        pull *= (np.linalg.norm(pull, axis=1) / ideal)[:, None]
        np.add.at(push, edges[:, 0], -pull)
        np.add.at(push, edges[:, 1], pull)
        length = np.maximum(np.linalg.norm(push, axis=1), 1e-9)[:, None]
        place = place + push / length * np.minimum(length, step)
    spread: np.ndarray[Any, Any] = place / max(float(np.abs(place).max(initial=0)), 1e-9)
    return spread
