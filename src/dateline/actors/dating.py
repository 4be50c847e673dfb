"""When a report was written, and whether an actor of the catalogue belongs to that time."""

from __future__ import annotations

import re

from dateline.actors.entry import Entry
from dateline.report import Report

YEAR = re.compile(r"\b[12]\d{3}\b")
DAY = 10  # letters of an ISO day
SLACK = 1  # years before its founding and after its end in which an actor is still spoken of as there


def year_of(report: Report) -> int | None:
    """The year of publication, else that of the dateline; None where neither tells one."""
    printed = report.dateline.date if report.dateline else None
    for told in (report.published, printed):
        found = YEAR.search(told or "")
        if found:
            return int(found.group())
    return None


def day_of(report: Report) -> str | None:
    """The ISO day of publication, else the year of the dateline; None where neither tells one."""
    if report.published and YEAR.match(report.published):
        return report.published[:DAY]
    year = year_of(report)
    return str(year) if year else None


def lives(entry: Entry, year: int | None) -> bool:
    """Whether an actor was there in a year; in an unknown year, whether nothing says that it is gone."""
    if year is None:
        return entry.until is None
    return not is_future(entry, year) and (entry.until is None or year <= year_in(entry.until) + SLACK)


def is_future(entry: Entry, year: int) -> bool:
    """Whether an actor was founded only after a year."""
    return entry.since is not None and year < year_in(entry.since) - SLACK


def year_in(date: str) -> int:
    """The year of an ISO date or of a year as written; 0 where it has none."""
    found = YEAR.search(date)
    return int(found.group()) if found else 0


def within(years: tuple[int, ...], year: int | None) -> bool:
    """Whether a year lies in [from, to], the end open where it is not told; an unknown year lies anywhere."""
    if year is None or not years:
        return True
    return years[0] - SLACK <= year and (len(years) < 2 or year <= years[1] + SLACK)
