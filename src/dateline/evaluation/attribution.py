"""Attributions against PolNeAR: linked exact spans, whole triples, and unlinked fragments.

The metrics are those of Newell, Margolin and Ruths (2018, "An Attribution Relations Corpus for Political News"):
source, cue and content of a one-to-one alignment. Words decide; punctuation and quotation marks at the edges do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.evaluation.pairing import pair_best
from dateline.evaluation.score import Scores

TOKEN = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")
ROLES = ("source", "cue", "content")
EDGE = frozenset(" \t\r\n\u00a0\"“”„‟«»'‘’`,.;:!?-–—…")
Fragment = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spans:
    """One role of one attribution: trimmed fragments, all tokens, and the tokens that are compared."""

    fragments: frozenset[Fragment]
    tokens: frozenset[int]
    compared: frozenset[int]


def score_documents(gold: Sequence[Mapping[str, Any]], mine: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Metric name to {p, r, f1, n}: source, cue, content, triple (linked), fragment_* (unlinked).

    `gold` are PolNeAR documents, `mine` maps document id to a list of {source, cue, content} lists of [start, end].
    """
    scores = Scores()
    for document in gold:
        read = _Reader(document["text"])
        theirs = [read.attribution(a) for a in document["attributions"]]
        ours = [read.attribution(a) for a in mine.get(document["id"], [])]
        _score_fragments(theirs, ours, scores)
        _score_linked(theirs, ours, scores)
    return scores.rows()


def whole_ones(document: Mapping[str, Any], mine: Sequence[Mapping[str, Any]]) -> set[int]:
    """Which of our attributions of a document are wholly right, by position: all three roles exact, one to one."""
    read = _Reader(document["text"])
    gold, ours = ([read.attribution(a) for a in rows] for rows in (document["attributions"], mine))
    pairs = pair_best({(i, j): s for i, g in enumerate(gold) for j, m in enumerate(ours) if (s := _alike(g, m))})
    return {j for i, j in pairs if all(gold[i][r].compared == ours[j][r].compared for r in ROLES)}


def _score_linked(gold: list[dict[str, Spans]], mine: list[dict[str, Spans]], scores: Scores) -> None:
    pairs = pair_best({(i, j): s for i, g in enumerate(gold) for j, m in enumerate(mine) if (s := _alike(g, m))})
    for role in ROLES:
        right = sum(bool(gold[i][role].compared) and gold[i][role].compared == mine[j][role].compared for i, j in pairs)
        scores.add(role, right, sum(bool(m[role].compared) for m in mine), sum(bool(g[role].compared) for g in gold))
    whole = sum(all(gold[i][role].compared == mine[j][role].compared for role in ROLES) for i, j in pairs)
    scores.add("triple", whole, len(mine), len(gold))


def _score_fragments(gold: list[dict[str, Spans]], mine: list[dict[str, Spans]], scores: Scores) -> None:
    for role in ROLES:
        theirs = {f for a in gold for f in a[role].fragments}
        ours = {f for a in mine for f in a[role].fragments}
        scores.add(f"fragment_{role}", len(theirs & ours), len(ours), len(theirs))


def _alike(gold: dict[str, Spans], mine: dict[str, Spans]) -> float:
    content, cue = (_dice(gold[r].tokens, mine[r].tokens) for r in ("content", "cue"))
    if not content and not cue:
        return 0.0
    return content + 0.5 * cue + 0.5 * _dice(gold["source"].tokens, mine["source"].tokens)


def _dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


class _Reader:
    """Turns character spans of one text into token sets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [m.span() for m in TOKEN.finditer(text)]
        self.is_word = [any(c.isalnum() for c in text[a:b]) for a, b in self.spans]
        self.token_of = [-1] * (len(text) + 1)
        for i, (a, b) in enumerate(self.spans):
            self.token_of[a:b] = [i] * (b - a)

    def attribution(self, row: Mapping[str, Any]) -> dict[str, Spans]:
        return {role: self._spans(row.get(role) or []) for role in ROLES}

    def _spans(self, spans: Sequence[Sequence[int]]) -> Spans:
        whole = sorted((int(a), int(b)) for a, b in spans)
        trimmed = [t if t[0] < t[1] else w for w in whole for t in [self._trim(*w)]]
        tokens = self._tokens(trimmed)
        words = frozenset(i for i in tokens if self.is_word[i])
        return Spans(frozenset(trimmed), self._tokens(whole), words or tokens)

    def _trim(self, start: int, end: int) -> Fragment:
        while start < end and self.text[start] in EDGE:
            start += 1
        while end > start and self.text[end - 1] in EDGE:
            end -= 1
        return start, end

    def _tokens(self, spans: Sequence[Fragment]) -> frozenset[int]:
        """The tokens of which a span covers more than half."""
        found = set()
        for start, end in spans:
            for i in {self.token_of[c] for c in range(start, end)} - {-1}:
                a, b = self.spans[i]
                if 2 * (min(b, end) - max(a, start)) > b - a:
                    found.add(i)
        return frozenset(found)
