"""Reads reports from files, folders, patterns and standard input. One bad input is one error; the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError, UsageError
from dateline.reading.build import dated
from dateline.reading.decode import decode
from dateline.reading.formats import Format, KnownFormat, tell_format
from dateline.reading.html_page import report_of_html
from dateline.reading.inputs import Input, find_inputs
from dateline.reading.json_lines import read_lines
from dateline.reading.metadata import Metadata
from dateline.reading.plain_text import report_of_text
from dateline.reading.publication import iso_date
from dateline.reading.reading import Reading
from dateline.reading.refusal import LIMIT, PAGE_LIMIT, empty, in_english, too_large

HEAD = 65_536  # bytes by which the format is told


def read_reports(
    paths: Iterable[str | Path],
    *,
    format: Format = "auto",
    published: str | None = None,
) -> Iterator[Reading | InputError]:
    """Yield a Reading for every report, and an InputError for every input that cannot be read, in a stable order.

    `paths` are files, folders, patterns or "-" for standard input. `published` (ISO, or in words) is for reports that
    state no date themselves. Raises UsageError at once where it is no date.
    """
    return _read_all(paths, format, _given_date(published))


def _read_all(paths: Iterable[str | Path], told: Format, published: str | None) -> Iterator[Reading | InputError]:
    for found in find_inputs(paths):
        if isinstance(found, InputError):
            yield found
        else:
            yield from read_input(found, told, published)


def read_input(found: Input, told: Format = "auto", published: str | None = None) -> Iterator[Reading | InputError]:
    """Yield the readings of one input. `published`, an ISO date, is for reports that state none themselves."""
    try:
        with _opened(found) as stream:
            head = stream.read(HEAD)
            known = tell_format(found.path, head) if told == "auto" else told
            if known == "jsonl":
                yield from read_lines(head, stream, found.path, published)
            else:
                yield _whole(head, stream, known, found, published)
    except OSError as error:
        mend = "check the file and its permissions"
        yield InputError(f"cannot be read ({error.strerror or error})", where=found.path, mend=mend)
    except InputError as error:
        yield error


def _given_date(published: str | None) -> str | None:
    day = iso_date(published) if published else None
    if published and day is None:
        raise UsageError(f"{published!r} is no date", where="--published", mend="write it as 2031-05-04")
    return day


def _opened(found: Input) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if found.is_stdin else Path(found.path).open("rb")


def _whole(
    head: bytes, stream: BinaryIO, known: KnownFormat, found: Input, published: str | None
) -> Reading | InputError:
    """The one report of a text or a page."""
    limit = PAGE_LIMIT if known == "html" else LIMIT
    raw = head + stream.read(limit + 1 - len(head))
    if len(raw) > limit:
        return too_large(found.path, limit)
    if not raw.strip():
        return empty(found.path)
    decoded = decode(raw, found.path)
    if not decoded.text.strip("\ufeff \t\r\n"):
        return empty(found.path)
    metadata = Metadata(path=None if found.is_stdin else found.path)
    if known == "html":
        report = report_of_html(decoded.text, metadata, raw, found.path)
    else:
        report = report_of_text(decoded.text, metadata, raw)
    notes = (decoded.note,) if decoded.note else ()
    return in_english(Reading(dated(report, published), raw, notes), found.path)
