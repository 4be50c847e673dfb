"""From analysis and mentions to the setting of a report."""

from __future__ import annotations

from dateline.actors import Mentions
from dateline.language import Analysis
from dateline.report import Report
from dateline.setting.casualties import find_casualties
from dateline.setting.dates import find_dates
from dateline.setting.places import find_places
from dateline.setting.setting import Setting


def find_setting(analysis: Analysis, report: Report, mentions: Mentions) -> Setting:
    """The dates, places and tolls of a report, and the expressions that could not be settled."""
    dates, unresolved = find_dates(analysis, report)
    places = find_places(analysis, report, mentions, {(row.start, row.end) for row in dates})
    return Setting(dates, places, find_casualties(analysis), unresolved)
