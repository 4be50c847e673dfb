"""Runs the coder on gold of one task and scores what it gives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dateline.actors import entries_from_gold
from dateline.coding import Coder
from dateline.errors import UsageError
from dateline.evaluation import (
    accounts,
    attribution,
    contexts,
    entities,
    events,
    new_types,
    passages,
    relation,
    sentences,
    ties,
)
from dateline.evaluation.gold_format import to_gold
from dateline.evaluation.polnear_view import polnear_view
from dateline.evaluation.re3d import re3d_entities, re3d_relations, read_folder
from dateline.language import analyse
from dateline.reading import read_text
from dateline.record_json import to_dict

Metrics = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Outcome:
    """Metrics by name, the number of gold units, predictions in the gold's own format, what a reader must know."""

    metrics: Metrics
    n: int
    predictions: str
    note: str | None = None


def evaluate(task: str, gold: Path, predictions: Path | None = None) -> dict[str, Any]:
    """Code the gold's texts and score: {task, gold, gold_sha256, n, metrics, coder}; predictions written where asked.

    Raises UsageError where the task is unknown or the gold is not in its format.
    """
    if task not in TASKS:
        raise UsageError("unknown task", where=task, mend=f"choose one of {', '.join(TASKS)}")
    if not gold.exists():
        raise UsageError("is not there", where=str(gold), mend="give the path of the gold")
    coder = Coder.load()
    try:
        outcome = TASKS[task](coder, gold)
    except (json.JSONDecodeError, KeyError, IsADirectoryError, NotADirectoryError) as error:
        raise UsageError(f"is no gold for {task} ({error})", where=str(gold), mend="see docs/measuring.md") from error
    if predictions:
        predictions.write_text(outcome.predictions, encoding="utf8")
    return {
        "task": task,
        "gold": str(gold),
        "gold_sha256": gold_hash(gold),
        "n": outcome.n,
        "metrics": outcome.metrics,
        "coder": asdict(coder.info),
        **({"note": outcome.note} if outcome.note else {}),
    }


def gold_hash(path: Path) -> str:
    """SHA-256 of a file, or of the names and bytes of the files of a folder."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _attribution(coder: Coder, gold: Path) -> Outcome:
    documents = [json.loads(line) for line in gold.read_text(encoding="utf8").splitlines() if line.strip()]
    mine = {d["id"]: polnear_view(coder.code(read_text(d["text"]))) for d in documents}
    lines = (json.dumps({"id": i, "attributions": a}) for i, a in mine.items())
    return Outcome(attribution.score_documents(documents, mine), len(documents), "\n".join(lines) + "\n")


def _relation(coder: Coder, gold: Path) -> Outcome:
    pairs = [(pair, _pair(coder, pair)) for pair in relation.read_pairs(gold)]
    note = "the shipped encoder was trained on this gold: no measure of it" if relation.trained_on(gold) else None
    return Outcome(relation.score(pairs), len(pairs), "\n".join(relation.prediction_lines(pairs)) + "\n", note)


def _pair(coder: Coder, pair: relation.MarkedPair) -> relation.PairReading:
    report = read_text(pair.text)
    return relation.reading_of(coder.code(report), analyse(report), pair)


def _entities(coder: Coder, gold: Path) -> Outcome:
    documents = []
    for document in read_folder(gold):
        report = read_text(document.text)
        documents.append((document, entities.coded_entities(coder.code(report), entities.kinds_of(coder, report))))
    lines = (json.dumps(row) for d, found in documents for row in re3d_entities(d, found))
    return Outcome(entities.score(documents), len(documents), "\n".join(lines) + "\n")


def _ties(_coder: Coder, gold: Path) -> Outcome:
    documents = [(d, ties.coded_ties(analyse(read_text(d.text)), d)) for d in read_folder(gold)]
    lines = (json.dumps(row) for d, read in documents for row in re3d_relations(d, ties.detected(read)))
    return Outcome(ties.score(documents), len(documents), "\n".join(lines) + "\n")


def _events(coder: Coder, gold: Path) -> Outcome:
    collection = json.loads(gold.read_text(encoding="utf8"))
    reports = list(coded_collection(coder, collection))
    written = {"actors": collection["actors"], "reports": reports}
    text = json.dumps(written, ensure_ascii=False, indent=1)
    return Outcome(events.score_collection(collection, written), len(reports), text)


def coded_collection(coder: Coder, collection: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A gold collection's reports as coded, in the gold's format; the collection's own actors are read first."""
    own = coder.with_actors(entries_from_gold(collection["actors"]))
    for report in collection["reports"]:
        metadata = {key: report[key] for key in ("published", "publisher") if report.get(key)}
        yield to_gold(own.code(read_text(report["text"], **metadata)), report["id"])


def _accounts(coder: Coder, gold: Path) -> Outcome:
    collection = json.loads(gold.read_text(encoding="utf8"))
    metrics, written = accounts.measure(coder, collection)
    text = json.dumps(written, ensure_ascii=False, indent=1)
    return Outcome(metrics, len(collection["reports"]), text)


def _sentences(coder: Coder, gold: Path) -> Outcome:
    coded = [(row, coder.code(read_text(row["text"]))) for row in sentences.read_sentences(gold)]
    known = [{"name": e.name, "aliases": e.aliases} for e in coder.catalogue.entries]
    rows = [{"text": r["text"], "events": [sentences.as_row(c, e) for e in c.events]} for r, c in coded]
    return Outcome(sentences.score(coded, known), len(coded), json.dumps(rows, ensure_ascii=False, indent=1))


def _passages(score: Callable[[passages.Coded], Metrics], column: str) -> Callable[[Coder, Path], Outcome]:
    """A task on short passages, or, where the gold is a collection, on what its events say of the same."""

    def run(coder: Coder, gold: Path) -> Outcome:
        if gold.suffix == ".json":
            whole = _events(coder, gold)
            return Outcome(
                {k: m for k, m in whole.metrics.items() if k in OF_EVENTS[column]}, whole.n, whole.predictions
            )
        coded = [
            (r, coder.code(read_text(r["text"], published=r.get("published")))) for r in passages.read_passages(gold)
        ]
        rows = [{"text": r["text"], column: to_dict(c)[column]} for r, c in coded]
        return Outcome(score(coded), len(coded), json.dumps(rows, ensure_ascii=False, indent=1))

    return run


def _mentions(coder: Coder, gold: Path) -> Outcome:
    return _passages(lambda coded: passages.score_mentions(coded, coder.catalogue), "mentions")(coder, gold)


def _contexts(coder: Coder, gold: Path) -> Outcome:
    coded = [(row, contexts.coded_contexts(coder, row["text"])) for row in passages.read_passages(gold)]
    rows = [{"text": row["text"], "contexts": codes} for row, codes in coded]
    return Outcome(contexts.score_contexts(coded), len(coded), json.dumps(rows, ensure_ascii=False, indent=1))


def _codebook(coder: Coder, gold: Path) -> Outcome:
    types = new_types.read_types(gold)
    told = {code: new_types.code_type(coder, code, entry) for code, entry in types.items()}
    rows = {code: [mine for _, mine in pairs] for code, pairs in told.items()}
    return Outcome(new_types.score(types, told), sum(map(len, told.values())), json.dumps(rows, indent=1))


OF_EVENTS = {"dates": {"date"}, "places": {"place"}, "mentions": {"speaker"}}
TASKS: dict[str, Callable[[Coder, Path], Outcome]] = {
    "attribution": _attribution,
    "relation": _relation,
    "entities": _entities,
    "ties": _ties,
    "events": _events,
    "accounts": _accounts,
    "sentences": _sentences,
    "dates": _passages(passages.score_dates, "dates"),
    "places": _passages(passages.score_places, "places"),
    "mentions": _mentions,
    "contexts": _contexts,
    "codebook": _codebook,
}
