"""Whether a deed is background from well before the story."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.draft import Draft
from dateline.events.page import Page
from dateline.record import DateRow

LONG_AGO = timedelta(days=62)  # "more than about two months before the story" (GUIDE.md)
EXACT = ("day", "time")


def is_historical(page: Page, draft: Draft) -> bool:
    """By a date of the deed that lies long before the story, a bare past year, or words like "decades ago"."""
    token = page.tokens[draft.head]
    span = (token.start, token.end)
    rows = {row.id: row for row in page.setting.dates}
    own = [rows[key] for key in page.setting.dates_of(span, page.analysis) if key in rows]
    if any(_is_old(page, row) for row in own):
        return True
    return not own and _says_so(page, draft)


def _is_old(page: Page, row: DateRow) -> bool:
    if row.last is None:
        return _long_past(row.text)
    last, now = _day(row.last), story_day(page)
    if last is None:
        return False
    if now is None:
        return row.precision == "year"
    return now - last > LONG_AGO


def story_day(page: Page) -> date | None:
    """The latest day that the report names exactly, which stands for the day of the story; None where none is known."""
    days = [d for row in page.setting.dates if row.precision in EXACT and row.last and (d := _day(row.last))]
    return max(days, default=None)


def _says_so(page: Page, draft: Draft) -> bool:
    sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
    if sentence is None:
        return False
    return _long_past(page.analysis.text[sentence.start : sentence.end])


def _long_past(text: str) -> bool:
    words = " ".join(text.casefold().split())
    return any(phrase in words for phrase in _phrases())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(vocabulary("modality")["historical_phrases"])
