"""Facts of a row in words: parties, deed, days, tolls."""

from __future__ import annotations

from dateline.record import Casualties, DateRow, Event
from dateline.wording.words import ARROW, names, plain


def parties(event: Event) -> str:
    """WHO → WHOM, or all who take part where the deed has no direction."""
    done_to = f" {ARROW} {names(event.recipients)}" if event.recipients else ""
    return names(event.actors) + done_to


def deed(event: Event) -> str:
    """TYPE and modes, with polarity and modality."""
    folded = f", PLOVER {event.folded}" if event.folded and event.folded != event.type else ""
    return f"{' '.join([event.type, *event.mode])} ({event.polarity}, {event.modality}{folded})"


def days(dates: tuple[DateRow, ...]) -> str:
    """The days as far as known, else the words."""
    return ", ".join(day(row) for row in dates)


def day(row: DateRow) -> str:
    """The day or days, else the words between quotation marks."""
    if row.first is None and row.last is None:
        return f"“{plain(row.text)}”"
    return row.first or "" if row.first == row.last else f"{row.first or '…'} to {row.last or '…'}"


def tolls(casualties: tuple[Casualties, ...]) -> str:
    """Who was hurt and how many, as far as known."""
    return ", ".join(f"{row.kind} {figure(row.low, row.high)}" for row in casualties)


def figure(low: int | None, high: int | None) -> str:
    """A number, or the range in which it lies."""
    if low == high:
        return "?" if low is None else str(low)
    if high is None:
        return f"{low} or more"
    return f"{high} or fewer" if low is None else f"{low} to {high}"
