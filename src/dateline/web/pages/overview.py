"""Overview: what is in the ledger, over time and by publisher; newest disputes; busiest pairs; places."""

from __future__ import annotations

from datetime import date

import numpy as np

from dateline.ledger.survey.columns import Sheet
from dateline.ledger.survey.rows import Sort
from dateline.web.asking import Asked, kinds
from dateline.web.counting import busiest_pairs, places_told, when
from dateline.web.reader import Reader
from dateline.web.selection import tally
from dateline.web.view import Table, View

SHOWN, DISPUTES = 8, 4


def overview(reader: Reader, _: Asked) -> View:
    """The first page."""
    sheet = reader.sheet
    events = sheet.rows["sort"] == Sort.EVENT
    publishers = [{"publisher": name or None, "reports": n} for name, n in tally(sheet, sheet.reports["publisher"])]
    tables = (
        Table("disputes", tuple(reader.accounts.disputes(limit=DISPUTES)), reader.disputes()),
        Table("over_time", when(sheet, events)),
        Table("pairs", busiest_pairs(sheet, reader.db, events, SHOWN)),
        Table("publishers", publishers[:SHOWN], len(publishers)),
        Table("places", *places_told(sheet, reader.db, events, SHOWN)),
    )
    return View("overview.html", "Overview", tables, _facts(sheet), {"behind": reader.behind(), "kinds": kinds()})


def _facts(sheet: Sheet) -> dict[str, object]:
    days = sheet.reports["day"][sheet.reports["day"] >= 0]
    sorts = np.bincount(sheet.rows["sort"], minlength=len(Sort))
    ends = [date.fromordinal(int(d)).isoformat() for d in (days.min(), days.max())] if len(days) else [None, None]
    counts = {"reports": len(sheet.reports["report"]), "statements": sorts[0], "events": sorts[1], "ties": sorts[2]}
    return {**{name: int(n) for name, n in counts.items()}, "since": ends[0], "until": ends[1]}
