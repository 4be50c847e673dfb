"""Positions that an actor changes: what it denied and now holds, or the other way; no dispute with itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.accounts.codebook import codebook
from dateline.accounts.party import kin
from dateline.accounts.telling import Telling


@dataclass(frozen=True, slots=True)
class Change:
    """What one camp held of a deed, and what it held next."""

    actor: str
    before: Telling
    after: Telling


def changes_of(tellings: Iterable[Telling]) -> tuple[Change, ...]:
    """The changes of position within a matter, by publication. Tellings that are no facts count for nothing."""
    rows: dict[str, list[Telling]] = {}
    for t in sorted(tellings, key=lambda t: t.order):
        if t.statement and t.is_fact and t.position != "open" and t.stance in codebook().holding:
            for camp in {p.camp for p in t.voice}:
                rows.setdefault(camp, []).append(t)
    found = {(c.before.order, c.after.order): c for group in rows.values() for c in _changes(group)}
    return tuple(found[key] for key in sorted(found))


def _changes(rows: Sequence[Telling]) -> Iterator[Change]:
    for before, after in pairwise(rows):
        if before.position != after.position and _is_one_deed(before, after):
            yield Change(after.voice[0].name, before, after)


def _is_one_deed(before: Telling, after: Telling) -> bool:
    """Whether both speak of one deed, in two statements: "struck a store and not a village" changes nothing."""
    same = before.type == after.type and (before.report, before.statement) != (after.report, after.statement)
    doer = not before.actors or not after.actors or kin(before.actors, after.actors)
    hit = not before.recipients or not after.recipients or kin(before.recipients, after.recipients)
    return same and doer and hit
