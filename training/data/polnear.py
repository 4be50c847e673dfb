"""PolNeAR (Newell et al. 2018): attribution in US political news. No licence is stated for its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.language.analysis import Analysis
from training.example import UNLABELLED, Attribution, Example, Range
from training.labels import NAME_TAGS, PARTS, RELATIONS, TAGS, edge_tags
from training.texts import outline_of, token_range

LAST_MONTH = "2016-09"


def read(path: Path, silver: Path | None) -> Iterator[Example]:
    """Yield the documents, with silver syntax and names where a file of them is given."""
    annotated = _silver(silver) if silver else {}
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        yield example(row, annotated.get(row["id"]))


def example(row: dict[str, Any], silver: dict[str, Any] | None = None) -> Example:
    outline = outline_of(row["text"], title_end(row))
    found = [a for a in (_attribution(outline, a) for a in row["attributions"]) if a]
    size = len(outline.tokens)
    layers = {
        "cue": edge_tags(size, [a.cue for a in found]),
        "speaker": edge_tags(size, [s for a in found for s in a.speakers]),
        "content": edge_tags(size, [s for a in found for s in a.contents]),
    }
    plain = Example(row["id"], outline, layers, attributions=tuple(found))
    return with_silver(plain, silver) if silver and len(silver["tokens"]) == size else plain


def with_silver(example: Example, silver: dict[str, Any]) -> Example:
    """The example with syntax and names as `training.silver` marks them."""
    named = {"tag": ("tag", TAGS), "pos": ("pos", PARTS), "name": ("entity", NAME_TAGS)}
    layers = {layer: _places(silver[row], labels) for layer, (row, labels) in named.items()}
    relations = _places(silver["dep"], RELATIONS)
    return replace(example, layers={**example.layers, **layers}, heads=silver["head"], relations=relations)


def title_end(row: dict[str, Any]) -> int:
    """Where the title paragraph of a document ends."""
    return len(row["text"].split("\n", 1)[0]) if row.get("title") else 0


def month(row_id: str) -> str:
    """The month in a document's id: `breitbart_2016-09-12_…`."""
    return row_id.split("_")[1][:7]


def _attribution(outline: Analysis, row: dict[str, Any]) -> Attribution | None:
    spans = {role: _ranges(outline, row[role]) for role in ("cue", "source", "content")}
    if not spans["cue"]:
        return None
    cue = (spans["cue"][0][0], spans["cue"][-1][1])
    return Attribution(cue, tuple(spans["source"]), tuple(spans["content"]))


def _ranges(outline: Analysis, spans: list[list[int]]) -> list[Range]:
    """Token ranges; fragments with nothing between them are one."""
    ranges: list[Range] = []
    for first, last in sorted(token_range(outline, *s) for s in spans):
        if ranges and first <= ranges[-1][1] and last > first:
            ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
        elif last > first:
            ranges.append((first, last))
    return ranges


def _places(values: list[str], names: tuple[str, ...]) -> list[int]:
    place = {name: i for i, name in enumerate(names)}
    return [place.get(v, UNLABELLED) for v in values]


def _silver(path: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf8").splitlines())}
