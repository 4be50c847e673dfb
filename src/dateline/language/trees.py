"""The best tree over scored arcs (Chu and Liu 1965, Edmonds 1967), with one root."""

from __future__ import annotations

import numpy as np

from dateline.language.heads import Floats, Ints


def best_tree(scores: Floats) -> Ints:
    """The governor of each token for scores [dependent, governor]; the root governs itself.

    Nearly always the best governors taken one by one make a tree; only where they do not is anything searched.
    """
    heads = np.asarray(scores.argmax(1))
    if _is_tree(heads):
        return heads
    root = _root(scores)
    table = scores.copy()
    np.fill_diagonal(table, -np.inf)
    table[root] = -np.inf
    table[root, root] = 0.0
    return _spanning(table, root)


def _root(scores: Floats) -> int:
    """The token that gains most, or loses least, by being root."""
    own = scores.diagonal()
    best_other = np.where(np.eye(len(scores), dtype=bool), -np.inf, scores).max(1) if len(scores) > 1 else own
    return int((own - best_other).argmax())


def _is_tree(heads: Ints) -> bool:
    return int((heads == np.arange(len(heads))).sum()) == 1 and not _cycle(heads)


def _cycle(heads: Ints) -> list[int]:
    """The tokens of one cycle longer than one, or none."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, at = [], start
        while not state[at]:
            state[at] = 1
            path.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        if state[at] == 1 and heads[at] != at and at in path:
            return path[path.index(at) :]
        for token in path:
            state[token] = 2
    return []


def _spanning(table: Floats, root: int) -> Ints:
    heads = np.asarray(table.argmax(1))
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    return _opened(table, root, heads, cycle)


def _opened(table: Floats, root: int, heads: Ints, cycle: list[int]) -> Ints:
    """Contract the cycle into one node, solve the rest, and open the cycle where the rest enters it."""
    outside = [i for i in range(len(table)) if i not in set(cycle)]
    gain = table[cycle] - table[cycle, heads[cycle]][:, None]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = table[np.ix_(outside, outside)]
    small[:-1, -1] = table[np.ix_(outside, cycle)].max(1)
    small[-1, :-1] = gain[:, outside].max(0)
    solved = _spanning(small, outside.index(root))
    merged = heads.copy()
    for place, token in enumerate(outside):
        governor = solved[place]
        inside = governor == len(outside)
        merged[token] = cycle[int(table[token, cycle].argmax())] if inside else outside[governor]
    entry = outside[solved[-1]]
    opened = cycle[int(gain[:, entry].argmax())]
    merged[opened] = entry
    return merged
