"""JSON lines: every record as `dateline code` prints it, in the order in which the reports were first read."""

from __future__ import annotations

from pathlib import Path

from dateline.exports.whole_file import whole_file
from dateline.ledger import Ledger


def export_jsonl(ledger: Ledger, path: Path) -> int:
    """Writes the records, one a line, and gives their number. `-` is standard output."""
    number = 0
    with whole_file(path) as out:
        for number, line in enumerate(ledger.lines(), 1):  # noqa: B007 - the last number is the answer
            out.write(f"{line}\n")
    return number
