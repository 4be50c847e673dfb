"""Puts a report together from its text, what its lines say, and what is known beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from dateline.reading.agencies import full_name
from dateline.reading.divide import divide
from dateline.reading.genre import genre_of
from dateline.reading.identity import report_id
from dateline.reading.line import Hint, cut_lines
from dateline.reading.metadata import Metadata
from dateline.reading.tongue import language_of
from dateline.report import Part, Report


def build_report(text: str, metadata: Metadata, *, raw: bytes, hints: Sequence[Hint] = ()) -> Report:
    """The report of a text. What is given beside it goes before what the text prints of itself."""
    found = divide(text, cut_lines(text, hints))
    agency = metadata.agency or found.agency
    title = metadata.title or found.title
    return Report(
        id=report_id(text, metadata.url, metadata.publisher),
        text=text,
        parts=found.parts,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        url=metadata.url,
        path=metadata.path,
        title=title,
        publisher=metadata.publisher,
        agency=full_name(agency, metadata.publisher) if agency else None,
        bylines=metadata.bylines or found.bylines,
        dateline=found.dateline,
        published=metadata.published or found.published,
        language=language_of(_words(text, found.parts)) or metadata.language,
        genre=genre_of(metadata, title, found.labels),
    )


def dated(report: Report, published: str | None) -> Report:
    """The report with a day of publication from elsewhere, where it states none itself."""
    return report if report.published or not published else replace(report, published=published)


def _words(text: str, parts: Sequence[Part]) -> str:
    """The running text, by which the language is told; the whole text where there is none."""
    return "\n".join(text[p.start : p.end] for p in parts if p.kind == "body") or text
