"""Contents that are infinitives or gerunds: "vowed to return", "urged both sides to stop", "denied shelling it"."""

from __future__ import annotations

from dateline.record import Span
from dateline.statements.cue import Occurrence
from dateline.statements.page import Page
from dateline.statements.region import region


def infinitive(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "vowed to return"."""
    for head in page.children(occurrence.anchor, "xcomp", "ccomp", "advcl", "acl"):
        to = to_of(page, head)
        if to is not None and to > occurrence.last and page.own_subject(head) is None:
            return (region(page, occurrence.anchor, to, _last_of_infinitives(page, occurrence, head)),)
    return None


def _last_of_infinitives(page: Page, occurrence: Occurrence, head: int) -> int:
    """The end of "to widen the port, dredge the bay and build a mole", though the parser hung "dredge" on the cue."""
    more = [c for c in page.children(occurrence.anchor, "conj") if c > head and page.tokens[c].tag == "VB"]
    finite = page.tokens[occurrence.anchor].tag != "VB"
    return max([page.right(head), *[page.right(c) for c in more]]) if finite else page.right(head)


def object_infinitive(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "urged both sides to stop", "called on the army to withdraw", however the parser shares it out."""
    anchor, after = occurrence.anchor, occurrence.last
    below = [*page.children(anchor, "ccomp", "xcomp", "advcl"), *page.children(after, "ccomp", "pcomp", "acl")]
    heads = [h for h in below if h > after and to_of(page, h) is not None]
    if not heads:
        heads = _nested_infinitive(page, occurrence)
    if not heads or (to_of(page, heads[0]) or 0) <= after + 1:
        return None
    return (region(page, anchor, after + 1, page.right(heads[0])),)


def _nested_infinitive(page: Page, occurrence: Occurrence) -> list[int]:
    """The infinitive hangs below the object: "called on [Aldova to talk]" read as one noun phrase."""
    objects = [*page.children(occurrence.anchor, "dobj"), *page.children(occurrence.last, "pobj")]
    below = [c for o in objects if o > occurrence.last for c in page.children(o, "acl", "relcl")]
    return [c for c in below if to_of(page, c) is not None]


def from_infinitive(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "demanded from the president to step down": the addressee stays with the content."""
    i = occurrence.last + 1
    if i >= len(page.tokens) or page.tokens[i].lower not in ("from", "of"):
        return None
    for head in page.children(occurrence.anchor, "xcomp", "advcl"):
        if to_of(page, head) is not None and head > i:
            return (region(page, occurrence.anchor, i + 1, page.right(head)),)
    return None


def gerund(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "denied shelling the school"."""
    below = [*page.children(occurrence.anchor, "xcomp", "ccomp"), *page.children(occurrence.last, "pcomp")]
    for head in below:
        if head > occurrence.last and _is_gerund(page, head):
            return (region(page, occurrence.anchor, max(page.left(head), occurrence.last + 1), page.right(head)),)
    return None


def _is_gerund(page: Page, head: int) -> bool:
    helpers = [page.tokens[c].tag for c in page.children(head, "aux", "auxpass")]
    return "VBG" in (page.tokens[head].tag, *helpers) and not {"VBD", "VBZ", "VBP", "MD"} & set(helpers)


def to_object(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "agree to a truce"; the "to" stays with the content."""
    for head in page.children(occurrence.anchor, "prep", "xcomp"):
        if page.tokens[head].lower == "to" and head > occurrence.last:
            return (region(page, occurrence.anchor, head, page.right(head)),)
    return None


def to_of(page: Page, head: int) -> int | None:
    """The "to" of an infinitive, or None."""
    return next((c for c in page.children(head, "aux", "auxpass") if page.tokens[c].tag == "TO"), None)
