"""Typed pairs against PLV (Hu et al. 2024): the type that holds from a marked actor to a marked recipient."""

from __future__ import annotations

import csv
import hashlib
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook import vocabulary
from dateline.errors import UsageError
from dateline.evaluation.score import Scores, label_rows
from dateline.events.pairs import NONE, type_pair
from dateline.language import Analysis
from dateline.models.weights import HOME
from dateline.record import Event, Participant, Record, Span

MARK = re.compile(r"</?[st]>")
# What an event adds to the logarithm of its type: it joins the two, has the actor alone, the recipient alone, neither;
# or both do it together. Half the logarithm of how much likelier such an event is where its type is the gold's (PLV
# train, 1,026 sentences): half, since the encoder errs on the same sentences.
SUPPORT = {(True, True): 2.0, (True, False): 1.5, (False, True): 1.0, (False, False): 0.5}
TOGETHER = 1.75


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
    """A pair as coded: `label` may be none, `forced` is one of the fifteen types; `confidence` is the label's."""

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
    label = vocabulary("foreign/plv")["joined"].get(label, label)
    actor, recipient = ((edges[f"<{m}>"], edges[f"</{m}>"]) for m in "st")
    return MarkedPair(identity, "".join(pieces), actor, recipient, label)


def reading_of(record: Record, analysis: Analysis, pair: MarkedPair) -> PairReading:
    """The pair's type: what the encoder reads between the spans, raised for the types that events between them have.

    `forced` is one of the fifteen types whatever the sentence says; `confidence` is that of `label`, in [0, 1].
    """
    read = _read(analysis, pair)
    raised = {name: p * math.exp(_support(record, pair).get(name, 0.0)) for name, p in read.items()}
    total = sum(raised.values())
    forced = max((n for n in raised if n != NONE), key=lambda n: (raised[n], n))
    label = max(raised, key=lambda n: (raised[n], n))
    return PairReading(label, forced, raised[label] / total)


def _read(analysis: Analysis, pair: MarkedPair) -> Mapping[str, float]:
    """The encoder's probabilities; all types alike where it cannot read the two together."""
    try:
        return type_pair(analysis, pair.actor, pair.recipient).probabilities
    except UsageError:
        return dict.fromkeys((*vocabulary("foreign/plv")["quads"], NONE), 1 / 16)


def _support(record: Record, pair: MarkedPair) -> dict[str, float]:
    """By how much the events of the text speak for each type."""
    spans = {m.id: (m.start, m.end) for m in record.mentions}
    joined, found = vocabulary("foreign/plv")["joined"], dict[str, float]()
    for event in record.events:
        kind = event.folded or event.type
        name = joined.get(kind, kind)
        found[name] = max(found.get(name, 0.0), _odds(event, pair, spans))
    return found


def _odds(event: Event, pair: MarkedPair, spans: dict[str, Span]) -> float:
    acts = any(_touches(p, pair.actor, spans) for p in event.actors)
    if acts and any(_touches(p, pair.recipient, spans) for p in event.actors):
        return TOGETHER
    return SUPPORT[acts, any(_touches(p, pair.recipient, spans) for p in event.recipients)]


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


def trained_on(gold: Path, card: Path = HOME / "CARD.md") -> bool:
    """Whether the shipped encoder was trained on this very file: its card names the SHA-256 of its training data."""
    return hashlib.sha256(gold.read_bytes()).hexdigest() in card.read_text(encoding="utf8")
