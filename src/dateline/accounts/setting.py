"""Where and when it was done, where opposed sides say differently."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.accounts.dispute import Kind, Side
from dateline.accounts.party import kin
from dateline.accounts.sides import side
from dateline.accounts.telling import Telling

Found = tuple[Kind, tuple[Side, ...]]


def setting(tellings: Sequence[Telling]) -> Found | None:
    """The dispute over place or time, or None."""
    rows = [t for t in tellings if t.position == "affirmed" and t.is_fact and t.statement]
    for told in (_place, _day):
        pairs = [
            (a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _differ(told(a), told(b)) and _clash(a, b)
        ]
        chosen = [t for t in rows if any(t is x for pair in pairs for x in pair)]
        groups: dict[frozenset[str], list[Telling]] = {}
        for t in chosen:
            groups.setdefault(told(t), []).append(t)
        if len(groups) > 1:
            return "time-or-place", tuple(side(f"it was {', '.join(sorted(k))}", group) for k, group in groups.items())
    return None


def _place(t: Telling) -> frozenset[str]:
    return frozenset(t.places)


def _day(t: Telling) -> frozenset[str]:
    """The day that it tells; a longer time is none."""
    return frozenset([t.first]) if t.first and t.first == t.last else frozenset()


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _clash(a: Telling, b: Telling) -> bool:
    """Whether opposed voices tell one deed, on those whom it hit."""
    same = kin(a.recipients, b.recipients) and (not a.actors or not b.actors or kin(a.actors, b.actors))
    return same and a.type == b.type and not kin(a.voice, b.voice)
