"""Words as they are compared: without case, diacritics, apostrophes, dots or hyphens."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from dateline.language.token import Token
from dateline.language.tokenizer import tokenize

LONGEST = 80  # letters of a word that are compared: nobody's name is longer, and a page of one word costs no more


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The letters and digits of a word, case folded, without diacritics and the signs of transliteration (ʿ, ʾ):
    `Raʿs` is `ras`, `U.S.` is `us`."""
    if word.isascii() and word.isalpha():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word[:LONGEST])
    return "".join(c for c in plain if c.isalnum() and unicodedata.category(c) != "Lm").casefold()


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name, cut as the text of a report is cut; marks alone fall out."""
    return tuple(w for a, b in tokenize(text, 0, len(text)) if (w := fold(text[a:b])))


def fold_token(token: Token) -> str:
    """A token as names are compared; empty for a mark."""
    return fold(token.text)
