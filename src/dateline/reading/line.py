"""The line: what stands between two line ends, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.words import plain

LINE = re.compile(r"[^\r\n]+")
PROSE_END = re.compile(r"[.!?…][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup says of a stretch of the text: `role` is a kind of part, or `published`."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it: [start, end) in the report's text.

    `text` has the same length, with white space and quotation marks made plain. `block` counts the stretches between
    empty lines; `hint` is the role that the markup gives it, None in plain text.
    """

    start: int
    end: int
    text: str
    block: int
    hint: str | None = None

    @property
    def is_prose(self) -> bool:
        """Whether this is a line of running text: several words that end as a sentence does."""
        tail = self.text[-8:]
        return len(self.text) >= 30 and self.text.count(" ", 0, 400) >= 4 and bool(PROSE_END.search(tail))


def cut_lines(text: str, hints: Sequence[Hint] = ()) -> tuple[Line, ...]:
    """The lines of a text that are not empty, in order. `hints` do not overlap and are in order."""
    starts = [h.start for h in hints]
    lines: list[Line] = []
    block, last_end = -1, 0
    for match in LINE.finditer(plain(text)):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        gap = text[last_end:start]
        block += not lines or gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\r\n")
        at = bisect_right(starts, start) - 1
        hint = hints[at].role if at >= 0 and hints[at].end > start else None
        lines.append(Line(start, start + len(words), words, block, hint))
        last_end = start + len(words)
    return tuple(lines)
