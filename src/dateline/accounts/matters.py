"""Matters: deeds of one or more reports that are one deed or question, joined by links within a limit of days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.accounts.codebook import codebook
from dateline.accounts.linking import Link, day
from dateline.accounts.telling import Deed, Telling

Span = tuple[str, str] | None  # first and last day of publication, None where no member bears a day


@dataclass(frozen=True, slots=True)
class Matter:
    """Its id is that of its earliest deed; `links` are those that hold it together, the strongest first."""

    id: str
    deeds: tuple[Deed, ...]
    links: tuple[Link, ...]

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """All tellings by publication."""
        return tuple(sorted((t for d in self.deeds for t in d.tellings), key=lambda t: t.order))


def matters_of(deeds: Sequence[Deed], links: Iterable[Link]) -> tuple[Matter, ...]:
    """The matters of these deeds, by id order of their earliest deed.

    The strongest links come first (Kruskal 1956); one that would stretch a matter over too many days joins nothing,
    unless a named process joins the two. The
    result depends on the sets of deeds and links, not on their order.
    """
    by_id = {d.id: d for d in deeds}
    groups = _Groups(by_id)
    kept = [one for one in sorted(links, key=lambda x: (-x.score, x.left, x.right)) if groups.join(one)]
    members: dict[str, list[Deed]] = {}
    for deed in deeds:
        members.setdefault(groups.root(deed.id), []).append(deed)
    held: dict[str, list[Link]] = {}
    for one in kept:
        held.setdefault(groups.root(one.left), []).append(one)
    found = (_matter(rows, held.get(root, ())) for root, rows in members.items())
    return tuple(sorted(found, key=lambda m: order(m.deeds[0])))


def order(deed: Deed) -> tuple[str, str, int, str]:
    """Deeds by publication, then by place in the report."""
    return deed.tellings[0].order


def _matter(deeds: Iterable[Deed], links: Iterable[Link]) -> Matter:
    rows = tuple(sorted(deeds, key=order))
    return Matter(rows[0].id, rows, tuple(links))


class _Groups:
    """Sets of deeds that grow together, each with the days that it spans."""

    def __init__(self, deeds: Mapping[str, Deed]) -> None:
        self._parent = {key: key for key in deeds}
        self._span: dict[str, Span] = {
            key: (d.published, d.published) if d.published else None for key, d in deeds.items()
        }

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, link: Link) -> bool:
        """Joins the two sets; False where they are one already or would span too many days."""
        one, other = self.root(link.left), self.root(link.right)
        span = _together(self._span[one], self._span[other])
        if one == other or (_days(span) > codebook().limits["span_days"] and not link.is_of_process):
            return False
        self._parent[other] = one
        self._span[one] = span
        return True


def _together(one: Span, other: Span) -> Span:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _days(span: Span) -> int:
    return (day(span[1]) - day(span[0])).days if span else 0
