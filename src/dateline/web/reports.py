"""Heads of reports, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import numpy as np

from dateline.ledger.survey.columns import Flags
from dateline.ledger.told import ReportLine
from dateline.web.asking import PAGE, Asked
from dateline.web.reader import Reader
from dateline.web.selection import in_time, publishers

_HEADS = """SELECT n, id, title, publisher, published, path FROM report
WHERE n IN (SELECT value FROM json_each(?))"""


def newest_reports(reader: Reader, asked: Asked) -> tuple[tuple[ReportLine, ...], int]:
    """The reports on this page, and how many pass the filters."""
    reports = reader.sheet.reports
    keep = passing(reader, asked)
    numbers, day = reports["report"][keep], reports["day"][keep]
    order = np.lexsort((-numbers, -day))[asked.first : asked.first + PAGE]
    return heads(reader, [int(n) for n in numbers[order]]), len(numbers)


def passing(reader: Reader, asked: Asked) -> Flags:
    """The reports that pass the filters of time and publisher."""
    sheet = reader.sheet
    keep = in_time(sheet.reports["day"], asked)
    if asked["publisher"] is not None:
        keep &= np.isin(sheet.reports["publisher"], publishers(sheet, asked["publisher"]))
    return keep


def heads(reader: Reader, numbers: Sequence[int]) -> tuple[ReportLine, ...]:
    """The heads of reports with these numbers, in this order."""
    found = {n: ReportLine(*head) for n, *head in reader.db.execute(_HEADS, (json.dumps(list(numbers)),))}
    return tuple(found[n] for n in numbers if n in found)


def numbers_of(reader: Reader, ids: Iterable[str]) -> dict[str, int]:
    """The number of each report."""
    query = "SELECT id, n FROM report WHERE id IN (SELECT value FROM json_each(?))"
    return dict(reader.db.execute(query, (json.dumps(list(ids)),)))
