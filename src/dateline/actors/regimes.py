"""Rulers who stand for their government: "the Assad regime", "[Assad] government", "Merrik's government"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.actors.bodies import GOVERNMENT, REGIME, body_of
from dateline.actors.draft import Draft
from dateline.actors.owners import POSSESSIVES, owner_before
from dateline.actors.page import Page
from dateline.actors.phrases import Phrases, phrases_of
from dateline.actors.spots import Spot, spot
from dateline.record import ActorRef


def with_regimes(page: Page) -> tuple[Page, tuple[Draft, ...]]:
    """The page with the countries whose government it tells apart from the state, and drafts of rulers' governments."""
    rulers = [(r, noun, state) for r, noun, state in _rulers(page) if state]
    told = {state.country for _, _, state in rulers if state} | set(_called_regimes(page))
    page = replace(page, regimes=frozenset(c for c in told if c))
    return page, tuple(_draft(page, r, noun, state) for r, noun, state in rulers if state)


def _called_regimes(page: Page) -> Iterator[str | None]:
    """The countries of "the Velmoran regime"."""
    for s in page.institutions.rows:
        if s.value.key == GOVERNMENT and s.value.words[-1] in REGIME:
            owner = owner_before(page, s.first)
            if owner and owner.kind == "state":
                yield owner.ref.country


def _draft(page: Page, ruler: Spot[str], noun: int, state: ActorRef) -> Draft:
    body = replace(page.lexicon.bodies[GOVERNMENT], words=(next(iter(REGIME)),))
    ref, kind = body_of(page, state, body)
    first = ruler.first - 1 if ruler.first and page.token(ruler.first - 1).text == "[" else ruler.first
    words = frozenset({page.lower(noun), *(page.lower(i) for i in range(ruler.first, ruler.last))})
    return Draft(first, noun + 1, noun, "name", "leader", 0.88, (ref,), kind, False, "n", words)


def _rulers(page: Page) -> Iterator[tuple[Spot[str], int, ActorRef | None]]:
    """Each ruler's name with the token of "regime" after it and the state."""
    for ruler in spot(page.view, _terms(page)):
        noun = _regime_noun(page, ruler)
        if noun is not None and page.token(ruler.first).text[0].isupper():
            yield ruler, noun, page.catalogue.refer(_best_state(page, ruler))


def _terms(page: Page) -> Phrases[str]:
    """The names of rulers that the report holds, with the ids of their states: leader terms, and persons of the
    catalogue by last name."""
    present = set(page.view.words)
    return phrases_of((words, state) for words, state in page.catalogue.rulers if words[0] in present)


def _regime_noun(page: Page, ruler: Spot[str]) -> int | None:
    """The token of "regime" or "government" right after a ruler's name, over brackets, hyphens and a possessive."""
    i, tokens = ruler.last, page.analysis.tokens
    while i < len(tokens) and (tokens[i].text in ("]", "-") or tokens[i].text in POSSESSIVES):
        i += 1
    return i if i < len(tokens) and page.lexicon.has("regime_words", page.lower(i)) else None


def _best_state(page: Page, ruler: Spot[str]) -> str:
    """Of several states with such a ruler, the one that the report names most."""
    words = tuple(page.lower(i) for i in range(ruler.first, ruler.last))
    told = [s for s in ruler.values if page.catalogue.ruled_at(words, s, page.year)] or list(ruler.values)
    return max(told, key=lambda state: (page.countries[state], -told.index(state)))
