"""Why it was done, where opposed sides give different reasons."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.accounts.dispute import Kind, Side
from dateline.accounts.party import kin
from dateline.accounts.sides import names, opposed, side
from dateline.accounts.telling import Telling

Found = tuple[Kind, tuple[Side, ...]]


def motives(tellings: Sequence[Telling]) -> Found | None:
    """The dispute over the reason, or None: one of the sides speaks for who did it."""
    rows = [t for t in tellings if t.reason and t.position == "affirmed" and t.statement]
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _differ(a, b)]
    if not pairs:
        return None
    doers = [t for t in rows if kin(t.voice, t.actors)]
    others = [t for t in rows if any(opposed(t, d) for d in doers) and not kin(t.voice, t.actors)]
    if not doers or not others:
        return None
    return "motive", (side(f"{names(p for t in others for p in t.voice)}", others), side("its own account", doers))


def _differ(a: Telling, b: Telling) -> bool:
    return opposed(a, b) and (kin(a.voice, a.actors) != kin(b.voice, b.actors))
