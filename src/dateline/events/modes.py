"""The mode of a deed: that of its trigger, else the one that a word of its clause shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.codebook import Codebook
from dateline.events.draft import Draft
from dateline.events.page import Page
from dateline.events.plover import event_types

NEAR = 12  # tokens on either side that count as the deed's clause
LONGEST = 3


def modes_of(page: Page, draft: Draft) -> tuple[str, ...]:
    """The modes, most often one or none."""
    if draft.mode:
        return draft.mode
    sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
    if sentence is None or draft.act_of:
        return ()
    tokens = page.tokens[max(sentence.first, draft.head - NEAR) : min(sentence.last, draft.head + NEAR)]
    table = _triggers(draft.type, page.codebook)
    rows = ([t.lemma for t in tokens], [t.lower for t in tokens])
    for n in range(LONGEST, 0, -1):
        for row in rows:
            for i in range(len(row) - n + 1):
                if mode := table.get(" ".join(row[i : i + n])):
                    return (mode,)
    return ()


@cache
def _triggers(kind: str, book: Codebook) -> Mapping[str, str]:
    return {word.casefold(): mode.code for mode in reversed(event_types(book)[kind].modes) for word in mode.words}
