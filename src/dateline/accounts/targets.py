"""Whom or what it hit: people under arms for one side, others for the other."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.accounts.dispute import Kind, Side
from dateline.accounts.party import Party, kin
from dateline.accounts.sides import names, side
from dateline.accounts.telling import Telling

Found = tuple[Kind, tuple[Side, ...]]


def targets(tellings: Sequence[Telling]) -> Found | None:
    """The dispute over who or what was hit, or None."""
    rows = [
        t
        for t in tellings
        if t.position == "affirmed" and t.is_fact and t.recipients and t.event and t.type == "ASSAULT"
    ]
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _differ(a, b)]
    if not pairs:
        return None
    chosen = [t for t in rows if any(t is x for pair in pairs for x in pair)]
    armed = [t for t in chosen if _is_armed(t.recipients)]
    others = [t for t in chosen if not _is_armed(t.recipients)]
    if not armed or not others:
        return None
    return "other-target", (_side(armed), _side(others))


def _side(rows: Sequence[Telling]) -> Side:
    return side(f"it hit {names(p for t in rows for p in t.recipients)}", rows)


def _differ(a: Telling, b: Telling) -> bool:
    if a.statement is None or b.statement is None or kin(a.voice, b.voice) or kin(a.recipients, b.recipients):
        return False
    same_actor = not a.actors or not b.actors or kin(a.actors, b.actors)
    return same_actor and _is_armed(a.recipients) != _is_armed(b.recipients)


def _is_armed(parties: Sequence[Party]) -> bool:
    return all(p.sort == "armed" for p in parties)
