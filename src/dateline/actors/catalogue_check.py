"""What can be wrong between entries: aliases claimed twice, memberships of nobody, and memberships in circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.actors.entry import Entry
from dateline.actors.names import Name
from dateline.errors import DatelineError, InputError

Where = Mapping[str, str]


class UnknownMemberError(InputError):
    """An entry belongs to an id that no entry has."""

    def __init__(self, entry: str, member: str, where: str) -> None:
        mend = "add that entry or correct the id"
        super().__init__(f"{entry} is member_of {member}, which is no entry", where=where, mend=mend)
        self.member = member


def problems_between(by_id: Mapping[str, Entry], names: Iterable[Name], where: Where) -> tuple[DatelineError, ...]:
    """All problems of a set of entries; `where` gives the place of each id."""
    return (*claimed_twice(names, where), *circles(by_id, where), *unknown_members(by_id, where))


def claimed_twice(names: Iterable[Name], where: Where) -> Iterator[DatelineError]:
    """Names that two entries claim and none declares ambiguous. A demonym may be shared: context decides it."""
    first: dict[tuple[str, ...], Name] = {}
    for name in names:
        other = first.setdefault(name.words, name)
        shared = other.entry != name.entry and not (name.ambiguous or other.ambiguous)
        if shared and name.how == other.how == "alias":
            yield InputError(
                f"the name {name.surface!r} of {name.entry} is claimed by {other.entry} too",
                where=where.get(name.entry, name.entry),
                mend="take it from one of them, or list it under `ambiguous` in both",
            )


def circles(by_id: Mapping[str, Entry], where: Where) -> Iterator[DatelineError]:
    """Memberships that lead back to where they began, each circle told once."""
    done: set[str] = set()
    for start in by_id:
        path: list[str] = []
        circle = _walk(start, by_id, done, path)
        if circle:
            yield InputError(
                "memberships run in a circle: " + " in ".join([*circle, circle[0]]),
                where=where.get(circle[0], circle[0]),
                mend="remove one of these `member_of`",
            )


def _walk(start: str, by_id: Mapping[str, Entry], done: set[str], path: list[str]) -> list[str]:
    """The first circle met from `start`, depth first; empty where there is none. `done` grows with what is clear."""
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        node, leaving = todo.pop()
        if leaving:
            path.pop()
            done.add(node)
        elif node in path:
            done.update(path)
            return path[path.index(node) :]
        elif node not in done and node in by_id:
            path.append(node)
            todo.append((node, True))
            todo.extend((m, False) for m in by_id[node].member_of)
    return []


def unknown_members(by_id: Mapping[str, Entry], where: Where) -> Iterator[DatelineError]:
    """Memberships in an id that no entry has."""
    for entry in by_id.values():
        for member in entry.member_of:
            if member not in by_id:
                yield UnknownMemberError(entry.id, member, where.get(entry.id, entry.id))
