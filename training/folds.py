"""Typed pairs on sentences not trained on: PLV in five folds by sentence, an answer forced.

The folds start from a trunk that has seen no PLV (`python -m training.train --without plv`), or from the published one.

python -m training.folds --start .checkpoints/without-plv/model.pt --to .checkpoints/folds.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import torch

from training.batches import collate, plan
from training.data import own, plv
from training.example import Example
from training.labels import TYPES
from training.losses import losses, pair_scores, total
from training.model import Model

FOLDS = 5
BATCH = 768  # pieces
OWN = 0.15  # share of our own sentences that is mixed in
QUADS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT"),
    "material cooperation": ("COOPERATE", "AID", "YIELD"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
Answer = tuple[str, str, str]  # gold type, forced answer, free answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--start", type=Path)
    parser.add_argument("--to", type=Path, default=Path(".checkpoints/folds.json"))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    examples = list(plv.read(options.data / "plv" / "train.tsv"))
    answers: list[Answer] = []
    for fold in range(FOLDS):
        answers += _fold(fold, examples, options)
        print(fold, json.dumps(scores(answers)), flush=True)
    options.to.write_text(json.dumps(scores(answers), indent=1), encoding="utf8")


def fold_of(example: Example) -> int:
    """The fold of a sentence, by its hash: the same sentence is always in the same fold."""
    return int(hashlib.sha256(example.outline.text.encode()).hexdigest(), 16) % FOLDS


def _fold(fold: int, examples: list[Example], options: argparse.Namespace) -> list[Answer]:
    torch.manual_seed(options.seed)
    model = Model()
    if options.start:
        model.load_state_dict(torch.load(options.start))
    else:
        model.trunk.start_from_minilm()
    dice = random.Random(options.seed)
    ours = [e for e in own.read() if e.pairs and dice.random() < OWN]
    _train(model, [e for e in examples if fold_of(e) != fold] + ours, options)
    model.eval()
    return [_answer(model, e) for e in examples if fold_of(e) == fold]


def _train(model: Model, examples: list[Example], options: argparse.Namespace) -> None:
    dice = random.Random(options.seed)
    items = [item for e in examples for item in e.items(254)]
    epochs = [plan(items, BATCH, dice) for _ in range(options.epochs)]
    steps = [batch for epoch in epochs for batch in epoch]
    heads = [p for n, p in model.named_parameters() if not n.startswith("trunk.")]
    groups = [{"params": model.trunk.parameters(), "lr": options.rate}, {"params": heads, "lr": options.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / 30, (len(steps) - n) / len(steps)))
    model.train()
    for batch in steps:
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(model, collate(batch))
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        pace.step()


def _answer(model: Model, example: Example) -> Answer:
    batch = collate(list(example.items(254))[:1])
    with torch.no_grad():
        tokens = model.tokens(batch.ids, batch.shapes, batch.at)
        found = pair_scores(model, tokens, batch.pairs[:1], batch.sentences)[0]
    return TYPES[int(batch.pairs[0, 5])], TYPES[int(found[:-1].argmax())], TYPES[int(found.argmax())]


def scores(answers: list[Answer]) -> dict[str, Any]:
    """Macro and micro F1 of forced answers, of quad classes, macro F1 where "none" may be answered, F1 of each type."""
    gold, forced, free = zip(*answers, strict=True)
    of_type = f1(gold, forced)
    quad = {name: q for q, names in QUADS.items() for name in names}
    return {
        "n": len(gold),
        "macro": sum(of_type.values()) / len(of_type),
        "micro": sum(g == f for g, f in zip(gold, forced, strict=True)) / len(gold),
        "quad": sum(quad[g] == quad[f] for g, f in zip(gold, forced, strict=True)) / len(gold),
        "macro with none": sum((free_f1 := f1(gold, free)).values()) / len(free_f1),
        "answered none": free.count("none") / len(free),
        "types": of_type,
    }


def f1(gold: tuple[str, ...], found: tuple[str, ...]) -> dict[str, float]:
    """F1 of every type that the gold has."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    of_gold, of_found = Counter(gold), Counter(found)
    return {t: 2 * right[t] / (of_gold[t] + of_found[t]) for t in sorted(of_gold)}


if __name__ == "__main__":
    main()
