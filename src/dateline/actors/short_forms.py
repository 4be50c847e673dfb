"""Short forms that a report itself introduces: "Highland Liberation Front (HLF)", "HLF (Highland Liberation Front)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors.draft import Draft
from dateline.actors.folding import fold
from dateline.actors.page import Page
from dateline.record import ActorRef

LONGEST_SHORT = 12
LONGEST_NAME = 9


def find_short_forms(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts for every use of a short form that a bracket introduces, and for an unknown name before such a bracket."""
    ending = _longest({d.last: [] for d in drafts}, drafts)
    known = {i for d in drafts if d.form == "name" for i in range(d.first, d.last)}
    introduced: dict[str, Draft] = {}
    tokens = page.analysis.tokens
    for i in range(1, len(tokens) - 2):
        if tokens[i].text != "(" or tokens[i + 2].text != ")" or not is_short(tokens[i + 1].text) or i + 1 in known:
            continue
        short = tokens[i + 1].text
        full = next((d for d in ending.get(i, ()) if letters_fit(page, d.first, i, short)), None)
        whole = full or _unknown(page, i, short)
        if whole:
            introduced.setdefault(short, whole)
            if full is None:
                yield whole
    for i, token in enumerate(tokens):
        meant = introduced.get(token.text)
        if meant and i not in known:
            yield replace(meant, first=i, last=i + 1, head=i, how="abbreviation", confidence=min(meant.confidence, 0.9))


def _longest(ending: dict[int, list[Draft]], drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """Names by the token after their end, the longest first."""
    for d in sorted(drafts, key=lambda d: -d.length):
        if d.form == "name" and d.actors:
            ending[d.last].append(d)
    return ending


def is_short(text: str) -> bool:
    """Whether a word looks like an abbreviation: mostly capitals, at most twelve letters."""
    return 1 < len(text) <= LONGEST_SHORT and text[0].isupper() and sum(c.isupper() for c in text) * 2 >= len(text)


def letters_fit(page: Page, first: int, last: int, short: str) -> bool:
    """Whether the letters of a short form come in order in the words, the first of them first."""
    words = [page.lower(i) for i in range(first, last)]
    letters = "".join(words)
    wanted = fold(short)
    if not wanted or not letters or words[0][:1] != wanted[0]:
        return False
    rest = iter(letters)
    return all(letter in rest for letter in wanted)


def _unknown(page: Page, end: int, short: str) -> Draft | None:
    """An organisation that the catalogue does not know, named by the words before the bracket."""
    best = None
    floor = max(page.sentence(end).first, end - LONGEST_NAME)
    for i in range(end - 1, floor - 1, -1):
        token = page.token(i)
        if token.pos in ("VERB", "AUX", "PUNCT") and token.text not in "-\u2019'":
            break
        if token.text[0].isupper() and token.pos not in ("DET", "ADP") and letters_fit(page, i, end, short):
            best = i
    if best is None or end - best < 2:
        return None
    name = " ".join(page.text(best, end).split())
    shape = next(
        (page.lexicon.shapes[w] for i in range(end - 1, best - 1, -1) if (w := page.lower(i)) in page.lexicon.shapes),
        None,
    )
    ref = ActorRef(None, name, None, (shape.sector,) if shape else ())
    words = frozenset(page.lower(i) for i in range(best, end)) - {""}
    kind = shape.kind if shape else None
    return Draft(best, end, page.head(best, end), "name", "shape", 0.65, (ref,), kind, False, "n", words)
