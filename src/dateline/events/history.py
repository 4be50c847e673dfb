"""Whether a deed is background from well before the story."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.draft import Draft
from dateline.events.page import Page, day_of
from dateline.record import DateRow

LONG_AGO = timedelta(days=62)  # "more than about two months before the story" (GUIDE.md)


def is_historical(page: Page, draft: Draft) -> bool:
    """By a date of the deed that lies long before the story, a bare past year, or words like "decades ago"."""
    token = page.tokens[draft.head]
    span = (token.start, token.end)
    own = [page.dates[key] for key in page.setting.dates_of(span, page.analysis) if key in page.dates]
    if any(_is_old(page, row) for row in own):
        return True
    return not own and _says_so(page, draft)


def _is_old(page: Page, row: DateRow) -> bool:
    if row.last is None:
        return _long_past(row.text)
    last, now = day_of(row.last), page.story_day
    if last is None:
        return False
    if now is None:
        return row.precision == "year"
    return now - last > LONG_AGO


def _says_so(page: Page, draft: Draft) -> bool:
    sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
    if sentence is None:
        return False
    return _long_past(page.analysis.text[sentence.start : sentence.end])


def _long_past(text: str) -> bool:
    words = " ".join(text.casefold().split())
    return any(phrase in words for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(vocabulary("modality")["historical_phrases"])
