"""re3d folders: documents with their entities and relations (Dstl, one JSON object a line)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.record import Span

TYPES = ("Organisation", "Person", "Location", "Nationality")
Entity = tuple[int, int, str]
Related = tuple[int, int, int, int, str]


@dataclass(frozen=True)
class Document:
    """One document: entities as (start, end, type); relations as start and end of left and of right, and type.

    `entities` are the longest ones, `given` all of the compared types, those inside others too, one type a span.
    """

    id: str
    text: str
    entities: tuple[Entity, ...]
    relations: tuple[Related, ...]
    given: tuple[Entity, ...] = ()


def read_folder(folder: Path) -> Iterator[Document]:
    """The documents of a re3d folder, in the file's order; entities are of the four types that are compared."""
    entities, relations = (_by_document(folder / f"{name}.json") for name in ("entities", "relations"))
    for row in _lines(folder / "documents.json"):
        found = entities.get(row["_id"], [])
        yield Document(
            row["_id"],
            row["text"],
            flat((e["begin"], e["end"], e["type"]) for e in found if e["type"] in TYPES),
            tuple(_related(r) for r in relations.get(row["_id"], [])),
            _given((e["begin"], e["end"], e["type"]) for e in found if e["type"] in TYPES),
        )


def _given(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    by_span: dict[Span, str] = {}
    for start, end, kind in sorted(set(entities), key=lambda e: TYPES.index(e[2])):
        by_span.setdefault((start, end), kind)
    return tuple((start, end, kind) for (start, end), kind in sorted(by_span.items()))


def flat(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The longest entities that do not overlap, one type each, in order of the text."""
    kept: list[Entity] = []
    for start, end, kind in sorted(set(entities), key=lambda e: (e[0] - e[1], e[0], TYPES.index(e[2]))):
        if all(end <= k[0] or k[1] <= start for k in kept):
            kept.append((start, end, kind))
    return tuple(sorted(kept))


def _related(row: Mapping[str, Any]) -> Related:
    return row["sourceBegin"], row["sourceEnd"], row["targetBegin"], row["targetEnd"], row["type"]


def _by_document(path: Path) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in _lines(path):
        grouped.setdefault(row["documentId"], []).append(row)
    return grouped


def _lines(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    except FileNotFoundError:
        raise UsageError(
            "is not there", where=str(path), mend="give a folder like ../shared/data/re3d/wikipedia"
        ) from None


def re3d_entities(document: Document, entities: Iterable[Entity]) -> Iterator[dict[str, Any]]:
    """Coded entities as rows of an entities.json."""
    for begin, end, kind in entities:
        yield {"documentId": document.id, "begin": begin, "end": end, "type": kind, "value": document.text[begin:end]}


def re3d_relations(document: Document, ties: Mapping[tuple[Span, Span], str]) -> Iterator[dict[str, Any]]:
    """Coded ties as rows of a relations.json."""
    for (left, right), kind in ties.items():
        yield {
            "documentId": document.id,
            "sourceBegin": left[0],
            "sourceEnd": left[1],
            "targetBegin": right[0],
            "targetEnd": right[1],
            "type": kind,
        }
