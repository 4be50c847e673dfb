"""Reports from plain text."""

from __future__ import annotations

from dateline.reading.build import build_report
from dateline.reading.line import Hint
from dateline.reading.metadata import Metadata
from dateline.reading.words import key_of, single_spaced
from dateline.report import Report


def report_of_text(text: str, metadata: Metadata, raw: bytes) -> Report:
    """The report of a plain text. A title given apart goes in front, unless the text already begins with it."""
    whole, hints = _with_title(mended(text), metadata.title)
    return build_report(whole, metadata, raw=raw, hints=hints)


def mended(text: str) -> str:
    """The text with halves of surrogate pairs replaced, one for one: they can be neither stored nor printed."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _with_title(text: str, title: str | None) -> tuple[str, list[Hint]]:
    if not title:
        return text, []
    first = text.lstrip().split("\n", 1)[0]
    if key_of(first) == key_of(title) and single_spaced(first):
        start = len(text) - len(text.lstrip())
        return text, [Hint(start, start + len(first), "title")]
    return f"{title}\n\n{text}", [Hint(0, len(title), "title")]
