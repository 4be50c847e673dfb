"""What each head is to learn, as one number a head."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.example import UNLABELLED
from training.model import Model, Roles, distance_places, sentence_places

WEIGHTS = {
    "cue": 4.0, "speaker": 3.0, "content": 3.0, "roles": 2.0,
    "tag": 0.6, "pos": 0.3, "arc": 1.5, "relation": 1.0, "name": 1.0, "entity": 1.0, "pair": 0.6,
    "anchor": 4.0, "parties": 1.0, "polarity": 0.2, "modality": 0.2,
}  # fmt: skip
NONE_WEIGHT = 0.5  # pairs of no type are easily written, and many
PARTY_SCALE = 4.0  # the same for a deed
ROLE_SCALE = 20.0  # tokens a cue that are worth deciding; the rest are plainly outside


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """The loss of every head that the batch has labels for, before weighting."""
    tokens = model.tokens(batch.ids, batch.shapes, batch.at)
    found = {}
    for name, target in batch.layers.items():
        if bool((target != UNLABELLED).any()):
            found[name] = _cross_entropy(model.layers[name](tokens), target)
    if bool((batch.heads != UNLABELLED).any()):
        found |= _syntax(model, tokens, batch)
    if batch.read and len(batch.cues):
        found["roles"] = _roles(model, tokens, batch)
    if len(batch.deeds):
        found["parties"] = _parties(model, tokens, batch)
    if len(batch.pairs):
        found["pair"] = _pairs(model, tokens, batch)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    return torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()


def _cross_entropy(scores: Tensor, target: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, -2), target.flatten(), ignore_index=UNLABELLED)


def _syntax(model: Model, tokens: Tensor, batch: Batch) -> dict[str, Tensor]:
    scores = model.arcs(tokens).float()
    same = batch.sentences[:, :, None] == batch.sentences[:, None, :]
    scores = scores.masked_fill(~same, -1e4)
    inside = same.gather(2, batch.heads.clamp(min=0)[..., None])[..., 0] & (batch.heads != UNLABELLED)
    heads = batch.heads.masked_fill(~inside, UNLABELLED)
    row, place = inside.nonzero(as_tuple=True)
    governors = tokens[row, batch.heads[row, place]]
    relation = model.relation(tokens[row, place], governors)
    return {
        "arc": _cross_entropy(scores, heads),
        "relation": _cross_entropy(relation, batch.relations[row, place]),
    }


def role_scores(asked: Roles, tokens: Tensor, cues: Tensor, sentences: Tensor) -> Tensor:
    """[cues, tokens, tags] for cues or anchors given as (row, first, last)."""
    row, first, last = cues.unbind(1)
    cue = row_means(tokens, row, first, last)
    distance = distance_places(first, last, tokens.shape[1])
    sentence = sentence_places(sentences[row], sentences[row, first][:, None])
    return asked(tokens, row, cue, distance, sentence)


def _parties(model: Model, tokens: Tensor, batch: Batch) -> Tensor:
    scores = role_scores(model.parties, tokens, batch.deeds, batch.sentences)
    summed = functional.cross_entropy(
        scores.float().flatten(0, 1), batch.parties.flatten(), ignore_index=UNLABELLED, reduction="sum"
    )
    return summed / (len(batch.deeds) * PARTY_SCALE)


def _roles(model: Model, tokens: Tensor, batch: Batch) -> Tensor:
    scores = role_scores(model.roles, tokens, batch.cues, batch.sentences)
    summed = functional.cross_entropy(
        scores.float().flatten(0, 1), batch.roles.flatten(), ignore_index=UNLABELLED, reduction="sum"
    )
    return summed / (len(batch.cues) * ROLE_SCALE)


def pair_scores(model: Model, tokens: Tensor, pairs: Tensor, sentences: Tensor) -> Tensor:
    """[pairs, types] for pairs given as (row, actor first and last, recipient first and last, …)."""
    row = pairs[:, 0]
    read = tokens[row]
    actor = row_means(tokens, row, pairs[:, 1], pairs[:, 2])
    recipient = row_means(tokens, row, pairs[:, 3], pairs[:, 4])
    inside = sentences[row] == sentences[row, pairs[:, 1]][:, None]
    return model.pairs(actor, recipient, read, inside)


def _pairs(model: Model, tokens: Tensor, batch: Batch) -> Tensor:
    scores = pair_scores(model, tokens, batch.pairs, batch.sentences).float()
    weights = torch.ones(scores.shape[1])
    weights[-1] = NONE_WEIGHT
    return functional.cross_entropy(scores, batch.pairs[:, 5], weight=weights)


def row_means(tokens: Tensor, row: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean vector of each span [first, last) of its row."""
    size, length = len(tokens), tokens.shape[1]
    place = torch.arange(length)[None]
    inside = ((place >= first[:, None]) & (place < last[:, None])).to(tokens.dtype)
    weights = torch.zeros(len(row), size, length, dtype=tokens.dtype)
    weights[torch.arange(len(row)), row] = inside / inside.sum(1, keepdim=True).clamp(min=1)
    return weights.flatten(1) @ tokens.flatten(0, 1)
