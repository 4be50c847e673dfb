"""The words of a content: where a stretch of tokens begins and ends once what is not its own is cut off."""

from __future__ import annotations

from dateline.record import Span
from dateline.statements.page import Page

TRAILING = frozenset({".", ",", ";", ":", "-", "–", "—", "and", "but", "?", "!"})
HELPERS = frozenset({"aux", "neg", "advmod", "mark"})


def region(page: Page, anchor: int, first: int, last: int) -> Span:
    """[start, end) of tokens first..last as content of the cue at `anchor`: cut before what goes on after the content,
    without a leading "that" and closing marks, and to the end of a quotation that it opens."""
    last = _before_promoted(page, anchor, first, last)
    last = _before_attribution(page, first, last)
    while first < last and page.tokens[first].text in (",", ":", "—", "–"):
        first += 1
    if page.tokens[first].lower == "that" and page.tokens[first].tag == "IN" and first < last:
        first += 1
    last = without_trailing(page, first, last)
    return _with_quotation(page, anchor, first, last)


def _before_promoted(page: Page, anchor: int, first: int, last: int) -> int:
    for i in range(first + 1, last + 1):
        if page.promoted.get(i) == anchor:
            subject = page.own_subject(i)
            start = min([i, *[c for c in page.analysis.children[i] if c < i and page.tokens[c].dep in HELPERS]])
            start = min(start, page.left(subject)) if subject is not None else start
            return max(first, start - 1)
    return last


def _before_attribution(page: Page, first: int, last: int) -> int:
    """Cut ", according to the police" off the end."""
    for i in range(first + 1, last):
        if page.tokens[i].lower == "according" and page.tokens[i + 1].lower == "to" and page.tokens[i - 1].text == ",":
            return i - 1
    return last


def without_trailing(page: Page, first: int, last: int) -> int:
    """The last token that is no mark or conjunction at the edge; an end mark inside a quotation stays."""
    while last > first and page.tokens[last].lower in TRAILING and not page.quoted[last] >= 0:
        last -= 1
    return last


def _with_quotation(page: Page, anchor: int, first: int, last: int) -> Span:
    """Take in the closing mark of a quotation that the content opens, and all of it where it runs on."""
    start, end = page.span(first, last)
    number = page.quoted[last]
    if number < 0 or page.quoted[anchor] == number:
        return start, end
    quotation = page.analysis.quotations[number]
    if quotation.start >= start - 2:
        return min(start, quotation.start), quotation.end
    return start, end
