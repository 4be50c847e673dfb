"""The names of an entry: every form of words by which it may stand in a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dateline.actors.entry import Entry
from dateline.actors.folding import words_of
from dateline.actors.kinds import kinds

How = Literal["alias", "demonym", "metonym"]


class Name(NamedTuple):
    """One form of words: `words` folded, `surface` as written, and by which way it leads to the entry.

    `caps` says for each word how it must be written: `A` all capitals, `a` a capital first, `-` any case.
    """

    words: tuple[str, ...]
    surface: str
    entry: str
    how: How
    caps: str
    ambiguous: bool = False
    plural: bool = False


def names_of(entry: Entry) -> Iterator[Name]:
    """All names of an entry, the canonical one first; forms that differ only in capitals are one (the looser rule)."""
    forms: dict[tuple[tuple[str, ...], How], tuple[str, str]] = {}
    for surface, how in _forms(entry):
        words, caps = _worded(surface)
        if words:
            first = forms.get((words, how))
            forms[words, how] = (first[0], _looser(first[1], caps)) if first else (surface, caps)
    doubtful = {words_of(n) for n in entry.ambiguous}
    for (words, how), (surface, caps) in forms.items():
        yield Name(words, surface, entry.id, how, caps, words in doubtful, _is_plural(entry, words, how))
        many = (*words[:-1], words[-1] + "s")
        if how == "alias" and _takes_plural(entry, words) and caps[-1] == "a" and not words[-1].endswith("s"):
            yield Name(many, surface, entry.id, how, caps, words in doubtful, True)


def _takes_plural(entry: Entry, words: tuple[str, ...]) -> bool:
    """Whether "s" makes another form: of a people, and of groups named by one word ("Houthi")."""
    return entry.kind == "people" or (entry.kind in kinds().many and len(words) == 1)


def _looser(one: str, other: str) -> str:
    """Of two case rules for the same words, what both allow."""
    return "".join(max(pair, key="Aa-".index) for pair in zip(one, other, strict=True))


def _forms(entry: Entry) -> Iterator[tuple[str, How]]:
    place = entry.kind == "place-metonym"
    for surface in (entry.name, *entry.aliases):
        yield surface, "metonym" if place else "alias"
    for surface in entry.demonyms:
        yield surface, "demonym"
        if surface.endswith(("n", "i", "o")) and surface[:1].isupper():
            yield surface + "s", "demonym"
    for surface in (*((entry.capital,) if entry.capital else ()), *entry.metonyms):
        yield surface, "metonym"


def _worded(surface: str) -> tuple[tuple[str, ...], str]:
    """Folded words and their case rule. A title's own "The" is optional; a lower-case "the" belongs to the name."""
    words = words_of(surface)
    if surface.startswith("The ") and len(words) > 1:
        surface, words = surface[4:], words[1:]
    if surface == surface.lower():
        return words, "-" * len(words)
    written = [w for w in surface.replace("-", " ").split() if any(c.isalnum() for c in w)]
    if len(written) != len(words):
        return words, "a" + "-" * (len(words) - 1)
    return words, "".join(_case(w) for w in written)


def _case(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "A"
    return "a" if letters and (letters[0].isupper()) else "-"


def _is_plural(entry: Entry, words: tuple[str, ...], how: How) -> bool:
    """Whether a form is a plural: Syrians, Houthis, Syrian Democratic Forces; not ISIS or Hamas."""
    if not words[-1].endswith("s") or (how != "demonym" and entry.kind not in kinds().many):
        return False
    singular = (*words[:-1], words[-1][:-1])
    return how == "demonym" or len(words) > 1 or any(words_of(n) == singular for n in (*entry.aliases, *entry.demonyms))
