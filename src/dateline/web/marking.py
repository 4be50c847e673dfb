"""A report's text in pieces that do not overlap, each with what stands there: the text of the report page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.record import Event, Mention, Record, Span, Tie
from dateline.report import Part
from dateline.wording.marks import Labels, anchor

PARAGRAPH = re.compile(r"\S[^\n]*")
DEEPEST = 3  # deeper nesting looks like this depth


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that carry a row: `row` is its id, `kind` what they are to it; those of kind left are unresolved."""

    start: int
    end: int
    kind: str
    row: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a boundary inside. `kinds` are of the stretches over it, `ends` the rows whose label follows."""

    text: str
    kinds: tuple[str, ...]
    rows: tuple[str, ...]
    ends: tuple[str, ...]
    mention: Mention | None
    depth: int
    wanted: bool  # the words that the page is opened for begin here


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its part of the page (None between parts), its pieces, and the rows that belong beside it."""

    start: int
    part: Part | None
    pieces: tuple[Piece, ...]
    rows: tuple[str, ...]


def paragraphs(record: Record, labels: Labels, wanted: Span | None) -> tuple[Paragraph, ...]:
    """The whole text. `wanted` are words that the page is opened for."""
    text = record.report.text
    stretches = sorted(_stretches(record, labels, wanted), key=lambda s: (s.start, -s.end))
    mentions = {m.id: m for m in record.mentions}
    beside = sorted(_beside(record))
    labels_ = sorted(_labels(record))
    spans = [match.span() for match in PARAGRAPH.finditer(text)]
    found, at, noted, placed = [], 0, 0, 0
    open_: list[Stretch] = []
    for i, (start, end) in enumerate(spans):
        until = spans[i + 1][0] if i + 1 < len(spans) else len(text) + 1
        open_ = [s for s in open_ if s.end > start]
        while at < len(stretches) and stretches[at].start < end:
            open_.append(stretches[at])
            at += 1
        rows: list[str] = []
        while noted < len(beside) and beside[noted][0] < until:
            rows.append(beside[noted][2])
            noted += 1
        here = []
        while placed < len(labels_) and labels_[placed][0] <= end:
            here.append((max(labels_[placed][0], start + 1), labels_[placed][1]))
            placed += 1
        cut = tuple(_pieces(text, (start, end), [s for s in open_ if s.end > start], here, mentions))
        found.append(Paragraph(start, _part(record.report.parts, start), cut, tuple(rows)))
    return tuple(found)


def _part(parts: Sequence[Part], offset: int) -> Part | None:
    at = bisect_right(parts, offset, key=lambda p: p.start) - 1
    return parts[at] if at >= 0 and parts[at].end > offset else None


def _stretches(record: Record, labels: Labels, wanted: Span | None) -> Iterator[Stretch]:
    depths = {row.id: _depth(row.id, labels) for row in record.statements}
    for row in record.statements:
        yield from (Stretch(a, b, "content", row.id, depths[row.id]) for a, b in row.content)
        if row.cue:
            yield Stretch(*row.cue, "cue", row.id)
        speakers = ((one.start, one.end) for one in row.speakers)
        yield from (Stretch(a, b, "speaker", row.id) for a, b in speakers if a is not None and b is not None)
    yield from (Stretch(*row.anchor, "deed", row.id) for row in record.events)
    yield from (Stretch(*row.anchor, "tie", row.id) for row in record.ties)
    yield from (Stretch(m.start, m.end, "mention", m.id) for m in record.mentions)
    yield from (Stretch(u.start, u.end, "left", "") for u in record.unresolved)
    yield from (Stretch(p.start, p.end, "dateline", "") for p in record.report.parts if p.kind == "dateline")
    if wanted:
        yield Stretch(*wanted, "words", "")


def _depth(row: str | None, labels: Labels) -> int:
    depth = 0
    while row is not None and depth < DEEPEST:
        said = labels.said.get(row)
        row = said.parent if said else None
        depth += said is not None
    return depth


def _beside(record: Record) -> Iterator[tuple[int, int, str]]:
    """Where each row belongs: place, order, id."""
    for order, row in enumerate(record.statements):
        yield anchor(row), order, row.id
    rest: tuple[Event | Tie, ...] = (*record.events, *record.ties)
    for order, told in enumerate(rest, len(record.statements)):
        yield told.anchor[0], order, told.id


def _labels(record: Record) -> Iterator[tuple[int, str]]:
    """Where the label of each row goes: behind its cue, else behind its words, else behind its speaker."""
    for row in record.statements:
        spans = [row.cue, *row.content, *((one.start or 0, one.end or 0) for one in row.speakers)]
        yield next((span[1] for span in spans if span), 0), row.id
    rest: tuple[Event | Tie, ...] = (*record.events, *record.ties)
    yield from ((told.anchor[1], told.id) for told in rest)


def _pieces(
    text: str, span: Span, inside: Sequence[Stretch], ends: Sequence[tuple[int, str]], mentions: dict[str, Mention]
) -> Iterator[Piece]:
    """The paragraph cut wherever a stretch begins or ends; linear in the stretches that are open at each cut."""
    start, end = span
    borders = (*(p for s in inside for p in (s.start, s.end)), *(p for p, _ in ends))
    places = sorted({start, end, *(p for p in borders if start < p < end)})
    waiting = sorted(inside, key=lambda s: s.start)
    open_: list[Stretch] = []
    at = 0
    for here, there in pairwise(places):
        open_ = [s for s in open_ if s.end > here]
        while at < len(waiting) and waiting[at].start <= here:
            open_.append(waiting[at])
            at += 1
        yield _piece(text[here:there], here, open_, tuple(row for p, row in ends if p == there), mentions)


def _piece(
    words: str, here: int, over: Sequence[Stretch], ends: tuple[str, ...], mentions: dict[str, Mention]
) -> Piece:
    named = [mentions[s.row] for s in over if s.kind == "mention"]
    return Piece(
        words,
        tuple(dict.fromkeys(s.kind for s in over)),
        _ids(s for s in over if s.kind != "mention"),
        ends,
        min(named, key=lambda m: m.end - m.start, default=None),
        max((s.depth for s in over if s.kind == "content"), default=0),
        any(s.kind == "words" and s.start == here for s in over),
    )


def _ids(stretches: Iterable[Stretch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.row for s in stretches if s.row))
