"""Statements: who says what, with which stance, to whom, and inside whose words."""

from dateline.statements.cue import Cue
from dateline.statements.finder import find_statements
from dateline.statements.lookup import cue_of

__all__ = ["Cue", "cue_of", "find_statements"]
