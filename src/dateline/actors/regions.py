"""In which state a province, region or town of regions.yaml lies: whose governor the governor of it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.actors.folding import words_of
from dateline.actors.page import Page
from dateline.actors.phrases import Phrases, phrases_of
from dateline.codebook import vocabulary
from dateline.record import ActorRef

PARTS = ("province", "region", "town")


@cache
def regions() -> Phrases[str]:
    """ISO codes of states by the names of their regions."""
    rows = (row for part in PARTS for row in vocabulary("regions")[part] if row[1])
    return phrases_of((words_of(name), row[1]) for row in rows for name in (row[0], *row[4:]))


def placed(page: Page, first: int, last: int) -> tuple[bool, ActorRef | None]:
    """(whether tokens [first, last) name a place that is no actor, the state it lies in where that is known)."""
    places = list(_places(page, first, last))
    found = (regions().longest(page.view.words, page.view.place[i])[1] for i in places)
    codes = {code for values in found for code in values}
    state = page.catalogue.refer(next(iter(codes))) if len(codes) == 1 else None
    return bool(places), state


def _places(page: Page, first: int, last: int) -> Iterator[int]:
    for i in range(first, last):
        token = page.token(i)
        proper = token.pos == "PROPN" and token.text[0].isupper() and i in page.view.place
        if proper and i not in page.names.covering and i not in page.titles.covering:
            yield i
