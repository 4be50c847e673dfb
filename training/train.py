"""Trains the encoder and all its heads: one command, seeded.

python -m training.train --data ../shared/data --to .checkpoints/run [--without plv]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch

from training.batches import Batch, collate, forever, plan
from training.data import marked, own, plv, polnear, re3d
from training.example import Example, Item
from training.losses import WEIGHTS, losses, total
from training.measure import torch_encoder
from training.model import Model
from training.pointed import with_anchors
from training.renaming import pool_of, renamed
from training.silver import annotate

NAMES = ("polnear", "plv", "re3d", "silver", "own", "marked")
LENGTHS = (254, 254, 254, 192, 128, 80)  # the longest chunk, drawn anew for each document and epoch
EVERY = {"marked": 1, "plv": 4, "own": 8, "re3d": 10}  # steps between two batches of a smaller set
RENAMED = 0.5  # share of readings in which names are exchanged
HELD_OUT = polnear.LAST_MONTH  # confidence is calibrated on it


def options_of() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--silver", type=Path, default=Path(".checkpoints/silver.jsonl"))
    parser.add_argument("--to", type=Path, default=Path(".checkpoints/run"))
    parser.add_argument("--without", choices=NAMES, action="append", default=[])
    parser.add_argument("--start", type=Path, help="weights to go on from; the published ones where none are given")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--budget", type=int, default=3072, help="pieces a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the weights' running average")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    options = options_of()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.to.mkdir(parents=True, exist_ok=True)
    main_texts, side_texts = gather(options)
    model = Model()
    if options.start:
        start(model, options.start)
        side_texts = pointed_out(model, side_texts)
    else:
        model.trunk.start_from_minilm()
    Run(options, model, main_texts, side_texts).go()


def gather(options: argparse.Namespace) -> tuple[list[Example], dict[str, list[Example]]]:
    """The documents that set the pace of an epoch, and the smaller sets that are mixed in."""
    left_out = set(options.without)
    silver = None if "silver" in left_out else options.silver
    documents = [] if "polnear" in left_out else list(polnear.read(options.data / "polnear" / "train.jsonl", silver))
    sets = {
        "plv": [] if "plv" in left_out else list(plv.read(options.data / "plv" / "train.tsv")),
        "own": [] if "own" in left_out else list(own.read()),
        "marked": [] if "marked" in left_out else list(marked.read()),
        "re3d": [] if "re3d" in left_out else list(re3d.read(options.data / "re3d")),
    }
    if silver is not None:  # the smaller sets are nearer to reports of conflict than PolNeAR is
        sets = {k: [polnear.with_silver(e, annotate(e.outline)) for e in v] for k, v in sets.items()}
    return [d for d in documents if polnear.month(d.id) != HELD_OUT], {k: v for k, v in sets.items() if v}


def pointed_out(model: Model, sets: dict[str, list[Example]]) -> dict[str, list[Example]]:
    """PLV's sentences with the words that the weights to go on from read their types off."""
    if "plv" in sets:
        sets = {**sets, "plv": list(with_anchors(torch_encoder(model.eval(), {}), sets["plv"]))}
    return sets


def start(model: Model, path: Path) -> None:
    """Take over the weights of an earlier run; heads that it did not have begin afresh."""
    missing, unknown = model.load_state_dict(torch.load(path), strict=False)
    if unknown:
        raise SystemExit(f"{path} holds weights that the model has no place for: {', '.join(unknown)}")
    print(f"begun afresh: {', '.join(missing) or 'nothing'}")


class Run:
    """One training run."""

    def __init__(
        self, options: argparse.Namespace, model: Model, documents: list[Example], sets: dict[str, list[Example]]
    ) -> None:
        self.options, self.model, self.documents = options, model, documents
        self.dice = random.Random(options.seed)
        every = [i for d in (*documents, *(e for v in sets.values() for e in v)) for i in d.items(254)]
        self.pool = pool_of(every)
        self.sets = {
            name: forever([i for e in examples for i in e.items(254)], options.budget // 2, self.dice)
            for name, examples in sets.items()
        }
        self.steps = options.epochs * len(plan(self.epoch_items(), options.budget, self.dice))
        trunk, heads = (
            list(model.trunk.parameters()),
            [p for n, p in model.named_parameters() if not n.startswith("trunk")],
        )
        self.optimiser = torch.optim.AdamW(
            [{"params": trunk, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
            weight_decay=0.01, betas=(0.9, 0.98), fused=True,
        )  # fmt: skip
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self.pace)
        self.averaged = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.done = 0

    def pace(self, step: int) -> float:
        warm = max(1, self.steps // 16)
        return (step + 1) / warm if step < warm else max(0.0, (self.steps * 1.02 - step) / (self.steps * 1.02 - warm))

    def epoch_items(self) -> list[Item]:
        items = [item for d in self.documents for item in d.items(self.dice.choice(LENGTHS))]
        return [item.without_stop() if self.dice.random() < 0.5 else item for item in items]

    def go(self) -> None:
        begun, sums = time.monotonic(), {}
        for epoch in range(self.options.epochs):
            for items in plan(self.epoch_items(), self.options.budget, self.dice):
                self.step(items, sums)
                if self.done % 50 == 0:
                    self.report(epoch, time.monotonic() - begun, sums)
                    sums = {}
            self.save(epoch)

    def step(self, items: list[Item], sums: dict[str, list[float]]) -> None:
        self.model.train()
        batches = [items, *(next(s) for name, s in self.sets.items() if self.done % EVERY[name] == 0)]
        for batch in batches:
            self.learn(collate([self.with_other_names(item) for item in batch]), sums)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.schedule.step()
        self.done += 1
        decay = min(self.options.average, (1 + self.done) / (10 + self.done))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.averaged[name].lerp_(value, 1 - decay)

    def with_other_names(self, item: Item) -> Item:
        """Every second time the item with its names exchanged."""
        return renamed(item, self.pool, self.dice) if self.dice.random() < RENAMED else item

    def learn(self, batch: Batch, sums: dict[str, list[float]]) -> None:
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(self.model, batch)
        total(found).backward()
        for name in WEIGHTS:
            if name in found:
                sums.setdefault(name, []).append(float(found[name].detach()))

    def report(self, epoch: int, seconds: float, sums: dict[str, list[float]]) -> None:
        shown = " ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in sums.items())
        print(f"epoch {epoch} step {self.done}/{self.steps} {seconds:.0f}s  {shown}", flush=True)

    def save(self, epoch: int) -> None:
        torch.save(self.averaged, self.options.to / "model.pt")
        settings = {k: str(v) for k, v in vars(self.options).items()}
        (self.options.to / "run.json").write_text(json.dumps({"epoch": epoch, "step": self.done, **settings}, indent=1))


if __name__ == "__main__":
    main()
