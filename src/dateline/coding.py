"""The whole way of a report, on one page: from the report to its record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.actors import Catalogue, Entry, find_mentions, name_speakers, resolve_quoted
from dateline.codebook import codebook_hash
from dateline.events import find_events, find_ties
from dateline.language import analyse
from dateline.record import CoderInfo, Record
from dateline.report import Report
from dateline.setting import find_setting
from dateline.statements import find_statements


@dataclass(frozen=True)
class Coder:
    """Codes reports. It holds the vocabularies and nothing of what it has read: one report, one record."""

    catalogue: Catalogue
    info: CoderInfo

    @classmethod
    def load(cls, actors: Path | None = None) -> Coder:
        """A coder with the shipped codebook, and the user's own actors where a file of them is given."""
        from dateline import __version__
        from dateline.models import models_hash

        catalogue = Catalogue.load(actors)
        return cls(catalogue, CoderInfo(__version__, _codebook(actors), models_hash()))

    def with_actors(self, entries: Iterable[Entry]) -> Coder:
        """The same coder for whom these entries come first, the shipped catalogue after them."""
        return replace(self, catalogue=Catalogue.of(entries, self.catalogue))

    def code(self, report: Report) -> Record:
        """The record of one report."""
        analysis = analyse(report)
        mentions = find_mentions(analysis, report, self.catalogue)
        statements = find_statements(analysis, mentions)
        mentions = resolve_quoted(analysis, mentions, statements)
        statements = name_speakers(statements, mentions)
        setting = find_setting(analysis, report, mentions)
        events = find_events(analysis, mentions, statements, setting)
        ties = find_ties(analysis, mentions, statements, setting)
        return Record(
            coder=self.info,
            report=report,
            mentions=mentions.rows,
            statements=statements,
            events=events,
            ties=ties,
            dates=setting.dates,
            places=setting.places,
            unresolved=(*mentions.unresolved, *setting.unresolved),
        )


def _codebook(actors: Path | None) -> str:
    """The hash of all vocabularies: a user's actors are part of the codebook, and a record depends on them."""
    if actors is None:
        return codebook_hash()
    return hashlib.sha256(codebook_hash().encode() + actors.read_bytes()).hexdigest()
