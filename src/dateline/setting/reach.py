"""Which deed a date, place or number belongs to: the one that governs it, by the shortest way through the syntax."""

from __future__ import annotations

from dateline.language import Analysis, Token
from dateline.record import Span

BARRIERS = frozenset({"ccomp", "relcl", "parataxis"})  # the deed of another clause, or of another's words
FAR = 9  # steps through the tree, each worth one; what lies further away belongs to another deed


def distance(analysis: Analysis, words: Span, anchor: Span) -> float | None:
    """How far the words stand from the anchor of a deed, in steps through the syntax; None where they are out of reach.

    Both must stand in one sentence. A step out of or into a clause of its own is out of reach, unless the words lead
    the sentence ("On Monday, …") and the deeds are coordinated.
    """
    here, there = _head(analysis, words), _head(analysis, anchor)
    if here is None or there is None or analysis.sentence_at(words[0]) != analysis.sentence_at(anchor[0]):
        return None
    up_here, up_there = _ancestors(analysis, here), _ancestors(analysis, there)
    met = next((t.index for t in up_here if t.index in {u.index for u in up_there}), None)
    if met is None:
        return None
    below_here = _until(up_here, met)
    below_there = _until(up_there, met)
    if any(t.dep in BARRIERS for t in below_here + below_there):
        return None
    if any(t.dep == "conj" and t.pos == "VERB" for t in below_here):
        return None
    late = any(t.dep == "conj" and t.pos == "VERB" for t in below_there) and words[0] > analysis.tokens[met].start
    cost = len(below_here) + len(below_there) + (3 if late else 0) + 0.001 * abs(words[0] - anchor[0]) / 100
    return cost if cost <= FAR else None


def _head(analysis: Analysis, span: Span) -> Token | None:
    """The token of a span whose governor stands outside it."""
    inside = analysis.tokens_in(*span)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), None)


def _ancestors(analysis: Analysis, token: Token) -> list[Token]:
    """The token and its governors up to the root; a broken tree ends where it would go round."""
    way, seen = [token], {token.index}
    while way[-1].head not in seen and way[-1].head >= 0:
        way.append(analysis.tokens[way[-1].head])
        seen.add(way[-1].index)
    return way


def _until(way: list[Token], index: int) -> list[Token]:
    return way[: next(i for i, t in enumerate(way) if t.index == index)]
