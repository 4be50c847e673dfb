"""Scores matters, disputes and copies against a collection coded by hand.

Definitions (docs/accounts.md has them in full). Tellings are compared as rows of the gold: from gold records by id,
from our own records after aligning statements (words and speaker) and events (type, nearness, parties).

copies    pairs of reports that carry one dispatch
matters   B³ (Bagga and Baldwin 1998) over the gold's events, each in the component of its deeds and matters
disputes  one-to-one; right = two sides of ours and two of gold's dispute are told apart alike: each of the two of ours
          holds a telling of its counterpart, and more of its counterpart's tellings than of the other's
kind      share of the right kind among the disputes found
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, permutations
from typing import Any

from dateline.accounts.dispute import Dispute, Side
from dateline.accounts.matters import Matter
from dateline.accounts.whole import Whole, accounts_of
from dateline.actors import entries_from_gold
from dateline.coding import Coder
from dateline.evaluation.align import hand_names, own_names
from dateline.evaluation.gold_records import gold_records, read_gold_report
from dateline.evaluation.pairing import pair_greedily
from dateline.evaluation.score import Scores
from dateline.record import Record

Row = Mapping[str, Any]
Key = tuple[str, str]  # report and row, as gold names them; an empty row is the report's own voice


def gold_clusters(collection: Row) -> dict[Key, str]:
    """Event to the key of its matter: deeds of matters that share a deed go together, any other deed stands alone."""
    parent: dict[str, str] = {}

    def root(deed: str) -> str:
        while parent.setdefault(deed, deed) != deed:
            deed = parent[deed]
        return deed

    for matter in collection["matters"]:
        for deed in matter["deeds"][1:]:
            parent[root(deed)] = root(matter["deeds"][0])
    return {(r["id"], e["id"]): root(e["deed"]) for r in collection["reports"] for e in r["events"]}


def our_clusters(matters: Sequence[Matter], names: Mapping[Key, Key]) -> dict[Key, str]:
    """Gold event to the id of our matter, for those of our events that are some gold event."""
    rows = (((t.report, t.event), m.id) for m in matters for t in m.tellings if t.event)
    return {names[key]: matter for key, matter in rows if key in names}


def score_matters(gold: Mapping[Key, str], mine: Mapping[Key, str]) -> dict[str, float]:
    """B³ as {p, r, f1, n}; a gold event that we do not have stands alone."""
    ours = {key: mine.get(key, f"none {key}") for key in gold}
    theirs_of, ours_of = _groups(gold), _groups(ours)
    precision = recall = 0.0
    for key in gold:
        shared = len(theirs_of[gold[key]] & ours_of[ours[key]])
        precision += shared / len(ours_of[ours[key]])
        recall += shared / len(theirs_of[gold[key]])
    p, r = precision / max(len(gold), 1), recall / max(len(gold), 1)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "n": len(gold)}


def _groups(clusters: Mapping[Key, str]) -> dict[str, set[Key]]:
    found: dict[str, set[Key]] = defaultdict(set)
    for key, cluster in clusters.items():
        found[cluster].add(key)
    return found


def score_disputes(collection: Row, disputes: Sequence[Dispute], names: Mapping[Key, Key], scores: Scores) -> None:
    """Disputes found and shown, and their kinds."""
    gold = [m["dispute"] for m in collection["matters"] if m["dispute"]]
    theirs = [[_gold_side(s, collection) for s in d["sides"]] for d in gold]
    ours = [[_our_side(s, names) for s in d.sides] for d in disputes]
    candidates = []
    for i, sides in enumerate(theirs):
        for j, mine in enumerate(ours):
            alike = told_apart(sides, mine)
            if alike:
                candidates.append((alike + 10 * (gold[i]["kind"] == disputes[j].kind), i, j))
    pairs = pair_greedily(candidates)
    scores.add("disputes", len(pairs), len(disputes), len(gold))
    for i, j in pairs:
        scores.share("kind", gold[i]["kind"] == disputes[j].kind)


def told_apart(theirs: Sequence[set[Key]], ours: Sequence[set[Key]]) -> float:
    """How many tellings two sides share with two of the other coding, 0 where none are told apart alike."""
    best = 0.0
    for a, b in combinations(range(len(theirs)), 2):
        for x, y in permutations(range(len(ours)), 2):
            own = len(theirs[a] & ours[x]), len(theirs[b] & ours[y])
            crossed = len(theirs[b] & ours[x]), len(theirs[a] & ours[y])
            if own[0] > crossed[0] and own[1] > crossed[1]:
                best = max(best, float(sum(own)))
    return best


def _gold_side(side: Row, collection: Row) -> set[Key]:
    """Its statements; a side without statements is told in the own voice of a report of the publisher it names."""
    if side["tellings"]:
        return {(key.split(":")[0], key.split(":")[1]) for key in side["tellings"]}
    return {(r["id"], "") for r in collection["reports"] if r["publisher"] in side["actors"]}


def _our_side(side: Side, names: Mapping[Key, Key]) -> set[Key]:
    keys = ((t.report, t.statement or "") for t in side.tellings)
    return {names[key] for key in keys if key in names}


def score_copies(gold: set[frozenset[str]], mine: set[frozenset[str]], scores: Scores) -> None:
    """Pairs of reports."""
    scores.add("copies", len(gold & mine), len(mine), len(gold))


def measure(coder: Coder, collection: Row) -> tuple[dict[str, dict[str, float]], dict[str, Any]]:
    """Metrics from our own records, those from the gold's with `gold ` before their names, and our accounts as JSON."""
    own = coder.with_actors(entries_from_gold(collection["actors"]))
    reports = {row["id"]: read_gold_report(row) for row in collection["reports"]}
    mine = {key: own.code(report) for key, report in reports.items()}
    theirs = dict(gold_records(collection, own.catalogue))
    from_own = accounts_of(mine.values(), own.catalogue)
    from_gold = accounts_of(theirs.values(), own.catalogue)
    metrics = _score(collection, from_own, own_names(collection, theirs, mine))
    by_hand = _score(collection, from_gold, hand_names(theirs))
    metrics |= {f"gold {name}": row for name, row in by_hand.items() if name != "copies"}
    written = {"disputes": [d.to_dict() for d in from_own.disputes], "reports": _ids(mine)}
    return metrics, written


def _ids(records: Mapping[str, Record]) -> dict[str, str]:
    return {key: record.report.id for key, record in records.items()}


def _score(collection: Row, found: Whole, names: Mapping[Key, Key]) -> dict[str, dict[str, float]]:
    scores = Scores()
    score_copies(gold_pairs(collection), our_pairs(found, names), scores)
    score_disputes(collection, found.disputes, names, scores)
    matters = score_matters(gold_clusters(collection), our_clusters(found.matters, names))
    return {"matters": matters, **scores.rows()}


def gold_pairs(collection: Row) -> set[frozenset[str]]:
    """Pairs of reports of one dispatch."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in collection["reports"]:
        if row["copy_of"]:
            groups[row["copy_of"]] |= {row["copy_of"], row["id"]}
    return {frozenset(pair) for ids in groups.values() for pair in combinations(sorted(ids), 2)}


def our_pairs(found: Whole, names: Mapping[Key, Key]) -> set[frozenset[str]]:
    """The same as we found them."""
    groups = ([d.origin, *(c.report for c in d.carriers)] for d in found.dispatches)
    ids = ([names[one, ""][0] for one in group] for group in groups)
    return {frozenset(pair) for group in ids for pair in combinations(sorted(group), 2)}
