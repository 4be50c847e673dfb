"""Measures deeds on held-out passages of our own: anchors with their type, and parties of the anchors found."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.readings import Naming, Reading, deed_readings
from dateline.language.encoder import Encoder
from training.data import marked
from training.example import Deed, Example, Range
from training.labels import DEEDS

BELIEVED = 0.5  # probability from which an anchor counts


def figures(encoder: Encoder) -> dict[str, float]:
    """F1 of anchors of any type, of anchors with their type, and of each side's parties where the anchor was found."""
    counts = {name: [0, 0, 0] for name in ("any deed", "with type", "actors", "recipients")}
    for i, passage in enumerate(p for p in marked.every() if marked.held_out(p)):
        _count(counts, marked.example(str(i), passage), encoder)
    return {name: 2 * hit / max(1, ours + theirs) for name, (hit, ours, theirs) in counts.items()}


def _count(counts: dict[str, list[int]], example: Example, encoder: Encoder) -> None:
    encoding = encoder.read(example.outline)
    found = [r for r in deed_readings(encoding) if r.told >= BELIEVED]
    for name, share in (("any deed", None), ("with type", True)):
        hits = sum(_reads(example, d, r, share) for d in example.deeds for r in found)
        _add(counts[name], hits, len(found), len(example.deeds))
    for deed in example.deeds:
        same = next((r for r in found if _reads(example, deed, r, True)), None)
        if same is not None:
            _sides(counts["actors"], deed.actors, same.actors)
            _sides(counts["recipients"], deed.recipients, same.recipients)


def _reads(example: Example, deed: Deed, reading: Reading, typed: bool | None) -> bool:
    first, last = deed.anchor
    if not (reading.first < last and first < reading.last):
        return False
    return not typed or DEEDS[example.layers["anchor"][first] - 1] == reading.type


def _sides(count: list[int], gold: Iterable[Range], found: Iterable[Naming]) -> None:
    theirs, ours = list(gold), list(found)
    hits = sum(any(n.first < b and a < n.last for n in ours) for a, b in theirs)
    _add(count, hits, len(ours), len(theirs))


def _add(count: list[int], hits: int, ours: int, theirs: int) -> None:
    count[0] += hits
    count[1] += ours
    count[2] += theirs
