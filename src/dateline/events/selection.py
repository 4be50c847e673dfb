"""Which drafts are worth a row: PLOVER's line between deeds and mere description."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.draft import Draft
from dateline.events.page import Page
from dateline.events.parties import is_a
from dateline.events.plover import event_types

LOWEST = 0.4


def worth_telling(page: Page, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts that name enough to be a deed."""
    return tuple(d for d in drafts if _is_worth(page, d))


def _is_worth(page: Page, draft: Draft) -> bool:
    if draft.confidence < LOWEST:
        return False
    if event_types()[draft.type].needs_recipient and not draft.recipients and len(draft.actors) < 2:
        return bool(draft.actors) and draft.type in ("SANCTION",)
    if draft.actors or draft.recipients:
        return True
    return draft.nominal or any(is_a(page, t, ("thing_hit",)) for t in draft.targets)
