"""docs/ledger.md describes every column of every view, in the words of views.yaml; and the views are as described."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from dateline.ledger import View, views
from dateline.ledger.opening import schema

DOCS = Path(__file__).parents[2] / "docs" / "ledger.md"
TROUBLES = Path(__file__).parents[2] / "src" / "dateline" / "ledger" / "troubles.yaml"
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", re.MULTILINE)


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_every_column_is_described(view: View) -> None:
    section = DOCS.read_text(encoding="utf8").split(f"### `{view.name}`\n")[1].split("\n### ")[0]
    assert view.description in section
    assert ROW.findall(section) == [(c.name, c.type, c.description) for c in view.columns]


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_the_schema_has_these_columns(view: View) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(schema())
        assert [row[1] for row in db.execute(f"PRAGMA table_info({view.name})")] == [c.name for c in view.columns]


def test_troubles_are_those_of_sqlite() -> None:
    for name in yaml.safe_load(TROUBLES.read_text(encoding="utf8"))["troubles"]:
        assert isinstance(getattr(sqlite3, name), int)
