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
    """The dispute over the reason, or None: who did it and another explain it, or two opposed voices tell it with
    reasons that share no word."""
    rows = [t for t in tellings if _explains(t)]
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _differ(a, b)]
    if not pairs:
        return None
    first = pairs[0][0]
    groups = ([t for t in rows if not opposed(t, first)], [t for t in rows if opposed(t, first)])
    return "motive", tuple(side(f"{names(p for t in rows for p in t.voice)} on the reason", rows) for rows in groups)


def _explains(t: Telling) -> bool:
    return t.reason and t.position == "affirmed" and t.statement is not None and t.stance in codebook().asserting


def _differ(a: Telling, b: Telling) -> bool:
    return opposed(a, b) and (_is_own(a) != _is_own(b) or bool(a.event and b.event))


def _is_own(telling: Telling) -> bool:
    """Whether it gives the account of who did it: the doer's own words, or an answer to a charge."""
    return kin(telling.voice, telling.actors) or telling.event is None
