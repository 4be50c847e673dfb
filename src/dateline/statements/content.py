"""Where the content of a cue begins and ends, for each kind of complement."""

from __future__ import annotations

from dateline.record import Span
from dateline.statements.cue import Occurrence, cues, words_of
from dateline.statements.page import Page

CLOSERS = "”\"’'»)]"
TRAILING = frozenset({".", ",", ";", ":", "-", "–", "—", "and", "but", "?", "!"})
LOOSE = frozenset(
    {"advcl", "conj", "cc", "punct", "parataxis", "agent", "nsubj", "nsubjpass", "aux", "auxpass", "mark"}
)
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
        "object-infinitive": _object_infinitive,
        "from-infinitive": _from_infinitive,
        "infinitive": _infinitive,
        "gerund": _gerund,
        "to-object": _to_object,
        "object-of": _object_of,
        "object-as": _object_as,
        "object-complement": _object_complement,
        "object": _object,
        "quotation": _colon,
    }
    for pattern, find in finders.items():
        if pattern in occurrence.cue.takes:
            found = find(page, occurrence)
            if found is not None:
                return found, pattern
    return None


def region(page: Page, anchor: int, first: int, last: int) -> Span:
    """[start, end) of tokens first..last as content of the cue at `anchor`: cut before what goes on after the content,
    without a leading "that" and closing marks, and to the end of a quotation that it opens."""
    last = _before_promoted(page, anchor, first, last)
    last = _before_attribution(page, first, last)
    while first < last and page.tokens[first].text in (",", ":", "—", "–"):
        first += 1
    if page.tokens[first].lower == "that" and page.tokens[first].tag == "IN" and first < last:
        first += 1
    last = _without_trailing(page, first, last)
    return _with_quotation(page, anchor, first, last)


def clause_start(page: Page, head: int, after: int) -> int:
    """The first token of a complement clause: after its "that", or its subject where only a phrase of the cue's stands
    between ("said on Tuesday it had withdrawn")."""
    marks = [c for c in page.children(head, "mark") if c > after and page.tokens[c].lower == "that"]
    if marks:
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
            taken = page.tokens[i - 1].dep in ("dobj", "attr") and page.tokens[i - 1].lemma in cues("noun")
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
            return (page.span(i + 1, _without_trailing(page, i + 1, _without_marks(page, i + 1, last))),)
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
    return _question(page, occurrence) if "question" in occurrence.cue.takes else ()


def _infinitive(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    for head in page.children(occurrence.anchor, "xcomp", "ccomp", "advcl", "acl"):
        to = _to(page, head)
        if to is not None and to > occurrence.last and page.own_subject(head) is None:
            return (region(page, occurrence.anchor, to, _last_of_infinitives(page, occurrence, head)),)
    return None


def _last_of_infinitives(page: Page, occurrence: Occurrence, head: int) -> int:
    """The end of "to widen the port, dredge the bay and build a mole", though the parser hung "dredge" on the cue."""
    more = [c for c in page.children(occurrence.anchor, "conj") if c > head and page.tokens[c].tag == "VB"]
    finite = page.tokens[occurrence.anchor].tag != "VB"
    return max([page.right(head), *[page.right(c) for c in more]]) if finite else page.right(head)


def _object_infinitive(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "urged both sides to stop", "called on the army to withdraw", however the parser shares it out."""
    anchor, after = occurrence.anchor, occurrence.last
    below = [*page.children(anchor, "ccomp", "xcomp", "advcl"), *page.children(after, "ccomp", "pcomp", "acl")]
    heads = [h for h in below if h > after and _to(page, h) is not None]
    if not heads:
        heads = _nested_infinitive(page, occurrence)
    if not heads or (_to(page, heads[0]) or 0) <= after + 1:
        return None
    return (region(page, anchor, after + 1, page.right(heads[0])),)


def _nested_infinitive(page: Page, occurrence: Occurrence) -> list[int]:
    """The infinitive hangs below the object: "called on [Aldova to talk]" read as one noun phrase."""
    objects = [*page.children(occurrence.anchor, "dobj"), *page.children(occurrence.last, "pobj")]
    below = [c for o in objects if o > occurrence.last for c in page.children(o, "acl", "relcl")]
    return [c for c in below if _to(page, c) is not None]


def _from_infinitive(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "demanded from the president to step down": the addressee stays with the content."""
    i = occurrence.last + 1
    if i >= len(page.tokens) or page.tokens[i].lower not in ("from", "of"):
        return None
    for head in page.children(occurrence.anchor, "xcomp", "advcl"):
        if _to(page, head) is not None and head > i:
            return (region(page, occurrence.anchor, i + 1, page.right(head)),)
    return None


def _gerund(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    below = [*page.children(occurrence.anchor, "xcomp", "ccomp"), *page.children(occurrence.last, "pcomp")]
    for head in below:
        if head > occurrence.last and _is_gerund(page, head):
            return (region(page, occurrence.anchor, max(page.left(head), occurrence.last + 1), page.right(head)),)
    return None


def _is_gerund(page: Page, head: int) -> bool:
    helpers = [page.tokens[c].tag for c in page.children(head, "aux", "auxpass")]
    return "VBG" in (page.tokens[head].tag, *helpers) and not {"VBD", "VBZ", "VBP", "MD"} & set(helpers)


def _to_object(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    for head in page.children(occurrence.anchor, "prep", "xcomp"):
        if page.tokens[head].lower == "to" and head > occurrence.last:
            return (region(page, occurrence.anchor, head, page.right(head)),)
    return None


def _object(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    head = object_head(page, occurrence)
    if head is None or not _allowed(page, occurrence, head):
        return None
    if page.is_passive(occurrence.anchor):
        return (region(page, occurrence.anchor, page.left(head), page.right(head)),)
    last = page.right(head)
    if occurrence.cue.objects:
        last = max(last, _right_of_complements(page, occurrence))
    return (region(page, occurrence.anchor, max(page.left(head), occurrence.last + 1), last),)


def _object_of(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
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


def _object_as(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "described the vote as a farce"."""
    below = page.tokens[occurrence.last + 1 : page.sentence_of[occurrence.anchor].last]
    leads = any(t.lower == "as" and t.dep in ("prep", "mark") for t in below)
    return _object_of(page, occurrence) if leads else None


def _object_complement(page: Page, occurrence: Occurrence) -> tuple[Span, ...] | None:
    """ "called the vote a farce": a small clause below the cue, or an object with its predicate."""
    for head in page.children(occurrence.anchor, "ccomp", "oprd", "xcomp"):
        subject = page.own_subject(head) if page.tokens[head].dep != "oprd" else object_head(page, occurrence)
        if subject is not None and head > occurrence.last and page.left(subject) > occurrence.last:
            return (region(page, occurrence.anchor, page.left(subject), page.right(head)),)
    return None


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


def _finite(page: Page, head: int) -> bool:
    """Whether a complement is a full clause (a parser often mistakes its verb for a noun: then its subject tells)."""
    if _to(page, head) is not None:
        return False
    helpers = {page.tokens[c].tag for c in page.children(head, "aux", "auxpass")}
    tags = helpers | {page.tokens[head].tag}
    finite = (
        bool(tags & {"VBD", "VBZ", "VBP", "MD"})
        or bool(helpers - {"VBG", "VB"})
        or (page.tokens[head].tag == "VBN" and "VBG" not in tags)
    )
    return finite or (page.own_subject(head) is not None and "VBG" not in tags)


def _to(page: Page, head: int) -> int | None:
    return next((c for c in page.children(head, "aux", "auxpass") if page.tokens[c].tag == "TO"), None)


def _before_promoted(page: Page, anchor: int, first: int, last: int) -> int:
    for i in range(first + 1, last + 1):
        if page.promoted.get(i) == anchor:
            subject = page.own_subject(i)
            start = min(
                [i, *[c for c in page.analysis.children[i] if c < i and page.tokens[c].dep in ("aux", "neg", "advmod")]]
            )
            start = min(start, page.left(subject)) if subject is not None else start
            return max(first, start - 1)
    return last


def _before_attribution(page: Page, first: int, last: int) -> int:
    """Cut ", according to the police" off the end."""
    for i in range(first + 1, last):
        if page.tokens[i].lower == "according" and page.tokens[i + 1].lower == "to" and page.tokens[i - 1].text == ",":
            return i - 1
    return last


def _without_trailing(page: Page, first: int, last: int) -> int:
    while last > first and page.tokens[last].lower in TRAILING and not _closes_quotation(page, last):
        last -= 1
    return last


def _closes_quotation(page: Page, index: int) -> bool:
    """Whether an end mark stands inside a quotation: then it is the speaker's own."""
    return page.quoted[index] >= 0


def _with_quotation(page: Page, anchor: int, first: int, last: int) -> Span:
    """Take in the closing mark of a quotation that the content opens, and all of it where it runs on."""
    start, end = page.span(first, last)
    number = page.quoted[last]
    if number < 0 or page.quoted[anchor] == number:
        return start, end
    quotation = page.analysis.quotations[number]
    if quotation.start >= start - 2:
        return min(start, quotation.start), quotation.end
    return start, end
