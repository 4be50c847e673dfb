"""How like the examples of a type a clause is: a linear model for each type of the user's, fitted when it is loaded.

Two ridge regressions over the encoder's vectors (`clauses.py`), whose mean counts: one over the nouns and the verbs
side by side, one over both together. The positive rows are the type's examples and its description, the negative ones
the examples of the shipped codebook; and for the first, rows with the nouns of an example and foreign verbs or the
other way round, so that half a likeness is not enough. A score of 0 is the mean of the shipped examples, 1 the mean
that the type's own examples reach where each is left out in turn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import numpy as np

from dateline.codebook import Codebook
from dateline.errors import ModelError
from dateline.events.clauses import SIZE, WIDTH, Rows, Scale, clauses_of
from dateline.language import Analysis, analyse
from dateline.language.encoder import FILE as ENCODER
from dateline.models.weights import HOME
from dateline.report import Part, Report

FILE = HOME / "likeness.npz"
ENOUGH = 0.65  # from this score on a clause tells the type; `python -m training.likeness` measures it anew
RIDGE = 1.0
OWN = 20.0  # weight of an example, where a shipped one has 1
HALF = 0.1  # weight of a row that has only the nouns or only the verbs of an example
HALVES = 20  # such rows for each example and side
FLOOR = 0.8  # a score of 1 lies at least so far above 0: examples with little in common raise no alarms
TURNS = 2  # how often the best clause of each example is chosen anew


@dataclass(frozen=True)
class View:
    """Some columns of the background's rows and the constant, and the inverse that all fits on them share."""

    columns: list[int]
    rows: Rows = field(repr=False)
    inverse: Rows = field(repr=False)

    @classmethod
    def of(cls, rows: Rows, part: slice) -> View:
        """The view of these columns."""
        columns = [*range(part.start, part.stop), SIZE - 1]
        seen = rows[:, columns]
        return cls(columns, seen, np.asarray(np.linalg.inv(seen.T @ seen + RIDGE * np.eye(len(columns)))))


@dataclass(frozen=True)
class Background:
    """Clauses of the shipped codebook's examples: rows [n, SIZE], the example each stands in, the type of each."""

    scale: Scale = field(repr=False)
    rows: Rows = field(repr=False)
    example: np.ndarray[Any, Any] = field(repr=False)
    types: tuple[str, ...] = field(repr=False)

    @cached_property
    def views(self) -> tuple[View, View]:
        """Nouns and verbs side by side, and both together."""
        return View.of(self.rows, slice(0, 2 * WIDTH)), View.of(self.rows, slice(2 * WIDTH, 3 * WIDTH))

    def mean(self, weights: Rows) -> float:
        """The mean score of the shipped examples, each by its best clause."""
        best = np.full(int(self.example.max()) + 1, -np.inf)
        np.maximum.at(best, self.example, self.rows @ weights)
        return float(best.mean())


@dataclass(frozen=True)
class TypeReader:
    """Reads one type: `weights` [SIZE] of a clause, the scores that count as 0 and as 1, and those of its examples,
    each left out in turn."""

    code: str
    weights: Rows = field(repr=False)
    zero: float
    one: float
    left_out: tuple[float, ...]

    def scores(self, rows: Rows) -> Rows:
        """The score of each clause."""
        return np.asarray((rows @ self.weights - self.zero) / (self.one - self.zero))


@cache
def type_readers(book: Codebook) -> tuple[TypeReader, ...]:
    """A reader for each type of the user's codebook that is read by examples, in their order."""
    entries = {c: e for c, e in book.section("types").items() if "examples" in (e.get("by") or ("examples",))}
    examples = {code: [rows_of(text) for text in entry["examples"]] for code, entry in entries.items()}
    return tuple(_reader(code, entry, examples) for code, entry in entries.items())


def _reader(code: str, entry: Mapping[str, Any], examples: Mapping[str, list[Rows]]) -> TypeReader:
    own, about = examples[code], rows_of(entry["description"])
    others = [row for other, rows in examples.items() if other != code for row in rows]
    against = np.concatenate([*others, *(rows_of(t) for t in entry.get("not_examples") or ()), np.zeros((0, SIZE))])
    weights = fit([*own, about], against)
    alone = [fit([*own[:i], *own[i + 1 :], about], against) for i in range(len(own))]
    left_out = [float((row @ w).max()) for row, w in zip(own, alone, strict=True)]
    zero, one = background().mean(weights), float(np.mean(left_out))
    one = max(one, zero + FLOOR)
    return TypeReader(code, weights, zero, one, tuple((s - zero) / (one - zero) for s in left_out))


def fit(examples: Sequence[Rows], against: Rows) -> Rows:
    """The weights [SIZE]; `examples` are the clauses of each, the likest of which is taken for the one that tells."""
    sides, whole = background().views
    weights = np.zeros(SIZE)
    for view, half in ((sides, HALF), (whole, 0.0)):
        weights[view.columns] += (
            _fit(view, [rows[:, view.columns] for rows in examples], against[:, view.columns], half) / 2
        )
    return weights


def _fit(view: View, examples: Sequence[Rows], against: Rows, half: float) -> Rows:
    weights = _ridge(view, np.concatenate(examples), against, half)
    for _ in range(TURNS - 1):
        chosen = np.stack([rows[int((rows @ weights).argmax())] for rows in examples])
        weights = _ridge(view, chosen, against, half)
    return weights


def _ridge(view: View, chosen: Rows, against: Rows, half: float) -> Rows:
    """Weighted ridge regression on the background and these rows, by the background's inverse (Woodbury)."""
    halves = np.concatenate([_halves(view, row) for row in chosen]) if half else chosen[:0]
    rows = np.concatenate([chosen, against, halves])
    sizes = (len(chosen), len(against), len(halves))
    heavy = np.repeat([OWN, OWN, half or 1.0], sizes)
    wanted = np.repeat([1.0, -1.0, -1.0], sizes)
    right = rows.T @ (heavy * wanted) - view.rows.sum(0)
    across = rows @ view.inverse
    first = view.inverse @ right
    return np.asarray(first - across.T @ np.linalg.solve(np.diag(1 / heavy) + across @ rows.T, rows @ first))


def _halves(view: View, row: Rows) -> Rows:
    """Foreign clauses with the nouns of this one, and with its verbs."""
    foreign = view.rows[:: max(1, len(view.rows) // HALVES)][:HALVES]
    nouns, verbs = foreign.copy(), foreign.copy()
    nouns[:, :WIDTH], verbs[:, WIDTH:-1] = row[:WIDTH], row[WIDTH:-1]
    return np.concatenate([nouns, verbs])


@cache
def nearest_type(examples: tuple[str, ...]) -> str:
    """The shipped type whose examples these are likest: what a type is scored by that names neither quad nor parent."""
    rows = np.concatenate([rows_of(text) for text in examples])
    likeness = rows @ background().rows.T
    types = sorted({t for t in background().types if t})
    best = {t: float(np.sort(likeness[:, [t == x for x in background().types]].max(1))[-3:].mean()) for t in types}
    return max(types, key=lambda t: best[t])


def rows_of(text: str) -> Rows:
    """The clauses of a text of one's own as rows [clauses, 769]."""
    analysis = read_plain(text)
    rows = background().scale.rows(analysis, clauses_of(analysis))
    return rows if len(rows) else np.zeros((1, SIZE))


def read_plain(text: str) -> Analysis:
    """The analysis of a text that is all body."""
    return analyse(Report("example", text, (Part("body", 0, len(text)),), ""))


@cache
def background() -> Background:
    """The shipped background. Raises ModelError where it is missing or was made with other weights."""
    if not FILE.is_file():
        raise ModelError("the examples' vectors are not installed", where=str(FILE), mend="reinstall dateline")
    with np.load(FILE, allow_pickle=False) as file:
        if str(file["encoder"]) != encoder_hash():
            mend = "run `python -m training.likeness`"
            raise ModelError("was made with another encoder", where=str(FILE), mend=mend)
        scale = Scale(*(file[name].astype(np.float64) for name in ("mean", "spread", "style")))
        return Background(scale, file["rows"].astype(np.float64), file["example"], tuple(map(str, file["types"])))


def encoder_hash() -> str:
    """SHA-256 of the encoder's weights."""
    return hashlib.sha256(ENCODER.read_bytes()).hexdigest()
