"""Passages of our own (Apache-2.0) with marked deeds: `training/own/events_*.txt`, by FORMAT.md beside them."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.example import UNLABELLED, Deed, Example, Range
from training.labels import LAYERS, MODALITIES, POLARITIES
from training.texts import outline_of, token_range

HOME = Path(__file__).parent.parent / "own"
MARK = re.compile(r"\[([^\s\[\]]+) |\]")
EVENT = re.compile(r"e(\d+):([A-Z]+)((?:/\w+)*)")
ROLE = re.compile(r"([ar])(\d+)")
TOGETHER = 3  # passages that are also read as the paragraphs of one report


@dataclass
class Marks:
    """What one passage marks: code point ranges by event number."""

    anchors: dict[str, tuple[str, Range, tuple[str, ...]]] = field(default_factory=dict)
    roles: dict[str, dict[str, list[Range]]] = field(default_factory=dict)


def read(seed: int = 7) -> Iterator[Example]:
    """Yield every passage to learn from alone, and all of them again in threes."""
    passages = [p for p in every() if not held_out(p)]
    yield from (example(f"marked-{i}", p) for i, p in enumerate(passages))
    random.Random(seed).shuffle(passages)
    for i in range(0, len(passages), TOGETHER):
        yield example(f"marked-joined-{i}", "\n\n".join(renumbered(passages[i : i + TOGETHER])))


def every() -> list[str]:
    """All passages, those held out among them."""
    return [p for path in sorted(HOME.glob("events_*.txt")) for p in passages_of(path)]


def held_out(passage: str) -> bool:
    """One passage in eight, by its own words, is kept for measuring."""
    return hashlib.sha256(passage.encode()).hexdigest()[0] in "01"


def passages_of(path: Path) -> list[str]:
    """The marked passages of a file."""
    lines = (line.strip() for line in path.read_text(encoding="utf8").splitlines())
    return [line.replace(" ¶ ", "\n\n") for line in lines if line and not line.startswith("#")]


def renumbered(passages: list[str]) -> Iterator[str]:
    """The passages with event numbers that no two of them share."""
    for i, passage in enumerate(passages):
        yield re.sub(r"(?<=[\[,])([ear])(\d+)(?=[:, ])", rf"\g<1>{i + 1}0\2", passage)


def example(name: str, marked: str) -> Example:
    """A marked passage with its labels."""
    text, marks = unmarked(marked)
    outline = outline_of(text)
    size = len(outline.tokens)
    layers = {"anchor": [0] * size, "polarity": [UNLABELLED] * size, "modality": [UNLABELLED] * size}
    deeds = []
    for number, (kind, span, told) in marks.anchors.items():
        first, last = token_range(outline, *span)
        polarity = next((w for w in told if w in POLARITIES), POLARITIES[0])
        modality = next((w for w in told if w in MODALITIES), MODALITIES[0])
        for layer, label in (("anchor", kind), ("polarity", polarity), ("modality", modality)):
            layers[layer][first:last] = [LAYERS[layer].index(label)] * (last - first)
        roles = marks.roles.get(number, {})
        ranges = {r: tuple(token_range(outline, *s) for s in roles.get(r, ())) for r in "ar"}
        if last > first:
            deeds.append(Deed((first, last), ranges["a"], ranges["r"]))
    return Example(name, outline, layers, deeds=tuple(deeds))


def unmarked(marked: str) -> tuple[str, Marks]:
    """The plain text, and where its marks stood."""
    text, last, marks = "", 0, Marks()
    waiting: list[tuple[str, int]] = []
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() != "]":
            waiting.append((match.group(1), len(text)))
        else:
            _note(marks, *waiting.pop(), len(text))
    return text + marked[last:], marks


def _note(marks: Marks, tag: str, start: int, end: int) -> None:
    event = EVENT.fullmatch(tag)
    if event:
        marks.anchors[event.group(1)] = (event.group(2), (start, end), tuple(event.group(3).split("/")[1:]))
        return
    for part in tag.split(","):
        role = ROLE.fullmatch(part)
        if role is None:
            raise ValueError(f"unknown mark [{tag}")
        marks.roles.setdefault(role.group(2), {}).setdefault(role.group(1), []).append((start, end))
