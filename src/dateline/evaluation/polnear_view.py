"""Our statements under PolNeAR's conventions: outermost only, contents of one cue and speaker joined."""

from __future__ import annotations

from typing import Any

from dateline.record import Record, Statement


def polnear_view(record: Record) -> list[dict[str, Any]]:
    """The record's attributions as {source, cue, content} lists of [start, end]; nested and empty ones are left out.

    A speaker without words of his own in the sentence (a quotation that goes on) gives an empty source.
    """
    return [_row(s) for s in record.statements if s.parent is None and s.content]


def _row(statement: Statement) -> dict[str, Any]:
    spoken = {(s.start, s.end) for s in statement.speakers if s.start is not None and s.end is not None}
    return {
        "source": [list(span) for span in sorted(spoken)],
        "cue": [list(statement.cue)] if statement.cue else [],
        "content": [list(span) for span in statement.content],
    }
