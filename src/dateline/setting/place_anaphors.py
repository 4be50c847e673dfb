"""`The town`, `this border town`, `there`: words that stand for the place named last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.codebook import vocabulary
from dateline.language import Analysis, Sentence, Token
from dateline.record import PlaceRow
from dateline.report import Report

MODIFIERS = 2  # words between the article and its noun: "the besieged border town"
REACH = 6  # sentences back to the place that is meant


def with_anaphors(analysis: Analysis, report: Report, rows: Sequence[PlaceRow]) -> tuple[PlaceRow, ...]:
    """The rows in order, with those of words that stand for one of them."""
    found = list(rows)
    for sentence in analysis.sentences:
        for first, last in _pointing(analysis, sentence):
            meant = _meant(analysis, report, rows, first, last)
            if meant is not None:
                start, end = first.start, last.end
                text, way = analysis.text[start:end], "named before"
                found.append(replace(meant, id=f"p{start}-{end}", start=start, end=end, text=text, decided_by=way))
    return tuple(sorted(found, key=lambda row: (row.start, row.end)))


def _pointing(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """The words of a sentence that stand for a place: first and last token."""
    nouns = vocabulary("places")["anaphors"]
    for token in analysis.tokens_of(sentence):
        if token.lower == "there" and token.dep == "advmod":
            yield token, token
        if token.pos == "NOUN" and token.lower in nouns and not _is_named(analysis, token, sentence):
            article = _article(analysis, token, sentence)
            if article is not None:
                yield article, token


def _article(analysis: Analysis, noun: Token, sentence: Sentence) -> Token | None:
    for k in range(noun.index - 1, max(sentence.first, noun.index - MODIFIERS - 1) - 1, -1):
        token = analysis.tokens[k]
        if token.lower in ("the", "this", "that"):
            return token
        if token.pos not in ("ADJ", "NOUN", "VERB", "ADV") or token.text[0].isupper():
            return None
    return None


def _is_named(analysis: Analysis, noun: Token, sentence: Sentence) -> bool:
    """Whether a name follows: `the town of Karst`, `the town Karst`; `the town hall` is no town."""
    after = analysis.tokens[noun.index + 1 : min(noun.index + 3, sentence.last)]
    if not after:
        return False
    beside = after[0].pos in ("PROPN", "NOUN") or after[0].text in ("-", "'s", "’s")
    return beside or (after[0].lower == "of" and len(after) > 1)


def _meant(analysis: Analysis, report: Report, rows: Sequence[PlaceRow], first: Token, last: Token) -> PlaceRow | None:
    """The place that the words stand for: with `this` that of the dateline, else the town or the place named last."""
    if first.lower == "this":
        part = next((p for p in report.parts if p.kind == "dateline"), None)
        return next((r for r in rows if part and part.start <= r.start < part.end), None)
    at = bisect_left(rows, first.start, key=lambda row: row.start)
    near = [r for r in rows[max(0, at - REACH) : at] if _is_near(analysis, r, first)]
    fitting: Iterable[PlaceRow] = reversed(near)
    if first is not last:
        towns = [r for r in fitting if r.precision in ("town", "unknown") and not _is_thing(r)]
        fitting = [r for r in towns if _is_called(analysis, r, last.lower)] or towns
    return next(iter(fitting), None)


def _is_called(analysis: Analysis, row: PlaceRow, noun: str) -> bool:
    """Whether the text calls a place so: `the village of Bralin`."""
    near = analysis.tokens_in(max(0, row.start - len(noun) - len(" of ")), row.start)
    return any(t.lower == noun for t in near)


def _is_near(analysis: Analysis, row: PlaceRow, token: Token) -> bool:
    there, here = analysis.sentence_at(row.start), analysis.sentence_at(token.start)
    return there is None or here is None or here.index - there.index <= REACH


def _is_thing(row: PlaceRow) -> bool:
    """Whether a name is that of a bridge, river or valley."""
    words = vocabulary("places")
    return row.text.split()[-1].casefold() in (*words["facility"], *words["nature"])
