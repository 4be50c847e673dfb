"""The cue entry of a statement, for the rooms that read its `act` and what it `holds`."""

from __future__ import annotations

from dateline.language import Analysis
from dateline.record import Statement
from dateline.statements.cue import Cue, cues


def cue_of(analysis: Analysis, statement: Statement) -> Cue | None:
    """The entry of cues.yaml that a statement's cue words match with its stance; None without a cue or entry."""
    if statement.cue is None:
        return None
    tokens = analysis.tokens_in(*statement.cue)
    fitting = [
        c
        for t in tokens
        for c in _entries(t.lemma, t.lower)
        if _matches(c, {w for k in tokens for w in (k.lemma, k.lower)})
    ]
    ranked = sorted(fitting, key=lambda c: (c.stance != statement.stance, -len(c.words)))
    return ranked[0] if ranked else None


def _entries(lemma: str, lower: str) -> tuple[Cue, ...]:
    plain = [c for part in ("verb", "noun") for c in cues(part).get(lemma, ())]
    exact = [c for part in ("adjective", "phrase") for c in cues(part).get(lower, ())]
    return (*plain, *exact)


def _matches(cue: Cue, words: set[str]) -> bool:
    return all(w.casefold() in words for w in cue.words)
