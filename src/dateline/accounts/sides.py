"""What the questions share: who stands against whom, and how a side is put together."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.accounts.dispute import Side
from dateline.accounts.party import Party, kin
from dateline.accounts.telling import Telling

UNNAMED = "unnamed"


def side(position: str, rows: Iterable[Telling]) -> Side:
    """A side with its words, one telling a statement, by publication. Nobody is named for whom no words stand."""
    ordered = sorted(rows, key=lambda t: t.order)
    told = tuple({(t.report, t.statement or t.event): t for t in reversed(ordered)}.values())[::-1]
    actors = tuple(dict.fromkeys(p.name for t in told for p in t.voice))
    return Side(position, actors or (UNNAMED,), told)


def opposed(one: Telling, other: Telling) -> bool:
    """Whether two tellings are by different camps, so that a difference between them is no change of mind.

    Within one report, two bodies of one camp neither of which is a part of the other may differ too.
    """
    if one.report != other.report:
        return not kin(one.voice, other.voice)
    return not any(a.key in b.within or b.key in a.within for a in one.voice for b in other.voice)


def names(parties: Iterable[Party]) -> str:
    """The names of parties, joined."""
    return ", ".join(dict.fromkeys(p.name for p in parties)) or "somebody"


def camps(parties: Iterable[Party]) -> frozenset[str]:
    """The camps of parties."""
    return frozenset(p.camp for p in parties)
