"""The subject of a verb that the parser left without one."""

from __future__ import annotations

from dateline.statements.candidate import Voice
from dateline.statements.page import Page

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def lost_subject(page: Page, verb: int) -> tuple[Voice, ...]:
    """The subject of a finite verb that the parser left without one: carried over from the verb before the comma
    ("US refuses to go, says it is busy"), else the last noun phrase between commas before it
    ("Speaking to Union Wire, Ana Petrik, head of the union, said")."""
    if page.tokens[verb].tag not in FINITE:
        return ()
    first = page.sentence_of[verb].first
    before = page.tokens[verb - 1] if verb > first else None
    if before is not None and before.text == "," and page.sentence_of[verb].part == "title":
        carried = [i for i in range(first, verb) if page.tokens[i].dep in ("nsubj", "nsubjpass")]
        return (Voice(carried[0], carried[0], carried[0]),) if carried else ()
    return _last_phrase(page, first, verb)


def _last_phrase(page: Page, first: int, verb: int) -> tuple[Voice, ...]:
    pieces: list[tuple[int, int]] = []
    start = first
    for i in range(first, verb + 1):
        if i == verb or page.tokens[i].text == ",":
            pieces.append((start, i))
            start = i + 1
    nominal = [(a, b) for a, b in pieces if _is_nominal(page, a, b)]
    named = [(a, b) for a, b in nominal if any(t.pos == "PROPN" for t in page.tokens[a:b][:1])]
    for a, b in named[:1] or nominal[-1:]:
        head = next((i - 1 for i in range(a + 1, b) if page.tokens[i].pos == "ADP"), b - 1)
        return (Voice(head, a, head),)
    return ()


def _is_nominal(page: Page, first: int, end: int) -> bool:
    """Whether tokens first..end read as a noun phrase: no verb in it, no preposition or conjunction in front."""
    tokens = page.tokens[first:end]
    if not tokens or tokens[0].pos in ("ADP", "SCONJ", "ADV", "CCONJ") or tokens[0].tag == "VBG":
        return False
    return tokens[-1].pos in NOUNS and not any(t.pos in ("VERB", "AUX") for t in tokens)
