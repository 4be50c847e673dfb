"""One telling, one row: what a toll, an instrument and a carrying verb say of one deed is put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.events.draft import Draft
from dateline.events.page import Page
from dateline.record import Participant

NEAR = 4  # governors between the two words of one telling, at most
JOINING = frozenset(
    {"nsubj", "nsubjpass", "pobj", "prep", "advcl", "conj", "dobj", "agent", "acl", "relcl", "npadvmod", "pcomp", "dep"}
)


def merged(page: Page, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts, those that tell the same deed in one sentence made one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.head, d.type)):
        for i in range(len(kept) - 1, -1, -1):
            if not _same_sentence(page, kept[i], draft):
                break
            joined = _joined(page, kept[i], draft)
            if joined is not None:
                kept[i] = joined
                break
        else:
            kept.append(draft)
            continue
        if joined is None:
            kept.append(draft)
    return tuple(kept)


def _same_sentence(page: Page, a: Draft, b: Draft) -> bool:
    return page.analysis.sentence_at(page.tokens[a.head].start) == page.analysis.sentence_at(page.tokens[b.head].start)


def _joined(page: Page, first: Draft, second: Draft) -> Draft | None:
    """One draft out of two, or None where they are two deeds."""
    if first.type != second.type or first.act_of or second.act_of or not _governs(page, first.head, second.head):
        return None
    if not (first.casualty or second.casualty or first.nominal != second.nominal):
        return None
    if first.nominal == second.nominal and not (first.casualty and second.casualty) and not _is_result(page, second):
        return None
    if _conflict(first.actors, second.actors):
        return None
    deed, other = (second, first) if first.casualty and not second.casualty else (first, second)
    return replace(
        deed,
        mode=deed.mode or other.mode,
        actors=deed.actors or other.actors,
        recipients=_recipients(deed, other),
        targets=(*deed.targets, *other.targets),
        denied=deed.denied or other.denied,
        confidence=max(deed.confidence, other.confidence),
    )


def _recipients(deed: Draft, other: Draft) -> tuple[Participant, ...]:
    found = deed.recipients or other.recipients
    names = {p.name for p in (*deed.actors, *other.actors)}
    return tuple(p for p in found if p.name not in names)


def _is_result(page: Page, second: Draft) -> bool:
    """ "attacked a post, killing one soldier"."""
    return second.casualty and page.tokens[second.head].dep in ("advcl", "conj", "acl", "dep")


def _governs(page: Page, a: int, b: int) -> bool:
    return _reaches(page, a, b) or _reaches(page, b, a)


def _reaches(page: Page, low: int, high: int) -> bool:
    for _ in range(NEAR):
        if page.tokens[low].dep not in JOINING:
            return False
        low = page.tokens[low].head
        if low == high:
            return True
    return False


def _conflict(a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    return bool(a) and bool(b) and not {p.name for p in a} & {p.name for p in b}
