"""How many: as said, with open ends left open."""

import pytest

from dateline.language import analyse
from dateline.setting.casualties import find_casualties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling killed at least 12 people.", [("killed", 12, None, "people")]),
        ("More than 60 soldiers died.", [("killed", 61, None, "soldiers")]),
        ("About 40 villagers were wounded.", [("injured", 40, 40, "civilians")]),
        ("Three people were killed and seven wounded.", [("killed", 3, 3, "people"), ("injured", 7, 7, None)]),
        ("Dozens of civilians were killed.", [("killed", 24, None, "civilians")]),
        ("Between 20 and 30 fighters were captured.", [("captured", 20, 30, "fighters")]),
        ("Up to 50 people were hurt.", [("injured", None, 50, "people")]),
        ("The death toll rose to 19.", [("killed", 19, 19, None)]),
        ("The blast left four dead.", [("killed", 4, 4, None)]),
        ("No one was hurt.", [("injured", 0, 0, None)]),
        ("Police arrested 40 protesters.", [("arrested", 40, 40, "protesters")]),
        ("Twenty-two children were killed.", [("killed", 22, 22, "children")]),
        ("Some 12,000 people fled.", [("displaced", 12000, 12000, "people")]),
        ("The rebels killed five soldiers.", [("killed", 5, 5, "soldiers")]),
        ("They counted the dead in the dozens", []),
        ("The village has 300 houses.", []),
        ("Two ministers met for three hours.", []),
        ("The team won 12 matches.", []),
    ],
)
def test_tolls(make_report, text, expected):
    rows = find_casualties(analyse(make_report(text)))
    assert [(r.kind, r.low, r.high, r.who) for r in rows] == expected
    for row in rows:
        assert text[row.start : row.end].strip() == text[row.start : row.end]
