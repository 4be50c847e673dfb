"""Reports from what a program holds already: a text, a page, an object of a feed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack

from dateline.errors import UsageError
from dateline.reading.html_page import looks_like_html, report_of_html
from dateline.reading.json_lines import report_of_fields
from dateline.reading.metadata import Metadata, metadata_of
from dateline.reading.plain_text import mended, report_of_text
from dateline.reading.refusal import LIMIT, PAGE_LIMIT, empty, too_large
from dateline.report import Report

HERE = "the text given"


class Facts(TypedDict, total=False):
    """What may be known of a report beside its text; what is given goes before what the text prints of itself.

    `published` is an ISO date or date-time, or a date in words; anything else is a UsageError.
    """

    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    byline: str | Sequence[str] | None
    path: str | None


def read_given(text_or_html: str, **facts: Unpack[Facts]) -> Report:
    """The report of a text or an HTML page, told apart by how it begins. Raises InputError as the two below do."""
    read = read_html if looks_like_html(text_or_html) else read_text
    return read(text_or_html, **facts)


def read_text(text: str, **facts: Unpack[Facts]) -> Report:
    """The report of a plain text. A title given apart goes in front. Raises InputError where it is empty."""
    return report_of_text(_checked(text, LIMIT), _metadata(facts), _bytes(text))


def read_html(html: str, **facts: Unpack[Facts]) -> Report:
    """The report of an HTML page. Raises InputError where it is empty, too large or holds no article."""
    return report_of_html(_checked(html, PAGE_LIMIT), _metadata(facts), _bytes(html), HERE)


def read_json_line(fields: Mapping[str, Any]) -> Report:
    """The report of an object with any of title, text, html, url, publisher, published, byline; others are passed over.

    Raises InputError where it has neither text nor html.
    """
    raw = json.dumps(fields, ensure_ascii=True, sort_keys=True, default=str).encode()
    return report_of_fields(fields, raw, HERE)[0]


def _metadata(facts: Facts) -> Metadata:
    """The facts, tidied. Raises UsageError where `published` is no date that can be read with certainty."""
    metadata = metadata_of(**facts)
    if facts.get("published") and metadata.published is None:
        raise UsageError(f"{facts['published']!r} is no date", where="published", mend="write it as 2031-05-04")
    return metadata


def _bytes(text: str) -> bytes:
    return mended(text).encode()


def _checked(text: str, limit: int) -> str:
    if len(text) > limit:
        raise too_large(HERE, limit)
    if not text.strip("\ufeff \t\r\n"):
        raise empty(HERE)
    return text
