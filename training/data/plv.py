"""PLV (Hu et al. 2024): sentences with a marked actor and recipient and the event's type. No licence is stated."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from training.example import Example, Pair
from training.labels import TYPES
from training.texts import outline_of, token_range

MARK = re.compile(r"</?[st]>")
ONE_WAY = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "COERCE", "AID", "MOBILIZE", "PROTEST"})


def read(path: Path) -> Iterator[Example]:
    """Yield one example a sentence. A pair of a one-way type turned round is a pair of no type."""
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            made = marked_example(row["sentence_id"], row["marked_sentence"], row["gold_root"])
            if made is not None:
                yield made


def marked_example(name: str, marked: str, label: str) -> Example | None:
    """A sentence with `<s>` and `<t>` as an example; None where a mark is missing."""
    text, spans = unmark(marked)
    if not {"s", "t"} <= spans.keys():
        return None
    outline = outline_of(text)
    actor, recipient = token_range(outline, *spans["s"]), token_range(outline, *spans["t"])
    if actor[0] == actor[1] or recipient[0] == recipient[1]:
        return None
    label = "YIELD" if label in {"CONCEDE", "RETREAT"} else label
    pairs = [Pair(actor, recipient, TYPES.index(label))]
    if label in ONE_WAY:
        pairs.append(Pair(recipient, actor, TYPES.index("none")))
    return Example(name, outline, pairs=tuple(pairs))


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks, and the first span of each mark in it."""
    text, spans, begun, last = "", {}, {}, 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        name = match.group()[-2]
        if match.group()[1] != "/":
            begun[name] = len(text)
        elif name in begun and name not in spans:
            spans[name] = (begun[name], len(text))
    return text + marked[last:], spans
