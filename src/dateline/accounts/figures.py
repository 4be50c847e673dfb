"""How many: figures of two sides that no lapse of time explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.accounts.dispute import Kind, Side
from dateline.accounts.party import kin
from dateline.accounts.sides import camps, side
from dateline.accounts.telling import Telling, Toll

Found = tuple[Kind, tuple[Side, ...]]


def figures(tellings: Sequence[Telling]) -> Found | None:
    """The dispute over figures, or None. Sides are told apart by camp, each with its latest figure in the position."""
    for kind in dict.fromkeys(toll.kind for t in tellings for toll in t.tolls):
        rows = [t for t in tellings if t.position == "affirmed" and t.is_fact and _toll(t, kind)]
        pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _clash(a, b, kind)]
        if pairs:
            chosen = [t for t in rows if any(t is x for pair in pairs for x in pair)]
            return "numbers", tuple(_sides(chosen, kind))
    return None


def _toll(telling: Telling, kind: str) -> Toll | None:
    return next((t for t in telling.tolls if t.kind == kind), None)


def _clash(a: Telling, b: Telling, kind: str) -> bool:
    one, other = _toll(a, kind), _toll(b, kind)
    if one is None or other is None or not one.clashes(other) or kin(a.voice, b.voice):
        return False
    own = (a.statement is None) + (b.statement is None)
    if own == 2 or (own == 1 and a.report != b.report) or _of_two_forces(a, b):
        return False
    return not _is_update(a, b, one, other)


def _of_two_forces(a: Telling, b: Telling) -> bool:
    """Whether they count the dead of two forces that fight each other: both may be right."""
    armed = [t.recipients and all(p.sort == "armed" for p in t.recipients) for t in (a, b)]
    return all(armed) and not kin(a.recipients, b.recipients)


def _is_update(a: Telling, b: Telling, one: Toll, other: Toll) -> bool:
    """Whether the later figure is the higher and its holder is no party to the deed: then the toll has risen."""
    if a.published == b.published or not a.published or not b.published:
        return False
    early, late = (one, other) if a.published < b.published else (other, one)
    risen = (early.high or early.low or 0) < (late.low if late.low is not None else late.high or 0)
    return risen and not _rivals(a, b)


def _rivals(a: Telling, b: Telling) -> bool:
    """Whether one of the two holders belongs to the camp that is said to have done it."""
    accused = camps(p for t in (a, b) for p in t.actors)
    return bool(accused & (camps(a.voice) | camps(b.voice)))


def _sides(rows: Sequence[Telling], kind: str) -> Iterator[Side]:
    groups: list[list[Telling]] = []
    for t in rows:
        near = next((g for g in groups if not any(_clash(t, o, kind) for o in g)), None)
        if near is None:
            groups.append([t])
        else:
            near.append(t)
    for group in groups:
        yield side(f"{kind}: {' / '.join(dict.fromkeys(_shown(_toll(t, kind)) for t in group))}", group)


def _shown(toll: Toll | None) -> str:
    if toll is None:
        return "?"
    if toll.low == toll.high:
        return str(toll.low)
    return (
        f"{toll.low} or more"
        if toll.high is None
        else f"{toll.high} or fewer"
        if toll.low is None
        else f"{toll.low} to {toll.high}"
    )
