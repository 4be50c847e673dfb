"""The lines of a dictionary without comments: after `#` or `;`, and between `<!--` and `-->` over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError

OPEN, CLOSE = "<!--", "-->"
PYTHON = re.compile(r"[#;]")


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on a line: its number, from 1, and its text, with the white space before it."""

    number: int
    text: str


def read_lines(path: Path) -> list[str]:
    """The lines of a dictionary: UTF-8, else Latin-1, as older ones are written. Raises InputError."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        raise InputError(what, where=str(path), mend="give a file that is there") from error
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return raw.decode("latin-1").splitlines()


def without_comments(rows: list[str]) -> Iterator[Line]:
    """The lines that say something."""
    inside = False
    for number, row in enumerate(rows, 1):
        text, inside = _cut(row, inside)
        text = PYTHON.split(text, maxsplit=1)[0].rstrip()
        if text.strip():
            yield Line(number, text)


def _cut(row: str, inside: bool) -> tuple[str, bool]:
    """A line without what stands between the marks of XML's comments, and whether such a comment goes on."""
    kept, rest = "", row
    while rest:
        mark = CLOSE if inside else OPEN
        before, found, rest = rest.partition(mark)
        kept += "" if inside else before
        if not found:
            break
        inside = not inside
    return kept, inside
