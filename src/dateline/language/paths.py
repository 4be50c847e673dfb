"""Best paths through tags: BIOES tags read as whole spans."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.language.heads import Floats, Ints

NEVER = np.float32(-1e9)
MARGIN = 6  # tokens


def best_paths(scores: Floats, roles: int) -> Ints:
    """The best legal tags [rows, tokens] for scores [rows, tokens, 1 + 4 · roles], tags ordered O, then B I E S a role.

    Where the best tag of every token taken alone makes a legal row, that row is the best path, and nothing is searched.
    """
    follows, begins, ends = _legal(roles)
    tags: Ints = scores.argmax(-1)
    cost = follows[tags[:, :-1], tags[:, 1:]].sum(1) + begins[tags[:, 0]] + ends[tags[:, -1]]
    illegal = np.flatnonzero(cost < 0)
    if len(illegal):
        first, last = _window(tags[illegal])
        tags[illegal, first:last] = _searched(scores[illegal, first:last], roles)
    return tags


def _window(tags: Ints) -> tuple[int, int]:
    """The stretch in which any row has a tag other than O, and a little more: elsewhere the best path is all O."""
    busy = np.flatnonzero((tags > 0).any(0))
    return max(0, int(busy[0]) - MARGIN), min(tags.shape[1], int(busy[-1]) + 1 + MARGIN)


def _searched(scores: Floats, roles: int) -> Ints:
    """Viterbi's algorithm."""
    rows, length, _ = scores.shape
    follows, begins, ends = _legal(roles)
    best, back, row = scores[:, 0] + begins, [], np.arange(rows)
    for i in range(1, length):
        ways = best[:, :, None] + follows
        back.append(ways.argmax(1))
        best = ways.max(1) + scores[:, i]
    path = [(best + ends).argmax(1)]
    for step in reversed(back):
        path.append(step[row, path[-1]])
    return np.stack(path[::-1], 1)


@cache
def _legal(roles: int) -> tuple[Floats, Floats, Floats]:
    """Which tag may follow which (0 or never), which may begin, which may end."""
    size = 1 + 4 * roles
    open_role = [0] + [r + 1 if edge in (0, 1) else 0 for r in range(roles) for edge in range(4)]
    needs_role = [0] + [r + 1 if edge in (1, 2) else 0 for r in range(roles) for edge in range(4)]
    allowed = np.array([[open_role[a] == needs_role[b] for b in range(size)] for a in range(size)])
    begin, end = np.array(needs_role) == 0, np.array(open_role) == 0
    return _cost(allowed), _cost(begin), _cost(end)


def _cost(allowed: NDArray[np.bool_]) -> Floats:
    return np.where(allowed, np.float32(0), NEVER)


def spans_of(tags: Ints, role: int = 0) -> list[tuple[int, int]]:
    """[first, last) of every span of one role in a legal row of tags."""
    base, found, first = 1 + 4 * role, [], 0
    for i, tag in enumerate(tags.tolist()):
        if tag == base + 3:
            found.append((i, i + 1))
        elif tag == base:
            first = i
        elif tag == base + 2:
            found.append((first, i + 1))
    return found
