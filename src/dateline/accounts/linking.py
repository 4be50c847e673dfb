"""Whether two deeds of two reports (or of one) are one matter: what speaks for it and against it, and how much."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.accounts.codebook import codebook
from dateline.accounts.party import Party, kin
from dateline.accounts.telling import Deed
from dateline.codebook import vocabulary

NEXT = 550  # code points after a mutual charge within which its particulars follow
PROCESS = "same_process"  # counts for nothing, but lets a matter span more days
UNKNOWN_GAP = 7  # days between two reports one of which bears no day


@dataclass(frozen=True, slots=True)
class Link:
    """Two deeds that are one matter with probability `score`, and why: the features and what each added."""

    left: str
    right: str
    score: float
    why: tuple[tuple[str, float], ...]

    @property
    def is_of_process(self) -> bool:
        """Whether both refer to one named process."""
        return any(name == PROCESS for name, _ in self.why)


def link(left: Deed, right: Deed) -> Link:
    """The link of two deeds. It depends on the two rows and the codebook alone; the order does not matter."""
    one, other = sorted((left, right), key=lambda d: d.id)
    if not comparable(one, other):
        return Link(one.id, other.id, 0.0, ())
    sure = next((name for name, holds in CERTAIN.items() if holds(one, other) or holds(other, one)), None)
    if sure is not None:
        score = codebook().limits[sure]
        return Link(one.id, other.id, score, ((sure, score),))
    weights = _weights()
    parts = [(name, round(weights[name] * value, 3)) for name, value in features(one, other).items()]
    total = weights["bias"] + sum(part for _, part in parts)
    if set(one.processes) & set(other.processes):
        parts.append((PROCESS, 0.0))
    why = tuple(sorted(parts, key=lambda p: (-p[1], p[0])))
    return Link(one.id, other.id, round(1 / (1 + math.exp(-total)), 6), why)


def _is_same(one: Deed, other: Deed) -> bool:
    """Whether the record itself puts them to one deed."""
    return one.report == other.report and one.group == other.group


def _is_charge_of(mutual: Deed, other: Deed) -> bool:
    """Whether a deed is what one of two camps that charge each other has in mind, as the report goes on to tell."""
    same = mutual.report == other.report and mutual.type == other.type and 0 < other.at - mutual.at <= NEXT
    return same and bool(set(mutual.mutual) & set(other.charges)) and not other.mutual


def _are_crossed(one: Deed, other: Deed) -> bool:
    """Whether two camps lay the same question at each other's door: who fired first, who broke the truce."""
    crossed = set(one.charges) & _camps(other.actors) and set(other.charges) & _camps(one.actors)
    return bool(crossed) and bool(set(one.topics) & set(other.topics))


CERTAIN: Mapping[str, Callable[[Deed, Deed], bool]] = {
    "same_deed": _is_same,
    "mutual_charges": _is_charge_of,
    "crossed_charges": _are_crossed,
}


def comparable(left: Deed, right: Deed) -> bool:
    """Whether two deeds can be one matter at all: related types, both of words or both of deeds, not too far apart."""
    families = codebook().families
    if left.historical != right.historical or _is_same(left, right):
        return left.historical == right.historical
    if left.verbal != right.verbal or families.get(left.type) != families.get(right.type, "none"):
        return False
    return gap(left, right) <= codebook().limits["window_days"]


def features(left: Deed, right: Deed) -> dict[str, float]:
    """What the two have in common and where they differ, each as a number from 0 to 1."""
    signs = {
        "same_type": left.type == right.type,
        "same_report": left.report == right.report,
        "bare": not (left.actors or left.recipients) or not (right.actors or right.recipients),
        "same_actor": _match(left.actors, right.actors) == 2,
        "other_actors": _match(left.actors, right.actors) < 0,
        "same_target": _match(left.recipients, right.recipients) == 2,
        "same_particular": bool(_particular(left) & _particular(right)),
        "same_number": any(
            t.low == o.low and t.kind == o.kind and (t.low or 0) > 2 for t in left.tolls for o in right.tolls
        ),
        **_when_and_where(left, right),
        **_words(left, right),
    }
    return {name: float(value) for name, value in signs.items() if value}


def _particular(deed: Deed) -> set[str]:
    """Who of the recipients is neither a state nor its forces: a hospital, three engineers, a bank."""
    return {p.key for p in deed.recipients if p.sort in ("civil", "other") and not p.key.startswith("~civilians of")}


def _counted(deed: Deed) -> set[tuple[str, int]]:
    """Its figures; one and two are too common to show anything."""
    return {(t.kind, t.low) for t in deed.tolls if t.low is not None and t.low > 2}


def _match(these: tuple[Party, ...], those: tuple[Party, ...]) -> int:
    """2 the same party, 1 kin, 0 not told, -1 others."""
    if not these or not those:
        return 0
    if {p.key for p in these} & {p.key for p in those}:
        return 2
    return 1 if kin(these, those) else -1


def _camps(parties: Iterable[Party]) -> set[str]:
    return {p.camp for p in parties}


def _when_and_where(left: Deed, right: Deed) -> dict[str, bool]:
    shared = bool(set(left.places) & set(right.places))
    dated = bool(left.first and right.first)
    overlap = dated and (left.first or "") <= (right.last or "") and (right.first or "") <= (left.last or "")
    return {
        "same_place": shared,
        "other_place": bool(left.places and right.places) and not shared,
        "place_in_words": bool(_place_words(left) & set(right.names) or _place_words(right) & set(left.names)),
        "same_day": overlap,
        "other_day": dated and not overlap,
    }


def _place_words(deed: Deed) -> set[str]:
    return {word for place in deed.places for word in place.split()}


def _words(left: Deed, right: Deed) -> dict[str, float]:
    """The share of the fewer words that both have, and words that name a kind of deed, three at most."""
    words = len(set(left.words) & set(right.words))
    least = min(len(left.words), len(right.words))
    doings = len(set(left.doings) & set(right.doings))
    return {"words": words / least if least else 0.0, "doings": min(doings, 3) / 3}


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
