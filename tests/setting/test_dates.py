"""What words say of when, seen from the day of the report; nothing is invented where there is no such day."""

from pathlib import Path

import pytest
import yaml

from dateline.language import analyse
from dateline.report import Dateline
from dateline.setting.dates import find_dates

ANCHOR = "2031-05-07"  # a Wednesday


def _dates(make_report, text, **fields):
    report = make_report(text, **fields)
    return find_dates(analyse(report), report)


TABLE = yaml.load((Path(__file__).parent / "dates.yaml").read_text(encoding="utf8"), yaml.BaseLoader)  # noqa: S506  # BaseLoader makes strings only, so that 2031-03 stays as written


def _shown(row):
    """The days of a row as the table writes them."""
    days = {"unknown": "unknown", "day": row.first, "month": (row.first or "")[:7], "year": (row.first or "")[:4]}
    weekly = f"week {row.first}" if row.precision == "week" else f"{row.first}..{row.last or ''}"
    return days.get(row.precision, weekly)


@pytest.mark.parametrize("section", TABLE)
def test_expressions(make_report, section):
    for text, *wanted in TABLE[section]:
        rows, _ = _dates(make_report, text, published=ANCHOR)
        assert [[row.text, _shown(row)] for row in rows] == [w for w in wanted if w], text
        assert all(text[row.start : row.end] == row.text for row in rows)


def test_since_has_no_end_without_a_day_to_count_to(make_report):
    (row,), _ = _dates(make_report, "Thousands have fled since 2029.")
    assert (row.first, row.last, row.precision) == ("2029-01-01", None, "range")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It fell a few days ago.", "vague"),
        ("It is dated 04/05/2016.", "told apart"),
        ("It fell a day after the raid.", "deed"),
        ("It fell in fiscal 2029.", "fiscal"),
        ("It fell during Ramadan.", "feast"),
        ("The previous day it fell.", "does not name"),
        ("It is of the year 9999.", "outside"),
    ],
)
def test_what_stays_open_says_why(make_report, text, why):
    _, (row,) = _dates(make_report, text, published=ANCHOR)
    assert why in row.reason


@pytest.mark.parametrize("words", ["early ", "since the end of ", "the first half of ", "a week ago ", "1 "])
def test_words_without_end_do_no_harm(make_report, words):
    assert len(_dates(make_report, words * 2000, published=ANCHOR)) == 2


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
