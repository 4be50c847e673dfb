"""Short passages with what they mention: actors, dates and places (evaluation/gold/{mentions,dates,places}.yaml)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from dateline.actors import Catalogue
from dateline.evaluation.actor_names import ActorNames
from dateline.evaluation.quotes import span_of
from dateline.evaluation.score import Scores
from dateline.record import DateRow, Mention, PlaceRow, Record, Span

Row = Mapping[str, Any]
Coded = Iterable[tuple[Row, Record]]
NEAR_KM = 25.0
EARTH_KM = 6371.0
ARTICLE = re.compile(r"(?:the|an?)\s+", re.I)


def read_passages(path: Path) -> list[Row]:
    """The rows of a passages file: a list, or a mapping whose one list of rows is meant."""
    content = yaml.safe_load(path.read_text(encoding="utf8"))
    rows: list[Row] = content if isinstance(content, list) else next(v for v in content.values() if isinstance(v, list))
    return rows


def score_dates(coded: Coded) -> dict[str, dict[str, float]]:
    """`value` (days and precision right), `found` (the words), for each split."""
    scores = Scores()
    for row, record in coded:
        pairs = _paired(row, row["dates"], record.dates)
        for name, right in (("found", _any), ("value", _same_days)):
            count = sum(right(g, m) for g, m in pairs)
            scores.add(f"{row['split']}_{name}", count, len(record.dates), len(row["dates"]))
    return dict(sorted(scores.rows().items()))


def _any(_gold: Row, _mine: object) -> bool:
    return True


def _same_days(gold: Row, mine: DateRow) -> bool:
    return (_iso(gold["from"]), _iso(gold["to"]), gold["precision"]) == (mine.first, mine.last, mine.precision)


def _iso(value: object) -> str | None:
    """YAML reads an unquoted ISO date as a date."""
    return None if value is None else str(value)


def score_places(coded: Coded) -> dict[str, dict[str, float]]:
    """`found`, and given the words `country` and `point` (within 25 km, of those that gold locates), for each split."""
    scores = Scores()
    for row, record in coded:
        pairs = _paired(row, row["places"], record.places)
        scores.add(f"{row['split']}_found", len(pairs), len(record.places), len(row["places"]))
        for gold, mine in _given(row, row["places"], record.places):
            scores.share(f"{row['split']}_country", mine is not None and mine.country == gold["country"])
            if gold.get("latitude") is not None:
                scores.share(f"{row['split']}_point", mine is not None and _near(gold, mine))
    return dict(sorted(scores.rows().items()))


def _near(gold: Row, mine: PlaceRow) -> bool:
    if mine.latitude is None or mine.longitude is None:
        return False
    return kilometres((gold["latitude"], gold["longitude"]), (mine.latitude, mine.longitude)) <= NEAR_KM


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two (latitude, longitude) in degrees, by the haversine formula."""
    (p1, l1), (p2, l2) = (tuple(map(math.radians, x)) for x in (a, b))
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin((l2 - l1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def score_mentions(coded: Coded, catalogue: Catalogue) -> dict[str, dict[str, float]]:
    """`resolved` (right of all gold mentions; precision over those that were resolved), and by kind, for each split.

    The gold names actors in plain English; `ActorNames` says which names are equal: "government of X" is the state X,
    "armed forces of X" whatever the catalogue calls them.
    """
    scores, names = Scores(), ActorNames(catalogue)
    for row, record in coded:
        for gold, mine in mentioned(row, record.mentions):
            right = _right_actors(gold, mine, names)
            answered = int(mine is not None and bool(mine.actors))
            for name in ("resolved", gold["kind"]):
                scores.add(f"{row['split']}_{name}", int(right), answered or int(right), 1)
    return dict(sorted(scores.rows().items()))


def mentioned(row: Row, mentions: Sequence[Mention]) -> list[tuple[Row, Mention | None]]:
    """Gold rows with the mention that shares most with their words (intersection over union, a leading article left
    out), or None: "the SDF" is asked of the mention "SDF" and not of "a spokesman for the SDF" around it."""
    pairs: list[tuple[Row, Mention | None]] = []
    for wanted in row["mentions"]:
        span = span_of(row["text"], wanted["words"])
        article = ARTICLE.match(row["text"], span[0]) if span else None
        span = (article.end(), span[1]) if span and article and article.end() < span[1] else span
        pairs.append((wanted, _closest(span, mentions)))
    return pairs


def _closest(span: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    if span is None:
        return None
    best = max(mentions, key=lambda m: _shared(m, span), default=None)
    return best if best is not None and _overlap(best, span) > 0 else None


def _shared(mention: Mention, span: Span) -> float:
    """Intersection over union of a mention and a span."""
    both = max(0, _overlap(mention, span))
    return both / (mention.end - mention.start + span[1] - span[0] - both)


def _right_actors(gold: Row, mine: Mention | None, names: ActorNames) -> bool:
    """Each name of the gold finds an actor of the mention, and none is left over; gold that means nobody wants none."""
    means, found = gold["means"], list(mine.actors) if mine else []
    return len(found) == len(means) and all(any(names.same(m, f) for f in found) for m in means)


def _paired(row: Row, gold: Sequence[Row], mine: Sequence[Any]) -> list[tuple[Row, Any]]:
    """Gold rows with the coded row that overlaps their words most, one to one."""
    left, pairs = list(mine), []
    for wanted in gold:
        best = _best(span_of(row["text"], wanted["words"]), left)
        if best is not None:
            left.remove(best)
            pairs.append((wanted, best))
    return pairs


def _given(row: Row, gold: Sequence[Row], mine: Sequence[Any]) -> list[tuple[Row, Any]]:
    """Gold rows with the coded row at their words, or None; one coded row may answer several."""
    return [(wanted, _best(span_of(row["text"], wanted["words"]), mine)) for wanted in gold]


def _best(span: Span | None, rows: Sequence[Any]) -> Any:
    if span is None:
        return None
    best = max(rows, key=lambda r: (_overlap(r, span), r.start - r.end), default=None)
    return best if best is not None and _overlap(best, span) > 0 else None


def _overlap(row: Any, span: Span) -> int:
    return int(min(row.end, span[1]) - max(row.start, span[0]))
