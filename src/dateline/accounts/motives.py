"""Why it was done, where opposed sides give different reasons."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.accounts.codebook import codebook
from dateline.accounts.dispute import Kind, Side
from dateline.accounts.party import kin
from dateline.accounts.sides import names, opposed, side
from dateline.accounts.telling import Telling

Found = tuple[Kind, tuple[Side, ...]]


def motives(tellings: Sequence[Telling]) -> Found | None:
    """The dispute over the reason, or None: one of the sides speaks for who did it."""
    rows = [
        t
        for t in tellings
        if t.reason and t.position == "affirmed" and t.statement and t.stance in codebook().asserting
    ]
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _differ(a, b)]
    if not pairs:
        return None
    doers = [t for t in rows if _is_own(t)]
    others = [t for t in rows if any(opposed(t, d) for d in doers) and not _is_own(t)]
    if not doers or not others:
        return None
    return "motive", (side(f"{names(p for t in others for p in t.voice)}", others), side("its own account", doers))


def _differ(a: Telling, b: Telling) -> bool:
    return opposed(a, b) and _is_own(a) != _is_own(b)


def _is_own(telling: Telling) -> bool:
    """Whether it gives the account of who did it: the doer's own words, or an answer to a charge."""
    return kin(telling.voice, telling.actors) or telling.event is None
