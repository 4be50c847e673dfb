"""The analysis: a report's sentences, tokens and quotations, read once and shared by every later stage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.language.quotation import Quotation
from dateline.language.sentence import Paragraph, Sentence
from dateline.language.token import Token

if TYPE_CHECKING:
    from dateline.language.encoding import Encoding


@dataclass(frozen=True)
class Analysis:
    """What language says of one report. Nothing in it knows which library found it."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    known_encoding: Encoding | None = field(default=None, repr=False, compare=False)

    @cached_property
    def encoding(self) -> Encoding:
        """What the encoder reads in these tokens: read once, when first asked for."""
        if self.known_encoding is not None:
            return self.known_encoding
        from dateline.language.encoder import Encoder

        return Encoder.shipped().read(self)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.start for q in self.quotations]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices of its dependents, left to right."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index and token.head >= 0:
                below[token.head].append(token.index)
        return tuple(tuple(b) for b in below)

    def token_at(self, offset: int) -> int | None:
        """The index of the token that covers a code point, or None."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and self.tokens[i].end > offset else None

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin inside [start, end)."""
        i = bisect_right(self._starts, start - 1)
        j = bisect_right(self._starts, end - 1)
        return self.tokens[i:j]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers a code point, or None."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 and self.sentences[i].end > offset else None

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def subtree(self, index: int) -> tuple[int, ...]:
        """The indices of a token and everything below it, in order of the text."""
        found, todo = set(), [index]
        while todo:
            i = todo.pop()
            if i not in found:
                found.add(i)
                todo.extend(self.children[i])
        return tuple(sorted(found))

    def subtree_span(self, index: int) -> tuple[int, int]:
        """[start, end) from the first to the last token below a token, itself included."""
        below = self.subtree(index)
        return self.tokens[below[0]].start, self.tokens[below[-1]].end

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that covers a code point, or None."""
        i = bisect_right(self._quotation_starts, offset) - 1
        return self.quotations[i] if i >= 0 and self.quotations[i].end > offset else None
