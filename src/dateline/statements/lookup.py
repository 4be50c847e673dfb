"""The cue entry of a statement, for the rooms that read its `act` and what it `holds`."""

from __future__ import annotations

from dateline.language import Analysis
from dateline.record import Statement
from dateline.statements.cue import Cue
from dateline.statements.entries import entry_at


def cue_of(analysis: Analysis, statement: Statement) -> Cue | None:
    """The entry of cues.yaml that a statement's cue words match with its stance; None without a cue or entry."""
    return None if statement.cue is None else entry_at(analysis, statement.cue, statement.stance)
