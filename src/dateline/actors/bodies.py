"""Bodies and forces of a state, found by pattern: "Velmora's Defence Ministry", "the army"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.draft import Draft
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import Institution
from dateline.actors.owners import Owner, joined_owners, owner_after, owner_before, possessor
from dateline.actors.page import Page
from dateline.actors.phrases import Words
from dateline.actors.spots import Spot
from dateline.record import ActorRef

ARMY, GOVERNMENT = "armed-forces", "government"
REGIME = frozenset({"regime", "junta"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj"})


def find_bodies(page: Page) -> Iterator[Draft]:
    """Drafts of institutions with their state, with a pronoun for it, or alone."""
    for spot in page.institutions.rows:
        before = owner_before(page, spot.first)
        after = None if before else owner_after(page, spot.last)
        owner = before or after
        if owner is None:
            yield from _unowned(page, spot)
        elif spot.value.people and spot.value.kind == "agency" and before is None:
            continue  # "reporters in Karsen" are not the press of its state
        elif not owner.led and not (spot.value.key == GOVERNMENT and is_proposed(page, spot.first)):
            first, last = (before.first, spot.last) if before else (spot.first, owner.last)
            yield from _owned(page, spot, owner, first, last)


def is_proposed(page: Page, start: int) -> bool:
    """Whether a government is only thought of: "a transitional government in Velmora"."""
    i, floor = start - 1, max(page.sentence(start).first, start - 4)
    while i > floor and page.token(i).pos == "ADJ":
        i -= 1
    return i >= 0 and page.lexicon.has("indefinite", page.token(i).lower)


def body_of(page: Page, state: ActorRef, body: Institution) -> tuple[ActorRef, str]:
    """The actor that is this body of this state, and its kind: the catalogue's, or one by pattern.

    "The Velmoran government" is the state itself, unless the catalogue tells them apart; "the Velmoran regime" is its
    government, as one party among others.
    """
    home = state.country or state.actor or state.name
    entry = page.catalogue.body(home, body.key, page.year)
    if entry:
        return entry.ref, entry.kind
    if body.key == GOVERNMENT and body.words[-1] not in REGIME and home not in page.regimes:
        return state, "state"
    owner = page.catalogue.get(state.actor or home)
    demonym = owner.demonyms[0] if owner and owner.demonyms else state.name
    return ActorRef(f"{home}/{body.key}", body.template.format(demonym=demonym), state.country, body.sectors), body.kind


def _owned(page: Page, spot: Spot[Institution], owner: Owner, first: int, last: int) -> Iterator[Draft]:
    body = spot.value
    if owner.kind == "state":
        owners = (*joined_owners(page, owner), owner)
        found = [body_of(page, o.ref, body) for o in owners]
        refs = tuple(dict.fromkeys(ref for ref, _ in found))
        yield pattern_draft(
            page, (min(first, owners[0].first), last, page.head(spot.first, spot.last)), refs, found[-1][1], body.words
        )
    elif owner.kind in kinds().sides and body.kind == "military":
        yield pattern_draft(page, (first, last, page.head(spot.first, spot.last)), (owner.ref,), owner.kind, body.words)


def pattern_draft(page: Page, span: tuple[int, int, int], refs: tuple[ActorRef, ...], kind: str, words: Words) -> Draft:
    """A draft of a body or force with its owner, at the tokens (first, last, head) of `span`."""
    first, last, head = span
    plural = page.token(head).tag in ("NNS", "NNPS") or len(refs) > 1
    thing = page.lexicon.has("things", " ".join(words))
    return Draft(first, last, head, "name", "pattern", 0.87, refs, kind, plural, "n", frozenset(words), thing=thing)


def _unowned(page: Page, spot: Spot[Institution]) -> Iterator[Draft]:
    """An institution without its state: whose it is, is found from the report later."""
    body, head = spot.value, page.head(spot.first, spot.last)
    if spot.first in page.names.covering or page.token(head).pos not in ("NOUN", "PROPN", "ADJ"):
        return
    pronoun = possessor(page, spot.first)
    if pronoun is not None:
        yield _pending(page, spot, pronoun, "possessed")
        return
    opening = spot.first == page.sentence(spot.first).first and page.token(head).pos != "PROPN"
    named = page.token(spot.first).text[0].isupper() and spot.first not in page.headline and not opening
    determined = spot.first > 0 and page.token(spot.first - 1).lower == "the"
    alone = body.people and body.kind == "government" and page.token(head).dep in ARGUMENTS
    if named or determined or alone:
        yield _pending(page, spot, spot.first - 1 if determined else spot.first, "institution")


def _pending(page: Page, spot: Spot[Institution], first: int, how: str) -> Draft:
    body, head = spot.value, page.head(spot.first, spot.last)
    plural = page.token(head).tag in ("NNS", "NNPS")
    return Draft(
        first, spot.last, head, "description", how, 0.6, (), body.kind, plural, "n",
        frozenset(body.words), frozenset({body.kind}), definite=True, body=body,
    )  # fmt: skip
