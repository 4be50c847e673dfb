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


def code(
    text_or_html: str, *, actors: str | Path | None = None, codebook: str | Path | None = None, **facts: Unpack[Facts]
) -> Record:
    """The record of one report, given as plain text or as an HTML page, told apart by how it begins.

    `facts` is what is known beside the text, and goes before what the text prints of itself: `title`, `url`,
    `publisher`, `published` (an ISO date), `byline`, `path`. `actors` is a YAML file of your own actors, besides those
    that dateline knows, `codebook` one of your own event types, modes, contexts, ties, stances, cues and actors
    (docs/own-codebook.md); each is read once in a process.

    Raises InputError where there is no report to be read or it is not in English, CodebookError where the codebook
    or its actors are malformed.
    """
    coder = coder_for(_path(actors), _path(codebook))
    reading = in_english(Reading(read_given(text_or_html, **facts), b""), "text")
    if isinstance(reading, InputError):
        raise reading
    return coder.code(reading.report)


def _path(given: str | Path | None) -> Path | None:
    return Path(given) if given is not None else None
