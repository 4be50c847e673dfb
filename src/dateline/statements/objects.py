"""Contents that are objects: "condemned the raid", "accused the army of looting", "called the vote a farce"."""

from __future__ import annotations

from dateline.record import Span
from dateline.statements.cue import Occurrence
from dateline.statements.page import Page
from dateline.statements.region import region

LOOSE = frozenset(
    {"advcl", "conj", "cc", "punct", "parataxis", "agent", "nsubj", "nsubjpass", "aux", "auxpass", "mark"}
)


def plain_object(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "condemned the raid"."""
    head = object_head(page, occurrence)
    if head is None:
        return _disputed(page, occurrence)
    if not _allowed(page, occurrence, head):
        return None
    if page.is_passive(occurrence.anchor):
        return (region(page, occurrence.anchor, page.left(head), page.right(head)),)
    last = page.right(head)
    if occurrence.cue.objects:
        last = max(last, _right_of_complements(page, occurrence))
    return (region(page, occurrence.anchor, max(page.left(head), occurrence.last + 1), last),)


def _disputed(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "a charge the army denies": the noun before the clause is the object."""
    verb = page.tokens[occurrence.anchor]
    subject = page.own_subject(verb.index)
    if verb.dep != "relcl" or subject is None or verb.head >= subject or occurrence.cue.objects:
        return None
    first = min([c for c in page.analysis.children[verb.head] if c < verb.head] or [verb.head])
    return (region(page, occurrence.anchor, page.left(first) if first != verb.head else first, verb.head),)


def object_of(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """The object with what it is accused, thanked or hailed of or as."""
    head = object_head(page, occurrence)
    if head is None or not _allowed(page, occurrence, head):
        return None
    anchor = occurrence.anchor
    if page.is_passive(anchor):
        rest = [c for c in page.children(anchor, "prep", "oprd", "xcomp") if c > anchor]
        pieces = [region(page, anchor, page.left(head), page.right(head))]
        return tuple(pieces + [region(page, anchor, page.left(c), page.right(c)) for c in rest[:1]])
    last = max(page.right(head), _right_of_complements(page, occurrence))
    return (region(page, anchor, max(page.left(head), occurrence.last + 1), last),)


def object_as(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "described the vote as a farce"."""
    below = page.tokens[occurrence.last + 1 : page.sentence_of[occurrence.anchor].last]
    leads = [t for t in below if t.lower == "as"]
    found = object_of(page, occurrence) if leads else None
    if found and page.tokens[leads[0].head].dep == "advcl" and len(found) == 1:
        return ((found[0][0], page.tokens[page.right(leads[0].head)].end),)
    return found


def object_complement(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "called the vote a farce": a small clause below the cue, or an object with its predicate."""
    called = page.child(occurrence.anchor, "dobj")
    if called is not None and called > occurrence.last and _has_predicate(page, called):
        return (region(page, occurrence.anchor, page.left(called), page.right(called)),)
    for head in page.children(occurrence.anchor, "ccomp", "oprd", "xcomp"):
        subject = page.own_subject(head) if page.tokens[head].dep != "oprd" else object_head(page, occurrence)
        if subject is not None and head > occurrence.last and page.left(subject) > occurrence.last:
            return (region(page, occurrence.anchor, page.left(subject), page.right(head)),)
    return None


def _has_predicate(page: Page, noun: int) -> bool:
    """ "called the vote rigged", "called the raid “a disgrace”": the parser hung the predicate on the noun."""
    below = page.children(noun, "acl", "appos")
    return any(_bare_participle(page, c) or page.is_mark(page.left(c) - 1) or page.is_mark(page.left(c)) for c in below)


def _bare_participle(page: Page, index: int) -> bool:
    return page.tokens[index].tag == "VBN" and page.left(index) == page.right(index) == index


def object_head(page: Page, occurrence: Occurrence) -> int | None:
    """The noun that a cue governs: object, passive subject, or what its last preposition leads to."""
    anchor, last = occurrence.anchor, occurrence.last
    if page.is_passive(anchor) and last == anchor:
        return page.child(anchor, "nsubjpass")
    below = page.children(last, "pobj", "pcomp") if last != anchor else page.children(anchor, "dobj", "attr", "pobj")
    return next((c for c in below if c > last), None)


def _right_of_complements(page: Page, occurrence: Occurrence) -> int:
    kept = [
        c for c in page.analysis.children[occurrence.anchor] if c > occurrence.last and page.tokens[c].dep not in LOOSE
    ]
    return max((page.right(c) for c in kept), default=occurrence.last)


def _allowed(page: Page, occurrence: Occurrence, head: int) -> bool:
    wanted = occurrence.cue.objects
    return not wanted or page.tokens[head].lemma in wanted
