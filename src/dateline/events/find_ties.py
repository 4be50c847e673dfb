"""The ties of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.actors.mentions import Mentions
from dateline.codebook import SHIPPED, Codebook
from dateline.events.draft import Draft
from dateline.events.modality import modality_of
from dateline.events.page import Page, Places
from dateline.events.polarity import polarity_of
from dateline.events.tie_compounds import by_compounds
from dateline.events.tie_draft import TieDraft
from dateline.events.tie_nouns import by_nouns
from dateline.events.tie_phrases import by_phrases
from dateline.events.tie_roles import by_roles
from dateline.events.tie_verbs import by_verbs
from dateline.language import Analysis
from dateline.record import Statement, Tie, Why


def find_ties(
    analysis: Analysis,
    mentions: Mentions,
    statements: tuple[Statement, ...],
    setting: Places,
    codebook: Codebook = SHIPPED,
) -> tuple[Tie, ...]:
    """Every telling of an enduring relation between two actors, in order of its anchor; types as in ties.yaml."""
    page = Page(analysis, mentions, statements, setting, codebook)
    found = [tie for form in (by_roles, by_compounds, by_nouns, by_verbs, by_phrases) for tie in form(page)]
    return tuple(_numbered(page, sorted(found, key=lambda t: (t.anchor, t.type, t.left.name, t.right.name))))


def _numbered(page: Page, found: list[TieDraft]) -> Iterator[Tie]:
    """One row for each pair, type and voice; those that share an anchor get an ordinal."""
    seen: set[tuple[str, str, str, str | None]] = set()
    count: dict[str, int] = {}
    for draft in found:
        tie = _tie(page, draft)
        key = (tie.type, tie.left.name, tie.right.name, tie.statement)
        if key in seen:
            continue
        seen.add(key)
        count[tie.id] = count.get(tie.id, 0) + 1
        yield tie if count[tie.id] == 1 else replace(tie, id=f"{tie.id}.{count[tie.id]}")


def _tie(page: Page, tie: TieDraft) -> Tie:
    token = page.tokens[tie.head]
    voice = page.voice_at(token.start)
    where = _as_draft(page, tie)
    modality = modality_of(page, where, voice)
    return Tie(
        id=f"t{tie.anchor[0]}-{tie.anchor[1]}",
        type=tie.type,
        left=tie.left,
        right=tie.right,
        polarity="affirmed" if tie.by == "title" else polarity_of(page, where, voice),
        modality="actual" if tie.by in ("title", "compound") or modality == "ongoing" else modality,
        statement=voice.id if voice else None,
        dates=page.setting.dates_of((token.start, token.end), page.analysis),
        anchor=tie.anchor,
        evidence=(_evidence(page, tie),),
        why=(Why(f"tie by {tie.by}", tie.anchor, tie.confidence),),
        confidence=tie.confidence,
        role=tie.role,
    )


def _as_draft(page: Page, tie: TieDraft) -> Draft:
    """The tie as polarity and modality look at it: a predicate noun counts with its "is"."""
    token = page.tokens[tie.head]
    head = token.head if token.dep == "attr" else tie.head
    return Draft("", (), head, (tie.head,), (), (), tie.by, tie.confidence)


def _evidence(page: Page, tie: TieDraft) -> tuple[int, int]:
    start, end = page.analysis.subtree_span(tie.head)
    return min(start, tie.anchor[0]), max(end, tie.anchor[1])
