"""All accounts of a set of records at once: what the ledger keeps up to date step by step must equal this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.accounts.blocking import blocks
from dateline.accounts.codebook import codebook
from dateline.accounts.deeds import deeds_of
from dateline.accounts.dispute import Dispute
from dateline.accounts.disputes import disputes_of
from dateline.accounts.linking import Link, link
from dateline.accounts.matters import Matter, matters_of
from dateline.accounts.telling import Deed
from dateline.actors import Catalogue
from dateline.record import Record


@dataclass(frozen=True, slots=True)
class Accounts:
    """Matters and disputes of a set of records."""

    matters: tuple[Matter, ...]
    disputes: tuple[Dispute, ...]


def accounts_of(records: Iterable[Record], catalogue: Catalogue, counted: frozenset[str] | None = None) -> Accounts:
    """The accounts of these records, in whatever order they come. `counted` are the reports that are no copies."""
    deeds = [deed for record in records for deed in deeds_of(record, catalogue)]
    matters = matters_of(deeds, links_of(deeds))
    return Accounts(matters, tuple(d for m in matters for d in disputes_of(m, counted)))


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
