"""The whole model: the trunk and one head for each question, all of them over the vectors of tokens."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.labels import LAYERS, PARTY_TAGS, RELATIONS, ROLE_TAGS, TYPES
from training.trunk import WIDTH, Drop, Trunk

ARC, CROSS, PAIR, QUERY = 160, 160, 256, 96
DISTANCES, SENTENCES = 21, 7


class Cross(nn.Module):
    """Scores one vector in the light of another: their sum and their product, one inner layer, then labels."""

    def __init__(self, inner: int, labels: int) -> None:
        super().__init__()
        self.own = nn.Linear(WIDTH, inner)
        self.other = nn.Linear(WIDTH, inner, bias=False)
        self.own_times = nn.Linear(WIDTH, inner, bias=False)
        self.other_times = nn.Linear(WIDTH, inner, bias=False)
        self.out = nn.Linear(inner, labels)
        self.drop = Drop(0.1)

    def forward(self, own: Tensor, other: Tensor) -> Tensor:
        return self.mixed(self.own(own), self.own_times(own), other, 0.0)

    def mixed(self, own: Tensor, times: Tensor, other: Tensor, extra: Tensor | float) -> Tensor:
        """The same from projections of the first vector, which several second vectors may share."""
        inner = own + self.other(other) + times * self.other_times(other) + extra
        return self.out(self.drop(torch.relu(inner)))


class Roles(nn.Module):
    """For a cue or an anchor and every token of its chunk: the token's part in that attribution or deed."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.cross = Cross(CROSS, labels)
        self.distance = nn.Embedding(DISTANCES, CROSS)
        self.sentence = nn.Embedding(SENTENCES, CROSS)
        nn.init.normal_(self.distance.weight, std=0.05)
        nn.init.normal_(self.sentence.weight, std=0.05)

    def forward(self, tokens: Tensor, row: Tensor, cue: Tensor, distance: Tensor, sentence: Tensor) -> Tensor:
        """`tokens` [batch, length, 384]; for each cue its batch row, its vector, and two places for every token."""
        own, times = self.cross.own(tokens)[row], self.cross.own_times(tokens)[row]
        return self.cross.mixed(own, times, cue[:, None], self.distance(distance) + self.sentence(sentence))


class Pairs(nn.Module):
    """For two spans of a sentence: the PLOVER type from the first to the second, read off the words they point to."""

    def __init__(self) -> None:
        super().__init__()
        self.ask_actor = nn.Linear(WIDTH, QUERY)
        self.ask_recipient = nn.Linear(WIDTH, QUERY, bias=False)
        self.key = nn.Linear(WIDTH, QUERY, bias=False)
        self.actor = nn.Linear(WIDTH, PAIR)
        self.recipient = nn.Linear(WIDTH, PAIR, bias=False)
        self.trigger = nn.Linear(WIDTH, PAIR, bias=False)
        self.actor_times = nn.Linear(WIDTH, PAIR, bias=False)
        self.recipient_times = nn.Linear(WIDTH, PAIR, bias=False)
        self.out = nn.Linear(PAIR, len(TYPES))
        self.drop = Drop(0.2)

    def forward(self, actor: Tensor, recipient: Tensor, tokens: Tensor, inside: Tensor) -> Tensor:
        """`actor`, `recipient` [n, 384]; `tokens` [n, length, 384]; `inside` [n, length] is True in the sentence."""
        asked = self.ask_actor(actor) + self.ask_recipient(recipient)
        scores = (self.key(tokens) @ asked[..., None])[..., 0].float() / QUERY**0.5
        weights = scores.masked_fill(~inside, -1e4).softmax(-1)
        trigger = (weights[..., None] * tokens).sum(1)
        mixed = self.actor(actor) + self.recipient(recipient) + self.trigger(trigger)
        mixed = mixed + self.actor_times(actor) * self.recipient_times(recipient)
        return self.out(self.drop(torch.relu(mixed)))


class Model(nn.Module):
    """Trunk and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = Trunk()
        self.layers = nn.ModuleDict({name: nn.Linear(WIDTH, len(labels)) for name, labels in LAYERS.items()})
        self.dependent = nn.Linear(WIDTH, ARC)
        self.governor = nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=True)
        self.relation = Cross(CROSS, len(RELATIONS))
        self.roles = Roles(len(ROLE_TAGS))
        self.parties = Roles(len(PARTY_TAGS))
        self.pairs = Pairs()

    def tokens(self, ids: Tensor, shapes: Tensor, at: Tensor) -> Tensor:
        """The vectors of tokens [batch, tokens, 384], each that of its first piece."""
        read = self.trunk(ids, shapes)
        return read.gather(1, at[..., None].expand(-1, -1, read.shape[-1]))

    def arcs(self, tokens: Tensor) -> Tensor:
        """[batch, dependent, governor]: how well the second governs the first."""
        return self.arc(torch.relu(self.dependent(tokens))) @ torch.relu(self.governor(tokens)).transpose(1, 2)


def distance_places(cue_first: Tensor, cue_last: Tensor, length: int) -> Tensor:
    """The signed distance of each of `length` tokens to a cue, in 21 steps that widen (0 is inside the cue)."""
    place = torch.arange(length)[None]
    gap = torch.where(place < cue_first[:, None], place - cue_first[:, None], place - cue_last[:, None] + 1)
    gap = torch.where((place >= cue_first[:, None]) & (place < cue_last[:, None]), 0, gap)
    size = gap.abs()
    step = torch.bucketize(size, torch.tensor([1, 2, 3, 4, 6, 9, 14, 22, 40, 80]), right=True)
    return torch.where(gap < 0, 10 - step, 10 + step)


def sentence_places(own: Tensor, cue: Tensor) -> Tensor:
    """How many sentences after the cue's a token's stands, from -3 to 3, as 0 to 6."""
    return (own - cue).clamp(-3, 3) + 3
