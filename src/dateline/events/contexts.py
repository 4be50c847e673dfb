"""The contexts of a paragraph, by the words in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from dateline.codebook import Codebook
from dateline.events.page import Page

LONGEST = 3  # words in a trigger, at most


def contexts_by_paragraph(page: Page, paragraphs: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The contexts of these paragraphs, each read once."""
    return {paragraph: _contexts_of(page, paragraph) for paragraph in set(paragraphs)}


def _contexts_of(page: Page, paragraph: int) -> tuple[str, ...]:
    """The codes that hold for a paragraph, in the order of the codebook."""
    book = page.analysis.paragraphs[paragraph]
    tokens = page.analysis.tokens[
        page.analysis.sentences[book.first].first : page.analysis.sentences[book.last - 1].last
    ]
    lemmas, words = [t.lemma for t in tokens], [t.lower for t in tokens]
    phrases = {
        " ".join(row[i : i + n]) for row in (lemmas, words) for n in range(1, LONGEST + 1) for i in range(len(row))
    }
    found = {code for phrase in phrases for code in _triggers(page.codebook).get(phrase, ())}
    return tuple(code for code in page.codebook.vocabulary("contexts")["contexts"] if code in found)


@cache
def _triggers(book: Codebook) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for code, entry in book.vocabulary("contexts")["contexts"].items():
        for word in entry["words"]:
            table.setdefault(word.casefold(), []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}
