"""Anchors for sentences whose type is known and whose telling word is not: the word that a trained pair head reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.language.encoder import Encoder
from training.example import UNLABELLED, Deed, Example
from training.labels import DEEDS, LAYERS, TYPES

PLAIN = 0.6  # the weight of one word from which the head plainly reads that word


def with_anchors(encoder: Encoder, examples: Iterable[Example]) -> Iterator[Example]:
    """The examples, their first pair told as a deed where one word plainly tells it. Other words stay unlabelled,
    since a sentence may tell more than its marked pair; YIELD is two types here and is left alone."""
    for example in examples:
        yield _anchored(encoder, example) if example.pairs else example


def _anchored(encoder: Encoder, example: Example) -> Example:
    pair = example.pairs[0]
    kind = TYPES[pair.label]
    word, weight = encoder.read(example.outline).pair_words(pair.actor, pair.recipient)[0]
    inside = any(a <= word < b for a, b in (pair.actor, pair.recipient))
    if kind not in DEEDS or weight < PLAIN or inside:
        return example
    anchor = [UNLABELLED] * len(example.outline.tokens)
    for first, last in (pair.actor, pair.recipient):
        anchor[first:last] = [0] * (last - first)
    anchor[word] = LAYERS["anchor"].index(kind)
    deed = Deed((word, word + 1), (pair.actor,), (pair.recipient,))
    return replace(example, layers={**example.layers, "anchor": anchor}, deeds=(deed,))
