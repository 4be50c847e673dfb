"""Copies: reports that carry one dispatch, whole, trimmed or lightly edited; one is the origin, the others carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.accounts.shingles import WORDS, Shingles
from dateline.accounts.telling import Telling
from dateline.ledger.names import fold
from dateline.record import Span
from dateline.report import Report

SHARED_SKETCH = 3  # hashes two sketches must share before the words are compared
WHOLE = 0.45  # share of a report's words from which on it is a copy, whoever published it
PART = 0.15  # the same where publishers differ: five paragraphs out of twenty-five
LEAST = 40  # words in common; less is a quotation
FOLLOW_UP = 0.8  # one publisher repeats itself: from this share on it is the same dispatch again


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of a report decides about copies."""

    id: str
    publisher: str | None
    agency: str | None
    published: str | None
    shingles: Shingles

    @classmethod
    def of(cls, report: Report) -> Sheet:
        """The sheet of a report."""
        line = report.dateline
        agency = report.agency or (line.agency if line else None)
        return cls(report.id, _key(report.publisher), _key(agency), report.published, Shingles.of(report))


def _key(name: str | None) -> str | None:
    return fold(name) if name else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports with words in common: the share of each one's words, `left` < `right` by id, and the common words."""

    left: str
    right: str
    left_share: float
    right_share: float
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries another's dispatch. `whole`: nothing of it is its own; else `spans` are what it carries."""

    report: str
    share: float
    whole: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One dispatch: the origin and its carriers by publication."""

    origin: str
    carriers: tuple[Carrier, ...]


def copy_pair(one: Sheet, other: Sheet) -> Pair | None:
    """The two reports as copies of one dispatch, or None. It depends on the two alone."""
    left, right = sorted((one, other), key=lambda s: s.id)
    common = set(left.shingles.hashes) & set(right.shingles.hashes)
    covered = [_covered(s.shingles, common) for s in (left, right)]
    counts = [sum(c) for c in covered]
    shares = [n / max(len(s.shingles.words), 1) for n, s in zip(counts, (left, right), strict=True)]
    same = left.publisher is not None and left.publisher == right.publisher
    enough = FOLLOW_UP if same else WHOLE if left.publisher is None or right.publisher is None else PART
    if min(counts) < LEAST or max(shares) < enough:
        return None
    spans = [tuple(_spans(s.shingles, c)) for s, c in zip((left, right), covered, strict=True)]
    return Pair(left.id, right.id, round(shares[0], 4), round(shares[1], 4), spans[0], spans[1])


def _covered(shingles: Shingles, common: set[int]) -> list[bool]:
    """For each word whether it stands in a shingle that both have."""
    covered = [False] * len(shingles.words)
    for i, value in enumerate(shingles.hashes):
        if value in common:
            covered[i : i + WORDS] = [True] * WORDS
    return covered


def _spans(shingles: Shingles, covered: list[bool]) -> Iterator[Span]:
    """The runs of covered words in code points."""
    start: int | None = None
    for i, yes in enumerate([*covered, False]):
        if yes and start is None:
            start = i
        elif not yes and start is not None:
            yield shingles.places[start][0], shingles.places[i - 1][1]
            start = None


def dispatches(sheets: Mapping[str, Sheet], pairs: Iterable[Pair]) -> tuple[Dispatch, ...]:
    """Groups of reports joined by pairs, each with its origin; by id of the origin."""
    parent = {key: key for key in sheets}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    held: dict[str, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda p: (p.left, p.right)):
        held.setdefault(pair.left, []).append(pair)
        held.setdefault(pair.right, []).append(pair)
        parent[root(pair.right)] = root(pair.left)
    groups: dict[str, list[str]] = {}
    for key in held:
        groups.setdefault(root(key), []).append(key)
    found = (_dispatch([sheets[k] for k in keys], held) for keys in groups.values())
    return tuple(sorted(found, key=lambda d: d.origin))


def _dispatch(sheets: list[Sheet], held: Mapping[str, list[Pair]]) -> Dispatch:
    agencies = frozenset(s.agency for s in sheets if s.agency)
    first = sorted(sheets, key=lambda s: _age(s, agencies))
    origin = first[0].id
    carriers = (_carrier(s, held[s.id]) for s in sorted(first[1:], key=lambda s: (s.published or "9999", s.id)))
    return Dispatch(origin, tuple(carriers))


def _age(sheet: Sheet, agencies: frozenset[str]) -> tuple[bool, str, int, str]:
    """The agency that the group names comes first, then the earliest, then the longest."""
    is_agency = sheet.publisher is not None and any(_is_short_for(a, sheet.publisher) for a in agencies)
    return not is_agency, sheet.published or "9999", -len(sheet.shingles.words), sheet.id


def _is_short_for(agency: str, publisher: str) -> bool:
    """Whether a dateline's agency is the publisher: the whole name, its beginning or its initials."""
    initials = "".join(word[0] for word in publisher.split())
    return publisher == agency or publisher.startswith(f"{agency} ") or agency.replace(".", "") == initials


def _carrier(sheet: Sheet, pairs: list[Pair]) -> Carrier:
    """What of a report stands in others of its group."""
    own = [(p.left_share, p.left_spans) if p.left == sheet.id else (p.right_share, p.right_spans) for p in pairs]
    share, spans = max(own, key=lambda one: one[0])
    return Carrier(sheet.id, share, share >= WHOLE, spans)


def counts_once(telling: Telling, carriers: Mapping[str, Carrier]) -> bool:
    """Whether a telling counts: it does not where its report carries it from another."""
    carrier = carriers.get(telling.report)
    if carrier is None:
        return True
    return not carrier.whole and not any(a <= telling.anchor[0] < b for a, b in carrier.spans)
