"""Statements and events of whole reports against hand coding (the metrics of the gold guide's scorer)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.evaluation.names import Names
from dateline.evaluation.pairing import Pair, pair_greedily
from dateline.evaluation.quotes import span_of
from dateline.evaluation.score import Scores

WORD = re.compile(r"\w+")
NEAR = 200  # code points between two anchors of one event
ENOUGH = 0.6  # Dice of the words of two contents that are one
Row = Mapping[str, Any]


def score_collection(gold: Row, predicted: Row) -> dict[str, dict[str, float]]:
    """Metric name to {p, r, f1, n}, micro over the reports of a collection; reports are matched by id.

    statements (speaker and content), content; speaker, stance, nested given matched content; events (type, actor,
    recipient, polarity), typed; polarity, modality, voice, place, date, killed, injured given a typed match.
    """
    scores, names = Scores(), Names(gold["actors"])
    coded = {r["id"]: r for r in predicted["reports"]}
    for report in gold["reports"]:
        mine = coded.get(report["id"], {"statements": [], "events": []})
        _score_statements(report, mine, names, scores)
        _score_events(report, mine, names, scores)
    return scores.rows()


def _score_statements(gold: Row, mine: Row, names: Names, scores: Scores) -> None:
    ours, theirs = mine["statements"], gold["statements"]
    pairs = pair_greedily(_content_scores(gold["text"], theirs, ours, names))
    right = {(i, j) for i, j in pairs if names.share(theirs[i]["speakers"], ours[j]["speakers"])}
    scores.add("content", len(pairs), len(ours), len(theirs))
    scores.add("statements", len(right), len(ours), len(theirs))
    ours_of = {theirs[i]["id"]: ours[j]["id"] for i, j in pairs}
    for i, j in pairs:
        scores.share("speaker", (i, j) in right)
        scores.share("stance", theirs[i]["stance"] == ours[j]["stance"])
        parent = theirs[i].get("parent")
        if parent or ours[j].get("parent"):
            scores.share("nested", parent is not None and ours_of.get(parent) == ours[j].get("parent"))


def _content_scores(text: str, gold: Sequence[Row], mine: Sequence[Row], names: Names) -> list[tuple[float, int, int]]:
    found = []
    views = [[(_content(text, s), _words(text, [s["cue"]])) for s in rows] for rows in (gold, mine)]
    for i, (content, cue) in enumerate(views[0]):
        for j, (my_content, my_cue) in enumerate(views[1]):
            if content and my_content:
                alike = 2 * len(content & my_content) / (len(content) + len(my_content))
            else:
                alike = ENOUGH if not content and not my_content and cue & my_cue else 0.0
            if alike >= ENOUGH:
                found.append((alike + 0.01 * names.share(gold[i]["speakers"], mine[j]["speakers"]), i, j))
    return found


def _content(text: str, statement: Row) -> set[int]:
    return _words(text, statement["content"])


def _words(text: str, quotes: Sequence[Any]) -> set[int]:
    spans = (span_of(text, q) for q in quotes)
    return {m.start() for s in spans if s for m in WORD.finditer(text, *s)}


def _score_events(gold: Row, mine: Row, names: Names, scores: Scores) -> None:
    theirs, ours = gold["events"], mine["events"]
    full, typed = _event_scores(gold, mine, names)
    scores.add("events", len(pair_greedily(full)), len(ours), len(theirs))
    pairs = pair_greedily(typed)
    scores.add("typed", len(pairs), len(ours), len(theirs))
    for pair in pairs:
        _score_given(gold, mine, pair, names, scores)


def _score_given(gold: Row, mine: Row, pair: Pair, names: Names, scores: Scores) -> None:
    g, p = gold["events"][pair[0]], mine["events"][pair[1]]
    scores.share("polarity", g["polarity"] == p["polarity"])
    scores.share("modality", g["modality"] == p["modality"])
    scores.share("voice", _same_voice(names, _voice(gold, g), _voice(mine, p)))
    if g.get("place"):
        scores.share("place", bool(p.get("place")) and names.same(g["place"], p["place"]))
    if g.get("date"):
        scores.share("date", g["date"] == p.get("date"))
    for toll in ("killed", "injured"):
        if g.get(toll):
            scores.share(toll, g[toll] == p.get(toll))


def _event_scores(gold: Row, mine: Row, names: Names) -> tuple[list[tuple[float, int, int]], ...]:
    text, full, typed = gold["text"], [], []
    for i, g in enumerate(gold["events"]):
        here = span_of(text, g["anchor"])
        for j, p in enumerate(mine["events"]):
            there = span_of(text, p["anchor"])
            if not here or not there or g["type"] != p["type"] or abs(here[0] - there[0]) > NEAR:
                continue
            actor = names.share(g["actors"], p["actors"])
            recipient = names.share(g["recipients"], p["recipients"]) or not g["recipients"]
            agree = [
                _same_voice(names, _voice(gold, g), _voice(mine, p)),
                g["polarity"] == p["polarity"],
                actor,
                recipient,
            ]
            bonus = 1 - abs(here[0] - there[0]) / (2 * NEAR) + sum(agree)
            if all(agree[1:]):
                full.append((bonus, i, j))
            if (actor and (g["actors"] or recipient)) or (recipient and g["recipients"]):
                typed.append((bonus, i, j))
    return full, typed


def _voice(report: Row, event: Row) -> list[str] | None:
    if not event["statement"]:
        return None
    return next((s["speakers"] for s in report["statements"] if s["id"] == event["statement"]), [])


def _same_voice(names: Names, a: list[str] | None, b: list[str] | None) -> bool:
    return (a is None and b is None) or (a is not None and b is not None and names.share(a, b))
