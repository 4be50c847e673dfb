"""Whether a cue is negated: "did not say", "never confirmed", "no one denied"."""

from __future__ import annotations

from dateline.statements.cue import Occurrence, words_of
from dateline.statements.page import Page


def is_negated(page: Page, occurrence: Occurrence) -> bool:
    """Whether the words around a cue negate it."""
    return _by_word(page, occurrence.anchor) or _by_noun(page, occurrence)


def _by_word(page: Page, verb: int) -> bool:
    below = [page.tokens[c] for c in page.analysis.children[verb]]
    if any(t.dep == "neg" or t.lower in words_of("negations") for t in below if t.index < verb + 3):
        return True
    token = page.tokens[verb]
    governor = page.tokens[token.head]
    shared = token.dep in ("xcomp", "conj") and governor.index != verb and page.own_subject(verb) is None
    return (
        shared
        and token.tag == "VB"
        and any(page.tokens[c].dep == "neg" for c in page.analysis.children[governor.index])
    )


def _by_noun(page: Page, occurrence: Occurrence) -> bool:
    """ "no official confirmed", "had no comment"."""
    subject = page.own_subject(occurrence.anchor)
    if subject is not None:
        words = [page.tokens[subject], *[page.tokens[c] for c in page.analysis.children[subject] if c < subject]]
        if any(t.lower in words_of("negative_nouns") for t in words):
            return True
    inside = page.tokens[occurrence.anchor + 1 : occurrence.last + 1]
    return "no" not in occurrence.cue.words and any(t.lower == "no" for t in inside)
