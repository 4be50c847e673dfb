"""Ties that a noun shows: "is a friend of Norland", "its ally Estia", "a common enemy"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.page import Page
from dateline.events.parties import parties
from dateline.events.tie_draft import TieDraft, entry_of, pairs, triggers
from dateline.events.tree import SUBJECTS
from dateline.record import Participant, Statement

SURE = 0.8
COMMON = 0.65  # "a common enemy": whose is read from who speaks


def by_nouns(page: Page) -> Iterator[TieDraft]:
    """A tie for each noun of ties.yaml that stands as predicate or apposition to an actor."""
    book, inverse = triggers("nouns", page.codebook), triggers("inverse_nouns", page.codebook)
    for token in page.tokens:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if token.lemma in book:
            yield from _tie(page, token.index, book[token.lemma], turned=False)
        elif token.lemma in inverse:
            yield from _tie(page, token.index, inverse[token.lemma], turned=True)


def _tie(page: Page, noun: int, code: str, *, turned: bool) -> Iterator[TieDraft]:
    bearers = _bearers(page, noun)
    if not bearers:
        return
    others = page.tree.below(noun, ("poss",)) or page.tree.prepositional(
        noun, entry_of(code, page.codebook).get("prepositions", ())
    )
    sides = (others, bearers) if turned else (bearers, others)
    if others:
        yield from pairs(page, code, sides, noun, "noun", SURE)
    elif code == "opposes" and page.tokens[noun].head != noun and _is_shared(page, noun):
        yield from _common(page, noun, code, bearers)


def _bearers(page: Page, noun: int) -> tuple[int, ...]:
    """Who is called so: the subject of "is", what the noun stands in apposition to, or what stands so to it."""
    token = page.tokens[noun]
    if token.dep == "attr" and page.tokens[token.head].lemma == "be":
        return _resolved(page, page.tree.surface_subjects(token.head))
    if token.dep == "appos":
        return (token.head,)
    if token.dep == "conj" and page.tokens[token.head].dep == "attr":
        return page.tree.surface_subjects(page.tokens[token.head].head)
    return page.tree.below(noun, ("appos",))


def _resolved(page: Page, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """The subjects; "it" without a mention goes back to the last subject with one in the sentence."""
    if not subjects or page.tokens[subjects[0]].pos != "PRON" or page.mentions.headed(subjects[0]) is not None:
        return subjects
    sentence = page.analysis.sentence_at(page.tokens[subjects[0]].start)
    before = range(subjects[0] - 1, sentence.first - 1, -1) if sentence else range(0)
    earlier = (i for i in before if page.tokens[i].dep in SUBJECTS and page.mentions.headed(i) is not None)
    return next(((i,) for i in earlier), subjects)


def _is_shared(page: Page, noun: int) -> bool:
    return any(page.tokens[c].lemma in ("common", "shared", "joint") for c in page.tree.below(noun, ("amod",)))


def _common(page: Page, noun: int, code: str, bearers: tuple[int, ...]) -> Iterator[TieDraft]:
    """A common enemy is one of the side that says so."""
    voice = page.voice_at(page.tokens[noun].start)
    if voice is None:
        return
    token = page.tokens[noun]
    for left in _sides(page, voice):
        for right in parties(page, bearers, named=True):
            if left.name != right.name:
                yield TieDraft(code, left, right, noun, (token.start, token.end), "common enemy", COMMON)


def _sides(page: Page, voice: Statement) -> tuple[Participant, ...]:
    """For whom a voice speaks: the state behind its body, else its side, else the speakers."""
    side = voice.affiliation or next((a for s in voice.speakers if (a := page.mentions.affiliation_of(s.name))), None)
    if side is None:
        return tuple(Participant(s.mention, s.actor, s.name) for s in voice.speakers)
    return (page.state_of(side) or Participant(None, side.actor, side.name),)
