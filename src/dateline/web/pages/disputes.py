"""Disputes: the sides next to each other, each with its words."""

from __future__ import annotations

from dateline.web.asking import PAGE, Asked, kinds
from dateline.web.reader import Reader
from dateline.web.view import Table, View


def disputes(reader: Reader, asked: Asked) -> View:
    """Who disputes whom, the latest first."""
    given = {"actor": asked["actor"], "kind": asked["kind"], "since": asked["since"], "until": asked["until"]}
    found = tuple(reader.accounts.disputes(**given, limit=PAGE + 1, first=asked.first))
    rows = found[:PAGE]
    total = reader.disputes() if not any(given.values()) else None
    more = {"kinds": kinds(), "behind": reader.behind(), "further": len(found) > PAGE}
    return View("disputes.html", "Disputes", (Table("disputes", rows, total, asked.first),), {}, more)
