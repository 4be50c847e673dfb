"""Map and network: where the chosen events are told to happen, and between whom."""

from __future__ import annotations

from dateline.ledger.survey.columns import Flags
from dateline.ledger.survey.rows import Sort
from dateline.web.asking import Asked
from dateline.web.counting import busiest_pairs, places_told, when
from dateline.web.layout import laid_out
from dateline.web.pages.lists import unknown
from dateline.web.reader import Reader
from dateline.web.selection import chosen
from dateline.web.view import Table, View

PLACES, EDGES = 300, 80


def map_(reader: Reader, asked: Asked) -> View:
    """Places of events, told of, only said, denied, ahead."""
    sheet = reader.sheet
    keep = chosen(sheet, reader.db, asked, Sort.EVENT)
    tables = (
        Table("places", *places_told(sheet, reader.db, keep, PLACES)),
        Table("over_time", when(sheet, _all(reader, asked))),
    )
    return View("map.html", "Map", tables, {"events": int(keep.sum())}, {"unknown": unknown(reader, asked)})


def network(reader: Reader, asked: Asked) -> View:
    """Pairs with most between them, with a place for each actor in the picture."""
    sheet = reader.sheet
    keep = chosen(sheet, reader.db, asked, Sort.EVENT)
    pairs = busiest_pairs(sheet, reader.db, keep, EDGES)
    tables = (
        Table("pairs", pairs),
        Table("actors", laid_out(pairs)),
        Table("over_time", when(sheet, _all(reader, asked))),
    )
    return View("network.html", "Network", tables, {"events": int(keep.sum())}, {"unknown": unknown(reader, asked)})


def _all(reader: Reader, asked: Asked) -> Flags:
    """The events that the other filters choose, of any time: the ground of the time slider."""
    return chosen(reader.sheet, reader.db, Asked(asked.without("since", "until")), Sort.EVENT)
