"""What words say of when, seen from the day of the report; nothing is invented where there is no such day."""

import pytest

from dateline.language import analyse
from dateline.report import Dateline
from dateline.setting.dates import find_dates

ANCHOR = "2031-05-07"  # a Wednesday


def _dates(make_report, text, **fields):
    report = make_report(text, **fields)
    return find_dates(analyse(report), report)


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "precision"),
    [
        ("Rebels left the town on Tuesday.", "Tuesday", "2031-05-06", "2031-05-06", "day"),
        ("Rebels left the town late on Monday.", "Monday", "2031-05-05", "2031-05-05", "day"),
        ("Shells fell on Wednesday.", "Wednesday", "2031-05-07", "2031-05-07", "day"),
        ("Talks will resume on Friday.", "Friday", "2031-05-09", "2031-05-09", "day"),
        ("The sides plan to meet on Monday.", "Monday", "2031-05-12", "2031-05-12", "day"),
        ("It was shelled last Wednesday.", "last Wednesday", "2031-04-30", "2031-04-30", "day"),
        ("The truce began in March 2015.", "March 2015", "2015-03-01", "2015-03-31", "month"),
        ("The truce was signed on 4 May 2029.", "4 May 2029", "2029-05-04", "2029-05-04", "day"),
        ("The truce was signed on May 4th, 2029.", "May 4th, 2029", "2029-05-04", "2029-05-04", "day"),
        ("The truce was signed on Friday, 4 May 2029.", "Friday, 4 May 2029", "2029-05-04", "2029-05-04", "day"),
        ("The attack of December 30 was the worst.", "December 30", "2030-12-30", "2030-12-30", "day"),
        ("Elections are due on 2 June.", "2 June", "2031-06-02", "2031-06-02", "day"),
        ("Fighting has gone on for the past five years.", "past five years", "2026-05-07", "2031-05-07", "range"),
        ("Thousands have fled since October.", "October", "2030-10-01", "2031-05-07", "range"),
        ("The army left last month.", "last month", "2031-04-01", "2031-04-30", "month"),
        ("The army left three days ago.", "three days ago", "2031-05-04", "2031-05-04", "day"),
        ("The war ended in 2019.", "2019", "2019-01-01", "2019-12-31", "year"),
        ("The law dates from the 1990s.", "1990s", "1990-01-01", "1999-12-31", "range"),
        ("Two were held yesterday.", "yesterday", "2031-05-06", "2031-05-06", "day"),
        ("It happened on 2031-05-04.", "2031-05-04", "2031-05-04", "2031-05-04", "day"),
        ("The minister was to visit the town on Friday.", "Friday", "2031-05-09", "2031-05-09", "day"),
        ("She managed to leave the town on Friday.", "Friday", "2031-05-02", "2031-05-02", "day"),
        ("They will withdraw by June.", "June", "2031-06-01", "2031-06-30", "month"),
    ],
)
def test_expressions(make_report, text, words, first, last, precision):
    (row,), unresolved = _dates(make_report, text, published=ANCHOR)
    assert (row.text, row.first, row.last, row.precision) == (words, first, last, precision)
    assert not unresolved
    assert text[row.start : row.end] == row.text


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital.",
        "The sun rose and they sat down.",
        "Some 2015 soldiers took part.",
        "The March of the Widows was banned.",
        "They won 3-1 in the second half.",
    ],
)
def test_words_that_only_look_like_dates(make_report, text):
    rows, _ = _dates(make_report, text, published=ANCHOR)
    assert rows == ()


def test_nothing_is_invented_without_an_anchor(make_report):
    (row,), (why,) = _dates(make_report, "Rebels left on Tuesday.")
    assert (row.first, row.last, row.precision, row.anchor) == (None, None, "unknown", None)
    assert "neither" in why.reason


def test_a_dated_dateline_is_an_anchor_only_with_its_year(make_report):
    (row,), _ = _dates(make_report, "They left on Tuesday.", dateline=Dateline("Karst", None, "May 7, 2031"))
    assert (row.first, row.anchor) == ("2031-05-06", "dateline")
    (row,), _ = _dates(make_report, "They left on Tuesday.", dateline=Dateline("Karst", None, "May 7"))
    assert row.first is None


@pytest.mark.parametrize("text", ["It was 30 February 2031.", "It ended on 31 June."])
def test_days_that_do_not_exist(make_report, text):
    (row,), (why,) = _dates(make_report, text, published=ANCHOR)
    assert row.first is None
    assert "calendar" in why.reason


@pytest.mark.parametrize("published", ["0000-01-01", "not a date", "9999-12-31"])
def test_strange_publication_dates_do_no_harm(make_report, published):
    (row,), _ = _dates(make_report, "They will leave next month.", published=published)
    assert row.first is None or row.first > "2199"
