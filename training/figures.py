"""Every figure of a model that can be measured on held-out texts."""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from dateline.language.encoder import Encoder
from dateline.language.parsing import parsed
from training import confidence, deeds, measure

ROLES = ("source", "cue", "content")


def of(shipped: Encoder, exact: Encoder, options: argparse.Namespace) -> dict[str, Any]:
    """Attribution (shipped and in float), calibration, syntax, lemmas and names on PolNeAR's dev documents."""
    rows = measure.rows_of(options.data / "polnear" / "dev.jsonl")
    read = measure.encodings(shipped, rows)
    weights = np.asarray(shipped.heads.settings["confidence"], np.float64)
    features, right = confidence.samples(read)
    steps = confidence.table(features, right, weights)
    return {
        "attribution": attribution(read, options),
        "speech": attribution(read, options, speech=True),
        "attribution in float": attribution(measure.encodings(exact, rows), options),
        "calibration": steps,
        "calibration error": confidence.calibration_error(steps),
        "syntax": syntax(read, options),
        "deeds": deeds.figures(shipped),
        "speed": speed(shipped, rows),
    }


def attribution(read: list[Any], options: argparse.Namespace, speech: bool = False) -> dict[str, float]:
    """The neutral scorer's F1, linked and by fragments; of attributions with a cue of speech only, where asked."""
    found = measure.predictions(read, {})
    gold = {row["id"]: row for row, _, _ in read}
    if speech:
        keep = _shared(options, "speech_subset").is_speech
        found, gold = ({k: _only(row, gold[k]["text"], keep) for k, row in rows.items()} for rows in (found, gold))
    result = _shared(options, "score_attribution").score(gold, found, by_type=False)
    linked = {k: result["linked"][k]["exact"]["F1"] for k in (*ROLES, "triple")}
    return linked | {f"fragment_{k}": result["unlinked"][k]["fragment_exact"]["F1"] for k in ROLES}


def _only(row: dict[str, Any], text: str, keep: Callable[..., bool]) -> dict[str, Any]:
    return {**row, "attributions": [a for a in row["attributions"] if keep(text, a, keep_empty=False)]}


def _shared(options: argparse.Namespace, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, options.data.parent / "eval" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]  # the file is there
    spec.loader.exec_module(module)  # type: ignore[union-attr]  # the same
    return module


def syntax(read: list[Any], options: argparse.Namespace) -> dict[str, float]:
    """Agreement with spaCy's small pipeline: marks left out for arcs, as is usual, and kept for tags."""
    silver = {r["id"]: r for r in map(json.loads, options.silver.read_text(encoding="utf8").splitlines())}
    counts = dict.fromkeys(("tokens", "tag", "pos", "lemma", "name", "words", "uas", "las"), 0)
    for row, outline, encoding in read:
        known = silver[row["id"]]
        if len(known["tokens"]) == len(outline.tokens):
            names = [encoding.heads.labels["name"][i] for i in encoding.names.argmax(-1)]
            for token, name in zip(parsed(outline, encoding).tokens, names, strict=True):
                _count(counts, token, name, {k: v[token.index] for k, v in known.items() if k != "id"})
    shares = {k: counts[k] / counts["tokens"] for k in ("tag", "pos", "lemma", "name")}
    return shares | {k: counts[k] / counts["words"] for k in ("uas", "las")} | {"tokens": counts["tokens"]}


def _count(counts: dict[str, int], token: Any, name: str, known: dict[str, Any]) -> None:
    counts["tokens"] += 1
    counts["tag"] += token.tag == known["tag"]
    counts["pos"] += token.pos == known["pos"]
    counts["lemma"] += token.lemma == known["lemma"].casefold().replace("’", "'")
    counts["name"] += name == known["entity"]
    if known["pos"] not in ("PUNCT", "SPACE"):
        counts["words"] += 1
        counts["uas"] += token.head == known["head"]
        counts["las"] += token.head == known["head"] and token.dep == known["dep"]


def speed(shipped: Encoder, rows: list[dict[str, Any]], many: int = 20) -> float:
    """Reports of 750 words a second of processor time: pieces, trunk and attributions."""
    from dateline.statements.tagging import candidate_statements
    from training.texts import outline_of

    outlines = [outline_of(r["text"]) for r in rows[:many]]
    begun = time.process_time()
    for outline in outlines:
        candidate_statements(outline, shipped.read(outline))
    words = sum(len(r["text"].split()) for r in rows[:many])
    return words / 750 / (time.process_time() - begun)
