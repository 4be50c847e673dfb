"""Words compared as a reader compares them: any white space is a space, curly quotation marks are straight ones."""

from __future__ import annotations

import re

SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
PLAIN = {ord(c): " " for c in SPACES} | {ord(c): "'" for c in "‘’ʼ`´"} | {ord(c): '"' for c in "“”„‟«»"}


def plain(text: str) -> str:
    """The text with every white space a space and every quotation mark straight; nothing moves, line ends stay."""
    return text.translate(PLAIN)


def single_spaced(text: str) -> str:
    """The text with each run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def key_of(text: str) -> str:
    """Letters and digits only, case folded: what two printings of the same words share."""
    return re.sub(r"[\W_]+", "", text.casefold())


def title_case(name: str, small: frozenset[str]) -> str:
    """A name printed in capitals as it is otherwise written; other names stay as they are. `small` words stay small."""
    words = name.split(" ")
    return " ".join(_cased(word, small, inner=i > 0) for i, word in enumerate(words))


def _cased(word: str, small: frozenset[str], *, inner: bool) -> str:
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or not all(c.isupper() for c in letters) or re.fullmatch(r"\W*(?:\w\.)+\W*", word):
        return word
    if inner and word.casefold() in small:
        return word.casefold()
    pieces = re.split(r"([-'’/])", word)
    return "".join(_capital(p, small if i else frozenset()) for i, p in enumerate(pieces))


def _capital(piece: str, small: frozenset[str]) -> str:
    if piece.casefold() in small or piece.strip(",.") == "S":
        return piece.casefold()
    at = next((i for i, c in enumerate(piece) if c.isalpha()), 0)
    low = piece[:at] + piece[at : at + 1] + piece[at + 1 :].lower()
    return low[:2] + low[2:3].upper() + low[3:] if low.startswith("Mc") else low
