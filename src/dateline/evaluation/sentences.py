"""Schematic sentences: everything each of them holds, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from dateline.evaluation.names import Names
from dateline.evaluation.score import Scores
from dateline.record import Event, Record

Row = Mapping[str, Any]


def read_sentences(path: Path) -> list[Row]:
    """The rows of a sentences file: text, split, events and statements."""
    content = yaml.safe_load(path.read_text(encoding="utf8"))
    rows: list[Row] = content["sentences"]
    return rows


def score(coded: Iterable[tuple[Row, Record]], catalogue: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """Metrics for each split (dev, test): `right` (all its events and no other), `quiet` (none shown where there is
    none), `events` (rows right in type, actors, recipients, polarity, modality and voice)."""
    scores, names = Scores(), Names(catalogue)
    for row, record in coded:
        gold, mine = list(row["events"]), [as_row(record, e) for e in record.events]
        left = list(mine)
        for event in gold:
            found = next((m for m in left if same(event, m, names)), None)
            if found:
                left.remove(found)
        right, split = len(mine) - len(left), row["split"]
        scores.add(f"{split}_events", right, len(mine), len(gold))
        scores.share(f"{split}_right", right == len(gold) and not left)
        if not gold:
            scores.share(f"{split}_quiet", not mine)
    return dict(sorted(scores.rows().items()))


def as_row(record: Record, event: Event) -> dict[str, Any]:
    """An event in the form of the sentences file."""
    holder = next((s for s in record.statements if s.id == event.statement), None)
    return {
        "type": event.type,
        "actors": [a.name for a in event.actors],
        "recipients": [r.name for r in event.recipients],
        "polarity": event.polarity,
        "modality": event.modality,
        "voice": ", ".join(s.name for s in holder.speakers) if holder else None,
    }


def same(gold: Row, mine: Row, names: Names) -> bool:
    """Whether a coded row is the gold row."""
    if any(gold[key] != mine[key] for key in ("type", "polarity", "modality")):
        return False
    return all(_matched(gold[key], mine[key], names) for key in ("actors", "recipients")) and _voice(gold, mine, names)


def _matched(gold: list[str], mine: list[str], names: Names) -> bool:
    return len(gold) == len(mine) and all(any(names.same(g, m) for m in mine) for g in gold)


def _voice(gold: Row, mine: Row, names: Names) -> bool:
    if gold["voice"] is None or mine["voice"] is None:
        return gold["voice"] is mine["voice"]
    return names.same(gold["voice"], mine["voice"])
