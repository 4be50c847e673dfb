"""Contents before a cue or around it: "The talks will be short, she said", "The talks, she said, will be short"."""

from __future__ import annotations

from dateline.record import Span
from dateline.statements.cue import Occurrence, words_of
from dateline.statements.page import Page

OPENERS = frozenset({"and", "but", ",", ";", "while", "—", "–"})


def around(page: Page, occurrence: Occurrence) -> tuple[Span, ...]:
    """The two pieces of a sentence that "she said" between commas interrupts; empty where it does not."""
    first, last = phrase(page, occurrence)
    sentence = page.sentence_of[occurrence.anchor]
    below = page.tokens[occurrence.anchor].dep in ("parataxis", "ccomp", "dep", "advcl")
    if (
        first <= sentence.first
        or not _has_subject(page, occurrence)
        or not (below or _has_no_verb(page, sentence.first, first))
    ):
        return ()
    low, high = voice_bounds(page, occurrence.anchor, sentence.first, sentence.last)
    comma = _comma_after(page, last, high)
    if first <= low or comma is None or not _comma(page, first - 1) or comma + 1 >= high - 1:
        return ()
    left = _left_piece(page, low, first - 1, occurrence)
    if left is None:
        return ()
    return (left,) if _is_told_by_another(page, comma + 1, high) else (left, _right_piece(page, comma + 1, high))


def _has_subject(page: Page, occurrence: Occurrence) -> bool:
    """Whether the cue has a subject of its own that is no relative pronoun."""
    subject = page.own_subject(occurrence.anchor)
    return subject is not None and page.tokens[subject].tag not in ("WDT", "WP")


def _is_told_by_another(page: Page, first: int, end: int) -> bool:
    """ "A fell, they said, and B held, the police said": what follows has a cue of its own behind it."""
    if page.tokens[first].pos != "CCONJ":
        return False
    cues = [i for i in range(first + 2, end) if i in page.verbs and page.own_subject(i) is not None]
    return any(page.tokens[page.left(page.own_subject(i) or i) - 1].text == "," for i in cues)


def _has_no_verb(page: Page, first: int, end: int) -> bool:
    return not any(t.pos in ("VERB", "AUX") for t in page.tokens[first:end])


def voice_bounds(page: Page, index: int, low: int, high: int) -> tuple[int, int]:
    """Those of the tokens low..high that stand in the same quotation as a token; all of them outside quotations."""
    number = page.quoted[index]
    if number < 0:
        return low, high
    while page.quoted[low] != number:
        low += 1
    while page.quoted[high - 1] != number:
        high -= 1
    return low, high


def before(page: Page, occurrence: Occurrence) -> tuple[Span, ...]:
    """The sentence before ", she said"; empty where no comma or closing mark sets it off or something else follows."""
    first, _ = phrase(page, occurrence)
    sentence = page.sentence_of[occurrence.anchor]
    low, _ = voice_bounds(page, occurrence.anchor, sentence.first, sentence.last)
    if first - 1 <= low or not _comma(page, first - 1) or _has_object(page, occurrence):
        return ()
    if not _has_subject(page, occurrence) or _is_adverbial(page, low, occurrence.anchor):
        return ()
    piece = _left_piece(page, low, first - 1, occurrence)
    return (piece,) if piece else ()


def _is_adverbial(page: Page, first: int, verb: int) -> bool:
    """ "Asked whether he would resign, the minister said no": what stands before is an adverbial of the cue."""
    token = page.tokens[first]
    return token.tag in ("VBN", "VBG") and token.dep == "advcl" and token.head == verb


def _has_object(page: Page, occurrence: Occurrence) -> bool:
    """Whether the cue governs something behind it that is not the one it is told to."""
    if page.tokens[occurrence.anchor].lemma in words_of("told_of"):
        return False
    return any(c > occurrence.last for c in page.children(occurrence.anchor, "dobj", "attr", "oprd", "xcomp", "ccomp"))


def phrase(page: Page, occurrence: Occurrence) -> tuple[int, int]:
    """The first and last token of a cue with its subject and helpers."""
    verb = occurrence.anchor
    kept = [c for c in page.analysis.children[verb] if page.tokens[c].dep in ("aux", "auxpass", "neg")]
    edges = [(c, c) for c in kept]
    subject = page.own_subject(verb)
    if subject is not None:
        edges.append((page.left(subject), page.right(subject)))
    first = min([occurrence.first, *[a for a, _ in edges]])
    return first, max([occurrence.last, *[b for _, b in edges]])


def _left_piece(page: Page, first: int, last: int, occurrence: Occurrence) -> Span | None:
    """From the start of the sentence, or from behind another cue's parenthesis, to the comma."""
    for i in range(last - 1, first, -1):
        if i in page.verbs and page.quoted[i] == page.quoted[occurrence.anchor] and _ended(page, i):
            first = _comma_after(page, i, last) or first
            break
    while first < last and (page.tokens[first].lower in OPENERS or _only_links(page, first)):
        first += 1
    if last - first < 1:
        return None
    start, end = page.span(first, last)
    return start, end if page.is_mark(last) or page.quoted[last] >= 0 else page.tokens[last - 1].end


def _only_links(page: Page, index: int) -> bool:
    """Whether a word only links the sentence to the one before: "However, …"."""
    token, sentence = page.tokens[index], page.sentence_of[index]
    return token.pos in ("ADV", "SCONJ") and index == sentence.first and page.tokens[index + 1].text == ","


def _ended(page: Page, verb: int) -> bool:
    """Whether another cue before has its content before it too: "A fell, the army said, and B held, they said"."""
    following = page.tokens[verb + 1]
    return following.text == "," and page.own_subject(verb) is not None and verb > 0


def _right_piece(page: Page, first: int, end: int) -> Span:
    last = end - 1
    while last > first and page.tokens[last].text == "." and page.quoted[last] < 0:
        last -= 1
    return page.span(first, last)


def _comma(page: Page, index: int) -> bool:
    token = page.tokens[index]
    return token.text in (",", "—", "–", "?", "!") or page.is_mark(index)


def _comma_after(page: Page, last: int, end: int) -> int | None:
    """The comma that closes the parenthesis: right after the cue, or after one short phrase of its own."""
    for i in range(last + 1, min(last + 9, end)):
        token = page.tokens[i]
        if token.text == ",":
            return i
        if token.pos in ("VERB", "AUX", "SCONJ") or token.text in ".;:":
            return None
    return None
