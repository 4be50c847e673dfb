"""Measures a trained model: attribution by the neutral scorer, syntax against spaCy, names, all on held-out texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from dateline.language.encoder import Encoder, Trunk
from dateline.language.heads import Heads
from dateline.statements.tagging import Reading, candidate_statements
from training.data import polnear
from training.labels import LAYERS, PARTY_TAGS, RELATIONS, ROLE_TAGS, TYPES
from training.model import Model

SETTINGS = {"confidence": [0.0, -0.6, -0.7, 0.0, 0.0, 0.5]}


def label_arrays() -> dict[str, Any]:
    """The labels of every head, as the run time wants them."""
    named = {**LAYERS, "roles": ROLE_TAGS, "parties": PARTY_TAGS, "relation": RELATIONS, "pair": TYPES}
    return {f"labels.{name}": np.array(labels) for name, labels in named.items()}


def heads_of(model: Model, settings: dict[str, Any] | None = None) -> Heads:
    """A model's heads for the run time's code, at full precision."""
    weights = {k: v.float().numpy() for k, v in model.state_dict().items() if not k.startswith("trunk.")}
    labels = {n.removeprefix("labels."): tuple(map(str, a)) for n, a in label_arrays().items()}
    found = {k: np.asarray(v, np.float32) for k, v in {**SETTINGS, **(settings or {})}.items()}
    return Heads(weights, labels, found)


def torch_trunk(model: Model) -> Trunk:
    """A model's trunk in float, for the run time's code."""

    def read(ids: Any, shapes: Any) -> Any:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            return model.trunk(torch.from_numpy(ids).long(), torch.from_numpy(shapes).long()).float().numpy()

    return read


def torch_encoder(model: Model, settings: dict[str, Any]) -> Encoder:
    """A model in float as an encoder of the run time's kind."""
    return Encoder(torch_trunk(model), heads_of(model, settings))


def load(path: Path) -> Model:
    model = Model()
    model.load_state_dict(torch.load(path))
    return model.eval()


def encodings(encoder: Encoder, rows: Iterable[dict[str, Any]]) -> list[tuple[dict[str, Any], Any, Any]]:
    """Each document with its outline and encoding."""
    from training.texts import outline_of

    outlines = [(row, outline_of(row["text"], polnear.title_end(row))) for row in rows]
    return [(row, outline, encoder.read(outline)) for row, outline in outlines]


def predictions(
    read: list[tuple[dict[str, Any], Any, Any]],
    settings: dict[str, Any],
    decode: Callable[..., Iterable[Reading]] = candidate_statements,
) -> dict[str, dict[str, Any]]:
    """Attributions in the neutral scorer's format."""
    found = {}
    for row, outline, encoding in read:
        changed = {k: np.asarray(v, np.float32) for k, v in settings.items()}
        heads = replace(encoding.heads, settings={**encoding.heads.settings, **changed})
        rows = [
            {"source": [list(s) for s in c.speakers], "cue": [list(c.cue)] if c.cue else [],
             "content": [list(s) for s in c.contents], "confidence": c.confidence}
            for c in decode(outline, replace(encoding, heads=heads))
        ]  # fmt: skip
        found[row["id"]] = {"id": row["id"], "attributions": rows}
    return found


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
