"""The kinds of actor, and what may be said of each: read from actor_kinds.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.codebook import vocabulary


@dataclass(frozen=True, slots=True)
class Kinds:
    """Sets of kinds: all; those that may own fighters and officials; those that "they" takes up; bodies of a state;
    those whose names have a plural."""

    all: frozenset[str]
    sides: frozenset[str]
    plural: frozenset[str]
    bodies: frozenset[str]
    many: frozenset[str]


@cache
def kinds() -> Kinds:
    """The kinds of the shipped codebook."""
    rows = vocabulary("actor_kinds")["kinds"]

    def having(flag: str) -> frozenset[str]:
        return frozenset(r["code"] for r in rows if r.get(flag))

    return Kinds(frozenset(r["code"] for r in rows), having("side"), having("plural"), having("body"), having("many"))
