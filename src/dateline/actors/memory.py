"""Who has been spoken of so far: the antecedents that descriptions and pronouns choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.actors.draft import Draft
from dateline.actors.page import Page
from dateline.record import ActorRef

REACH = 60  # antecedents looked at: keeps the work for each reference bounded on any page


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing spoken of: the actors (none for a mere thing), and what a later word may ask of it."""

    token: int
    head: int
    sentence: int
    paragraph: int
    part: str
    actors: tuple[ActorRef, ...]
    kind: str | None
    plural: bool
    gender: str | None
    words: frozenset[str]
    about: tuple[ActorRef, ...]
    subject: bool
    object: bool
    quoted: bool
    named: bool
    possessor: bool = False
    thing: bool = False
    all_kinds: frozenset[str | None] = frozenset()

    def all_in(self, kinds: frozenset[str]) -> bool:
        """Whether all its actors are of some kinds."""
        return (self.all_kinds or {self.kind}) <= kinds

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its actors."""
        return tuple(a.name for a in self.actors)


@dataclass
class Memory:
    """What one pass over one report has seen; made and thrown away by that pass."""

    seen: list[Seen] = field(default_factory=list)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    abouts: dict[str, tuple[ActorRef, ...]] = field(default_factory=dict)
    speaker: Seen | None = None
    singular: set[str] = field(default_factory=set)
    owners: dict[int, tuple[Seen, float]] = field(default_factory=dict)

    def add(self, seen: Seen, speaks: bool) -> None:
        """Remember something spoken of; what words and gender were told of an actor stay with its name."""
        self.seen.append(seen)
        for name in seen.names if len(seen.actors) == 1 else ():
            self.words[name] = self.words.get(name, frozenset()) | seen.words
            self.abouts[name] = (*self.abouts.get(name, ()), *seen.about)[:6]
            if seen.gender in ("m", "f"):
                self.genders[name] = seen.gender
        if speaks and seen.actors:
            self.speaker = seen

    def latest(self) -> Iterator[Seen]:
        """What was seen last, first; a bounded number."""
        return iter(self.seen[: -REACH - 1 : -1])

    def gender(self, seen: Seen) -> str | None:
        """The gender known of a single actor."""
        return self.genders.get(seen.names[0], seen.gender) if len(seen.actors) == 1 else None

    def described(self, seen: Seen) -> frozenset[str]:
        """All words by which its actors have been described so far."""
        return seen.words.union(*(self.words.get(n, frozenset()) for n in seen.names))

    def about(self, seen: Seen) -> tuple[ActorRef, ...]:
        """What its actors have been said to belong to."""
        return (*seen.about, *(a for n in seen.names for a in self.abouts.get(n, ())))


def seen_of(page: Page, draft: Draft, quoted: bool) -> Seen:
    """A settled draft as an antecedent."""
    sentence = page.sentence(draft.head)
    dep = role_of(page, draft.head)
    return Seen(
        draft.first, draft.head, sentence.index, sentence.paragraph, sentence.part, draft.actors, draft.kind,
        draft.plural or len(draft.actors) > 1, draft.gender, draft.words, draft.about,
        dep in ("nsubj", "nsubjpass", "agent") or _topic(page, draft.head), dep in ("dobj", "dative"), quoted,
        draft.form != "pronoun", page.token(draft.head).dep == "poss", draft.thing or not draft.actors,
    )  # fmt: skip


def _topic(page: Page, i: int) -> bool:
    """Whether a token stands as "of …" inside a subject that is no person: "the goal of Velmora is"."""
    token = page.token(i)
    if token.dep != "pobj" or page.token(token.head).lower != "of":
        return False
    noun = page.token(page.token(token.head).head)
    return noun.dep in ("nsubj", "nsubjpass") and noun.index not in page.titles.covering


def role_of(page: Page, i: int) -> str:
    """The syntactic relation of a token; coordinated and apposed ones take that of the first."""
    token, steps = page.token(i), 0
    while token.dep in ("conj", "appos") and token.head != token.index and steps < 8:
        token, steps = page.token(token.head), steps + 1
    return token.dep


def governor(page: Page, i: int) -> int:
    """The verb that governs a token as its subject or object (through prepositions and coordination)."""
    token, steps = page.token(i), 0
    while token.head != token.index and steps < 12:
        token, steps = page.token(token.head), steps + 1
        if token.pos in ("VERB", "AUX"):
            break
    return token.index


def speaks(page: Page, i: int) -> bool:
    """Whether a token is the subject of a verb of speech, or stands after "according to"."""
    token = page.token(i)
    if token.dep == "appos" and token.head != i:
        token = page.token(token.head)
    if token.dep in ("nsubj", "nsubjpass"):
        return page.token(token.head).lemma in page.lexicon.sets["speech_verbs"]
    return (
        token.dep == "pobj" and page.token(token.head).lower == "to" and page.token(token.head - 1).lower == "according"
    )
