"""Which language a text is written in, told by its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from dateline.codebook import vocabulary

SAMPLE = 20_000  # code points read: enough to be sure, and the same for a page of any length
LEAST = 4  # common words that another language must show
SHARE = 0.12  # of all words that they must be
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = "en"


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language, or None where too little is written to tell."""
    words = WORD.findall(text[:SAMPLE].casefold())
    if not words:
        return None
    script = _script(words)
    return script or _by_words(words)


def language_name(code: str) -> str:
    """The English name of a language, or its code where the codebook does not name it."""
    entry = vocabulary("languages")
    names = {s["code"]: s["label"] for s in entry["scripts"].values()}
    names |= {key: value["label"] for key, value in entry["languages"].items()}
    return str(names.get(code, code))


def _script(words: list[str]) -> str | None:
    """The language of a script that is not Latin, where most words are written in it."""
    scripts = Counter(unicodedata.name(word[0], "").split(" ")[0] for word in words)
    name, count = scripts.most_common(1)[0]
    entry = vocabulary("languages")["scripts"].get(name)
    if entry and name == "CJK" and scripts["HIRAGANA"]:
        entry = vocabulary("languages")["scripts"]["HIRAGANA"]
    return entry["code"] if entry and count * 2 > len(words) else None


def _by_words(words: list[str]) -> str | None:
    counts = Counter(words)
    scores = {code: sum(counts[w] for w in common) for code, common in _common().items()}
    best = max(scores, key=lambda code: (scores[code], code == ENGLISH))
    if best == ENGLISH:
        return ENGLISH if scores[best] >= min(LEAST, 1 + len(words) // 10) else None
    sure = scores[best] >= LEAST and scores[best] >= SHARE * len(words) and scores[best] > 2 * scores[ENGLISH]
    return best if sure else (ENGLISH if scores[ENGLISH] >= LEAST else None)


@cache
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(entry["words"]) for code, entry in vocabulary("languages")["languages"].items()}
