"""The whole way of a report, on one page: from the report to its record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.actors import Catalogue, Entry, find_mentions, name_speakers, resolve_quoted
from dateline.actors.catalogue_files import read_actor_file
from dateline.codebook import SHIPPED, Codebook
from dateline.errors import CodebookError
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
    codebook: Codebook = SHIPPED

    @classmethod
    def load(cls, actors: Path | None = None, codebook: Path | None = None) -> Coder:
        """A coder with the shipped codebook, and with the user's own, and own actors, where files of them are given."""
        from dateline import __version__
        from dateline.models import models_hash

        book = Codebook.load(codebook)
        catalogue = _catalogue(book, actors)  # says so where the file of actors cannot be read
        return cls(catalogue, CoderInfo(__version__, _named(book, actors), models_hash()), book)

    def with_actors(self, entries: Iterable[Entry]) -> Coder:
        """The same coder for whom these entries come first, the shipped catalogue after them."""
        return replace(self, catalogue=Catalogue.of(entries, self.catalogue))

    def code(self, report: Report) -> Record:
        """The record of one report."""
        analysis = analyse(report)
        mentions = find_mentions(analysis, report, self.catalogue)
        statements = find_statements(analysis, mentions, self.codebook)
        mentions = resolve_quoted(analysis, mentions, statements)
        statements = name_speakers(statements, mentions)
        setting = find_setting(analysis, report, mentions)
        events = find_events(analysis, mentions, statements, setting, self.codebook)
        ties = find_ties(analysis, mentions, statements, setting, self.codebook)
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


def _catalogue(book: Codebook, actors: Path | None) -> Catalogue:
    """The shipped actors, those of the user's codebook, and those of the user's file of actors: the last win."""
    if not book.section("actors"):
        return Catalogue.load(actors)
    base = Catalogue.load(book.path)
    for problem in base.problems:
        raise CodebookError(problem.what, where=problem.where, mend=problem.mend)
    if actors is None:
        return base
    own = read_actor_file(actors)
    return replace(Catalogue.of(own.entries, base), problems=Catalogue.load(actors).problems)


def _named(book: Codebook, actors: Path | None) -> str:
    """The hash of all vocabularies, and the label of the user's own; a user's actors are part of the codebook, and a
    record depends on them."""
    found = book.hash
    if actors is not None:
        found = hashlib.sha256(found.encode() + actors.read_bytes()).hexdigest()
    return f"{found} {book.label}" if book.label else found
