"""re3d (Dstl): entities and relations on Syria and Iraq. bbc-online is left out: its licence is non-commercial."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.language.analysis import Analysis
from training.example import Example, Pair, Range
from training.labels import ENTITIES, ENTITY_TAGS, TYPES
from training.texts import outline_of, token_range

FOLDERS = ("australian-department-of-foreign-affairs", "uk-government", "wikipedia")
MOST_NONE = 6  # unrelated pairs taken from one sentence


def read(home: Path) -> Iterator[Example]:
    """Yield the documents with entity tags, and pairs of organisations or persons that stand in no relation."""
    for folder in FOLDERS:
        entities, relations = (
            _by_document(home / folder / "entities.json"),
            _by_document(home / folder / "relations.json"),
        )
        for row in _rows(home / folder / "documents.json"):
            yield _example(row, entities.get(row["_id"], []), relations.get(row["_id"], []))


def _example(row: dict[str, Any], entities: list[dict[str, Any]], relations: list[dict[str, Any]]) -> Example:
    outline = outline_of(row["text"])
    spans = _longest(
        [(token_range(outline, e["begin"], e["end"]), e["type"]) for e in entities if e["type"] in ENTITIES]
    )
    tags = [0] * len(outline.tokens)
    for (first, last), kind in spans:
        tags[first] = ENTITY_TAGS.index(f"B-{kind}")
        tags[first + 1 : last] = [ENTITY_TAGS.index(f"I-{kind}")] * (last - first - 1)
    related = {
        frozenset(
            {
                token_range(outline, r["sourceBegin"], r["sourceEnd"]),
                token_range(outline, r["targetBegin"], r["targetEnd"]),
            }
        )
        for r in relations
    }
    actors = [s for s, kind in spans if kind in {"Organisation", "Person"}]
    return Example(row["_id"], outline, {"entity": tags}, pairs=tuple(_unrelated(outline, actors, related)))


def _longest(spans: list[tuple[Range, str]]) -> list[tuple[Range, str]]:
    kept: list[tuple[Range, str]] = []
    for span, kind in sorted(spans, key=lambda s: (s[0][0] - s[0][1], s[0])):
        if span[0] < span[1] and all(span[1] <= a or span[0] >= b for (a, b), _ in kept):
            kept.append((span, kind))
    return sorted(kept)


def _unrelated(outline: Analysis, actors: list[Range], related: set[frozenset[Range]]) -> Iterator[Pair]:
    touched = {span for pair in related for span in pair}
    for sentence in outline.sentences:
        inside = [a for a in actors if sentence.first <= a[0] and a[1] <= sentence.last]
        pairs = [(a, b) for a in inside for b in inside if a != b and not (a in touched and b in touched)]
        for a, b in pairs[:MOST_NONE]:
            yield Pair(a, b, TYPES.index("none"))


def _by_document(path: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(path):
        found.setdefault(row["documentId"], []).append(row)
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
