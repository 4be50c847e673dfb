"""Quotations that stand for themselves: their cue before, after or between them, or none; over paragraphs too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.cue import Occurrence
from dateline.statements.page import Page
from dateline.statements.polarity import is_negated
from dateline.statements.voices import voices_at, voices_of

LEAD_IN = 2  # words that may stand before a free quotation in its sentence: "But “we …"
WINDOW = 45  # tokens from a quotation in which its cue is sought


@dataclass(frozen=True, slots=True)
class Chain:
    """Quotations that read as one: over paragraphs that each open anew. `first`, `last` are its edge tokens."""

    spans: tuple[Span, ...]
    numbers: tuple[int, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Attributed:
    """A chain with its cue. `side` tells where the cue stands: before or after the words."""

    chain: Chain
    occurrence: Occurrence | None
    voices: tuple[Voice, ...]
    side: str


def by_quotations(page: Page) -> Iterator[Candidate]:
    """A candidate for each free quotation; pieces that one cue interrupts are one."""
    pending: Attributed | None = None
    for chain in chains(page):
        if pending is not None and _goes_on(page, pending.chain, chain):
            pending = Attributed(_joined(pending.chain, chain), pending.occurrence, pending.voices, pending.side)
            continue
        if pending is not None:
            yield _candidate(page, pending)
            pending = None
        if _is_free(page, chain):
            pending = _attributed(page, chain)
    if pending is not None:
        yield _candidate(page, pending)


def chains(page: Page) -> list[Chain]:
    """The quotations, those joined that a missing closing mark and a new opening one carry over a paragraph's end."""
    found: list[Chain] = []
    open_to: int | None = None
    for number, quotation in enumerate(page.analysis.quotations):
        tokens = page.analysis.tokens_in(quotation.start, quotation.end)
        if not tokens:
            continue
        paragraph = page.sentence_of[tokens[0].index].paragraph
        at_start = page.analysis.paragraphs[paragraph].start == quotation.start
        chain = Chain(((quotation.start, quotation.end),), (number,), tokens[0].index, tokens[-1].index)
        alike = bool(found) and page.tokens[found[-1].first].text == tokens[0].text
        if open_to == paragraph and at_start and quotation.opened and alike:
            found[-1] = _joined(found[-1], chain)
        else:
            found.append(chain)
        open_to = None if quotation.closed else page.sentence_of[tokens[-1].index].paragraph + 1
    return found


def _joined(a: Chain, b: Chain) -> Chain:
    return Chain((*a.spans, *b.spans), (*a.numbers, *b.numbers), a.first, b.last)


def _goes_on(page: Page, before: Chain, chain: Chain) -> bool:
    """Whether the next quotation is the rest of the same sentence, its cue between the two."""
    between = page.tokens[before.last + 1 : chain.first]
    same = page.sentence_of[before.last].index == page.sentence_of[chain.first].index
    ended = page.tokens[before.last - 1].text in (".", "?", "!") and page.tokens[before.last].pos == "PUNCT"
    comma = bool(between) and between[-1].text in (",", ":", "—", "–", "-")
    cues = [t.index for t in between if _speech(page, t.index) is not None]
    return same and comma and not ended and (len(cues) == 1 or (not cues and any(t.pos == "VERB" for t in between)))


def _is_free(page: Page, chain: Chain) -> bool:
    """Whether a quotation stands for itself: it begins its sentence, or a cue and a comma or colon lead to it."""
    if _words(page, chain) < 1:
        return False
    sentence = page.sentence_of[chain.first]
    lead = page.tokens[sentence.first : chain.first]
    if len(lead) <= LEAD_IN and not any(t.pos in ("NOUN", "PROPN", "VERB", "DET") for t in lead):
        return _is_speech(page, chain)
    return _leads(page, chain) and _cue_before(page, chain) is not None


def _leads(page: Page, chain: Chain) -> bool:
    """Whether a comma, a colon or the cue itself stands right before a quotation."""
    return page.tokens[chain.first - 1].text in (",", ":") or _speech(page, chain.first - 1) is not None


def _is_speech(page: Page, chain: Chain) -> bool:
    """Whether a quotation at the start of a sentence is no mere title or word in quotation marks: it ends as speech
    ends, with a mark inside or a comma behind, or a cue follows at once."""
    tokens = page.tokens[chain.first : chain.last + 1]
    inner = [t for t in tokens if not page.is_mark(t.index)]
    if inner and inner[-1].text in (".", ",", "?", "!", "…", "...", "—", "–", "-"):
        return True
    after = page.tokens[chain.last + 1 : chain.last + 2]
    return any(t.pos in ("VERB", "AUX") for t in inner) and (not after or after[0].text in (",", ".", "—", "–"))


def _words(page: Page, chain: Chain) -> int:
    return sum(t.text[0].isalnum() for t in page.tokens[chain.first : chain.last + 1])


def _attributed(page: Page, chain: Chain) -> Attributed:
    before = _cue_before(page, chain)
    if before is not None:
        return Attributed(chain, before, voices_of(page, before), "before")
    after = _cue_after(page, chain)
    if after is not None:
        return Attributed(chain, after, _voices_after(page, chain, after), "after")
    colon = _cue_in_last_paragraph(page, chain)
    if colon is not None:
        return Attributed(chain, colon, voices_of(page, colon), "before")
    return Attributed(chain, None, (), "none")


def _cue_before(page: Page, chain: Chain) -> Occurrence | None:
    """The last verb of speech before a quotation in its sentence, where a comma or colon leads from it to the marks."""
    sentence = page.sentence_of[chain.first]
    if chain.first <= sentence.first or not _leads(page, chain):
        return None
    for i in range(chain.first - 1, max(sentence.first, chain.first - WINDOW) - 1, -1):
        if page.quoted[i] >= 0:
            return None
        occurrence = _speech(page, i)
        if occurrence is not None and not _has_complement(page, occurrence, chain.first):
            return None if _is_parenthesis(page, i) else occurrence
    return None


def _is_parenthesis(page: Page, verb: int) -> bool:
    """ "The valley, she writes, “has been lost …": the sentence goes on inside the marks."""
    return page.tokens[verb].dep == "parataxis" and page.tokens[verb].head > verb


def _has_complement(page: Page, occurrence: Occurrence, until: int) -> bool:
    below = page.children(occurrence.anchor, "ccomp")
    return any(occurrence.anchor < c < until for c in below)


def _cue_after(page: Page, chain: Chain) -> Occurrence | None:
    """The first verb of speech behind a quotation, in its sentence or in the short one that a "!" or "?" cut off."""
    sentence = page.sentence_of[chain.last]
    first, end = chain.last + 1, sentence.last
    if first >= end and page.tokens[chain.last - 1].text in ("!", "?", "…", "..."):
        following = page.analysis.sentences[sentence.index + 1 : sentence.index + 2]
        if following and following[0].paragraph == sentence.paragraph:
            end = following[0].last
    for i in range(first, min(end, first + WINDOW)):
        if page.quoted[i] >= 0:
            return None
        occurrence = _speech(page, i)
        if occurrence is not None and page.tokens[i].dep not in ("relcl", "amod"):
            return occurrence
        if page.tokens[i].pos == "VERB" and page.tokens[i].dep not in (
            "relcl",
            "acl",
            "amod",
            "xcomp",
            "advcl",
            "ccomp",
        ):
            return None
    return None


def _cue_in_last_paragraph(page: Page, chain: Chain) -> Occurrence | None:
    """ "He said:" at the end of the paragraph before."""
    sentence = page.sentence_of[chain.first]
    if sentence.index == 0 or sentence.first != chain.first:
        return None
    previous = page.analysis.sentences[sentence.index - 1]
    if page.tokens[previous.last - 1].text != ":":
        return None
    for i in range(previous.last - 1, max(previous.first, previous.last - WINDOW) - 1, -1):
        occurrence = _speech(page, i)
        if occurrence is not None:
            return occurrence
    return None


def _speech(page: Page, index: int) -> Occurrence | None:
    return next((o for o in page.verbs.get(index, ()) if "quotation" in o.cue.takes), None)


def _voices_after(page: Page, chain: Chain, occurrence: Occurrence) -> tuple[Voice, ...]:
    """The subject behind the quotation; where the parser found none there, the nearest noun phrase beside the cue."""
    found = tuple(v for v in voices_of(page, occurrence) if page.quoted[v.head] not in chain.numbers)
    if found:
        return found
    end = page.sentence_of[occurrence.anchor].last
    for i in [
        *range(occurrence.anchor - 1, chain.last, -1),
        *range(occurrence.last + 1, min(end, occurrence.last + 8)),
    ]:
        if page.tokens[i].pos in ("NOUN", "PROPN", "PRON") and page.tokens[i].dep != "compound":
            return voices_at(page, i)
    return ()


def _candidate(page: Page, found: Attributed) -> Candidate:
    occurrence = found.occurrence
    if occurrence is None:
        return Candidate("quotation without a cue", 0.7, found.chain.spans, direct=True, continues=True)
    return Candidate(
        by=f"quotation, cue {found.side}",
        confidence=0.95 if found.voices else 0.8,
        content=found.chain.spans,
        cue=page.span(occurrence.first, occurrence.last),
        occurrence=occurrence,
        voices=found.voices,
        stance=occurrence.cue.stance,
        denied=is_negated(page, occurrence),
        direct=True,
    )
