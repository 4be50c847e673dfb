"""Mentions as flat entities: exact spans and one of four types, micro over documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from dateline.actors import find_mentions
from dateline.codebook import vocabulary
from dateline.coding import Coder
from dateline.evaluation.re3d import Document, Entity, flat
from dateline.evaluation.score import Scores
from dateline.language import analyse
from dateline.record import Mention, Record
from dateline.report import Report


def coded_entities(record: Record, kinds: Mapping[str, str]) -> tuple[Entity, ...]:
    """The record's mentions and places as flat entities; `kinds` maps mention id to the kind of its actor."""
    return flat([*_mentions(record, kinds), *((p.start, p.end, "Location") for p in record.places)])


def kinds_of(coder: Coder, report: Report) -> dict[str, str]:
    """Mention id to the kind of its first actor: the record itself does not carry kinds."""
    mentions = find_mentions(analyse(report), report, coder.catalogue)
    return {m.id: mentions.kind_of(m.actors[0]) or "" for m in mentions.rows if m.actors}


def _mentions(record: Record, kinds: Mapping[str, str]) -> Iterator[Entity]:
    for mention in record.mentions:
        kind = _type_of(mention, kinds.get(mention.id, ""))
        if kind:
            yield mention.start, mention.end, kind


def _type_of(mention: Mention, kind: str) -> str | None:
    """A state named by an adjective is a nationality; everything else goes by the kind of the actor."""
    if kind == "state" and mention.text not in {a.name for a in mention.actors} and mention.text[-1:] in "nhis":
        return "Nationality"
    return _types().get(kind)


def score(documents: list[tuple[Document, tuple[Entity, ...]]]) -> dict[str, dict[str, float]]:
    """`micro`, and each type by name."""
    scores = Scores()
    for document, mine in documents:
        gold, found = set(document.entities), set(mine)
        scores.add("micro", len(gold & found), len(found), len(gold))
        for kind in sorted({e[2] for e in gold | found}):
            g, f = ({e for e in rows if e[2] == kind} for rows in (gold, found))
            scores.add(kind, len(g & f), len(f), len(g))
    return scores.rows()


@cache
def _types() -> dict[str, str]:
    return {kind: name for name, kinds in vocabulary("foreign/re3d")["entities"].items() for kind in kinds}
