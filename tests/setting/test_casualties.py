"""How many: as said, with open ends left open; every expression of the table, by hand."""

from pathlib import Path

import pytest
import yaml

from dateline.language import analyse
from dateline.setting import Setting
from dateline.setting.casualties import find_casualties

TABLE = yaml.load((Path(__file__).parent / "casualties.yaml").read_text(encoding="utf8"), yaml.BaseLoader)  # noqa: S506  # BaseLoader makes strings only


def _shown(row):
    ends = ["…" if end is None else str(end) for end in (row.low, row.high)]
    return [row.kind, *ends, row.who or "", *(["total"] if row.total else [])]


@pytest.mark.parametrize("section", TABLE)
def test_tolls(make_report, section):
    for text, *wanted in TABLE[section]:
        rows = find_casualties(analyse(make_report(text)))
        assert [_shown(row) for row in rows] == wanted, text
        assert all(text[row.start : row.end].strip() == text[row.start : row.end] for row in rows)


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("The strike killed 12 people and wounded 30 others.", "strike", [("killed", 12), ("injured", 30)]),
        ("A blast that killed nine people shut the port.", "blast", [("killed", 9)]),
        ("Norland recalled its envoy on Monday, two days after shells killed 16 people.", "recalled", []),
        ("Soldiers freed a nurse and killed seven militants.", "freed", []),
    ],
)
def test_a_toll_is_that_of_its_own_deed(make_report, text, deed, expected):
    analysis = analyse(make_report(text))
    setting = Setting(casualties=find_casualties(analysis))
    at = text.index(deed)
    told = setting.casualties_of((at, at + len(deed)), analysis)
    assert [(row.kind, row.low) for row in told] == expected
