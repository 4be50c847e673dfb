"""What a line looks like by itself, before its place on the page is weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.reading.agencies import credited_agency, is_agency
from dateline.reading.bylines import Byline, read_byline
from dateline.reading.captions import credit_start, opens_caption
from dateline.reading.furniture import FurnitureKind, furniture_kind
from dateline.reading.line import Line
from dateline.reading.publication import is_date_line, lone_date, printed_date

LookKind = Literal["text", "prose", "furniture", "byline", "agency", "caption", "credit", "date", "dateline"]
MARKUP = FurnitureKind("page-markup")
DATE_LINE = "publication-line"
DATED = FurnitureKind(DATE_LINE)
WORDS = re.compile(r"\w|[#*_=©-]{2}")
LONGEST_PLACE = 80  # code points of a place that the page marks as the report's
WRAPPED = 45  # code points: a line this long that does not end a sentence may go on in the next


@dataclass(frozen=True, slots=True)
class Look:
    """One line's likely part, with what was read out of it. `credit_at` counts code points from the line's start."""

    kind: LookKind
    furniture: FurnitureKind | None = None
    byline: Byline | None = None
    agency: str | None = None
    credit_at: int | None = None
    bare_credit: bool = False
    cued_date: str | None = None
    lone_date: str | None = None


def look_at(lines: Sequence[Line]) -> tuple[Look, ...]:
    """The look of every line, in order."""
    previous: Sequence[Line | None] = [None, *lines][: len(lines)]
    return tuple(
        Look("prose" if line.is_prose else "text") if goes_on(before, line) else _look(line)
        for before, line in zip(previous, lines, strict=True)
    )


def goes_on(before: Line | None, line: Line) -> bool:
    """Whether a line is the next line of a paragraph that was broken to fit a width."""
    if before is None or before.block != line.block or len(before.text) < WRAPPED:
        return False
    return line.text[0].islower() and before.text[-1] not in '.!?:;"'


def _look(line: Line) -> Look:
    if line.hint == "title" or not WORDS.search(line.text):
        return Look("text")
    if line.hint == "furniture":
        return Look("furniture", furniture_kind(line.text) or MARKUP)
    return _date(line) or _byline(line) or _furniture(line) or _picture(line) or _agency(line) or _plain(line)


def _plain(line: Line) -> Look:
    if line.hint == "dateline" and not line.is_prose and len(line.text) < LONGEST_PLACE:
        return Look("dateline")
    return Look("prose" if line.is_prose else "text")


def _date(line: Line) -> Look | None:
    if len(line.text) > 160:
        return None
    if not is_date_line(line.text):
        marked = line.hint == "published" and not line.is_prose
        return Look("furniture", furniture_kind(line.text) or DATED) if marked else None
    return Look("date", cued_date=printed_date(line.text), lone_date=lone_date(line.text))


def _byline(line: Line) -> Look | None:
    byline = read_byline(line.text, marked=line.hint == "byline")
    if byline is None and line.hint == "byline" and not line.is_prose and len(line.text) < 120:
        byline = Byline() if furniture_kind(line.text) is None else None
    return Look("byline", byline=byline, cued_date=_dated(line.text)) if byline else None


def _dated(line: str) -> str | None:
    """A date that stands on the byline's line, after its cue."""
    for piece in re.split(r"\s*[|•·–—]\s*|\s{2,}", line):
        found = printed_date(piece) or lone_date(piece)
        if found:
            return found
    return None


def _furniture(line: Line) -> Look | None:
    kind = furniture_kind(line.text)
    credited = credited_agency(line.text) if kind else None
    return Look("furniture", kind) if kind and not credited and line.hint != "caption" else None


def _picture(line: Line) -> Look | None:
    """A caption or credit: by the markup, by a credit at its end, or by how it begins."""
    if line.hint == "credit":
        return Look("credit", credit_at=0)
    at = credit_start(line.text, marked=line.hint == "caption")
    if at is not None:
        bare = is_agency(line.text[at:].strip("()[]. "))
        return Look("caption" if at else "credit", credit_at=at, bare_credit=bare and line.hint != "caption")
    return Look("caption") if line.hint == "caption" or opens_caption(line.text) else None


def _agency(line: Line) -> Look | None:
    name = credited_agency(line.text)
    if name:
        return Look("agency", agency=name)
    bare = line.text.strip("()[]. ")
    return Look("agency", agency=bare) if len(line.text) < 64 and is_agency(bare) else None
