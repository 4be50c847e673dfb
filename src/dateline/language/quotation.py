"""Stretches in quotation marks, with marks that were lost or doubled mended. Linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

OPENING = "“„«‟"
CLOSING = "”»"
MARK = re.compile(r"[“”„‟«»\"]|''|``|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
SINGLE = "'‘’"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: [start, end) takes in the marks. `opened` / `closed` are False where a mark is missing
    on the page and was supplied at the edge of the paragraph."""

    start: int
    end: int
    opened: bool = True
    closed: bool = True


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of each paragraph, in order; they do not nest and never cross a paragraph."""
    return tuple(q for start, end in paragraphs for q in _in_paragraph(text, start, end))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = [m for m in MARK.finditer(text, start, end) if m.group() not in SINGLE]
    if not marks:
        marks = _paired_singles(list(MARK.finditer(text, start, end)))
    opened_at: int | None = None
    last_end = start
    for mark in marks:
        if opened_at is None and not _closes(text, mark, start):
            opened_at = mark.start()
        elif opened_at is not None and not _opens(mark, text[opened_at]):
            yield Quotation(opened_at, mark.end())
            opened_at, last_end = None, mark.end()
        elif opened_at is None and last_end == start and mark.end() - start > 2:
            yield Quotation(start, mark.end(), opened=False)
            last_end = mark.end()
    if opened_at is not None and end - opened_at > 1:
        yield Quotation(opened_at, end, closed=False)


def _paired_singles(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Single marks count only as pairs: an opening one and the next closing one; a lone one is an apostrophe."""
    kept: list[re.Match[str]] = []
    opening: re.Match[str] | None = None
    for mark in marks:
        before = mark.string[mark.start() - 1 : mark.start()]
        opens = not before or before.isspace() or before in "(["
        if opens and opening is None:
            opening = mark
        elif not opens and opening is not None:
            kept += [opening, mark]
            opening = None
    return kept


def _closes(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether a mark can only close: a closing sign, or a straight one with a word before it and none after it."""
    if mark.group()[0] in CLOSING:
        return True
    if mark.group()[0] in OPENING or mark.group()[0] in SINGLE:
        return False
    before = text[mark.start() - 1 : mark.start()] if mark.start() > start else ""
    after = text[mark.end() : mark.end() + 1]
    return bool(before) and not before.isspace() and before not in "([—–-" and (not after or not after.isalnum())


def _opens(mark: re.Match[str], opening: str) -> bool:
    """Whether a mark can only open, and so cannot end the quotation that is open („low“ marks are closed by “)."""
    return mark.group()[0] in OPENING and not (opening == "„" and mark.group() == "“")
