"""One-to-one pairing of gold and predicted rows: greedy by score, or of the highest total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


def pair_greedily(scored: Iterable[tuple[float, int, int]]) -> list[Pair]:
    """Pair (score, gold, predicted), best score first; ties by index."""
    seen_gold: set[int] = set()
    seen_predicted: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if i not in seen_gold and j not in seen_predicted:
            seen_gold.add(i)
            seen_predicted.add(j)
            pairs.append((i, j))
    return pairs


def pair_best(similarity: Mapping[Pair, float]) -> list[Pair]:
    """The pairing of the highest total similarity, solved for each group of rows that overlap."""
    pairs = []
    for rows, columns in _groups(similarity):
        weights = [[similarity.get((i, j), 0.0) for j in columns] for i in rows]
        pairs += [(rows[a], columns[b]) for a, b in assign(weights) if weights[a][b] > 0]
    return pairs


def _groups(similarity: Iterable[Pair]) -> list[tuple[list[int], list[int]]]:
    """Connected components of the graph whose edges are the pairs."""
    near: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for i, j in similarity:
        near["gold", i].add(("predicted", j))
        near["predicted", j].add(("gold", i))
    seen: set[tuple[str, int]] = set()
    groups = []
    for start in sorted(near):
        if start in seen:
            continue
        todo, group = [start], {start}
        while todo:
            fresh = near[todo.pop()] - group
            group |= fresh
            todo.extend(fresh)
        seen |= group
        groups.append((sorted(k for s, k in group if s == "gold"), sorted(k for s, k in group if s == "predicted")))
    return groups


def assign(weights: Sequence[Sequence[float]]) -> list[Pair]:
    """(row, column) pairs of the highest total weight (Hungarian method, Kuhn 1955, with potentials)."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return [(b, a) for a, b in assign([list(column) for column in zip(*weights, strict=True)])]
    columns = len(weights[0])
    row_of = [-1] * (columns + 1)
    row_price, column_price = [0.0] * len(weights), [0.0] * (columns + 1)
    for row in range(len(weights)):
        _augment(weights, row, row_of, row_price, column_price)
    return sorted((row_of[j], j) for j in range(columns) if row_of[j] >= 0)


def _augment(
    weights: Sequence[Sequence[float]], row: int, row_of: list[int], row_price: list[float], column_price: list[float]
) -> None:
    """Give `row` a column along the cheapest alternating path; the last column is a stand-in for the start."""
    stand_in = len(row_of) - 1
    row_of[stand_in] = row
    cost, came_from = [float("inf")] * stand_in, [stand_in] * stand_in
    done, column = [False] * (stand_in + 1), stand_in
    while row_of[column] >= 0:
        done[column] = True
        here = row_of[column]
        for j in (j for j in range(stand_in) if not done[j]):
            reduced = -weights[here][j] - row_price[here] - column_price[j]
            if reduced < cost[j]:
                cost[j], came_from[j] = reduced, column
        nearest = min((j for j in range(stand_in) if not done[j]), key=lambda j: cost[j])
        step = cost[nearest]
        for j in range(stand_in + 1):
            if done[j]:
                row_price[row_of[j]] += step
                column_price[j] -= step
            elif j < stand_in:
                cost[j] -= step
        column = nearest
    while column != stand_in:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]
    row_of[stand_in] = -1
