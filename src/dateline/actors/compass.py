"""States and sides that a report calls by the point of the compass in their names: "the North" for North Velmora."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.draft import Draft
from dateline.actors.entry import Entry
from dateline.actors.folding import words_of
from dateline.actors.known import is_place
from dateline.actors.page import Page


def find_compass(page: Page) -> Iterator[Draft]:
    """Drafts of "the North" where the report speaks of one actor whose name begins so, or of its counterpart."""
    points = page.lexicon.compass
    for token in page.analysis.tokens:
        point = points.get(token.lower)
        i = token.index
        if point is None or not i or page.token(i - 1).lower != "the" or i in page.names.covering:
            continue
        if token.dep in ("amod", "compound", "nmod", "advmod") or is_place(page, i):
            continue
        found = {e.id: e for e in _called(page, point)}
        if len(found) == 1:
            entry = next(iter(found.values()))
            words = frozenset({token.lower})
            yield Draft(i - 1, i + 1, i, "name", "abbreviation", 0.7, (entry.ref,), entry.kind, False, "n", words)


def _called(page: Page, point: frozenset[str]) -> Iterator[Entry]:
    """The actors in the report's company whose name begins with a point of the compass, and counterparts of those
    whose name begins with the opposite one."""
    ids = dict.fromkeys(
        k for s in page.names.rows for k in (s.value.entry, page.catalogue.by_id[s.value.entry].country)
    )
    for entry in (e for k in ids if (e := page.catalogue.get(k))):
        first, *rest = words_of(entry.name) or ("",)
        if not rest or first not in page.lexicon.compass:
            continue
        if first in point:
            yield entry
            continue
        for other in point:
            for name in page.catalogue.index.named((other, *rest)):
                if name.words == words_of(page.catalogue.by_id[name.entry].name):
                    yield page.catalogue.by_id[name.entry]
