"""Whom a statement is addressed to: "told Reuters", "said to journalists", "speaking to the parliament"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Participant
from dateline.statements.candidate import Candidate
from dateline.statements.cue import words_of
from dateline.statements.page import Page

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
TOWARDS = frozenset({"to", "with"})


def addressees_of(page: Page, candidate: Candidate) -> tuple[Participant, ...]:
    """The addressees named beside a verb cue, in order of the text."""
    occurrence = candidate.occurrence
    if occurrence is None or occurrence.cue.part != "verb" or not candidate.content:
        return ()
    heads = [h for h in _heads(page, occurrence.anchor) if not _inside(page, candidate, h)]
    found = [p for h in sorted(set(heads)) for p in _participants(page, h)]
    return tuple(dict.fromkeys(found))


def _heads(page: Page, verb: int) -> Iterator[int]:
    if page.tokens[verb].lemma in words_of("told_of"):
        passive = ("nsubjpass",) if page.is_passive(verb) else ()
        yield from page.children(verb, "dobj", "dative", *passive)
    for child in page.analysis.children[verb]:
        token = page.tokens[child]
        if token.dep in ("prep", "dative"):
            yield from _after_preposition(page, child)
        elif token.dep == "advcl" and token.lemma in words_of("speaking"):
            for below in page.children(child, "prep"):
                yield from _after_preposition(page, below)


def _after_preposition(page: Page, preposition: int) -> Iterator[int]:
    """ "to journalists", and through the occasion: "in an interview with Union Wire"."""
    for head in page.children(preposition, "pobj"):
        if page.tokens[preposition].lower in TOWARDS:
            yield head
        elif page.tokens[head].lemma in words_of("occasions"):
            for below in page.children(head, "prep"):
                if page.tokens[below].lower in TOWARDS:
                    yield from page.children(below, "pobj")


def _inside(page: Page, candidate: Candidate, head: int) -> bool:
    return any(s <= page.tokens[head].start < e for s, e in candidate.content)


def _participants(page: Page, head: int) -> list[Participant]:
    if page.tokens[head].pos not in NOUNS:
        return []
    mention = page.mentions.headed(head)  # not what stands beside it: "speaking to the agency, Ana Petrik, …"
    if mention is None:
        words = [t for t in page.tokens[page.left(head) : head + 1] if t.pos not in ("DET", "PUNCT")]
        return [Participant(None, None, " ".join(t.text for t in words).casefold())]
    return [Participant(mention.id, a.actor, a.name) for a in mention.actors]
