"""Typed pairs against PLV (Hu et al. 2024): the type that holds from a marked actor to a marked recipient."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook import vocabulary
from dateline.errors import UsageError
from dateline.evaluation.score import Scores, label_rows
from dateline.record import Event, Participant, Record, Span

MARK = re.compile(r"</?[st]>")
NONE = "none"


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """One row of PLV: the sentence without marks, the two spans in it, and the gold label."""

    id: str
    text: str
    actor: Span
    recipient: Span
    label: str


@dataclass(frozen=True, slots=True)
class PairReading:
    """A pair as coded: `label` may be none, `forced` is the best of the fifteen; `confidence` is the label's."""

    label: str
    forced: str
    confidence: float


def read_pairs(path: Path) -> Iterator[MarkedPair]:
    """The rows of a PLV file that carry both marks."""
    try:
        with path.open(encoding="utf8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                pair = _marked(row["sentence_id"], row["marked_sentence"], row.get("gold_root") or "")
                if pair:
                    yield pair
    except (KeyError, FileNotFoundError) as error:
        raise UsageError(f"is no PLV file ({error})", where=str(path), mend="give a TSV like plv/train.tsv") from error


def _marked(identity: str, marked: str, label: str) -> MarkedPair | None:
    pieces, at, edges = [], 0, {}
    for piece in re.split(r"(</?[st]>)", marked):
        if MARK.fullmatch(piece):
            edges[piece] = at
        else:
            pieces.append(piece)
            at += len(piece)
    if len(edges) < 4:
        return None
    text = "".join(pieces)
    return MarkedPair(identity, text, (edges["<s>"], edges["</s>"]), (edges["<t>"], edges["</t>"]), label)


def reading_from_events(record: Record, pair: MarkedPair) -> PairReading:
    """The pair's type by the events of its sentence: one that joins the two; forced, the one that comes nearest."""
    spans = {m.id: (m.start, m.end) for m in record.mentions}

    def fit(event: Event) -> tuple[int, float]:
        actor = any(_touches(p, pair.actor, spans) for p in event.actors)
        recipient = any(_touches(p, pair.recipient, spans) for p in event.recipients)
        return 2 * actor + recipient + (actor and recipient), event.confidence

    best = max(record.events, key=fit, default=None)
    if best is None:
        return PairReading(NONE, NONE, 0.0)
    name = vocabulary("foreign/plv")["joined"].get(best.folded or best.type, best.folded or best.type)
    whole = fit(best)[0] == 4
    return PairReading(name if whole else NONE, name, best.confidence if whole else 0.0)


def _touches(participant: Participant, span: Span, spans: dict[str, Span]) -> bool:
    words = spans.get(participant.mention or "")
    return words is not None and min(words[1], span[1]) > max(words[0], span[0])


def score(pairs: list[tuple[MarkedPair, PairReading]]) -> dict[str, dict[str, float]]:
    """`macro`, `micro`, `quad`, `binary` of the forced answers; `open_*` the same when none may be answered."""
    forced = [(p.label, r.forced) for p, r in pairs]
    opened = [(p.label, r.label) for p, r in pairs]
    rows = label_rows(forced)
    quads: dict[str, str] = vocabulary("foreign/plv")["quads"]
    grouped = Scores()
    for gold, found in forced:
        grouped.share("quad", quads.get(gold) == quads.get(found))
        grouped.share("binary", quads.get(gold, "?")[-1:] == quads.get(found, "!")[-1:])
    unforced = {f"open_{name}": label_rows(opened)[name] for name in ("macro", "micro")}
    return {**{k: rows.pop(k) for k in ("macro", "micro")}, **grouped.rows(), **unforced, **rows}


def prediction_lines(pairs: list[tuple[MarkedPair, PairReading]]) -> Iterator[str]:
    """TSV: sentence_id, label, label_forced, confidence."""
    yield "sentence_id\tlabel\tlabel_forced\tconfidence"
    for pair, reading in pairs:
        yield f"{pair.id}\t{reading.label}\t{reading.forced}\t{reading.confidence:.4f}"
