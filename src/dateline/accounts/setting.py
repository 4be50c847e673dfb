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
    rows = [t for t in tellings if t.position == "affirmed" and t.is_fact and t.statement and (t.places or t.first)]
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _differ(a, b)]
    if not pairs:
        return None
    groups: dict[str, list[Telling]] = {}
    for t in rows:
        if any(t is x for pair in pairs for x in pair):
            groups.setdefault(", ".join(t.places) or t.first or "", []).append(t)
    if len(groups) < 2:
        return None
    return "time-or-place", tuple(side(f"it was {place}", group) for place, group in groups.items())


def _differ(a: Telling, b: Telling) -> bool:
    same = kin(a.recipients, b.recipients) and (not a.actors or not b.actors or kin(a.actors, b.actors))
    return same and not kin(a.voice, b.voice) and bool(a.places and b.places) and not set(a.places) & set(b.places)
