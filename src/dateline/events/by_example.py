"""Deeds of the user's own types that are read by their examples, beside those that patterns tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from dateline.events.arguments import of_noun, of_verb
from dateline.events.clauses import Clause, clauses_of
from dateline.events.draft import Draft
from dateline.events.lexicon import frames
from dateline.events.likeness import ENOUGH, background, type_readers
from dateline.events.page import Page
from dateline.events.plover import event_types

BY = "examples"
LEAST, SURE, STEP = 0.5, 0.9, 0.5  # confidence at the edge, at most, and what a whole point above the edge adds


def with_own_types(page: Page, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of types that the codebook has, and those of its own types; an own one stands for a shipped one at the
    same word, whose type it then counts as."""
    if not page.codebook.key:
        return tuple(drafts)
    known = [d for d in drafts if d.type in event_types(page.codebook)]
    mine = page.codebook.section("types")
    named = {d.head for d in known if d.type in mine}  # by patterns, which are surer
    own = tuple(_over(draft, known) for draft in _by_examples(page) if draft.head not in named)
    taken = {d.head for d in own}
    return (*(d for d in known if d.head not in taken or d.act_of), *own)


def _by_examples(page: Page) -> Iterator[Draft]:
    """A draft for each clause that is like the examples of a type, of the likest type alone."""
    readers = type_readers(page.codebook)
    clauses = clauses_of(page.analysis) if readers else ()
    if not clauses:
        return
    rows = background().scale.rows(page.analysis, clauses)
    scores = np.stack([reader.scores(rows) for reader in readers])
    for n, clause in enumerate(clauses):
        best = int(scores[:, n].argmax())
        if scores[best, n] >= ENOUGH:
            yield _draft(page, clause, readers[best].code, float(scores[best, n]))


def _draft(page: Page, clause: Clause, code: str, score: float) -> Draft:
    head = _head(page, clause)
    frame = frames()[page.codebook.section("types")[code].get("frame", "transitive")]
    verbal = page.tree.is_verb(head)
    found = of_verb(page, head, frame) if verbal else of_noun(page, head, frame)
    return Draft(
        type=code,
        mode=(),
        head=head,
        words=(head,),
        actors=found.actors,
        recipients=found.recipients,
        by=BY,
        confidence=round(min(SURE, LEAST + STEP * (score - ENOUGH)), 2),
        nominal=not verbal,
        passive=verbal and page.tree.is_passive(head),
        mutual=frame.mutual,
        targets=found.targets,
    )


def _head(page: Page, clause: Clause) -> int:
    """The word that tells it: the head of the clause, but where that only attributes, the next verb, else a noun."""
    words = (clause.head, *(v for v in clause.verbs if v != clause.head), *clause.nouns)
    return next((w for w in words if page.cue_at(page.tokens[w].start) is None), clause.head)


def _over(draft: Draft, known: Sequence[Draft]) -> Draft:
    """The draft with what the vocabulary's own draft at the same word says of its parties, type and words."""
    same = next((d for d in known if d.head == draft.head and d.act_of is None), None)
    if same is None:
        return draft
    return replace(
        draft,
        words=same.words,
        actors=same.actors or draft.actors,
        recipients=same.recipients or draft.recipients,
        under=same.under or same.type,
    )
