"""One paragraph of a report page: its text with the marks written in, coloured where there is a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import click

from dateline.wording.marks import Mark, MarkKind

STYLES: dict[MarkKind, dict[str, str | bool]] = {
    "content": {"fg": "cyan"},
    "cue": {"fg": "green"},
    "speaker": {"bold": True},
    "deed": {"fg": "yellow"},
}
NOTE = {"dim": True}
CLOSE, AFTER, OPEN = range(3)  # at one place: what ends there, then labels of it, then what begins there


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page in one style, without a break inside."""

    text: str
    styles: tuple[MarkKind, ...] = ()
    is_label: bool = False

    def styled(self, text: str) -> str:
        """The text, or a part of it, in this piece's style."""
        how: dict[str, str | bool] = dict(NOTE) if self.is_label else {}
        for kind in self.styles:
            how |= STYLES[kind]
        return click.style(text, **how) if how else text  # type: ignore[arg-type]  # click's own names


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text from start to end with the labels of the marks in their places."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    labels = sorted(_labels(inside), key=lambda label: label[:3])
    places = sorted({start, end, *(p for m in inside for p in (m.start, m.end) if start < p < end)})
    open_marks: dict[MarkKind, int] = dict.fromkeys(STYLES, 0)
    steps = _steps(inside)
    at = 0
    for here, there in pairwise(places):
        while at < len(labels) and labels[at][0] <= here:
            yield Piece(labels[at][3], is_label=True)
            at += 1
        for kind, step in steps.get(here, ()) if here > start else _begun(inside, start):
            open_marks[kind] += step
        yield Piece(text[here:there], tuple(kind for kind, number in open_marks.items() if number))
    yield from (Piece(label[3], is_label=True) for label in labels[at:] if label[0] <= end)


def _labels(marks: list[Mark]) -> Iterator[tuple[int, int, int, str]]:
    """Each label with its place and its order there: inner marks end first, outer ones begin first."""
    for mark in marks:
        size = mark.end - mark.start
        if mark.before:
            yield mark.start, OPEN, -size, mark.before
        if mark.after:
            yield mark.end, AFTER if mark.kind == "content" else CLOSE, size, mark.after


def _steps(marks: list[Mark]) -> dict[int, list[tuple[MarkKind, int]]]:
    found: dict[int, list[tuple[MarkKind, int]]] = {}
    for mark in marks:
        found.setdefault(mark.start, []).append((mark.kind, 1))
        found.setdefault(mark.end, []).append((mark.kind, -1))
    return found


def _begun(marks: list[Mark], start: int) -> Iterator[tuple[MarkKind, int]]:
    """What is open at the beginning of the paragraph."""
    return ((mark.kind, 1) for mark in marks if mark.start <= start)
