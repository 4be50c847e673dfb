"""What is found before it is settled: drafts of mentions, and what is still wanted of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.actors.lexicon import Institution, Pronoun, RoleNoun
from dateline.record import ActorRef

Form = Literal["name", "adjective", "description", "pronoun", "compound"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A span of tokens [first, last) and whom it refers to; no actors where that must be found in the report.

    `words` are the folded words that describe it (for descriptions that come later), `kinds` the kinds of actor that a
    description may take, `head` its head token; `body` and `noun` what it is a body or a noun of;
    `name_head` is the last word of a person's name. `thing` marks machines and doings that
    stand for their owner. `about` are actors it stands with ("the Kurdish official": Kurds).
    """

    first: int
    last: int
    head: int
    form: Form
    how: str
    confidence: float
    actors: tuple[ActorRef, ...] = ()
    kind: str | None = None
    plural: bool = False
    gender: str | None = None
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    about: tuple[ActorRef, ...] = ()
    pronoun: Pronoun | None = None
    definite: bool = False
    body: Institution | None = None
    noun: RoleNoun | None = None
    name_head: int | None = None
    thing: bool = False

    @property
    def length(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first
