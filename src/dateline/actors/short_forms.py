"""Short forms that a report itself introduces: "Highland Liberation Front (HLF)", "HLF (Highland Liberation Front)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors.draft import Draft
from dateline.actors.page import Page

LONGEST_SHORT = 12


def find_short_forms(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts for every use of a short form that a bracket after a name introduces, and for the brackets themselves."""
    ending = {d.last: d for d in drafts if d.form == "name"}
    starting = {d.first: d for d in drafts if d.form == "name"}
    named = {i for d in drafts if d.form == "name" for i in range(d.first, d.last)}
    introduced: dict[str, Draft] = {}
    for i, token in enumerate(page.analysis.tokens[:-2]):
        if token.text != "(" or i not in ending:
            continue
        short = page.token(i + 1)
        if page.token(i + 2).text == ")" and _is_short(short.text) and i + 1 not in starting:
            introduced.setdefault(short.text, ending[i])
    for i, token in enumerate(page.analysis.tokens):
        full = introduced.get(token.text)
        if full and i not in named:
            yield replace(full, first=i, last=i + 1, head=i, how="abbreviation", confidence=min(full.confidence, 0.9))


def _is_short(text: str) -> bool:
    """Whether a word looks like an abbreviation: mostly capitals, at most twelve letters."""
    return 1 < len(text) <= LONGEST_SHORT and text[0].isupper() and sum(c.isupper() for c in text) * 2 >= len(text)
