"""Settled drafts as the rows of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.draft import Draft
from dateline.actors.mentions import Mentions, Role
from dateline.actors.page import Page
from dateline.actors.resolve import Settled
from dateline.actors.service import in_service
from dateline.record import ActorRef, Mention


@dataclass(frozen=True)
class Reading:
    """What the first reading knew: the page, and the settled draft of every row."""

    page: Page
    settled: Settled
    roles: tuple[Role, ...]


def rows_of(page: Page, settled: Settled, roles: Sequence[Role]) -> Mentions:
    """The mentions of a report, with look-ups by head token, kind and membership."""
    settled, serves = in_service(page, settled)
    drafts = settled.drafts
    rows = tuple(mention_of(page, d) for d in drafts)
    unresolved = tuple(sorted((*page.unresolved, *settled.unresolved), key=lambda u: (u.start, u.end)))
    kinds = {a.name: d.kind for d in drafts if d.kind for a in d.actors}
    memberships = _memberships(page, drafts, roles, serves)
    reading = Reading(page, settled, tuple(roles))
    return Mentions(rows, unresolved, tuple(roles), heads_of(page, drafts), kinds, memberships, reading)


def mention_of(page: Page, draft: Draft) -> Mention:
    """One row."""
    start, end = page.token(draft.first).start, page.token(draft.last - 1).end
    text = page.analysis.text[start:end]
    return Mention(f"m{start}-{end}", start, end, text, draft.actors, draft.how, round(draft.confidence, 2))


def heads_of(page: Page, drafts: Sequence[Draft]) -> dict[int, int]:
    """For each token, the longest mention that it is a syntactic head of: what in it is governed from outside."""
    heads: dict[int, int] = {}
    order = sorted(range(len(drafts)), key=lambda r: -drafts[r].length)
    for r in order:
        for i in _heads(page, drafts[r]):
            heads.setdefault(i, r)
    return heads


def _heads(page: Page, draft: Draft) -> Iterator[int]:
    yield draft.head
    if draft.name_head is not None:
        yield draft.name_head
    for i in range(draft.first, draft.last):
        token = page.token(i)
        outside = not draft.first <= token.head < draft.last or token.head == i
        if outside and token.pos not in ("PUNCT", "DET", "ADP", "PART", "CCONJ"):
            yield i


def _memberships(
    page: Page, drafts: Iterable[Draft], roles: Iterable[Role], serves: Mapping[str, tuple[ActorRef, ...]]
) -> dict[str, tuple[ActorRef, ...]]:
    """What each actor belongs to: by roles told in the report first, then as the catalogue has it; a
    group or body belongs to its country besides. `serves` is what unnamed persons serve."""
    found: dict[str, list[ActorRef]] = {name: list(refs) for name, refs in serves.items()}
    for role in roles:
        found.setdefault(role.person, []).extend(r for r in (role.organisation, role.country) if r)
    for draft in drafts:
        for actor in draft.actors:
            known = found.setdefault(actor.name, [])
            ids = page.catalogue.members(actor.actor) if actor.actor else ()
            wider = [page.catalogue.refer(i) for i in ids]
            if draft.kind != "person":
                wider.append(page.catalogue.refer(actor.country))
            known.extend(r for r in wider if r and r.name != actor.name)
    return {name: tuple(dict.fromkeys(refs)) for name, refs in found.items()}
