"""Plain texts as outlines: the same paragraphs, sentences and tokens that dateline sees at run time."""

from __future__ import annotations

from dateline.language.analyse import outline
from dateline.language.analysis import Analysis
from dateline.report import Part, Report


def outline_of(text: str, title_end: int = 0) -> Analysis:
    """The outline of a text whose first `title_end` code points are its title."""
    parts = (Part("title", 0, title_end), Part("body", title_end, len(text)))
    return outline(Report(id="", text=text, parts=parts[0 if title_end else 1 :], raw_sha256=""))


def token_range(outline: Analysis, start: int, end: int) -> tuple[int, int]:
    """[first, last) of the tokens that lie at least half inside [start, end)."""
    inside = [
        t.index
        for t in outline.tokens_in(max(0, start - 40), end)
        if min(t.end, end) - max(t.start, start) > (t.end - t.start) / 2
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
