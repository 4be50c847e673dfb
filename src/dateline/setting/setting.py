"""The setting of a report: its dates, places and numbers, and which of them belong to a deed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.language import Analysis
from dateline.record import Casualties, DateRow, PlaceRow, Span, Unresolved
from dateline.setting.reach import distance

Row = TypeVar("Row", bound=DateRow | PlaceRow | Casualties)


@dataclass(frozen=True)
class Setting:
    """Where, when and how many, as far as the report says. Rows are in order of the text."""

    dates: tuple[DateRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    def dates_of(self, anchor: Span, analysis: Analysis) -> tuple[str, ...]:
        """The id of the date that the deed at `anchor` has by its own words, or nothing."""
        return _nearest(self.dates, anchor, analysis)

    def places_of(self, anchor: Span, analysis: Analysis) -> tuple[str, ...]:
        """The id of the place that the deed at `anchor` has by its own words, or nothing."""
        return _nearest(self.places, anchor, analysis)

    def casualties_of(self, anchor: Span, analysis: Analysis) -> tuple[Casualties, ...]:
        """The tolls that belong to the deed at `anchor`: those of its sentence within reach, one of each kind."""
        near: dict[str, tuple[float, Casualties]] = {}
        for row in _in_sentence(self.casualties, anchor, analysis):
            far = distance(analysis, (row.start, row.end), anchor, of_toll=True)
            if far is not None and (row.kind not in near or far < near[row.kind][0]):
                near[row.kind] = (far, row)
        return tuple(row for _, row in near.values())


def _nearest(rows: tuple[DateRow | PlaceRow, ...], anchor: Span, analysis: Analysis) -> tuple[str, ...]:
    scored = [
        (far, row.start, row.id)
        for row in _in_sentence(rows, anchor, analysis)
        if (far := distance(analysis, (row.start, row.end), anchor)) is not None
    ]
    return (min(scored)[2],) if scored else ()


def _in_sentence(rows: Sequence[Row], anchor: Span, analysis: Analysis) -> Sequence[Row]:
    sentence = analysis.sentence_at(anchor[0])
    if sentence is None:
        return ()
    first = bisect_left(rows, sentence.start, key=lambda row: row.start)
    return rows[first : bisect_left(rows, sentence.end, lo=first, key=lambda row: row.start)]
