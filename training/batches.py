"""Batches: items of like length, padded to the longest of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.example import UNLABELLED, Deed, Item
from training.labels import LAYERS, PARTY_TAGS, ROLE_TAGS


@dataclass
class Batch:
    """Tensors of one batch. Cues and pairs are listed over the whole batch with the row they stand in."""

    ids: Tensor
    shapes: Tensor
    at: Tensor
    real: Tensor  # [batch, tokens]: no padding
    sentences: Tensor
    layers: dict[str, Tensor]
    heads: Tensor
    relations: Tensor
    cues: Tensor  # [cues, 3]: row, first, last
    roles: Tensor  # [cues, tokens]
    pairs: Tensor  # [pairs, 6]: row, actor first and last, recipient first and last, label
    deeds: Tensor  # [deeds, 3]: row, first and last of the anchor
    parties: Tensor  # [deeds, tokens]
    read: bool  # whether attributions are labelled


def plan(items: Sequence[Item], budget: int, dice: random.Random) -> list[list[Item]]:
    """Items in batches of about `budget` pieces, each of like lengths, in random order."""
    ordered = sorted(items, key=lambda item: (len(item.chunk.ids), dice.random()))
    batches: list[list[Item]] = []
    for item in ordered:
        if not batches or (len(batches[-1]) + 1) * len(item.chunk.ids) > budget:
            batches.append([])
        batches[-1].append(item)
    dice.shuffle(batches)
    return batches


def collate(items: Sequence[Item]) -> Batch:
    length, tokens = max(len(i.chunk.ids) for i in items), max(len(i.chunk.at) for i in items)
    cues = [(row, a) for row, item in enumerate(items) for a in item.attributions()]
    deeds = [(row, d) for row, item in enumerate(items) for d in item.deeds()]
    return Batch(
        ids=_padded([i.chunk.ids for i in items], length, 0),
        shapes=_padded([i.chunk.shapes for i in items], length, 0),
        at=_padded([i.chunk.at for i in items], tokens, 0),
        real=_padded([[1] * len(i.chunk.at) for i in items], tokens, 0).bool(),
        sentences=_padded([i.sentences() for i in items], tokens, -9),
        layers={name: _padded([i.layer(name) for i in items], tokens, UNLABELLED) for name in LAYERS},
        heads=_padded([i.heads() for i in items], tokens, UNLABELLED),
        relations=_padded([i.relations() for i in items], tokens, UNLABELLED),
        cues=torch.tensor([[row, *a.cue] for row, a in cues], dtype=torch.long).reshape(-1, 3),
        roles=_padded([_roles(a, len(items[row].chunk.at)) for row, a in cues], tokens, UNLABELLED),
        pairs=torch.tensor(
            [[row, *p.actor, *p.recipient, p.label] for row, i in enumerate(items) for p in i.pairs()], dtype=torch.long
        ).reshape(-1, 6),
        deeds=torch.tensor([[row, *d.anchor] for row, d in deeds], dtype=torch.long).reshape(-1, 3),
        parties=_padded([_parties(d, len(items[row].chunk.at)) for row, d in deeds], tokens, UNLABELLED),
        read=any(i.example.attributions is not None for i in items),
    )


def forever(items: Sequence[Item], budget: int, dice: random.Random) -> Iterator[list[Item]]:
    """Batches without end, planned anew each time round."""
    while True:
        yield from plan(items, budget, dice)


def _roles(attribution: object, size: int) -> list[int]:
    tags = [0] * size
    for role, spans in (("speaker", attribution.speakers), ("content", attribution.contents)):  # type: ignore[attr-defined]
        for first, last in spans:
            edge = ["S"] if last - first == 1 else ["B", *"I" * (last - first - 2), "E"]
            tags[first:last] = [ROLE_TAGS.index(f"{e}-{role}") for e in edge]
    return tags


def _parties(deed: Deed, size: int) -> list[int]:
    tags = [0] * size
    for name, spans in (("recipient", deed.recipients), ("actor", deed.actors)):
        for first, last in spans:
            tags[first:last] = [PARTY_TAGS.index(name)] * (last - first)
    return tags


def _padded(rows: Sequence[Sequence[int]], size: int, filler: int) -> Tensor:
    return torch.tensor([[*row, *[filler] * (size - len(row))] for row in rows], dtype=torch.long).reshape(-1, size)
