"""All accounts of a set of records at once: what the ledger keeps up to date step by step must equal this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.accounts.blocking import blocks
from dateline.accounts.codebook import codebook
from dateline.accounts.copies import SHARED_SKETCH, Carrier, Dispatch, Pair, Sheet, copy_pair, dispatches
from dateline.accounts.deeds import deeds_of
from dateline.accounts.dispute import Dispute
from dateline.accounts.disputes import disputes_of
from dateline.accounts.linking import Link, link
from dateline.accounts.matters import Matter, matters_of
from dateline.accounts.telling import Deed
from dateline.actors import Catalogue
from dateline.record import Record
from dateline.report import Report


@dataclass(frozen=True, slots=True)
class Whole:
    """Copies, matters and disputes of a set of records."""

    dispatches: tuple[Dispatch, ...]
    matters: tuple[Matter, ...]
    disputes: tuple[Dispute, ...]


def accounts_of(records: Iterable[Record], catalogue: Catalogue) -> Whole:
    """The accounts of these records, in whatever order they come."""
    rows = sorted({r.report.id: r for r in records}.values(), key=lambda r: r.report.id)
    copied = copies_of(r.report for r in rows)
    deeds = [deed for record in rows for deed in deeds_of(record, catalogue)]
    matters = matters_of(deeds, links_of(deeds))
    carriers = carriers_of(copied)
    return Whole(copied, matters, tuple(d for m in matters for d in disputes_of(m, carriers)))


def carriers_of(copied: Iterable[Dispatch]) -> Mapping[str, Carrier]:
    """Carriers by report."""
    return {c.report: c for d in copied for c in d.carriers}


def copies_of(reports: Iterable[Report]) -> tuple[Dispatch, ...]:
    """The dispatches that several of these reports carry."""
    sheets = {r.id: Sheet.of(r) for r in reports}
    holders: dict[int, list[str]] = {}
    for sheet in sheets.values():
        for value in sheet.shingles.sketch():
            holders.setdefault(value, []).append(sheet.id)
    shared = Counter(pair for ids in holders.values() for pair in combinations(sorted(ids), 2))
    likely = (pair for pair, number in shared.items() if number >= SHARED_SKETCH)
    return dispatches(sheets, _pairs(sheets, likely))


def _pairs(sheets: Mapping[str, Sheet], likely: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    found = (copy_pair(sheets[a], sheets[b]) for a, b in likely)
    return (pair for pair in found if pair is not None)


def links_of(deeds: Sequence[Deed]) -> Iterator[Link]:
    """The links among deeds that share a block."""
    groups: dict[str, list[Deed]] = {}
    for deed in deeds:
        for key in blocks(deed):
            groups.setdefault(key, []).append(deed)
    seen: set[tuple[str, str]] = set()
    for rows in groups.values():
        for one, other in combinations(rows, 2):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in seen:
                seen.add(pair)
                found = link(one, other)
                if found.score >= codebook().limits["link"]:
                    yield found
