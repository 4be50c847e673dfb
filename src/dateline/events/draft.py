"""A deed as found in one sentence, before its voice, polarity and modality are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record import Participant, Span

READ = "encoder"  # says that no rule found a draft


@dataclass(frozen=True, slots=True)
class Draft:
    """`head` is the token that governs the telling, `words` the tokens that show the deed (the head and what reads with
    it as one), `carried` event nouns that the verb's own sense covers ("lifted the ban"), `also` the heads of
    other words that tell it in the sentence, `act_of` the statement whose cue it is. `confidence` is the rule's own;
    `told` and `agreed` are how likely the encoder takes the words to tell any deed, and one of this type. `under` is
    the shipped type of a deed that the user's codebook gives another, `known` whether the rules know the word as
    such a deed where they found none."""

    type: str
    mode: tuple[str, ...]
    head: int
    words: tuple[int, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    by: str
    confidence: float
    nominal: bool = False
    passive: bool = False
    casualty: bool = False
    stative: bool = False
    act_of: str | None = None
    denied: bool = False
    mutual: bool = False
    also: tuple[int, ...] = field(default=(), repr=False)
    carried: tuple[int, ...] = field(default=(), repr=False)
    targets: tuple[int, ...] = field(default=(), repr=False)
    told: float = 0.0
    agreed: float = 0.0
    known: bool = False
    under: str | None = None

    def span(self, spans: tuple[Span, ...]) -> Span:
        """From the first to the last of its words, by the spans of all tokens."""
        return spans[min(self.words)][0], spans[max(self.words)][1]
