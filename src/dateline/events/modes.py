"""The mode of a deed: what the words of its sentence show, then those of the next one where it goes on about the deed.

A word that tells more exactly how it was done goes before the deed's own verb: jets that bomb are `aerial`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook import Codebook
from dateline.events.draft import Draft
from dateline.events.page import Page
from dateline.language import Sentence, Token

NEAR = 12  # tokens on either side that count as the deed's clause
LONGEST = 4  # tokens in a phrase, at most
BY_MEANS = ("ASSAULT",)  # the types whose modes are means, which the next sentence may tell


@dataclass(frozen=True, slots=True)
class _Shown:
    """A mode that words show, and how far they stand from the deed, in tokens."""

    mode: str
    away: int


def modes_of(page: Page, draft: Draft) -> tuple[str, ...]:
    """The modes, most often one or none."""
    sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
    if sentence is None or (draft.act_of and not draft.mode):
        return draft.mode
    near = page.tokens[max(sentence.first, draft.head - NEAR) : min(sentence.last, draft.head + NEAR)]
    found = _best(page, draft, _shown(page, draft, near))
    if found or draft.mode or draft.type not in BY_MEANS:
        return found or draft.mode
    after = _next_about(page, sentence)
    return _best(page, draft, _shown(page, draft, page.analysis.tokens_of(after))) if after else ()


def _best(page: Page, draft: Draft, shown: Sequence[_Shown]) -> tuple[str, ...]:
    """The nearest mode that no other one shown tells more exactly; beside the verb's own only one that does so."""
    over = _over(draft.type, page.codebook)
    if draft.mode:
        shown = [s for s in shown if set(over.get(s.mode, ())) & set(draft.mode)]
    beaten = {weaker for s in shown for weaker in over.get(s.mode, ())}
    left = [s for s in shown if s.mode not in beaten] or list(shown)
    return (min(left, key=lambda s: s.away).mode,) if left else ()


def _shown(page: Page, draft: Draft, tokens: Sequence[Token]) -> list[_Shown]:
    triggers = _triggers(draft.type, page.codebook)
    return [_Shown(triggers[phrase], abs(at - draft.head)) for phrase, at in _phrases(tokens, triggers)]


def _phrases(tokens: Sequence[Token], triggers: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The phrases among the tokens, the longest at each place, as written or as lemmas, and where they begin."""
    rows = ([t.lower for t in tokens], [t.lemma.casefold() for t in tokens])
    i = 0
    while i < len(tokens):
        here = (" ".join(row[i : i + n]) for n in range(min(LONGEST, len(tokens) - i), 0, -1) for row in rows)
        phrase = next((p for p in here if p in triggers), None)
        if phrase is not None:
            yield phrase, tokens[i].index
        i += phrase.count(" ") + 1 if phrase is not None else 1


def _next_about(page: Page, sentence: Sentence) -> Sentence | None:
    """The sentence after, where it is of the same paragraph and begins with a word that points back."""
    number = sentence.index + 1
    after = page.analysis.sentences[number] if number < len(page.analysis.sentences) else None
    if after is None or after.paragraph != sentence.paragraph:
        return None
    points = page.codebook.vocabulary("plover").get("pointing_back", ())
    return after if page.tokens[after.first].lower in points else None


@cache
def _triggers(kind: str, book: Codebook) -> Mapping[str, str]:
    """The words of a type's modes; a word that two modes claim is that of the first."""
    found: dict[str, str] = {}
    for code, mode in _modes(kind, book).items():
        for word in mode["words"]:
            found.setdefault(" ".join(word.casefold().replace("-", " - ").split()), code)
    return found


@cache
def _over(kind: str, book: Codebook) -> Mapping[str, tuple[str, ...]]:
    """Each mode with those that it tells more exactly."""
    return {code: tuple(mode.get("over", ())) for code, mode in _modes(kind, book).items()}


def _modes(kind: str, book: Codebook) -> Mapping[str, Mapping[str, list[str]]]:
    modes: Mapping[str, Mapping[str, list[str]]] = book.vocabulary("plover")["types"][kind].get("modes") or {}
    return modes
