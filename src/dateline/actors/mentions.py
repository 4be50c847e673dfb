"""Mentions: who is spoken of in a report, where, and as what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dateline.record import ActorRef, Mention, Span, Unresolved

if TYPE_CHECKING:
    from dateline.actors.rows import Reading

SERVING = frozenset({None, "person", "government", "military", "people"})  # who may speak for a state
SOVEREIGN = frozenset({"state", "igo"})
RoleKind = Literal["leads", "speaks-for", "holds-office-in", "member-of"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a report says somebody is: `words` is the span that says it, `mention` the id of the mention it stands at.

    `organisation` and `country` are None where the words do not name them.
    """

    person: str
    mention: str
    role: str
    kind: RoleKind
    words: Span
    organisation: ActorRef | None = None
    country: ActorRef | None = None


@dataclass(frozen=True)
class Mentions:
    """All mentions of a report, ordered by start, the longer first; shorter ones may stand inside longer ones.

    `heads` gives for a token index the position in `rows` of the longest mention whose syntactic head that token is.
    `kinds` and `memberships` are by name. `reading` is what `resolve_quoted` goes on from, and nobody else's business.
    """

    rows: tuple[Mention, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    roles: tuple[Role, ...] = ()
    heads: Mapping[int, int] = field(default_factory=dict, repr=False)
    kinds: Mapping[str, str] = field(default_factory=dict, repr=False)
    memberships: Mapping[str, tuple[ActorRef, ...]] = field(default_factory=dict, repr=False)
    reading: Reading | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.rows]

    @cached_property
    def _ids(self) -> dict[str, Mention]:
        return {m.id: m for m in self.rows}

    @cached_property
    def _longest(self) -> int:
        return max((m.end - m.start for m in self.rows), default=0)

    def headed(self, token: int) -> Mention | None:
        """The longest mention whose syntactic head is this token, or None."""
        row = self.heads.get(token)
        return None if row is None else self.rows[row]

    def covering(self, offset: int) -> Mention | None:
        """The longest mention that covers a code point, or None."""
        i = bisect_left(self._starts, offset - self._longest)
        j = bisect_right(self._starts, offset)
        covering = [m for m in self.rows[i:j] if m.end > offset]
        return max(covering, key=lambda m: m.end - m.start, default=None)

    def rows_at(self, start: int) -> tuple[Mention, ...]:
        """The mentions that begin at a code point, the longest first."""
        return self.rows[bisect_left(self._starts, start) : bisect_right(self._starts, start)]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie inside [start, end), in order."""
        i, j = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self.rows[i:j] if m.end <= end)

    def by_id(self, key: str) -> Mention | None:
        """The mention with this id, or None."""
        return self._ids.get(key)

    def kind_of(self, ref: ActorRef) -> str | None:
        """What kind of actor this is (state, rebel, person, …), None where nothing says it."""
        return self.kinds.get(ref.name)

    def members(self, ref: ActorRef) -> tuple[str, ...]:
        """The names of what this actor belongs to, nearest first."""
        return tuple(r.name for r in self.memberships.get(ref.name, ()))

    def affiliation_of(self, who: ActorRef | str) -> ActorRef | None:
        """The side somebody speaks for: the organisation of the last role told, else its country, else what the
        catalogue says; None where nothing says it, and for states and their organisations, which speak for themselves.
        """
        name = who if isinstance(who, str) else who.name
        if self.kinds.get(name) in SOVEREIGN:
            return None
        for role in reversed(self.roles):
            if role.person == name and (role.organisation or role.country):
                return role.organisation or role.country
        wider = self.memberships.get(name, ())
        if self.kinds.get(name) not in SERVING:
            wider = tuple(r for r in wider if r.actor is None or r.actor != r.country)
        return next(iter(wider), None)
