"""Whether a sentence speaks of violence: what tells a killing from a death in an accident."""

from __future__ import annotations

from functools import cache

from dateline.codebook import vocabulary
from dateline.events.page import Page


def shows_violence(page: Page, i: int) -> bool:
    """Whether the sentence of this token holds a word of violence, and none of accident or nature."""
    sentence = page.analysis.sentence_at(page.tokens[i].start)
    if sentence is None:
        return False
    violent, accidental = _words()
    lemmas = {t.lemma for t in page.analysis.tokens_of(sentence)}
    return bool(lemmas & violent) and not lemmas & accidental


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    entry = vocabulary("deeds")["violence"]
    return frozenset(entry["shown_by"]), frozenset(entry["not_beside"])
