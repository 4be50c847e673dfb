"""Other names in the same text: what is learned must not hang on what people and places are called."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.language.pieces import STOP
from training.example import Item
from training.labels import NAME_TAGS

KINDS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC"})
Pool = dict[tuple[str, int], list[tuple[int, ...]]]


def pool_of(items: Iterable[Item]) -> Pool:
    """The names in these texts as pieces, by their kind and their number of pieces."""
    found: dict[tuple[str, int], set[tuple[int, ...]]] = {}
    for item in items:
        for kind, places in _names(item):
            for run in places:
                ids = tuple(item.chunk.ids[i] for i in run)
                found.setdefault((kind, len(ids)), set()).add(ids)
    return {key: sorted(names) for key, names in found.items()}


def renamed(item: Item, pool: Pool, dice: random.Random) -> Item:
    """The item with each word of a name exchanged for one of like kind and length, the same word always alike."""
    ids, known = list(item.chunk.ids), {}
    for kind, places in _names(item):
        for run in places:
            old = tuple(ids[i] for i in run)
            if old not in known:
                known[old] = dice.choice(pool.get((kind, len(old)), [old]))
            for i, piece in zip(run, known[old], strict=True):
                ids[i] = piece
    return replace(item, chunk=replace(item.chunk, ids=tuple(ids)))


def _names(item: Item) -> Iterator[tuple[str, list[range]]]:
    """The kind of every token that stands in a name, and the places of its pieces."""
    tags, at = item.layer("name"), item.chunk.at
    tokens = item.example.outline.tokens[item.chunk.first : item.chunk.last]
    for n, (tag, token) in enumerate(zip(tags, tokens, strict=True)):
        kind = _kind(tag)
        if kind in KINDS and token.text[:1].isupper():
            yield kind, [range(at[n], _end(item, n))]


def _kind(tag: int) -> str:
    return NAME_TAGS[tag].partition("-")[2] if 0 < tag < len(NAME_TAGS) else ""


def _end(item: Item, n: int) -> int:
    """Where the pieces of a token end; the mark between paragraphs is none of them."""
    at: Sequence[int] = item.chunk.at
    end = at[n + 1] if n + 1 < len(at) else at[n] + 1
    return end - 1 if end - 1 > at[n] and item.chunk.ids[end - 1] == STOP else end
