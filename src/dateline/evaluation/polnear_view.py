"""Our statements under PolNeAR's conventions: outermost only, contents of one cue and speaker joined.

Its cues take in auxiliaries, negation and the adverbs between ("has repeatedly said"), its contents a leading "that",
and a quotation that goes on without a cue in the same paragraph belongs to the attribution before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline.codebook import vocabulary
from dateline.record import Record, Span, Statement

WORD_BEFORE = re.compile(r"([^\s“”\"()\[\],;:.!?—–]+)\s*$")
LONGEST_WORD = 30  # code points
THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)


@dataclass
class _Row:
    """One attribution under way: `speaks` are its speakers' names, `end` is where its words end so far."""

    speaks: tuple[str, ...]
    end: int
    spans: dict[str, list[list[int]]] = field(default_factory=dict)


def polnear_view(record: Record) -> list[dict[str, Any]]:
    """The record's attributions as {source, cue, content} lists of [start, end]; nested and empty ones are left out."""
    text = record.report.text
    rows: list[_Row] = []
    for statement in record.statements:
        if statement.parent is not None or not statement.content:
            continue
        if statement.cue is not None:
            rows.append(_row(text, statement, statement.cue))
        elif rows and _continues(text, rows[-1], statement):
            rows[-1].spans["content"] += [list(span) for span in statement.content]
            rows[-1].end = statement.content[-1][1]
    return [row.spans for row in rows]


def confidences(record: Record) -> list[float]:
    """The confidence of each row of `polnear_view`, in the same order."""
    return [s.confidence for s in record.statements if s.parent is None and s.content and s.cue is not None]


def _row(text: str, statement: Statement, cue: Span) -> _Row:
    spoken = sorted({(s.start, s.end) for s in statement.speakers if s.start is not None and s.end is not None})
    contents = [list(span) for span in statement.content]
    contents[0][0] = _with_that(text, contents[0][0])
    spans = {
        "source": [list(span) for span in spoken],
        "cue": [[_with_helpers(text, cue[0], [e for _, e in spoken]), cue[1]]],
        "content": contents,
    }
    return _Row(_names(statement), max(cue[1], contents[-1][1]), spans)


def _continues(text: str, row: _Row, statement: Statement) -> bool:
    between = text[row.end : statement.content[0][0]]
    return _names(statement) == row.speaks and "\n" not in between


def _names(statement: Statement) -> tuple[str, ...]:
    return tuple(s.name for s in statement.speakers)


def _with_that(text: str, start: int) -> int:
    found = THAT.search(text, max(0, start - len("that  ")), start)
    return found.start() if found else start


def _with_helpers(text: str, start: int, speaker_ends: list[int]) -> int:
    """Where a cue begins once auxiliaries, negation and adverbs before it are taken in, up to its speaker's words."""
    for word, at in _words_before(text, start):
        if at in range(start) and any(at < end <= start for end in speaker_ends):
            return start
        if word not in vocabulary("cues")["cue_helpers"] and not word.endswith("ly"):
            return start
        start = at
    return start


def _words_before(text: str, end: int) -> Iterator[tuple[str, int]]:
    while found := WORD_BEFORE.search(text, max(0, end - LONGEST_WORD), end):
        word, at = found.group(1).casefold().replace("’", "'"), found.start(1)
        for clitic in ("n't", "'s", "'ve", "'re", "'m", "'d"):
            if word.endswith(clitic) and word not in vocabulary("cues")["cue_helpers"]:
                yield clitic, found.end(1) - len(clitic)
                word = word.removesuffix(clitic)
        if not word:
            return
        yield word, at
        end = at
