"""Texts of our own (Apache-2.0): schematic sentences, names of states or invented ones, filled in by a seeded draw."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from training.data.polnear import _ranges
from training.example import Attribution, Example, Pair
from training.labels import TYPES, edge_tags
from training.texts import outline_of, token_range

HOME = Path(__file__).parent.parent / "own"
ROUNDS = 6  # fillings of each template
TWO_SIDED = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "YIELD"})
ACTORS = ("state", "state", "force", "body", "person", "people")
SLOT = re.compile(r"\{(\w+)\}")
MARK = re.compile(r"\[([sqc])(\d?) |\]")
# how a finite clause is told: past form, or an auxiliary and the base form
TELLINGS = (
    "{A} {past} {B}{t}.", "{A} {past} {B}{t}.", "{A} {past} {B}{t}.", "{T} {A} {past} {B}.",
    "{A} did not {base} {B}{t}.", "{A} has never {pp} {B}.", "{A} may {base} {B}.", "{A} will {base} {B}{t}.",
    "{A} could soon {base} {B}.", "If {A} should {base} {B}, the talks will end.", "{A} plans to {base} {B}.",
    "{C} said that {A} {past} {B}{t}.", "{A} {past} {B}{t}, {C} said.", "{C} denied that {A} {past} {B}.",
    "{C} confirmed that {A} {past} {B}.", "{C} believes {A} {past} {B}.", "{C} said {A} would {base} {B}.",
    "In {P}, {A} {past} {B}{t}, killing hopes of calm.", "{A}, which rules {P}, {past} {B}{t}.",
    "{A} {past} {B}{t}, and {C} left {P}.", "{C} left {P} after {A} {past} {B}.",
)  # fmt: skip
PASSIVES = (
    "{B} was {pp} by {A}{t}.", "{B} was {pp} by {A}{t}, {C} said.", "{C} said that {B} was {pp} by {A}.",
    "{B} was not {pp} by {A}.", "{B} may be {pp} by {A}.", "{B}, {pp} by {A}{t}, has asked for calm.",
)  # fmt: skip


def read(seed: int = 11) -> Iterator[Example]:
    """Yield the examples: sentences with typed pairs, then paragraphs with attributions."""
    dice = random.Random(seed)
    for name, template, label in _templates():
        for n in range(ROUNDS):
            yield _pairs(f"{name}-{n}", template if isinstance(template, str) else _told(template, dice), label, dice)
    lines = (HOME / "attributions.txt").read_text(encoding="utf8").splitlines()
    for i, line in enumerate(x for x in lines if x and not x.startswith("#")):
        for n in range(ROUNDS):
            yield _attributions(f"own-{i}-{n}", line, dice)


def _templates() -> Iterator[tuple[str, Any, str]]:
    for label, rows in _yaml("pairs").items():
        yield from ((f"{label}-{i}", row, label) for i, row in enumerate(rows) for row in [row.split("|")])
    for label, rows in _yaml("nominal").items():
        yield from ((f"{label}-n{i}", row, label) for i, row in enumerate(rows))


def _told(verb: list[str], dice: random.Random) -> str:
    past, base, participle, complement = verb
    passive = participle and complement.startswith("{B}") and dice.random() < 0.35
    frames = PASSIVES if passive else [f for f in TELLINGS if participle or "{pp}" not in f]
    rest = complement.removeprefix("{B}") if passive else complement
    frame = dice.choice(frames)
    told = frame.replace("{past}", past).replace("{base}", base).replace("{pp}", participle + (rest if passive else ""))
    return told if passive else told.replace("{B}", complement, 1)


def _pairs(name: str, template: str, label: str, dice: random.Random) -> Example:
    names: dict[str, str] = {}
    for slot in "ABC":
        names[slot] = _draw(dice.choice(ACTORS), dice, names)
    time = _draw("time", dice, {})
    names |= {
        "P": _draw("place", dice, names),
        "t": f" {time}" if time else "",
        "T": (time or "on Sunday").capitalize() + ",",
    }
    text, spans = _filled(template, names)
    outline = outline_of(text)
    found = {slot: token_range(outline, *span) for slot, span in spans.items()}
    pairs = [Pair(found["A"], found["B"], TYPES.index(label))]
    if label not in TWO_SIDED:
        pairs.append(Pair(found["B"], found["A"], TYPES.index("none")))
    if "C" in found and label != "none":
        pairs += [Pair(found["C"], found[x], TYPES.index("none")) for x in "AB"]
        pairs.append(Pair(found["A"], found["C"], TYPES.index("none")))
    return Example(name, outline, pairs=tuple(p for p in pairs if p.actor[1] and p.recipient[1]))


def _attributions(name: str, template: str, dice: random.Random) -> Example:
    used: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        kind = match.group(1)
        used[str(len(used))] = value = _draw(kind.lower(), dice, used)
        return value[0].upper() + value[1:] if kind[0].isupper() else value

    text, spans = _unmarked(re.sub(r" +([.,])", r"\1", SLOT.sub(fill, template)))
    title_end = len(text) if text[-1] not in ".”" else 0
    outline = outline_of(text, title_end)
    groups: dict[str, dict[str, list[list[int]]]] = {}
    for kind, group, start, end in spans:
        groups.setdefault(group or "1", {"s": [], "q": [], "c": []})[kind].append([start, end])
    found = []
    for g in groups.values():
        r = {k: _ranges(outline, v) for k, v in g.items()}
        found.append(Attribution((r["q"][0][0], r["q"][-1][1]), tuple(r["s"]), tuple(r["c"])))
    size = len(outline.tokens)
    layers = {
        "cue": edge_tags(size, [a.cue for a in found]),
        "speaker": edge_tags(size, [s for a in found for s in a.speakers]),
        "content": edge_tags(size, [s for a in found for s in a.contents]),
    }
    return Example(name, outline, layers, attributions=tuple(found))


def _unmarked(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks, and (kind, group, start, end) of each marked stretch."""
    text, last, spans, open_marks = "", 0, [], []
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() == "]":
            kind, group, start = open_marks.pop()
            spans.append((kind, group, start, len(text)))
        else:
            open_marks.append((match.group(1), match.group(2), len(text)))
    return text + marked[last:], spans


def _filled(template: str, names: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The template with its slots filled, and where each filling first stands."""
    text, last, spans = "", 0, {}
    for match in SLOT.finditer(template):
        text += template[last : match.start()]
        value = names[match.group(1)]
        value = value[0].upper() + value[1:] if not text and value else value
        spans.setdefault(match.group(1), (len(text), len(text) + len(value)))
        text, last = text + value, match.end()
    return text + template[last:], spans


def _draw(kind: str, dice: random.Random, used: dict[str, str]) -> str:
    choices = _yaml("names")[kind]
    free = [c for c in choices if c not in used.values()]
    return dice.choice(free or choices)


@cache
def _yaml(name: str) -> dict[str, list[str]]:
    return dict(yaml.safe_load((HOME / f"{name}.yaml").read_text(encoding="utf8")))
