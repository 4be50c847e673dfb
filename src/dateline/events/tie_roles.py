"""Ties that a person's title shows: "Oda Marn, foreign minister of Estia"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.mentions import Role
from dateline.events.page import Page
from dateline.events.tie_draft import TieDraft
from dateline.record import Participant

SURE = 0.85
ORDER = ("leads", "speaks-for", "holds-office-in", "member-of")  # a spokesman's rank says less than his office


def by_roles(page: Page) -> Iterator[TieDraft]:
    """A tie for each role whose organisation or country the words name: for each pair the most telling one."""
    best: dict[tuple[str, str], TieDraft] = {}
    for role in page.mentions.roles:
        tie = _tie(page, role)
        if tie is not None:
            known = best.setdefault((tie.left.name, tie.right.name), tie)
            if ORDER.index(tie.type) < ORDER.index(known.type):
                best[tie.left.name, tie.right.name] = tie
    yield from best.values()


def _tie(page: Page, role: Role) -> TieDraft | None:
    side = role.organisation or role.country
    mention = page.mentions.by_id(role.mention)
    if side is None or mention is None or side.name == role.person:
        return None
    actor = next((ref.actor for ref in mention.actors if ref.name == role.person), None)
    head = page.analysis.token_at(role.words[0])
    if head is None:
        return None
    left, right = Participant(mention.id, actor, role.person), Participant(None, side.actor, side.name)
    return TieDraft(role.kind, left, right, head, role.words, "title", SURE, role.role)
