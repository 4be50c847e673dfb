"""How well types that dateline does not ship are coded from five examples: each alone, on sentences not seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from dateline.codebook import Codebook
from dateline.coding import Coder
from dateline.errors import UsageError
from dateline.reading import read_text

GIVEN = ("label", "description", "examples", "not_examples", "patterns")  # what the coder may know of a type
Told = tuple[bool, bool]  # whether a sentence tells the type by hand, and as coded


def read_types(gold: Path) -> Mapping[str, Mapping[str, Any]]:
    """The types of a gold file like evaluation/gold/new_types.yaml. Raises UsageError where it holds none."""
    content = yaml.safe_load(gold.read_text(encoding="utf8"))
    types = content.get("types") if isinstance(content, dict) else None
    if not isinstance(types, dict):
        raise UsageError("is no gold for codebook", where=str(gold), mend="see docs/measuring.md")
    return types


def code_type(coder: Coder, code: str, entry: Mapping[str, Any]) -> list[Told]:
    """Each sentence of a type, coded by what the gold lets know of the type."""
    known = {key: entry[key] for key in GIVEN if key in entry}
    own = replace(coder, codebook=Codebook.of({"label": code, "types": {code: known}}))
    return [
        (bool(s["tells"]), any(e.type == code for e in own.code(read_text(s["text"])).events))
        for s in entry["sentences"]
    ]


def score(types: Mapping[str, Mapping[str, Any]], told: Mapping[str, list[Told]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each type, and for each split over all its sentences and as the mean of its types."""
    found: dict[str, dict[str, float]] = {}
    for split in ("dev", "test"):
        codes = [code for code in types if types[code].get("split", "test") == split]
        if codes:
            found[split] = _figures(t for code in codes for t in told[code])
            found |= {code: _figures(told[code]) for code in codes}
            mean = sum(found[code]["f1"] for code in codes) / len(codes)
            found[f"{split}_mean_of_types"] = {**found[split], "f1": mean}
    return found


def _figures(rows: Iterable[Told]) -> dict[str, float]:
    pairs = list(rows)
    right = sum(gold and mine for gold, mine in pairs)
    ours, theirs = sum(mine for _, mine in pairs), sum(gold for gold, _ in pairs)
    p, r = right / max(1, ours), right / max(1, theirs)
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if right else 0.0, "n": len(pairs)}
