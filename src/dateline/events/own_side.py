"""Soldiers told of without a name: whose they are by who speaks of them as hit by another side."""

from __future__ import annotations

from functools import cache

from dateline.codebook import vocabulary
from dateline.events.page import Page
from dateline.record import Participant, Statement


def with_own_side(
    page: Page, hit: tuple[Participant, ...], actors: tuple[Participant, ...], voice: Statement | None
) -> tuple[Participant, ...]:
    """Those hit, unnamed soldiers among them taken for those of the speaker's country where another side hit them."""
    force = page.military_of(_country(page, voice))
    if force is None or not actors or any(_country_of(page, p) == _country(page, voice) for p in actors):
        return hit
    return tuple({(p := force if _is_soldier(party) else party).name: p for party in hit}.values())


def _country(page: Page, voice: Statement | None) -> str | None:
    if voice is None:
        return None
    names = [s.name for s in voice.speakers] + ([voice.affiliation.name] if voice.affiliation else [])
    return next((c for name in names if (c := page.country_of(name))), None)


def _country_of(page: Page, party: Participant) -> str | None:
    return page.country_of(party.name)


def _is_soldier(party: Participant) -> bool:
    """Whether a party without a name is called by a word for soldiers."""
    return party.actor is None and bool(set(party.name.split()) & _soldiers())


@cache
def _soldiers() -> frozenset[str]:
    return frozenset(vocabulary("deeds_civil")["bodies"]["soldiers"])
