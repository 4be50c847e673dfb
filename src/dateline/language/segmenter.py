"""Cuts the coded parts of a report into paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.report import CODED_PARTS, PartKind, Report

BREAK = re.compile(r"\s*\n\s*\n\s*|\s*\n\s*")
CLOSERS = "”\"’'»)]"
OPENERS = "“\"‘'«([–—-"
WRAPPED_AT = 45  # code points: a shorter line ends where its author ended it
ENDS = frozenset({".", "!", "?", "…", "..", "..."})


def paragraph_spans(report: Report) -> Iterator[tuple[int, int, PartKind]]:
    """Yield [start, end) and kind of every non-empty paragraph of the parts that are coded."""
    for part in report.parts:
        if part.kind not in CODED_PARTS:
            continue
        start = part.start
        for gap in BREAK.finditer(report.text, part.start, part.end):
            if _is_wrapped(report.text, start, gap):
                continue
            if report.text[start : gap.start()].strip():
                yield *_stripped(report.text, start, gap.start()), part.kind
            start = gap.end()
        if report.text[start : part.end].strip():
            yield *_stripped(report.text, start, part.end), part.kind


def _is_wrapped(text: str, start: int, gap: re.Match[str]) -> bool:
    """Whether a line break only wraps: a single one, a full line with no end mark before it, a small letter after."""
    if gap.group().count("\n") > 1 or gap.start() - max(start, text.rfind("\n", start, gap.start())) < WRAPPED_AT:
        return False
    before, after = text[gap.start() - 1], text[gap.end() : gap.end() + 1]
    return before not in ENDS and after.islower()


def sentence_breaks(text: str, tokens: list[tuple[int, int]]) -> list[int]:
    """Indices into `tokens` at which a new sentence begins; the first is 0."""
    begins = [i for i in range(1, len(tokens)) if _begins_sentence(text, tokens, i)]
    return [0, *begins] if tokens else []


def _begins_sentence(text: str, tokens: list[tuple[int, int]], i: int) -> bool:
    """A sentence begins after an end mark (and what closes with it) unless the next word goes on in lower case."""
    word = text[slice(*tokens[i])]
    if word in CLOSERS and tokens[i][0] == tokens[i - 1][1]:
        return False
    j = i - 1
    while j > 0 and text[slice(*tokens[j])] in CLOSERS and tokens[j][0] == tokens[j - 1][1]:
        j -= 1
    if text[slice(*tokens[j])] not in ENDS or tokens[i][0] == tokens[i - 1][1]:
        return False
    if _is_initial(text, tokens, j):
        return False
    k = i
    while k < len(tokens) - 1 and text[slice(*tokens[k])] in OPENERS:
        k += 1
    first = text[tokens[k][0]]
    return first.isupper() or first.isdigit() or not first.isalpha() or not first.islower()


def _is_initial(text: str, tokens: list[tuple[int, int]], stop: int) -> bool:
    """Whether a full stop belongs to an initial within a name: "George H. Karst", not "vitamin C." or "so did I."."""
    if stop < 2 or text[slice(*tokens[stop])] != "." or tokens[stop][0] != tokens[stop - 1][1]:
        return False
    letter, before = text[slice(*tokens[stop - 1])], text[slice(*tokens[stop - 2])]
    return len(letter) == 1 and letter.isupper() and letter != "I" and before[0].isupper() and before.isalpha()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
