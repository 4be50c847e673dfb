"""Whether the holder of a voice holds that a deed is done: negation in the clause, and the stance of the voice."""

from __future__ import annotations

from functools import cache

from dateline.codebook import vocabulary
from dateline.events.draft import Draft
from dateline.events.page import Page
from dateline.events.tree import OBJECTS, SUBJECTS
from dateline.record import Polarity, Statement

CARRYING = frozenset({"xcomp", "pcomp", "advcl"})  # relations through which a negation or a "fail to" reaches the deed


def polarity_of(page: Page, draft: Draft, voice: Statement | None) -> Polarity:
    """Affirmed or denied, cue and clause combined."""
    denied = negated(page, draft, voice)
    if draft.act_of is not None:
        denied = draft.denied
    if voice is not None and _denies(voice):
        denied = not denied
    return "denied" if denied else "affirmed"


def negated(page: Page, draft: Draft, voice: Statement | None) -> bool:
    """Whether the clause of the deed, or a verb that carries it inside the voice, is negated; two negations cancel."""
    count = 0
    here = draft.head
    count += _negations(page, here, draft)
    for above in page.tree.governors(here):
        if not _within(page, above, voice) or not _carries(page, here):
            break
        if page.tokens[above].lemma in _list("negative_verbs") or page.tokens[above].lemma in _list(
            "negative_adjectives"
        ):
            count += 1
        count += _negations(page, above, draft)
        here = above
    return count % 2 == 1


def _denies(voice: Statement) -> bool:
    return (voice.stance in _list("denying_stances")) != (voice.polarity == "denied")


def _negations(page: Page, i: int, draft: Draft) -> int:
    """1 where a word of negation hangs on this token, or on its subject or object."""
    words = _list("negations")
    for c in page.analysis.children[i]:
        token = page.tokens[c]
        if (token.dep in ("neg", "preconj", "det") or token.dep == "advmod") and token.lower in words:
            return 0 if _not_only(page, c) else 1
        if token.lower == "yet" and page.tokens[i].lemma == "have" and i != draft.head:
            return 1  # "has yet to withdraw"
        if token.dep in (*SUBJECTS, *OBJECTS) and c not in draft.words and _is_none(page, c):
            return 1
    if page.tokens[i].dep in ("pcomp", "pobj") and page.tokens[page.tokens[i].head].lower in _list(
        "negative_prepositions"
    ):
        return 1
    own = (w for w in draft.words if w != i and page.tokens[w].head == i) if i == draft.head else ()
    return int(any(_is_none(page, w) for w in own))


def _is_none(page: Page, i: int) -> bool:
    """ "nobody", "no plane", "none of them"."""
    if page.tokens[i].lower in _list("negative_subjects"):
        return True
    return any(
        page.tokens[c].lower in _list("negative_determiners") for c in page.tree.below(i, ("det", "preconj", "neg"))
    )


def _not_only(page: Page, i: int) -> bool:
    return i + 1 < len(page.tokens) and page.tokens[i + 1].lower in _list("not_only")


def _carries(page: Page, i: int) -> bool:
    """Whether what is said of the governor holds for this token too."""
    token = page.tokens[i]
    if token.dep in (*OBJECTS, "attr", "pobj", "prep", "pcomp", "xcomp"):
        return True
    return token.dep == "ccomp" and page.tokens[token.head].lemma in _list("raising_verbs")


def _within(page: Page, i: int, voice: Statement | None) -> bool:
    if voice is None:
        return page.cue_at(page.tokens[i].start) is None
    start = page.tokens[i].start
    return any(a <= start < b for a, b in voice.content)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("modality")[name])
