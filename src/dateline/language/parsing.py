"""Syntax by the encoder: the same fields, labels and rules as a parser's, from the vectors already read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from dateline.language.analysis import Analysis
from dateline.language.encoding import Encoding
from dateline.language.heads import Floats, Ints
from dateline.language.lemmas import lemma_of
from dateline.language.token import Token
from dateline.language.trees import best_tree

LONGEST = 400  # tokens a tree: a longer sentence gets several, so that a page without full stops stays linear


def parsed(analysis: Analysis, encoding: Encoding) -> Analysis:
    """The analysis with lemma, part of speech, tag, relation and governor of every token filled in."""
    return replace(analysis, tokens=tuple(_tokens(analysis, encoding)))


def _tokens(analysis: Analysis, encoding: Encoding) -> Iterator[Token]:
    labels = encoding.heads.labels
    heads = _governors(analysis, encoding)
    scores = encoding.heads.relations(encoding.vectors, heads)
    roots = heads == np.arange(len(heads))
    relations = _relations(scores, roots, labels["relation"].index("ROOT"))
    tags, parts = (encoding.heads.layer(name, encoding.vectors).argmax(-1) for name in ("tag", "pos"))
    for token, tag, part, relation, head in zip(analysis.tokens, tags, parts, relations, heads, strict=True):
        fine, coarse = labels["tag"][tag], labels["pos"][part]
        lemma = lemma_of(token.text, coarse, fine)
        yield replace(token, lemma=lemma, pos=coarse, tag=fine, dep=labels["relation"][relation], head=int(head))


def _governors(analysis: Analysis, encoding: Encoding) -> Ints:
    heads = np.arange(len(analysis.tokens))
    for sentence in analysis.sentences:
        for first in range(sentence.first, sentence.last, LONGEST):
            last = min(first + LONGEST, sentence.last)
            scores = encoding.heads.arcs(encoding.vectors[first:last])
            heads[first:last] = best_tree(scores) + first
    return heads


def _relations(scores: Floats, roots: Ints, root: int) -> Ints:
    """The best relation of each token, ROOT for roots and for nothing else."""
    others = scores.copy()
    others[:, root] = -np.inf
    return np.where(roots, root, others.argmax(-1))
