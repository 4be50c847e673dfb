"""Comparing actors by name, as the gold guide asks: through the gold's own actors, or by the words of a description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

WORD = re.compile(r"\w+")
STOP = frozenset({"the", "a", "an", "of", "and"})


class Names:
    """Decides whether two names mean the same actor of one gold collection."""

    def __init__(self, actors: Iterable[Mapping[str, Any]]) -> None:
        self._canonical: dict[str, str] = {}
        for actor in actors:
            for name in [actor["name"], *actor.get("aliases", [])]:
                self._canonical.setdefault(name.casefold(), actor["name"])
        self._known = set(self._canonical.values())

    def same(self, a: str, b: str) -> bool:
        """Whether both are one actor; descriptions match when they share at least half of the shorter one's words."""
        a, b = (self._canonical.get(x.casefold().strip(), x) for x in (a, b))
        if a == b:
            return True
        if a in self._known and b in self._known:
            return False
        x, y = (_content_words(s) for s in (a, b))
        shared = len(x & y)
        return bool(x and y) and shared / min(len(x), len(y)) >= 0.5 and shared / max(len(x), len(y)) >= 0.34

    def share(self, these: Sequence[str], those: Sequence[str]) -> bool:
        """Whether two lists have an actor in common, or are both empty."""
        return (not these and not those) or any(self.same(a, b) for a in these for b in those)


def _content_words(name: str) -> set[str]:
    return {w for w in WORD.findall(name.casefold()) if w not in STOP}
