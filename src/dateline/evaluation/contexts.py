"""Contexts of short passages against hand coding (evaluation/gold/contexts.yaml)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from dateline.actors import find_mentions
from dateline.coding import Coder
from dateline.evaluation.score import Scores
from dateline.events.contexts import contexts_of
from dateline.language import analyse
from dateline.reading import read_text

Row = Mapping[str, Any]


def coded_contexts(coder: Coder, text: str) -> list[str]:
    """The contexts of all paragraphs of a text, in the order of the codebook: a passage need not tell a deed."""
    report = read_text(text)
    analysis = analyse(report)
    mentions = find_mentions(analysis, report, coder.catalogue)
    found = {c for n in range(len(analysis.paragraphs)) for c in contexts_of(analysis, mentions, n, coder.codebook)}
    return [code for code in coder.codebook.vocabulary("contexts")["contexts"] if code in found]


def score_contexts(coded: Iterable[tuple[Row, Collection[str]]]) -> dict[str, dict[str, float]]:
    """For each split `micro` over all codes, `macro` (f1 averaged over the codes that gold or coding has; p and r
    likewise), `exact` (passages with just the codes of the gold), and each code."""
    scores, splits = Scores(), dict[str, set[str]]()
    for row, mine in coded:
        gold, split = set(row["contexts"]), row["split"]
        splits.setdefault(split, set()).update(gold, mine)
        scores.share(f"{split}_exact", gold == set(mine))
        scores.add(f"{split}_micro", len(gold & set(mine)), len(mine), len(gold))
        for code in gold | set(mine):
            scores.add(f"{split}_{code}", int(code in gold and code in mine), int(code in mine), int(code in gold))
    rows = scores.rows()
    for split, codes in splits.items():
        each = [rows[f"{split}_{code}"] for code in codes]
        if each:
            rows[f"{split}_macro"] = {key: round(sum(m[key] for m in each) / len(each), 4) for key in ("p", "r", "f1")}
            rows[f"{split}_macro"]["n"] = len(each)
    return dict(sorted(rows.items()))
