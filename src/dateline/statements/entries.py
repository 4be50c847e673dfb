"""The entry of cues.yaml that words match, wherever they come from."""

from __future__ import annotations

from dateline.codebook import SHIPPED, Codebook
from dateline.language import Analysis
from dateline.record import Span
from dateline.statements.cue import Cue, cues


def entry_at(analysis: Analysis, span: Span, stance: str | None = None, book: Codebook = SHIPPED) -> Cue | None:
    """The entry whose words all stand in a span: one with the wanted stance first, then the longest; None without."""
    tokens = analysis.tokens_in(*span)
    words = {w for t in tokens for w in (t.lemma, t.lower)}
    fitting = [
        c for t in tokens for c in _entries(t.lemma, t.lower, book) if all(w.casefold() in words for w in c.words)
    ]
    ranked = sorted(fitting, key=lambda c: (stance is not None and c.stance != stance, c.only_negated, -len(c.words)))
    return ranked[0] if ranked else None


def _entries(lemma: str, lower: str, book: Codebook) -> tuple[Cue, ...]:
    plain = [c for part in ("verb", "noun") for c in cues(part, book).get(lemma, ())]
    exact = [c for part in ("adjective", "phrase") for c in cues(part, book).get(lower, ())]
    return (*plain, *exact)
