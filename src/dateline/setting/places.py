"""Places of a report: which of many places of a name is meant, and why; what cannot be located keeps its name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set

from dateline.actors import Mentions
from dateline.language import Analysis
from dateline.record import PlacePrecision, PlaceRow, Span
from dateline.report import Report
from dateline.setting.gazetteer import gazetteer
from dateline.setting.place_anaphors import with_anaphors
from dateline.setting.place_choice import Choice, choose_places
from dateline.setting.place_names import Named, find_names

NOT_LISTED = "not in the gazetteer"
PRECISION: dict[str, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "town": "town",
    "region": "region",
    "facility": "point",
}


def find_places(
    analysis: Analysis, report: Report, mentions: Mentions, dates: Set[Span] = frozenset()
) -> tuple[PlaceRow, ...]:
    """The place rows of a report in order, its dateline's among them; `dates` are spans that name none.

    An actor's name is a place only where it stands as one ("in Syria").
    """
    taken = frozenset(t.index for span in dates for t in analysis.tokens_in(*span))
    named = [
        (n, _span(analysis, n))
        for s in analysis.sentences
        for n in find_names(analysis, s.first, s.last, mentions)
        if n.first not in taken
    ]
    named = sorted([*_dateline(report), *named], key=lambda pair: pair[1])
    choices = choose_places([n for n, _ in named], _about(mentions, [span for _, span in named]))
    rows = [_row(n, span, c) for (n, span), c in zip(named, choices, strict=True)]
    return with_anaphors(analysis, report, rows)


def _span(analysis: Analysis, named: Named) -> Span:
    return analysis.tokens[named.first].start, analysis.tokens[named.last - 1].end


def _dateline(report: Report) -> list[tuple[Named, Span]]:
    """The places before the dash of a dispatch: "BEIRUT/AMMAN -"."""
    part = next((p for p in report.parts if p.kind == "dateline"), None)
    if part is None or report.dateline is None or not report.dateline.place:
        return []
    printed, found = report.text[part.start : part.end].casefold(), []
    for name in report.dateline.place.replace(",", "/").split("/"):
        at = printed.find(name.strip().casefold())
        if name.strip() and at >= 0:
            start, end = part.start + at, part.start + at + len(name.strip())
            found.append((Named(0, 0, report.text[start:end], gazetteer().find(name)), (start, end)))
    return found


def _about(mentions: Mentions, spans: Sequence[Span]) -> Counter[str]:
    """How often each country is spoken of, apart from the names whose own country is in question."""
    starts, about = sorted(start for start, _ in spans), Counter[str]()
    for mention in mentions.rows:
        if bisect_left(starts, mention.start) == bisect_left(starts, mention.end):
            about.update({a.country for a in mention.actors if a.country})
    return about


def _row(named: Named, span: Span, choice: Choice) -> PlaceRow:
    place = choice.place
    if place is None:
        return _unlocated(named, span, choice)
    located = place.kind != "country"
    return PlaceRow(
        id=f"p{span[0]}-{span[1]}",
        start=span[0],
        end=span[1],
        text=named.text,
        name=named.text,
        latitude=place.latitude if located else None,
        longitude=place.longitude if located else None,
        geonames=place.geonames or None,
        country=place.country or None,
        admin1=place.admin1 or None,
        precision=PRECISION[place.kind],
        decided_by=choice.decided_by,
        reason=None,
    )


def _unlocated(named: Named, span: Span, choice: Choice) -> PlaceRow:
    start, end = span
    return PlaceRow(
        id=f"p{start}-{end}",
        start=start,
        end=end,
        text=named.text,
        name=named.text,
        latitude=None,
        longitude=None,
        geonames=None,
        country=choice.country,
        admin1=None,
        precision="unknown",
        decided_by=choice.decided_by,
        reason=NOT_LISTED,
    )
