"""Statements of plain words: speakers stand under the description that the text gives them."""

from __future__ import annotations

import pytest

from dateline.actors.mentions import Mentions
from dateline.language import analyse
from dateline.statements import find_statements


class Told:
    """The statements of a report in words: what a test compares."""

    def __init__(self, report):
        self.text = report.text
        self.analysis = analyse(report)
        self.rows = find_statements(self.analysis, Mentions())

    def words(self, span):
        return None if span is None else self.text[slice(*span)]

    def contents(self, row):
        return [self.words(span) for span in row.content]

    @property
    def brief(self):
        return [(", ".join(s.name for s in r.speakers), self.words(r.cue), self.contents(r)) for r in self.rows]


@pytest.fixture
def told(make_report):
    """`told(text, title=…)`: the statements of a text."""
    return lambda text, **fields: Told(make_report(text, **fields))
