"""Ties against re3d's relations, its entities given: which pairs are related, and how."""

from __future__ import annotations

from dateline.codebook import vocabulary
from dateline.evaluation.re3d import Document
from dateline.evaluation.score import Scores
from dateline.record import Participant, Record, Span

Pair = tuple[Span, Span]


def coded_ties(record: Record, document: Document) -> dict[Pair, str]:
    """(left entity, right entity) to re3d's name of the tie, from ties and, failing these, from events between them."""
    spans = {m.id: (m.start, m.end) for m in record.mentions}
    entities = [(e[0], e[1]) for e in document.entities]
    names = vocabulary("foreign/re3d")
    found: dict[Pair, str] = {}
    for event in record.events:
        for left in event.actors:
            for right in event.recipients:
                _put(found, _pair(left, right, spans, entities), names["quads"].get(event.quad))
    for tie in record.ties:
        _put(found, _pair(tie.left, tie.right, spans, entities), names["ties"].get(tie.type))
    return found


def _put(found: dict[Pair, str], pair: Pair | None, name: str | None) -> None:
    if pair and name:
        found[pair] = name


def _pair(left: Participant, right: Participant, spans: dict[str, Span], entities: list[Span]) -> Pair | None:
    ends = [_entity(spans.get(p.mention or ""), entities) for p in (left, right)]
    return (ends[0], ends[1]) if ends[0] and ends[1] and ends[0] != ends[1] else None


def _entity(span: Span | None, entities: list[Span]) -> Span | None:
    """The entity that a mention overlaps most."""
    if span is None:
        return None
    best = max(entities, key=lambda e: min(e[1], span[1]) - max(e[0], span[0]), default=None)
    return best if best and min(best[1], span[1]) > max(best[0], span[0]) else None


def score(documents: list[tuple[Document, dict[Pair, str]]]) -> dict[str, dict[str, float]]:
    """`detection` of related pairs (either direction), and `type_given_pair`: the share of gold pairs typed right."""
    kinds, scores = set(vocabulary("foreign/re3d")["ties"].values()), Scores()
    for document, mine in documents:
        gold = {((r[0], r[1]), (r[2], r[3])): r[4] for r in document.relations if r[4] in kinds}
        related, found = ({frozenset(pair) for pair in rows} for rows in (gold, mine))
        scores.add("detection", len(related & found), len(found), len(related))
        for (left, right), kind in gold.items():
            scores.share("type_given_pair", kind in (mine.get((left, right)), mine.get((right, left))))
    return scores.rows()
