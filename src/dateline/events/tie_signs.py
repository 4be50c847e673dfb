"""What speaks for a tie between two spans of a sentence: words between them, the path in the syntax, their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.pairs import token_range, type_pair
from dateline.language import Analysis, Token
from dateline.record import Span

STEPS = (0, 1, 2, 4, 7, 12, 20)  # tokens between two spans: where a gap counts as one step more
BESIDE = 4  # tokens looked at before the first span and after the second
FAR = 12  # governors followed upwards


@dataclass(frozen=True, slots=True)
class TiePair:
    """Two spans of one sentence in order of the text, the kinds of what they name, and how many others it names."""

    left: Span
    right: Span
    kinds: tuple[str, str]
    between: int
    others: int


def signs(analysis: Analysis, pair: TiePair) -> dict[str, float]:
    """Named features of a pair, 0 where they are absent; names are those of the shipped weights."""
    a, b = token_range(analysis, pair.left), token_range(analysis, pair.right)
    found = dict[str, float]()
    found |= dict.fromkeys((*_kinds(analysis, pair, a, b), *_gap(pair, a, b)), 1.0)
    found |= dict.fromkeys((*_words(analysis, a, b), *_path(analysis, a, b)), 1.0)
    for way, (x, y) in (("to right", (pair.left, pair.right)), ("to left", (pair.right, pair.left))):
        found |= {f"{way} {k}": p for k, p in type_pair(analysis, x, y).probabilities.items()}
    return found


def _kinds(analysis: Analysis, pair: TiePair, a: tuple[int, int], b: tuple[int, int]) -> Iterator[str]:
    yield from (f"left {pair.kinds[0]}", f"right {pair.kinds[1]}", f"kinds {pair.kinds[0]} {pair.kinds[1]}")
    for side, (first, last) in (("left", a), ("right", b)):
        if analysis.tokens[first].pos == "PRON" and last - first == 1:
            yield f"{side} pronoun"
        if not any(t.pos == "PROPN" for t in analysis.tokens[first:last]):
            yield f"{side} unnamed"


def _gap(pair: TiePair, a: tuple[int, int], b: tuple[int, int]) -> Iterator[str]:
    yield from (f"gap {step}" for step in STEPS if b[0] - a[1] <= step)
    yield from (f"between {n}" for n in range(3) if pair.between <= n)
    yield from (f"others {n}" for n in (0, 2, 4, 8) if pair.others <= n)
    if b[0] < a[1]:
        yield "nested"


def _words(analysis: Analysis, a: tuple[int, int], b: tuple[int, int]) -> Iterator[str]:
    """Classes of signs between the spans, beside them, inside them and anywhere in the sentence."""
    sentence = analysis.sentence_at(analysis.tokens[a[0]].start)
    first, last = (sentence.first, sentence.last) if sentence else (a[0], b[1])
    places = {
        "between": (a[1], b[0]),
        "before": (max(first, a[0] - BESIDE), a[0]),
        "after": (b[1], min(last, b[1] + BESIDE)),
        "in left": a,
        "in right": b,
        "sentence": (first, last),
    }
    for name, (start, end) in places.items():
        yield from (f"{name} {kind}" for t in analysis.tokens[start:end] for kind in _book().get(t.lemma, ()))
    for token in analysis.tokens[a[1] : b[0]][:1]:
        yield f"next {token.lower}" if token.lower in _small() else "next other"


def _path(analysis: Analysis, a: tuple[int, int], b: tuple[int, int]) -> Iterator[str]:
    """The words and relations on the way from the one head to the other."""
    up, down = _up(analysis, _head(analysis, a)), _up(analysis, _head(analysis, b))
    meeting = next((i for i in up if i in down), None)
    if meeting is None:
        return
    left, right = up[: up.index(meeting)], down[: down.index(meeting)]
    yield f"path {min(len(left) + len(right), 6)}"
    yield from (f"from left {analysis.tokens[i].dep}" for i in left)
    yield from (f"from right {analysis.tokens[i].dep}" for i in right)
    for i in (*left[1:], *right[1:], meeting):
        yield from _on_path(analysis.tokens[i], left, right, analysis)


def _on_path(token: Token, left: tuple[int, ...], right: tuple[int, ...], analysis: Analysis) -> Iterator[str]:
    if token.lower in _small():
        yield f"path word {token.lower}"
    for kind in _book().get(token.lemma, ()):
        yield f"path {kind}"
        if left and analysis.tokens[left[-1]].dep in ("nsubj", "poss"):
            yield f"left does {kind}"
        if right and analysis.tokens[right[-1]].dep in ("nsubj", "poss"):
            yield f"right does {kind}"
        if any(analysis.tokens[i].dep == "agent" for i in (*left, *right)):
            yield f"passive {kind}"


def _head(analysis: Analysis, span: tuple[int, int]) -> int:
    """The token of a span whose governor lies outside."""
    return next((i for i in range(*span) if not span[0] <= analysis.tokens[i].head < span[1]), span[0])


def _up(analysis: Analysis, low: int) -> tuple[int, ...]:
    found = [low]
    while len(found) < FAR and analysis.tokens[low].head not in (low, -1):
        low = analysis.tokens[low].head
        found.append(low)
    return tuple(found)


@cache
def _book() -> Mapping[str, tuple[str, ...]]:
    """The classes of signs by lemma."""
    table: dict[str, tuple[str, ...]] = {}
    for kind, words in vocabulary("foreign/re3d")["signs"].items():
        for word in words:
            table[word] = (*table.get(word, ()), kind)
    return table


@cache
def _small() -> frozenset[str]:
    return frozenset(vocabulary("foreign/re3d")["small"])
