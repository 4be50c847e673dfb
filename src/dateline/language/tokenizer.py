"""Splits text into words and marks. One expression, linear, the same for every reader of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.codebook import vocabulary

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?"  # 1,200 and 18:30
    r"|[^\W\d_]+\d[\w]*"  # G20, MiG29
    r"|[^\W_]+(?:[’'&](?=[^\W\d_])[^\W_]+)*"  # words with their apostrophes; clitics are cut below
    r"|\.{2,}|--+|''|``|[^\w\s]|_+"
)
CLITIC = re.compile(r"(?:n[’']t|[’'](?:s|re|ve|ll|[dm]))$", re.IGNORECASE)


def tokenize(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of each token of text[start:end]."""
    abbreviations = _abbreviations()
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        if last < end and text[last] == "." and match.group().casefold() in abbreviations:
            continue_to = last + 1
            yield first, continue_to
            continue
        if first < last and text[first] == "." and _ends_abbreviation(text, first, start, abbreviations):
            continue
        cut = CLITIC.search(match.group()) if "'" in match.group() or "’" in match.group() else None
        if cut and cut.start():
            yield first, first + cut.start()
            first += cut.start()
        yield first, last


def _ends_abbreviation(text: str, dot: int, start: int, abbreviations: frozenset[str]) -> bool:
    word = re.search(r"[^\W\d_]+$", text[max(start, dot - 12) : dot])
    return bool(word) and word.group().casefold() in abbreviations  # type: ignore[union-attr]  # checked by bool()


def _abbreviations() -> frozenset[str]:
    return frozenset(vocabulary("abbreviations")["never_end_a_sentence"])
