"""Furniture that makes furniture of what follows it: lists of other stories, and readers' comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.reading.furniture import FurnitureKind
from dateline.reading.line import Line
from dateline.reading.look import Look

COMMENTS = FurnitureKind("comments")
LONGEST_HEADLINE = 180  # code points
LEAST_PROSE = 3  # paragraphs of running text that stand before readers' comments


def spread(lines: Sequence[Line], looks: Sequence[Look]) -> tuple[Look, ...]:
    """The looks, with what stands under a list's heading or a comment form made furniture too."""
    end = _comments_from(lines, looks)
    found: list[Look] = []
    heading: FurnitureKind | None = None
    for i, (line, look) in enumerate(zip(lines, looks, strict=True)):
        if i >= end:
            found.append(look if look.furniture else replace(look, kind="furniture", furniture=COMMENTS))
            continue
        if look.furniture:
            heading = look.furniture if look.furniture.opens == "headlines" and _lists(line) else None
        elif heading and _is_headline(line, look):
            look = replace(look, kind="furniture", furniture=heading)  # noqa: PLW2901 - the line's look from here on
        else:
            heading = None
        found.append(look)
    return tuple(found)


def _lists(line: Line) -> bool:
    """A heading that already names its story ("Read more: …") opens no list."""
    return len(line.text) < 40


def _is_headline(line: Line, look: Look) -> bool:
    return look.kind == "text" and len(line.text) <= LONGEST_HEADLINE and line.hint is None


def _comments_from(lines: Sequence[Line], looks: Sequence[Look]) -> int:
    """The first line under a comment form that closes the report; the number of lines where there is none.

    It closes it where most of the text stands before it, or where paragraphs do and the form goes on after it.
    """
    length = lines[-1].end if lines else 0
    forms = [i for i, look in enumerate(looks) if look.furniture and look.furniture.opens == "rest"]
    prose = 0
    for i, look in enumerate(looks):
        prose += look.kind == "prose"
        if look.furniture and look.furniture.opens == "rest":
            late = lines[i].start * 2 >= length and prose > 0
            if late or (prose >= LEAST_PROSE and forms[-1] > i):
                return i + 1
    return len(looks)
