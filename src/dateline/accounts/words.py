"""Words of a telling as they are compared across reports: stems of content words, names kept apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.accounts.codebook import codebook
from dateline.codebook import vocabulary
from dateline.record import Span

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SENTENCE_END = re.compile(r"(?:[.!?…][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+)")
SPACE = re.compile(r"\s")
NEAR = 90  # code points on either side of a deed's anchor whose words tell it
SUFFIXES = ("'s", "’s", "s'", "s’")
ENDINGS = ("ings", "ing", "ers", "ed", "es", "er", "s")


@dataclass(frozen=True)
class Sentences:
    """Where the sentences of a text begin, and its length; a plain cut is enough to find the words around an anchor."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> Sentences:
        """The sentences of a text."""
        return cls((0, *(m.end() for m in SENTENCE_END.finditer(text))), len(text))

    def number(self, offset: int) -> int:
        """The number of the sentence at a code point."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def with_phrase(self, text: str, phrases: Iterable[str]) -> Iterator[Span]:
        """The sentences that hold one of some phrases, in order."""
        plain = SPACE.sub(" ", text.casefold()) if len(text.casefold()) == len(text) else text
        found = {self.number(m.start()) for phrase in phrases for m in re.finditer(re.escape(phrase), plain)}
        for number in sorted(found):
            yield self.around((self.starts[number], self.starts[number] + 1))

    def around(self, span: Span) -> Span:
        """The sentence, or sentences, that a span lies in."""
        last = self.number(max(span[0], span[1] - 1)) + 1
        return self.starts[self.number(span[0])], self.starts[last] if last < len(self.starts) else self.length


def near(span: Span, sentence: Span, width: int = NEAR) -> Span:
    """The part of the sentence near a span."""
    return max(sentence[0], span[0] - width), min(sentence[1], span[1] + width)


def content_words(text: str, span: Span) -> tuple[str, ...]:
    """Stems of the words in a span that are not too common, without doubles, in order."""
    common = codebook().common
    found = (m.group().casefold() for m in WORD.finditer(text, *span))
    return tuple(dict.fromkeys(stem(w) for w in found if w not in common and len(w) > 2 and not w.isdigit()))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its commonest endings: "shelling" and "shelled" are "shell"."""
    for suffix in SUFFIXES:
        word = word.removesuffix(suffix)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and (word[-1] == word[-2] or word[-1] == "e") else word


@cache
def deed_words() -> frozenset[str]:
    """Stems of the words that name kinds of deed ("attack", "sanction"): they tell the type, not which deed it was."""
    patterns = [
        p for sense in vocabulary("deeds")["senses"] for p in (*sense.get("verbs", ()), *sense.get("nouns", ()))
    ]
    heads = (re.split(r"[ +@]", pattern)[0] for pattern in patterns)
    return frozenset(stem(word) for head in heads for word in WORD.findall(head.replace("_", " ")))
