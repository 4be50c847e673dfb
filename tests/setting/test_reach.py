"""Which deed a date, a place or a toll belongs to."""

import pytest

from dateline.actors import Catalogue, find_mentions
from dateline.language import analyse
from dateline.reading import read_text
from dateline.setting import find_setting

ANCHOR = "2031-05-07"  # a Wednesday


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue.load()


def _of(make_report, catalogue, text, deed):
    """(from, place) of the deed that a word shows."""
    report = make_report(text, published=ANCHOR)
    analysis = analyse(report)
    setting = find_setting(analysis, report, find_mentions(analysis, report, catalogue))
    at = text.index(deed)
    dates = {d.id: d.first for d in setting.dates}
    places = {p.id: p.name for p in setting.places}
    span = (at, at + len(deed))
    when = [dates[i] for i in setting.dates_of(span, analysis)]
    where = [places[i] for i in setting.places_of(span, analysis)]
    return (when or [None])[0], (where or [None])[0]


@pytest.mark.parametrize(
    ("text", "deed", "when"),
    [
        ("Shells killed 12 people and wounded 30 others late on Monday, officials said.", "killed", "2031-05-05"),
        ("The army withdrew on Monday, two days after shells killed nine people.", "killed", "2031-05-03"),
        ("The army withdrew on Monday, two days after shells killed nine people.", "withdrew", "2031-05-05"),
        ("Norland recalled its envoy on Monday, hours after a driver was beaten.", "beaten", "2031-05-05"),
        ("She was called weak in 1998, when he signed the accord.", "signed", "1998-01-01"),
        ("Ten people were killed when a bomb went off on Monday.", "killed", "2031-05-05"),
        ("On Monday rebels shelled the town and captured a bridge.", "captured", "2031-05-05"),
        ("He said on Tuesday that the army shelled the town on Monday.", "shelled", "2031-05-05"),
        ("He said on Tuesday that the army shelled the town.", "shelled", None),
        ("Rebels who left on Sunday attacked the base on Monday.", "attacked", "2031-05-05"),
    ],
)
def test_dates(make_report, catalogue, text, deed, when):
    assert _of(make_report, catalogue, text, deed)[0] == when


@pytest.mark.parametrize(
    ("text", "deed", "where"),
    [
        ("The minister visited Quellmar on Monday.", "visited", "Quellmar"),
        ("Gunners fired on Quellmar from the hills.", "fired", "Quellmar"),
        ("Thousands marched through Quellmar to demand revenge for the shelling of Ostrave.", "marched", "Quellmar"),
        ("The mayor met the gatherers at Gate Four, where three men died.", "died", "Gate Four"),
        ("Shells fell near Quellmar on Sunday. Nine people were killed in the town.", "killed", "Quellmar"),
        ("Shells fell near Quellmar on Sunday. Nine people perished there.", "perished", "Quellmar"),
        ("The ministry accused the rebels of shelling a school in Quellmar.", "accused", None),
        ("Workers were brought to Quellmar from Ostrave.", "brought", "Quellmar"),
        ("They will meet in November.", "meet", None),
        ("A deputy in the Hearth Party resigned.", "resigned", None),
    ],
)
def test_places(make_report, catalogue, text, deed, where):
    assert _of(make_report, catalogue, text, deed)[1] == where


def test_this_town_is_that_of_the_dateline(catalogue):
    report = read_text("QUELLMAR, May 7 (Reuters) - Shells slammed into a market in this border town on Monday.")
    analysis = analyse(report)
    setting = find_setting(analysis, report, find_mentions(analysis, report, catalogue))
    (row,) = [p for p in setting.places if p.decided_by == "named before"]
    assert (row.name, row.text) == ("QUELLMAR", "this border town")
