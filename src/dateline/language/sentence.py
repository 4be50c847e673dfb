"""Sentences and paragraphs: where they stand, and in which part of the report."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.report import PartKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the text, its tokens as [first, last) in `Analysis.tokens`, its paragraph and part."""

    index: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    part: PartKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its span, and its sentences as [first, last) in `Analysis.sentences`."""

    index: int
    start: int
    end: int
    first: int
    last: int
    part: PartKind
