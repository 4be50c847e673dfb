"""The phrases of a dictionary, all in capitals and joined by underscores, as names in a text are written."""

from __future__ import annotations

from functools import cache

from dateline.actors.folding import fold, words_of
from dateline.actors.lexicon import lexicon
from dateline.codebook import vocabulary

SMALL = 3  # letters of a word that may stand in small letters inside a name
ACRONYM, PERHAPS = 4, 6  # letters of one word up to which it is an abbreviation, or may be one
SHORTEST, LONGEST = 2, 5  # words of a person's name


def words_in(phrase: str) -> list[str]:
    """The words of a phrase: underscores and blanks part them, an underscore at the end says that the last is whole."""
    return phrase.replace("_", " ").split()


def names_in(phrase: str, person: bool) -> list[str]:
    """How a phrase may be written: as a name, and where it is one short word also in capitals."""
    words = words_in(phrase)
    if len(words) == 1 and not person and words[0].isalpha() and len(words[0]) <= PERHAPS:
        capitals = words[0].upper()
        return [capitals] if len(capitals) <= ACRONYM else [capitals.capitalize(), capitals]
    return [" ".join(_written(word, i) for i, word in enumerate(words))]


def _written(word: str, i: int) -> str:
    """One word with a capital, or without where it is a small one inside the name."""
    lower = word.lower()
    if i and (lower in lexicon().sets["name_particles"] or lower in _small()) and len(lower) <= SMALL:
        return lower
    if "." in word:
        return word.upper() if len(word.replace(".", "")) <= SMALL else word.title()
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


@cache
def _small() -> frozenset[str]:
    return frozenset(vocabulary("foreign/cameo")["not_persons"])


def is_person(phrase: str, dated: bool) -> bool:
    """Whether a phrase names a person: a few words, none of which is one of an organisation, and an office for a time,
    a given name or a title."""
    words = words_of(" ".join(words_in(phrase)))
    lex = lexicon()
    if not SHORTEST <= len(words) <= LONGEST or set(words) & _small():
        return False
    if any(w in lex.shapes or w in lex.sets["places"] for w in words) or lex.institutions.lengths.get(words[-1]):
        return False
    titled = bool(lex.titles.longest(words, 0)[0]) and not lex.titles.longest(words, len(words) - 1)[0]
    return dated or titled or any(fold(w) in lex.given_names for w in words[:-1])
