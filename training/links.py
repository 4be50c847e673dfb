"""Learns the weights of accounts_links.yaml on the development collections: `python -m training.links [--write]`.

Prints what each collection gets from weights learned on the others, from hand-coded records and from our own; with
`--write` stores the weights learned on all of them. Only hand-coded records teach.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from dateline.accounts import linking, whole
from dateline.accounts.blocking import blocks
from dateline.accounts.deeds import deeds_of
from dateline.accounts.disputes import disputes_of
from dateline.accounts.matters import matters_of
from dateline.accounts.telling import Deed
from dateline.actors import entries_from_gold
from dateline.coding import Coder
from dateline.evaluation.accounts import gold_clusters, our_clusters, score_disputes, score_matters
from dateline.evaluation.align import Key, hand_names, own_names
from dateline.evaluation.gold_records import gold_records, read_gold_report
from dateline.evaluation.score import Scores
from dateline.record import Record

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "dateline" / "codebook" / "accounts_links.yaml"
DEVELOPMENT = ("border-war", "examples", "pipeline-quarrel", "harbour-strike", "truce-watch")
RIDGE = 3.0  # penalty on squared weights, the bias left out
STEPS = 60


@dataclass(frozen=True)
class Sample:
    """A collection's records of one kind, with its deeds and the pairs of deeds that teach."""

    collection: Mapping[str, object]
    names: Mapping[Key, Key]
    carriers: Mapping[str, object]
    deeds: tuple[Deed, ...]
    pairs: tuple[tuple[dict[str, float], bool], ...]


def main() -> int:
    """Print the figures of leaving one collection out, and write the weights where asked."""
    coder = Coder.load()
    samples = {name: _samples(coder, name) for name in DEVELOPMENT}
    for held in DEVELOPMENT:
        _use(_learned([s["gold"] for name, s in samples.items() if name != held]))
        print(f"{held:17}", *(f"{kind}: {_measured(sample)}" for kind, sample in samples[held].items()))
    weights = _learned([s["gold"] for s in samples.values()])
    if "--write" in sys.argv:
        head, _, _ = WEIGHTS.read_text(encoding="utf8").partition("weights:\n")
        rows = "".join(f"  {name}: {value}\n" for name, value in weights.items())
        WEIGHTS.write_text(f"{head}weights:\n{rows}", encoding="utf8")
    return 0


def _samples(coder: Coder, name: str) -> dict[str, Sample]:
    collection = json.loads((ROOT / "evaluation" / "gold" / f"{name}.json").read_text(encoding="utf8"))
    own = coder.with_actors(entries_from_gold(collection["actors"]))
    gold = dict(gold_records(collection, own.catalogue))
    mine = {row["id"]: own.code(read_gold_report(row)) for row in collection["reports"]}
    both = {"gold": (gold, hand_names(gold)), "own": (mine, own_names(collection, gold, mine))}
    return {kind: _sample(collection, records, names, own) for kind, (records, names) in both.items()}


def _sample(collection: dict, records: Mapping[str, Record], names: Mapping[Key, Key], coder: Coder) -> Sample:  # type: ignore[type-arg] # JSON
    rows = sorted(records.values(), key=lambda r: r.report.id)
    deeds = tuple(deed for record in rows for deed in deeds_of(record, coder.catalogue))
    carriers = whole.carriers_of(whole.copies_of(r.report for r in rows))
    clusters = gold_clusters(collection)
    of = {}
    for deed in deeds:
        told = Counter(clusters[names[t.report, t.event]] for t in deed.tellings if (t.report, t.event) in names)
        if told:
            of[deed.id] = told.most_common(1)[0][0]
    pairs = ((linking.features(a, b), of[a.id] == of[b.id]) for a, b in _pairs(deeds) if a.id in of and b.id in of)
    return Sample(collection, names, carriers, deeds, tuple(pairs))


def _pairs(deeds: Sequence[Deed]) -> Iterator[tuple[Deed, Deed]]:
    """Pairs that share a block and that nothing but weights decides on."""
    groups: dict[str, list[Deed]] = {}
    for deed in deeds:
        for key in blocks(deed):
            groups.setdefault(key, []).append(deed)
    pairs = {(a.id, b.id): (a, b) for rows in groups.values() for a, b in combinations(sorted(rows, key=id_of), 2)}
    for a, b in pairs.values():
        if linking.comparable(a, b) and not any(h(a, b) or h(b, a) for h in linking.CERTAIN.values()):
            yield a, b


def id_of(deed: Deed) -> str:
    """By which deeds are ordered."""
    return deed.id


def _learned(samples: Sequence[Sample]) -> dict[str, float]:
    """Weights by logistic regression with a ridge (Newton's steps)."""
    pairs = [pair for sample in samples for pair in sample.pairs]
    names = sorted({name for found, _ in pairs for name in found})
    x = np.array([[*(found.get(name, 0.0) for name in names), 1.0] for found, _ in pairs])
    y = np.array([float(same) for _, same in pairs])
    w, ridge = np.zeros(x.shape[1]), np.array([*[RIDGE] * len(names), 1e-6])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (p - y) + ridge * w)
    return {name: round(float(value), 3) for name, value in zip([*names, "bias"], w, strict=True)}


def _use(weights: dict[str, float]) -> None:
    linking._weights = lambda: weights  # type: ignore[assignment] # the room reads them through this one function


def _measured(sample: Sample) -> str:
    matters = matters_of(sample.deeds, whole.links_of(sample.deeds))
    found = [d for m in matters for d in disputes_of(m, sample.carriers)]  # type: ignore[arg-type] # carriers by report
    scores = Scores()
    score_disputes(sample.collection, found, sample.names, scores)
    b3 = score_matters(gold_clusters(sample.collection), our_clusters(matters, sample.names))
    row = scores.rows()["disputes"]
    return f"matters {b3['f1']:.2f} disputes {row['p']:.2f} / {row['r']:.2f} (n {row['n']})"


if __name__ == "__main__":
    sys.exit(main())
