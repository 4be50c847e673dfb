"""Whether two deeds of two reports (or of one) are one matter: what speaks for it and against it, and how much."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.accounts.codebook import codebook
from dateline.accounts.party import Party, kin
from dateline.accounts.telling import Deed
from dateline.codebook import vocabulary

NEXT = 550  # code points after a mutual charge within which its particulars follow
UNKNOWN_GAP = 7  # days between two reports one of which bears no day


@dataclass(frozen=True, slots=True)
class Link:
    """Two deeds that are one matter with probability `score`, and why: the features and what each added."""

    left: str
    right: str
    score: float
    why: tuple[tuple[str, float], ...]


def link(left: Deed, right: Deed) -> Link:
    """The link of two deeds. It depends on the two rows and the codebook alone; the order does not matter."""
    one, other = sorted((left, right), key=lambda d: d.id)
    if not comparable(one, other):
        return Link(one.id, other.id, 0.0, ())
    if one.report == other.report and one.group == other.group:
        return Link(one.id, other.id, 1.0, (("same_deed", 1.0),))
    if _is_charge_of(one, other) or _is_charge_of(other, one):
        return Link(one.id, other.id, 0.9, (("mutual_charges", 0.9),))
    weights = _weights()
    parts = tuple((name, weights.get(name, 0.0) * value) for name, value in features(one, other).items())
    total = weights["bias"] + sum(part for _, part in parts)
    why = tuple(sorted(((n, round(v, 3)) for n, v in parts if abs(v) >= 0.05), key=lambda p: (-p[1], p[0])))
    return Link(one.id, other.id, round(1 / (1 + math.exp(-total)), 6), why)


def _is_charge_of(mutual: Deed, other: Deed) -> bool:
    """Whether a deed is what one of two camps that charge each other has in mind, as the report goes on to tell."""
    same = mutual.report == other.report and mutual.type == other.type and 0 < other.at - mutual.at <= NEXT
    return same and bool(set(mutual.mutual) & set(other.charges)) and not other.mutual


def comparable(left: Deed, right: Deed) -> bool:
    """Whether two deeds can be one matter at all: related types, both of words or both of deeds, not too far apart."""
    families = codebook().families
    if left.report == right.report and left.group == right.group:
        return left.historical == right.historical
    if left.verbal != right.verbal or families.get(left.type) != families.get(right.type, "none"):
        return False
    return left.historical == right.historical and gap(left, right) <= codebook().limits["window_days"]


def features(left: Deed, right: Deed) -> dict[str, float]:
    """What the two have in common and where they differ, each as a number from 0 to 1 (or a small count)."""
    same_report = left.report == right.report
    found = {
        "same_type": float(left.type == right.type),
        "same_report": float(same_report),
        "gap": min(gap(left, right), 14) / 14,
        **_roles(left, right),
        **_when_and_where(left, right),
        **_numbers(left, right),
        **_words(left, right),
        "topic": float(bool(set(left.topics) & set(right.topics))),
        "topic_crossed": float(bool(set(left.topics) & set(right.topics)) and _counter_charges(left, right)),
    }
    return {name: value for name, value in found.items() if value}


def _counter_charges(left: Deed, right: Deed) -> bool:
    """Whether each deed is told by the camp that the other charges."""
    accusers = [tuple(p for t in d.tellings for p in t.voice) for d in (left, right)]
    return kin(accusers[0], right.actors) and kin(accusers[1], left.actors)


def _roles(left: Deed, right: Deed) -> dict[str, float]:
    actors, targets = _match(left.actors, right.actors), _match(left.recipients, right.recipients)
    cross = kin(left.actors, right.recipients) or kin(left.recipients, right.actors)
    return {
        "actors": float(actors > 0),
        "actors_exact": float(actors == 2),
        "other_actors": float(actors < 0),
        "targets": float(targets > 0),
        "targets_exact": float(targets == 2),
        "other_targets": float(targets < 0),
        "particular": float(_particular(left) & _particular(right) != set()),
        "both": float(actors > 0 and targets > 0),
        "crossed": float(cross and actors <= 0),
        "bare": float(not left.actors and not left.recipients) + float(not right.actors and not right.recipients),
    }


def _particular(deed: Deed) -> set[str]:
    """Who of the recipients is neither a state nor its forces: a hospital, three engineers, a bank."""
    return {p.key for p in deed.recipients if p.sort in ("civil", "other") and not p.key.startswith("~civilians of")}


def _match(these: tuple[Party, ...], those: tuple[Party, ...]) -> int:
    """2 the same party, 1 kin, 0 not told, -1 others."""
    if not these or not those:
        return 0
    if {p.key for p in these} & {p.key for p in those}:
        return 2
    return 1 if kin(these, those) else -1


def _when_and_where(left: Deed, right: Deed) -> dict[str, float]:
    shared = set(left.places) & set(right.places)
    dated = bool(left.first and right.first)
    overlap = dated and (left.first or "") <= (right.last or "") and (right.first or "") <= (left.last or "")
    return {
        "place": float(bool(shared)),
        "other_place": float(bool(left.places and right.places) and not shared),
        "day": float(overlap),
        "other_day": float(dated and not overlap),
        "place_in_words": float(bool(_place_words(left) & set(right.names) or _place_words(right) & set(left.names))),
    }


def _place_words(deed: Deed) -> set[str]:
    return {word for place in deed.places for word in place.split()}


def _numbers(left: Deed, right: Deed) -> dict[str, float]:
    same = any(t.low == o.low and t.kind == o.kind and (t.low or 0) > 2 for t in left.tolls for o in right.tolls)
    clash = any(t.clashes(o) for t in left.tolls for o in right.tolls)
    return {"same_number": float(same), "other_number": float(clash and not same)}


def _words(left: Deed, right: Deed) -> dict[str, float]:
    words = len(set(left.words) & set(right.words))
    names = len(set(left.names) & set(right.names))
    least = min(len(left.words), len(right.words))
    return {
        "words": min(words, 5) / 5,
        "word_share": words / least if least else 0.0,
        "names": min(names, 3) / 3,
        "doings": min(len(set(left.doings) & set(right.doings)), 3) / 3,
    }


def gap(left: Deed, right: Deed) -> float:
    """Days between the two reports."""
    if left.report == right.report:
        return 0.0
    if not left.published or not right.published:
        return UNKNOWN_GAP
    return abs((day(left.published) - day(right.published)).days)


def day(text: str) -> date:
    """An ISO day, or the first of a month or year."""
    parts = [int(p) for p in text[:10].split("-")]
    return date(*[*parts, 1, 1][:3])


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = vocabulary("accounts_links")["weights"]
    return weights
