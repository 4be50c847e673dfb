"""`dateline.code`: one report in, its record out."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from dateline.batch import coder_for
from dateline.errors import InputError
from dateline.reading import Reading, read_given
from dateline.reading.given import Facts
from dateline.reading.refusal import in_english
from dateline.record import Record


def code(text_or_html: str, *, actors: str | Path | None = None, **facts: Unpack[Facts]) -> Record:
    """The record of one report, given as plain text or as an HTML page, told apart by how it begins.

    `facts` is what is known beside the text, and goes before what the text prints of itself: `title`, `url`,
    `publisher`, `published` (an ISO date), `byline`, `path`. `actors` is a YAML file of your own actors, besides those
    that dateline knows; it is read once in a process.

    Raises InputError where there is no report to be read or it is not in English, CodebookError where the actors
    are malformed.
    """
    coder = coder_for(Path(actors) if actors is not None else None)
    reading = in_english(Reading(read_given(text_or_html, **facts), b""), "text")
    if isinstance(reading, InputError):
        raise reading
    return coder.code(reading.report)
