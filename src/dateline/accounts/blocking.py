"""Block keys: deeds that share none are never compared, so that a large ledger costs no more than a small one."""

from __future__ import annotations

from itertools import combinations

from dateline.accounts.codebook import codebook
from dateline.accounts.telling import Deed


def blocks(deed: Deed) -> tuple[str, ...]:
    """The keys under which a deed is compared: family and two things that it tells."""
    family = codebook().families.get(deed.type, deed.type) + ("!" if deed.verbal else "")
    camps = sorted({p.camp for p in (*deed.actors, *deed.recipients)})
    told = [*(f"who {c}" for c in camps[:4]), *(f"at {p}" for p in deed.places[:3])]
    told += [f"word {w}" for w in (*deed.names, *deed.words)[:6]]
    told += [f"topic {t}" for t in deed.topics]
    pairs = tuple(f"{family}|{a}|{b}" for a, b in combinations(sorted(told), 2))
    return (f"{deed.report}|{deed.group}", *(pairs or (f"{family}|{a}" for a in told)))
