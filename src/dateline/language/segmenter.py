"""Cuts the coded parts of a report into paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.report import CODED_PARTS, PartKind, Report

BREAK = re.compile(r"\s*\n\s*\n\s*|\s*\n\s*")
CLOSERS = "”\"’'»)]"
OPENERS = "“\"‘'«([–—-"
ENDS = frozenset({".", "!", "?", "…", "..", "..."})


def paragraph_spans(report: Report) -> Iterator[tuple[int, int, PartKind]]:
    """Yield [start, end) and kind of every non-empty paragraph of the parts that are coded."""
    for part in report.parts:
        if part.kind not in CODED_PARTS:
            continue
        start = part.start
        for gap in BREAK.finditer(report.text, part.start, part.end):
            if report.text[start : gap.start()].strip():
                yield *_stripped(report.text, start, gap.start()), part.kind
            start = gap.end()
        if report.text[start : part.end].strip():
            yield *_stripped(report.text, start, part.end), part.kind


def sentence_breaks(text: str, tokens: list[tuple[int, int]]) -> list[int]:
    """Indices into `tokens` at which a new sentence begins; the first is 0."""
    breaks = [0] if tokens else []
    for i in range(1, len(tokens)):
        if _begins_sentence(text, tokens, i):
            breaks.append(i)
    return breaks


def _begins_sentence(text: str, tokens: list[tuple[int, int]], i: int) -> bool:
    """A sentence begins after an end mark (and what closes with it) where the next word does not go on in lower case."""
    word = text[slice(*tokens[i])]
    if word in CLOSERS and tokens[i][0] == tokens[i - 1][1]:
        return False
    j = i - 1
    while j > 0 and text[slice(*tokens[j])] in CLOSERS and tokens[j][0] == tokens[j - 1][1]:
        j -= 1
    if text[slice(*tokens[j])] not in ENDS or tokens[i][0] == tokens[i - 1][1]:
        return False
    k = i
    while k < len(tokens) - 1 and text[slice(*tokens[k])] in OPENERS:
        k += 1
    first = text[tokens[k][0]]
    return first.isupper() or first.isdigit() or not first.isalpha() or not first.islower()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
