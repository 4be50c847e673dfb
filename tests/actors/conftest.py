"""Mentions of plain words, in an invented world of three states and their groups."""

from __future__ import annotations

import pytest

from dateline.actors import Catalogue, find_mentions, resolve_quoted
from dateline.language import analyse
from dateline.record import Speaker, Statement

WORLD = [
    {
        "id": "VEL",
        "name": "Velmora",
        "kind": "state",
        "demonyms": ["Velmoran", "Velmorans"],
        "capital": "Karsen",
        "aliases": ["Republic of Velmora"],
        "sectors": ["GOV"],
        "leader_terms": ["Vairo"],
    },
    {
        "id": "TIR",
        "name": "Tirvania",
        "kind": "state",
        "demonyms": ["Tirvanian"],
        "capital": "Odrin",
        "sectors": ["GOV"],
    },
    {
        "id": "NOR",
        "name": "Norland",
        "kind": "state",
        "demonyms": ["Norland", "Norlander"],
        "capital": "Arlen",
        "sectors": ["GOV"],
        "ambiguous": ["Norland"],
    },
    {
        "id": "HLF",
        "name": "Highland Liberation Front",
        "aliases": ["HLF", "highland rebels"],
        "kind": "rebel",
        "country": "TIR",
        "sectors": ["REB"],
        "member_of": ["UHC"],
    },
    {"id": "UHC", "name": "United Highland Command", "kind": "coalition", "country": "TIR", "sectors": ["REB"]},
    {"id": "BAY", "name": "Bay Council", "kind": "igo", "sectors": ["IGO"]},
    {
        "id": "HIGH",
        "name": "Highlanders",
        "aliases": ["Highlander"],
        "kind": "people",
        "demonyms": ["Highland"],
        "country": "TIR",
        "sectors": ["CVL"],
    },
]


class Read:
    """The mentions of a report, in words."""

    def __init__(self, report, catalogue, said=()):
        self.text, self.analysis = report.text, analyse(report)
        self.mentions = find_mentions(self.analysis, report, catalogue)
        if said:
            rows = tuple(self._statement(i, *s) for i, s in enumerate(said))
            self.mentions = resolve_quoted(self.analysis, self.mentions, rows)

    def _statement(self, i, speaker, words, kind="direct"):
        start = self.text.index(words)
        row = next((m for m in self.mentions.rows if any(a.name == speaker for a in m.actors)), None)
        speaking = Speaker(row.id if row else None, None, speaker, None, None)
        content = ((start, start + len(words)),)
        return Statement(f"s{i}", (speaking,), None, None, content, kind, "say", "affirmed", False, (), None, 1.0)

    def at(self, words, n=1):
        """The mention that begins and ends with these words, the n-th time they occur."""
        start = -1
        for _ in range(n):
            start = self.text.index(words, start + 1)
        return next((m for m in self.mentions.rows if (m.start, m.end) == (start, start + len(words))), None)

    def who(self, words, n=1):
        """The names of the actors of that mention; empty where there is none."""
        mention = self.at(words, n)
        return [a.name for a in mention.actors] if mention else []

    @property
    def names(self):
        return {a.name for m in self.mentions.rows for a in m.actors}

    @property
    def roles(self):
        return [
            (r.person, r.kind, r.organisation.name if r.organisation else None, r.country.name if r.country else None)
            for r in self.mentions.roles
        ]


@pytest.fixture(scope="session")
def world():
    return Catalogue.of(WORLD)


@pytest.fixture
def read(make_report, world):
    """A reader of plain words: `read(text, title=…, said=[(speaker, words), …])`."""

    def reading(text, *, catalogue=world, said=(), **fields):
        return Read(make_report(text, **fields), catalogue, said)

    return reading
