"""What the generators hand to the merge step: a possible statement, before anybody is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record import Span
from dateline.statements.cue import Occurrence


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker's words, tokens `first` to `last`; `head` is the token that says who it is.

    In "the envoy, who said", the words are "who" and the head is "envoy".
    """

    head: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible statement. Spans count code points; `by` names the rule or model; `continues` is set where the words
    have no cue of their own and belong to whoever spoke last, `read` where the encoder found the cue too."""

    by: str
    confidence: float
    content: tuple[Span, ...]
    cue: Span | None = None
    occurrence: Occurrence | None = None
    voices: tuple[Voice, ...] = ()
    stance: str = "say"
    denied: bool = False
    direct: bool = False
    continues: bool = False
    read: bool = False

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        spans = [*self.content, *([self.cue] if self.cue else [])]
        return min(s for s, _ in spans)
