"""Deeds that are ended: to stop shelling is RETREAT, to stop aid is SANCTION."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.events.draft import Draft
from dateline.events.lexicon import halting
from dateline.events.page import Page
from dateline.events.parties import distinct, parties
from dateline.events.tree import OBJECTS


def ended(page: Page, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts, those under a verb of ending turned into what the ending is."""
    return tuple(_ended(page, draft) for draft in drafts)


def _ended(page: Page, draft: Draft) -> Draft:
    verb = _halting_verb(page, draft)
    becomes = halting()[1].get(draft.type)
    if verb is None or becomes is None:
        return draft
    actors = distinct((*parties(page, page.tree.subjects(verb)), *draft.actors))
    return replace(
        draft,
        type=becomes[0],
        mode=(becomes[1],) if becomes[1] else (),
        head=verb,
        words=tuple(sorted({verb, *draft.words})),
        actors=actors,
        recipients=tuple(p for p in draft.recipients if p.name not in {a.name for a in actors}),
        by=f"{draft.by}, ended",
        nominal=False,
        casualty=False,
    )


def _halting_verb(page: Page, draft: Draft) -> int | None:
    token = page.tokens[draft.head]
    linked = token.dep in ((*OBJECTS, "nsubjpass") if draft.nominal else ("xcomp", "ccomp", "pcomp"))
    governor = page.tokens[token.head]
    if token.dep == "pcomp":
        governor = page.tokens[governor.head]
    if not linked or governor.index == token.index or not page.tree.is_verb(governor.index):
        return None
    particles = {page.tokens[c].lower for c in page.tree.below(governor.index, ("prt",))}
    names = {governor.lemma, *(f"{governor.lemma}_{p}" for p in particles)}
    return governor.index if names & halting()[0] and token.tag != "VB" else None
