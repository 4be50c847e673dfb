"""Makes the shipped files from a trained model, measures them, and writes their card.

python -m training.ship .checkpoints/run --data ../shared/data --to src/dateline/models
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from dateline.language.encoder import Encoder, onnx_trunk
from dateline.language.heads import load_heads
from training import card, confidence, figures, lemmas, measure
from training.calibrate import inputs_of
from training.data import polnear
from training.export import write_heads, write_trunk
from training.model import Model
from training.trunk import vocabulary_file

BITS = 7  # a bit less than a byte: products of 8 and 7 bits cannot overflow on processors without VNNI
TEXTS = 24  # chunks that limits are taken from


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--silver", type=Path, default=Path(".checkpoints/silver.jsonl"))
    parser.add_argument("--folds", type=Path, default=Path(".checkpoints/folds.json"), help="what training.folds wrote")
    parser.add_argument("--to", type=Path, default=Path("src/dateline/models"))
    parser.add_argument("--only-card", action="store_true", help="measure what lies there, and write the card anew")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    rows = measure.rows_of(options.data / "polnear" / "train.jsonl")
    model = measure.load(options.run / "model.pt")
    if options.only_card:
        settings = dict(load_heads(options.to / "heads.npz").settings)
    else:
        write(model, rows, options)
        settings = calibrated(options, [r for r in rows if polnear.month(r["id"]) == polnear.LAST_MONTH])
    found = figures.of(encoder(options.to, settings), measure.torch_encoder(model, settings), options)
    if options.folds.is_file():
        found["pairs"] = json.loads(options.folds.read_text(encoding="utf8"))
    (options.to / "CARD.md").write_text(card.text(list(runs(options.run)), found), encoding="utf8")


def runs(last: Path) -> Iterator[dict[str, Any]]:
    """The settings of a run and, before it, of the runs that it went on from."""
    run = json.loads((last / "run.json").read_text(encoding="utf8"))
    before = Path(run.get("start", "None")).parent
    if (before / "run.json").is_file():
        yield from runs(before)
    yield run


def write(model: Model, rows: list[dict[str, Any]], options: argparse.Namespace) -> None:
    """Write trunk, heads, vocabulary and lemmas."""
    dice = random.Random(3)
    known = [r for r in rows if polnear.month(r["id"]) != polnear.LAST_MONTH]
    items = [dice.choice(list(polnear.example(r).items(254))) for r in dice.sample(known, TEXTS)]
    state = {k: v.float().numpy() for k, v in model.state_dict().items()}
    trunk = {k.removeprefix("trunk."): v for k, v in state.items() if k.startswith("trunk.")}
    write_trunk(trunk, inputs_of(model, items), BITS, options.to / "encoder.onnx")
    shutil.copy(vocabulary_file(), options.to / "encoder.vocab")
    lemmas.write([options.data / "polnear" / "train.jsonl"], options.silver, options.to / "lemmas.vocab")
    save_heads(state, {}, options.to)


def save_heads(state: dict[str, Any], settings: dict[str, Any], to: Path) -> None:
    every = {f"settings.{k}": np.asarray(v, np.float32) for k, v in {**measure.SETTINGS, **settings}.items()}
    write_heads(state, {**measure.label_arrays(), **every}, to / "heads.npz")


def calibrated(options: argparse.Namespace, held_out: list[dict[str, Any]]) -> dict[str, Any]:
    """Fit confidence on the held-out month, with the shipped files, and write it into them."""
    read = measure.encodings(encoder(options.to, {}), held_out)
    settings = {"confidence": confidence.fit(*confidence.samples(read))}
    heads = load_heads(options.to / "heads.npz")
    save_heads(dict(heads.weights), settings, options.to)
    return settings


def encoder(home: Path, settings: dict[str, Any]) -> Encoder:
    """The shipped files as an encoder."""
    heads = load_heads(home / "heads.npz")
    changed = {k: np.asarray(v, np.float32) for k, v in settings.items()}
    return Encoder(onnx_trunk(home / "encoder.onnx"), replace(heads, settings={**heads.settings, **changed}))


if __name__ == "__main__":
    main()
