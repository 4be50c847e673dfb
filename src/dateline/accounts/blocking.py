"""Block keys: deeds that share none are never compared, so that a large ledger costs no more than a small one.

A key is the family of the type and two things that the deed tells: two parties, a party and a place, either of them and
a word, or two names. Two plain words are no key, since any two reports share some.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dateline.accounts.codebook import codebook
from dateline.accounts.telling import Deed

CAMPS, PLACES, WORDS = 4, 3, 6  # so many of each at most


def blocks(deed: Deed) -> tuple[str, ...]:
    """The keys under which a deed is compared."""
    family = codebook().families.get(deed.type, deed.type) + ("!" if deed.verbal else "")
    pairs = dict.fromkeys(f"{family}|{min(pair)}|{max(pair)}" for pair in _pairs(deed))
    charges = [f"{deed.report}|charges"] if deed.mutual or deed.charges else []
    return f"{deed.report}|{deed.group}", *charges, *pairs


def _pairs(deed: Deed) -> Iterator[tuple[str, str]]:
    camps = [f"who {c}" for c in sorted({p.camp for p in (*deed.actors, *deed.recipients)})[:CAMPS]]
    places = [f"at {p}" for p in deed.places[:PLACES]]
    names = [f"word {n}" for n in deed.names[:WORDS]]
    words = [*names, *(f"word {w}" for w in deed.words[: WORDS - len(names)]), *(f"topic {t}" for t in deed.topics)]
    yield from combinations((*camps, *places), 2)
    yield from ((a, b) for a in (*camps, *places) for b in words)
    yield from combinations(names, 2)
