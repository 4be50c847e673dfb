"""Where the content of a cue begins and ends, for each kind of complement."""

from __future__ import annotations

from dateline.record import Span
from dateline.statements.cue import Occurrence, cues, words_of
from dateline.statements.infinitives import from_infinitive, gerund, infinitive, object_infinitive, to_object, to_of
from dateline.statements.objects import object_as, object_complement, object_of, plain_object
from dateline.statements.page import Page
from dateline.statements.region import TRAILING, region, without_trailing

WH = frozenset({"WDT", "WP", "WRB", "WP$"})
REACH = 16  # tokens between a cue and the "that" of a clause which the parser hung elsewhere
ADDRESSEE = 6  # tokens that may stand between a cue and its colon


def complement(page: Page, occurrence: Occurrence) -> tuple[tuple[Span, ...], str] | None:
    """The content of a verb cue and the pattern that found it, or None where nothing fits what the cue takes."""
    finders = {
        "clause": _clause,
        "that-clause": _that_clause,
        "question": _question,
        "nothing": _nothing,
        "object-infinitive": object_infinitive,
        "from-infinitive": from_infinitive,
        "infinitive": infinitive,
        "gerund": gerund,
        "to-object": to_object,
        "object-of": object_of,
        "object-as": object_as,
        "object-complement": object_complement,
        "object": plain_object,
        "quotation": _colon,
    }
    for pattern, find in finders.items():
        if pattern in occurrence.cue.takes:
            found = find(page, occurrence)
            if found is not None:
                return found, pattern
    return None


def clause_start(page: Page, head: int, after: int) -> int:
    """The first token of a complement clause: after its "that", or its subject where only a phrase of the cue's stands
    between ("said on Tuesday it had withdrawn")."""
    marks = [c for c in page.analysis.children[head] if after < c < head and page.tokens[c].lower == "that"]
    if marks and page.own_subject(head) not in (None, marks[0]) and page.tokens[marks[0]].dep != "det":
        return marks[0] + 1
    first = max(page.left(head), after + 1)
    subject = page.own_subject(head)
    if subject is None or page.left(subject) <= first:
        return first
    between = page.tokens[first : page.left(subject)]
    loose = all(t.text != "," for t in between) and between[0].pos in ("ADP", "ADV", "PROPN", "NOUN")
    return page.left(subject) if loose and between[0].dep in ("prep", "npadvmod") else first


def _clause(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    anchor = occurrence.anchor
    for head in (*page.children(anchor, "ccomp", "xcomp"), *page.children(occurrence.last, "ccomp")):
        if head > occurrence.last and _finite(page, head):
            first = clause_start(page, head, occurrence.last)
            if page.tokens[first - 1].text not in (":", ";"):
                return (region(page, anchor, first, page.right(head)),)
    return _after_that(page, occurrence) or _bare_clause(page, occurrence)


def _bare_clause(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """A clause that the parser took for an adverbial because a phrase stands before it: "said after the vote he …"."""
    for head in page.children(occurrence.anchor, "advcl"):
        marked = page.child(head, "mark") is not None or page.tokens[page.left(head)].tag in WH
        if head > occurrence.last and not marked and page.own_subject(head) is not None and _finite(page, head):
            first = clause_start(page, head, occurrence.last)
            return (region(page, occurrence.anchor, first, page.right(head)),)
    return None


def _that_clause(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    for head in page.children(occurrence.anchor, "ccomp"):
        marks = [c for c in page.children(head, "mark") if page.tokens[c].lower == "that"]
        if head > occurrence.last and marks:
            return (region(page, occurrence.anchor, marks[0] + 1, page.right(head)),)
    return _after_that(page, occurrence)


def _after_that(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """The parser lost the complement, but "that" follows the cue: to the end of the sentence."""
    i = occurrence.last + 1
    end = page.sentence_of[occurrence.anchor].last
    if i + 1 >= end or page.tokens[i].lower != "that" or page.tokens[i].tag not in ("IN", "WDT"):
        return _stolen(page, occurrence)
    return (region(page, occurrence.anchor, i + 1, end - 1),)


def _stolen(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """The parser hung the clause on a noun between: "told the envoy in a call that", "promised the families that"."""
    for i in range(occurrence.last + 2, min(page.sentence_of[occurrence.anchor].last - 1, occurrence.last + REACH)):
        token = page.tokens[i]
        if token.pos in ("VERB", "AUX", "PUNCT") and token.text not in (",", "-"):
            return None
        spoken = page.tokens[i - 1].lemma in words_of("occasions")
        if token.lower == "that" and (token.tag == "IN" or spoken):
            head = page.tokens[token.head]
            subject = page.own_subject(head.index)
            taken = page.tokens[i - 1].dep in ("dobj", "attr") and page.tokens[i - 1].lemma in cues(
                "noun", page.codebook
            )
            if taken or head.index < i or subject in (None, i):
                return None
            return (region(page, occurrence.anchor, i + 1, page.right(head.index)),)
    return None


def _colon(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "They told us: go away": what follows the colon, where no quotation mark does."""
    sentence = page.sentence_of[occurrence.anchor]
    for i in range(occurrence.last + 1, min(sentence.last - 2, occurrence.last + ADDRESSEE)):
        if page.tokens[i].text == ":" and not page.is_mark(i + 1):
            last = sentence.last - 1
            while last > i + 1 and page.quoted[last] != page.quoted[i]:
                last -= 1
            return (page.span(i + 1, without_trailing(page, i + 1, _without_marks(page, i + 1, last))),)
        if page.tokens[i].pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _without_marks(page: Page, first: int, last: int) -> int:
    while last > first and (page.is_mark(last) or page.tokens[last].text in TRAILING):
        last -= 1
    return last


def _question(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    for head in page.children(occurrence.anchor, "ccomp", "pcomp", "advcl", "xcomp"):
        first = page.left(head)
        if head > occurrence.last and (page.tokens[first].tag in WH or page.tokens[first].lower in ("if", "whether")):
            return (region(page, occurrence.anchor, first, page.right(head)),)
    return None


def _nothing(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    if "question" in occurrence.cue.takes:
        return _question(page, occurrence)
    wanted, named = occurrence.cue.objects, page.child(occurrence.anchor, "dobj")
    return None if wanted and (named is None or page.tokens[named].lemma not in wanted) else ()


def _finite(page: Page, head: int) -> bool:
    """Whether a complement is a full clause (a parser often mistakes its verb for a noun: then its subject tells)."""
    if to_of(page, head) is not None:
        return False
    helpers = {page.tokens[c].tag for c in page.children(head, "aux", "auxpass")}
    tags = helpers | {page.tokens[head].tag}
    finite = (
        bool(tags & {"VBD", "VBZ", "VBP", "MD"})
        or bool(helpers - {"VBG", "VB"})
        or (page.tokens[head].tag == "VBN" and "VBG" not in tags)
    )
    return finite or (page.own_subject(head) is not None and "VBG" not in tags)
