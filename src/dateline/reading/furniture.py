"""Page furniture: lines that are not the report, told by what they say. The expressions are data (furniture.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.codebook import vocabulary
from dateline.reading.words import single_spaced

LONGEST = 420  # code points: no line of furniture is longer, and no expression reads a longer one
BULLET = re.compile(r"^(?:[•●·*▪■►▶→»›>–—+-]+\s+|[•●·*▪■►▶→»›>]+)")
PIECES = re.compile(r"\s*[|•●·]\s*|\s+/\s+|\s{3,}")
SENTENCE = re.compile(r"(?:\S+ ){5}.*[.!?][\"')]*$")
MOST_PIECES = 16


@dataclass(frozen=True, slots=True)
class FurnitureKind:
    """A kind of furniture: its key is the reason that parts carry; the rest as furniture.yaml says."""

    reason: str
    where: str = "any"
    opens: str | None = None
    sentences: bool = True


def furniture_kind(line: str) -> FurnitureKind | None:
    """The kind of furniture that a line is, or None. `line` has plain white space and quotation marks."""
    if len(line) > LONGEST:
        return None
    whole = _kind(line)
    if whole:
        return whole
    pieces = [p for p in PIECES.split(line) if p]
    if not 1 < len(pieces) <= MOST_PIECES:
        return None
    kinds = [_kind(p) for p in pieces]
    if not kinds[0] or not all(kinds):
        return None
    return FurnitureKind(kinds[0].reason, next((k.where for k in kinds if k and k.where != "any"), "any"))


def _kind(line: str) -> FurnitureKind | None:
    spaced = single_spaced(line)
    tidy = single_spaced(BULLET.sub("", line, count=1)).rstrip(" »›→▸–—-")
    pattern, kinds = _matcher()
    match = pattern.fullmatch(spaced) or pattern.fullmatch(tidy) or pattern.fullmatch(tidy.rstrip(" :.…"))
    kind = kinds[match.lastgroup] if match and match.lastgroup else None
    return kind if kind and (kind.sentences or not SENTENCE.search(tidy)) else None


@cache
def _matcher() -> tuple[re.Pattern[str], dict[str, FurnitureKind]]:
    entry = vocabulary("furniture")
    words = {
        name: "(?:" + "|".join(sorted(options, key=len, reverse=True)) + ")" for name, options in entry["words"].items()
    }
    kinds: dict[str, FurnitureKind] = {}
    groups: list[str] = []
    for reason, kind in entry["kinds"].items():
        name = reason.replace("-", "_")
        kinds[name] = FurnitureKind(reason, kind["where"], kind.get("opens"), kind.get("sentences", False))
        groups.append(rf"(?P<{name}>{'|'.join(_filled(line, words) for line in kind['lines'])})")
    return re.compile("|".join(groups), re.IGNORECASE), kinds


def _filled(expression: str, words: dict[str, str]) -> str:
    return re.sub(r"<(\w+)>", lambda m: words[m[1]], expression)
