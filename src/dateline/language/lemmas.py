"""Lemmas by tag: tables of irregular forms, and endings taken off where a known word is left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dateline.models.weights import HOME

FILE = HOME / "lemmas.vocab"
DOUBLED = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")  # "hoping" is of hope: hop would double its last letter
Table = Mapping[str, str]


def lemma_of(word: str, pos: str, tag: str) -> str:
    """The lemma, in lower case, of a word with its universal part of speech and Penn tag."""
    low = word.casefold().replace("’", "'")
    if pos in ("AUX", "VERB") and low in _tables()["closed-aux"]:
        return _tables()["closed-aux"][low]
    if pos == "VERB":
        return low if tag in ("VB", "VBP") else _verb(low)
    if pos == "NOUN":
        return _noun(low) if tag == "NNS" else low
    if pos in ("ADJ", "ADV"):
        return _compared(low, pos.lower()) if tag in ("JJR", "JJS", "RBR", "RBS") else low
    return _tables().get(f"closed-{tag.lower()}", {}).get(low, low)


def _verb(low: str) -> str:
    tables = _tables()
    if low in tables["verb"]:
        return tables["verb"][low]
    stems = [*_stems(low, "verb-end"), *_stems(low, "verb-end-e")]
    known = [stem for stem in stems if stem in tables["verb-base"]]
    if len(known) > 1 and DOUBLED.search(known[0]):
        return known[1]
    return known[0] if known else _unknown_verb(low, stems)


def _unknown_verb(low: str, stems: list[str]) -> str:
    found = low if not stems else _stems(low, "verb-end")[-1]
    return found if len(found) > 1 else low


def _noun(low: str) -> str:
    tables = _tables()
    if low in tables["noun"]:
        return tables["noun"][low]
    if not low.endswith("s") and not low.endswith("men"):
        return low
    if low[:-1] in tables["noun-base"]:
        return low[:-1]
    return next(iter(_stems(low, "noun-end")), low.removesuffix("s")) or low


def _compared(low: str, pos: str) -> str:
    tables = _tables()
    if low in tables[pos]:
        return tables[pos][low]
    stem = next(iter(_stems(low, "adj-end")), low)
    return stem + "e" if stem + "e" in tables["adj-base"] else stem


def _stems(low: str, table: str) -> list[str]:
    """What is left of a word when each ending of a table that it has is exchanged."""
    return [low[: -len(end)] + put for end, put in _tables()[table].items() if low.endswith(end)]


@cache
def _tables() -> Mapping[str, Table]:
    found: dict[str, dict[str, str]] = {}
    for line in FILE.read_text(encoding="utf8").splitlines():
        table, form, lemma = line.split("\t")
        found.setdefault(table, {})[form] = lemma
    return found
