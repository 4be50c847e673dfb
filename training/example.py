"""One text with its labels, and the pieces of it that one forward pass reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.language.analysis import Analysis
from dateline.language.chunks import Chunk, chunks_of
from dateline.language.pieces import pieces_of, shapes_of

UNLABELLED = -100
Range = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Token ranges of one gold attribution."""

    cue: Range
    speakers: tuple[Range, ...]
    contents: tuple[Range, ...]


@dataclass(frozen=True)
class Pair:
    """Two token ranges and the place of their type in `TYPES`."""

    actor: Range
    recipient: Range
    label: int


@dataclass(frozen=True)
class Deed:
    """Token ranges of one marked deed: the words that tell it, who does it and to whom."""

    anchor: Range
    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]


@dataclass(frozen=True)
class Example:
    """A text's outline with whatever labels its data set has; a layer that is missing is not learned from it."""

    id: str
    outline: Analysis
    layers: dict[str, list[int]] = field(default_factory=dict)
    heads: list[int] | None = None
    relations: list[int] | None = None
    attributions: tuple[Attribution, ...] | None = None
    pairs: tuple[Pair, ...] = ()
    deeds: tuple[Deed, ...] = ()

    def items(self, longest: int) -> Iterator[Item]:
        """The chunks of the text, each with its share of the labels."""
        pieces, shapes = pieces_of(self.outline), shapes_of(self.outline)
        for chunk in chunks_of(self.outline, pieces, shapes, longest):
            yield Item(self, chunk)


@dataclass(frozen=True)
class Item:
    """A chunk of an example."""

    example: Example
    chunk: Chunk

    def without_stop(self) -> Item:
        """The same where the full stop after a title cannot be seen: PolNeAR's titles end in one, real ones do not."""
        outline = self.example.outline
        end = outline.sentences[outline.paragraphs[0].last - 1].last - 1
        if outline.paragraphs[0].part != "title" or not self.chunk.first < end < self.chunk.last:
            return self
        if outline.tokens[end].text != ".":
            return self
        ids = list(self.chunk.ids)
        ids[self.chunk.at[end - self.chunk.first]] = 0
        return replace(self, chunk=replace(self.chunk, ids=tuple(ids)))

    def layer(self, name: str) -> list[int]:
        values = self.example.layers.get(name)
        a, b = self.chunk.first, self.chunk.last
        return values[a:b] if values is not None else [UNLABELLED] * (b - a)

    def sentences(self) -> list[int]:
        """The sentence number of every token."""
        rows = [s for s in self.example.outline.sentences if s.first < self.chunk.last and s.last > self.chunk.first]
        return [s.index for s in rows for _ in range(max(s.first, self.chunk.first), min(s.last, self.chunk.last))]

    def heads(self) -> list[int]:
        """Governors within the chunk; unlabelled where the governor lies outside it."""
        a, b = self.chunk.first, self.chunk.last
        if self.example.heads is None:
            return [UNLABELLED] * (b - a)
        return [h - a if a <= h < b else UNLABELLED for h in self.example.heads[a:b]]

    def relations(self) -> list[int]:
        a, b = self.chunk.first, self.chunk.last
        return self.example.relations[a:b] if self.example.relations is not None else [UNLABELLED] * (b - a)

    def attributions(self) -> list[Attribution]:
        """Those whose cue lies in the chunk, in the chunk's own token numbers, cut at its edges."""
        return [
            Attribution(self._cut([a.cue])[0], tuple(self._cut(a.speakers)), tuple(self._cut(a.contents)))
            for a in self.example.attributions or ()
            if self._cut([a.cue])
        ]

    def deeds(self) -> list[Deed]:
        """Those whose anchor lies in the chunk, in the chunk's own token numbers."""
        return [
            Deed(self._cut([d.anchor])[0], tuple(self._cut(d.actors)), tuple(self._cut(d.recipients)))
            for d in self.example.deeds
            if self._cut([d.anchor])
        ]

    def pairs(self) -> list[Pair]:
        found = []
        for pair in self.example.pairs:
            spans = self._cut([pair.actor, pair.recipient])
            if len(spans) == 2:
                found.append(Pair(spans[0], spans[1], pair.label))
        return found

    def _cut(self, spans: tuple[Range, ...] | list[Range]) -> list[Range]:
        a, b = self.chunk.first, self.chunk.last
        cut = [(max(x, a) - a, min(y, b) - a) for x, y in spans]
        return [s for s in cut if s[0] < s[1]]
