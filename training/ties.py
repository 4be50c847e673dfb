"""The weights of typed ties: a linear model over signs, on re3d without bbc-online, drawn to weights chosen by hand.

python -m training.ties --data ../shared/data            # figures with one publisher left out at a time
python -m training.ties --data ../shared/data --ship     # and the weights, into src/dateline/models/ties.npz

`--beyond` lets bbc-online be trained on where another publisher is measured; what ships never sees it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml

from dateline.evaluation.re3d import Document, read_folder
from dateline.evaluation.ties import THRESHOLD, tie_pairs
from dateline.events.tie_pairs import FILE, TieWeights, between
from dateline.events.tie_signs import signs
from dateline.language import analyse
from dateline.reading import read_text

CLOSED = "bbc-online"  # its licence is non-commercial
DIRECTED = frozenset({"BelongsTo", "InChargeOf"})
KINDS = ("AlliesOf", "FightingAgainst", "Likes", "Dislikes", "BelongsTo", "InChargeOf")
ANSWERS = ("none", *(k + way for k in KINDS for way in ((">", "<") if k in DIRECTED else ("",))))
RARE = 5  # a sign seen in fewer pairs is left out
# of the model over signs alone and of the one with the vector between: how strongly weights are held to those chosen
# by hand, and how much these count
MEMBERS = ((0.0, 6.0, 1.3), (1.0, 1.0, 0.7))
PRIOR = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True)
class Row:
    """One pair: its signs, the vector between, the answers that are right (empty = none), its publisher."""

    signs: Mapping[str, float]
    between: Any
    answers: tuple[str, ...]
    publisher: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--beyond", action="store_true")
    parser.add_argument("--ship", action="store_true")
    options = parser.parse_args()
    torch.manual_seed(5)
    rows, gold = read(options.data / "re3d")
    for publisher in sorted(gold):
        learnt = [r for r in rows if r.publisher != publisher and (options.beyond or r.publisher != CLOSED)]
        found = measured(fit(learnt), [r for r in rows if r.publisher == publisher], gold[publisher])
        print(publisher, found, flush=True)
    if options.ship:
        write(fit([r for r in rows if r.publisher != CLOSED]), FILE)


def read(home: Path) -> tuple[list[Row], dict[str, int]]:
    """All pairs of all publishers, and how many related pairs each publisher's gold has."""
    rows, gold = list[Row](), dict[str, int]()
    for folder in sorted(p for p in home.iterdir() if p.is_dir()):
        gold[folder.name] = 0
        for document in read_folder(folder):
            known = answers(document)
            gold[folder.name] += len(known)
            rows += _rows(document, known, folder.name)
    return rows, gold


def _rows(document: Document, known: Mapping[Any, tuple[str, ...]], publisher: str) -> Iterator[Row]:
    analysis = analyse(read_text(document.text))
    for pair in tie_pairs(analysis, document):
        right = known.get((pair.left, pair.right), ())
        yield Row(signs(analysis, pair), between(analysis, pair), right, publisher)


def answers(document: Document) -> dict[Any, tuple[str, ...]]:
    """The related pairs in order of the text, and what ties them."""
    found: dict[Any, tuple[str, ...]] = {}
    for a, b, c, d, kind in document.relations:
        if kind in KINDS:
            way = (">" if (a, b) < (c, d) else "<") if kind in DIRECTED else ""
            ends = (min((a, b), (c, d)), max((a, b), (c, d)))
            found[ends] = (*found.get(ends, ()), kind + way)
    return found


def fit(rows: list[Row]) -> TieWeights:
    """Two models: one over the signs alone, one over the signs and the vector between; their answers are averaged."""
    seen = Counter(name for row in rows for name in row.signs)
    names = {name: i for i, name in enumerate(sorted(n for n, count in seen.items() if count >= RARE))}
    table = np.zeros((len(rows), len(names)), np.float32)
    for i, row in enumerate(rows):
        for name in row.signs.keys() & names.keys():
            table[i, names[name]] = row.signs[name]
    vectors = np.stack([row.between for row in rows])
    mean, width = vectors.mean(0), vectors.shape[1]
    scale = 4 / np.sqrt(width) / (vectors.std(0) + 1e-3)
    right = np.array([ANSWERS.index(row.answers[0]) if row.answers else 0 for row in rows])
    start = np.concatenate([prior(names), np.zeros((width, len(ANSWERS)), np.float32)])
    inputs = [np.concatenate([table, use * (vectors - mean) * scale], 1) for use, _, _ in MEMBERS]
    members = [_solve(x, right, start * much, pull) for x, (_, pull, much) in zip(inputs, MEMBERS, strict=True)]
    weights, bias = (np.stack(part) for part in zip(*members, strict=True))
    return TieWeights(names, ANSWERS, weights, bias, mean.astype(np.float32), scale.astype(np.float32))


def prior(names: Mapping[str, int]) -> Any:
    """The weights chosen by hand, from ties.yaml; zero where none is."""
    weights = np.zeros((len(names), len(ANSWERS)), np.float32)
    for answer, rows in yaml.safe_load(PRIOR.read_text(encoding="utf8"))["weights"].items():
        for name, weight in rows.items():
            for column, full in enumerate(ANSWERS):
                if name in names and answer in (full, full.rstrip("<>")):
                    weights[names[name], column] += weight
    return weights


def _solve(inputs: Any, right: Any, start: Any, pull: float) -> tuple[Any, Any]:
    """The weights and biases of least loss, held to `start`."""
    x, y, base = (
        torch.tensor(inputs, dtype=torch.float32),
        torch.tensor(right),
        torch.tensor(start, dtype=torch.float32),
    )
    moved = torch.zeros_like(base, requires_grad=True)
    bias = torch.zeros(len(ANSWERS), requires_grad=True)
    optimiser = torch.optim.LBFGS([moved, bias], max_iter=120, history_size=10)

    def loss() -> Any:
        optimiser.zero_grad()
        found = torch.nn.functional.cross_entropy(x @ (base + moved) + bias, y, reduction="sum")
        found = found + pull * (moved**2).sum()
        found.backward()
        return found

    optimiser.step(loss)
    return (base + moved).detach().numpy(), bias.detach().numpy()


def measured(model: TieWeights, rows: list[Row], gold: int) -> dict[str, float]:
    """F1 of detection, and the share of the gold's pairs (those not read counted as wrong) that are typed right."""
    right = told = typed = 0
    for row in rows:
        reading = model.read(row.signs, row.between)
        told += reading.detection > THRESHOLD
        right += bool(row.answers) and reading.detection > THRESHOLD
        typed += reading.kind in {a.rstrip("<>") for a in row.answers}
    f1 = 2 * right / (told + gold)
    return {
        "detection": round(f1, 3),
        "type_given_pair": round(typed / gold, 3),
        "told": told,
        "right": right,
        "n": gold,
    }


def write(model: TieWeights, path: Path) -> None:
    half = {n: getattr(model, n).astype(np.float16) for n in ("weights", "bias")}
    rest = {n: getattr(model, n) for n in ("mean", "scale")}
    names = np.array(sorted(model.names, key=lambda n: model.names[n]))
    np.savez_compressed(path, names=names, answers=np.array(model.answers), **half, **rest)


if __name__ == "__main__":
    main()
