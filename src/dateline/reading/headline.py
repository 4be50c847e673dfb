"""Which line of a plain text is its headline."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reading.line import Line
from dateline.reading.look import Look, goes_on

LONGEST = 260  # code points: a longer first line is running text
LONG_WORD = 4  # letters: shorter words are written small in headlines too
WHOLE_PARAGRAPH = 120  # code points: lines this long are paragraphs, not lines broken to a width


def find_headline(lines: Sequence[Line], looks: Sequence[Look]) -> range:
    """The indices of the headline's lines; empty where the text begins without one.

    A headline is the first line that is no furniture, short, without a final stop, and set apart from what follows;
    with a final stop only where a byline or a dateline follows it.
    """
    first = next((i for i, look in enumerate(looks) if _may_head(look)), None)
    given = [i for i, line in enumerate(lines) if line.hint == "title"]
    if given:
        return range(given[0], given[-1] + 1)
    if first is None or looks[first].kind == "caption" or len(lines[first].text) > LONGEST:
        return range(0)
    last = first
    while last + 1 < len(lines) and last - first < 3 and goes_on(lines[last], lines[last + 1]):
        last += 1
    if last + 1 < len(lines) and goes_on(lines[last], lines[last + 1]):
        return range(0)
    return range(first, last + 1) if _set_apart(lines, looks, last) else range(0)


def _may_head(look: Look) -> bool:
    return look.kind in ("text", "prose", "caption") or (look.furniture is not None and look.furniture.where == "below")


def _set_apart(lines: Sequence[Line], looks: Sequence[Look], last: int) -> bool:
    if last + 1 >= len(lines):
        return False
    line, after = lines[last], lines[last + 1]
    if _ends_sentence(line.text):
        signed = looks[last + 1].kind in ("byline", "dateline") or _has_dateline(after)
        return signed or (after.block != line.block and _in_title_case(line.text))
    if after.block != line.block or looks[last + 1].kind in ("byline", "date", "agency", "dateline"):
        return True
    return _short_block(lines, last) or (len(after.text) > max(WHOLE_PARAGRAPH, len(line.text)) and after.is_prose)


def _ends_sentence(text: str) -> bool:
    bare = text.rstrip("\"')]")
    return bare.endswith(".") and not bare.endswith("..") and text.count(" ") > 2


def _in_title_case(text: str) -> bool:
    """Whether one sentence has capitals on all its longer words, as many papers print headlines."""
    long = [w.strip("\"'([") for w in text.split() if len(w) > LONG_WORD]
    return len(long) > 2 and ". " not in text and all(w[:1].isupper() for w in long)


def _has_dateline(line: Line) -> bool:
    from dateline.reading.datelines import read_dateline

    return read_dateline(line.text) is not None


def _short_block(lines: Sequence[Line], last: int) -> bool:
    """Whether the line heads a block of a few short lines, as headline and subtitle do, with more text after it."""
    block = [line for line in lines[last + 1 : last + 4] if line.block == lines[last].block]
    more = any(line.block > lines[last].block for line in lines[last + 1 : last + 5])
    return len(block) < 3 and more and all(not line.is_prose and len(line.text) < LONGEST for line in block)
