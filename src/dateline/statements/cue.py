"""Cues: the words that attribute, read from the codebook and found in a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dateline.codebook import SHIPPED, Codebook, vocabulary
from dateline.language import Analysis, Token

Part = Literal["verb", "noun", "adjective", "phrase"]
SKIPPED = frozenset({"ADV", "DET", "ADJ", "PART"})  # may stand between the words of a cue: "made it very clear"
GAP = 2
SHORT = 6  # before a short word (a preposition) no adjective is skipped: "speak good about" is no "speak about"
LONG_GAP = 9  # "quoted the head of the mission as saying"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of cues.yaml; the file says what each key means."""

    words: tuple[str, ...]
    part: Part
    stance: str
    takes: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    act: str | None = None
    mode: str | None = None
    holds: str = "affirmed"
    distance: bool = False
    only_negated: bool = False
    negated: str | None = None
    about_claims: str | None = None
    force: str | None = None
    infinitive_stance: str | None = None
    subjects: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A cue in the text, tokens `first` to `last`; `anchor` is the verb, noun or adjective that governs."""

    cue: Cue
    anchor: int
    first: int
    last: int


@cache
def cues(part: Part, book: Codebook = SHIPPED) -> Mapping[str, tuple[Cue, ...]]:
    """The cues of one part of speech by their first word, the longest first."""
    rows: dict[str, list[Cue]] = {}
    for entry in book.vocabulary("cues")[_section(part)]:
        cue = _cue(entry, part)
        rows.setdefault(cue.words[0].casefold(), []).append(cue)
    return {first: tuple(sorted(found, key=lambda c: -len(c.words))) for first, found in rows.items()}


@cache
def words_of(name: str) -> frozenset[str]:
    """A plain word list of cues.yaml (`claims`, `force`, `documents`, …)."""
    return frozenset(vocabulary("cues")[name])


def occurrences(analysis: Analysis, part: Part, codebook: Codebook = SHIPPED) -> Iterator[Occurrence]:
    """Every cue of one part of speech, in order; several for one word where several entries fit, the longest first."""
    book = cues(part, codebook)
    for token in analysis.tokens:
        if not _fits(token, part):
            continue
        for cue in book.get(_key(token, part), ()):
            last = _last_word(analysis, token, cue)
            if last is not None:
                yield Occurrence(cue, token.index, token.index, last)


def _section(part: Part) -> str:
    return f"{part}s"


def _cue(entry: Mapping[str, Any], part: Part) -> Cue:
    sets = ("takes", "prepositions", "objects")
    keys: dict[str, Any] = {k: frozenset(v) if k in sets else v for k, v in entry.items() if k != "cue"}
    return Cue(words=tuple(entry["cue"].split()), part=part, **keys)


def _key(token: Token, part: Part) -> str:
    return token.lower if part in ("phrase", "adjective") else token.lemma


def _fits(token: Token, part: Part) -> bool:
    if part == "verb":
        return token.pos in ("VERB", "AUX")
    if part == "noun":
        return token.pos == "NOUN"
    if part == "adjective":
        return token.pos == "ADJ" or token.tag in ("VBN", "VBD")
    return True


def _last_word(analysis: Analysis, token: Token, cue: Cue) -> int | None:
    """The index of the cue's last word where all its words stand in order after its first, else None."""
    at = token.index
    room = LONG_GAP if cue.speaker == "passive" else GAP
    for word in cue.words[1:]:
        found = _next(analysis, at, word, room, free=cue.speaker == "passive")
        if found is None:
            return None
        at = found
    return at


def _next(analysis: Analysis, at: int, word: str, room: int, *, free: bool) -> int | None:
    for token in analysis.tokens[at + 1 : at + 2 + room]:
        if word in (token.lower, token.lemma):
            return token.index
        if not free and (token.pos not in SKIPPED or (token.pos == "ADJ" and len(word) < SHORT)):
            return None
        if token.text in ".;:":
            return None
    return None
