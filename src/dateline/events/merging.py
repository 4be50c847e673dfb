"""One telling, one row: what a toll, an instrument and a carrying verb say of one deed is put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.draft import READ, Draft
from dateline.events.page import Page
from dateline.record import Participant

NEAR = 3  # governors between a verb and the event noun that hangs on it, at most
FAR = 7  # the same between a toll and its deed ("were wounded as a result of the shelling")
WINDOW = 6  # drafts of a sentence that a new one is compared with
JOINING = frozenset(
    {"nsubj", "nsubjpass", "pobj", "prep", "advcl", "conj", "dobj", "agent", "acl", "relcl", "npadvmod", "pcomp", "dep"}
)


def merged(page: Page, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts, those that tell the same deed in one sentence made one."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.head, d.type)):
        sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
        _put(page, by_sentence.setdefault(sentence.index if sentence else -1, []), draft)
    return tuple(d for found in by_sentence.values() for d in found)


def _put(page: Page, kept: list[Draft], draft: Draft) -> None:
    """Add a draft to those of its sentence, or join it with the nearest that tells the same."""
    for i in range(len(kept) - 1, max(len(kept) - WINDOW - 1, -1), -1):
        joined = _joined(page, kept[i], draft)
        if joined is not None:
            kept[i] = joined
            return
    kept.append(draft)


def _joined(page: Page, first: Draft, second: Draft) -> Draft | None:
    """One draft out of two, or None where they are two deeds."""
    if first.type != second.type or first.act_of or second.act_of or _conflict(first.actors, second.actors):
        return None
    if not _tell_one(page, first, second):
        return None
    swapped = (first.casualty and not second.casualty) or (first.by == READ and second.by != READ)
    deed, other = (second, first) if swapped else (first, second)
    return replace(
        deed,
        mode=deed.mode or other.mode,
        actors=deed.actors or other.actors,
        recipients=_recipients(deed, other),
        targets=(*deed.targets, *other.targets),
        also=(*deed.also, other.head, *other.also),
        confidence=max(deed.confidence, 0.0 if other.by == READ else other.confidence),
        told=max(deed.told, other.told),
        agreed=max(deed.agreed, other.agreed),
    )


def _tell_one(page: Page, first: Draft, second: Draft) -> bool:
    """A toll with its deed, an event noun with the verb it hangs on, a purpose, a weapon with who fired it."""
    if first.casualty or second.casualty:
        return _governs(page, first.head, second.head, FAR)
    if first.nominal != second.nominal:
        return _governs(page, first.head, second.head, NEAR)
    low = page.tokens[second.head]
    if low.head == first.head and low.dep in ("xcomp", "advcl") and low.tag == "VB":
        return True
    clauses = (page.tokens[first.head], low)
    fired = any(t.dep == "acl" and t.tag in ("VBN", "VBD") for t in clauses)
    return fired and _governs(page, first.head, second.head, NEAR)


def _recipients(deed: Draft, other: Draft) -> tuple[Participant, ...]:
    found = deed.recipients or other.recipients
    names = {p.name for p in (*deed.actors, *other.actors)}
    return tuple(p for p in found if p.name not in names)


def _governs(page: Page, a: int, b: int, steps: int) -> bool:
    """Whether the two meet at one word, each by relations that stay inside one telling."""
    up_a, up_b = _upwards(page, a), _upwards(page, b)
    return any(n + up_b[word] <= steps for word, n in up_a.items() if word in up_b)


def _upwards(page: Page, low: int) -> dict[int, int]:
    """The word and those above it that it joins with, and how far up they stand."""
    found = {low: 0}
    for n in range(1, FAR + 1):
        token = page.tokens[low]
        if token.dep not in JOINING or (token.dep == "prep" and token.lower in _list("parting_prepositions")):
            break
        low = token.head
        found.setdefault(low, n)
    return found


def _conflict(a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    return bool(a) and bool(b) and not {p.name for p in a} & {p.name for p in b}


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("deeds")["merging"][name])
