"""Which statement stands in which: the parent is the innermost one whose content holds another's cue."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.statements.candidate import Candidate


def parents(candidates: Sequence[Candidate]) -> tuple[int | None, ...]:
    """For each candidate (ordered by start) the position of its parent, or None. One sweep from left to right."""
    opens = sorted((s, -e, n) for n, c in enumerate(candidates) for s, e in c.content)
    asked = sorted((_place(c), n) for n, c in enumerate(candidates))
    found: list[int | None] = [None] * len(candidates)
    stack: list[tuple[int, int]] = []  # (end, position) of the contents that are open
    at = 0
    for place, n in asked:
        while at < len(opens) and opens[at][0] <= place:
            start, minus_end, holder = opens[at]
            stack = [(e, h) for e, h in stack if e > start]
            stack.append((-minus_end, holder))
            at += 1
        stack = [(e, h) for e, h in stack if e > place]
        found[n] = next((h for e, h in reversed(stack) if h != n and _holds(candidates[h], candidates[n])), None)
    return tuple(found)


def _place(candidate: Candidate) -> int:
    return candidate.cue[0] if candidate.cue else candidate.content[0][0]


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Two candidates with the very same content do not hold each other, unless only the inner one has no cue."""
    return inner.cue is not None or outer.content != inner.content
