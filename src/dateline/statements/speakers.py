"""Who speaks: speakers of a statement from the words that name them."""

from __future__ import annotations

from dateline.record import ActorRef, Mention, Speaker
from dateline.statements.candidate import Voice
from dateline.statements.cue import words_of
from dateline.statements.page import Page

OF_WHOM = ("poss", "prep", "agent", "compound")


def speakers_of(page: Page, voices: tuple[Voice, ...]) -> tuple[Speaker, ...]:
    """A speaker for each actor that the voices' mentions refer to, or under a plain description where none does."""
    found: list[Speaker] = []
    for voice in voices:
        found += [s for s in _speakers(page, voice) if s.name not in {f.name for f in found}]
    return tuple(found)


def affiliation(page: Page, speakers: tuple[Speaker, ...]) -> ActorRef | None:
    """The side that the first speaker with one speaks for."""
    found = (page.mentions.affiliation_of(s.name) for s in speakers)
    return next((a for a in found if a is not None), None)


def mention_of(page: Page, head: int) -> Mention | None:
    """The mention that a token heads; of a person named in apposition, that one; of a document, its author's."""
    own = page.mentions.headed(head)
    named = next((m for c in page.children(head, "appos") if (m := page.mentions.headed(c)) is not None), None)
    if own is None or (named is not None and _is_named(page, named) and not _is_named(page, own)):
        own = named or own
    if own is None and page.tokens[head].lemma in words_of("documents") | words_of("mouthpieces"):
        return _author(page, head)
    return own


def _speakers(page: Page, voice: Voice) -> list[Speaker]:
    start, end = page.span(voice.first, voice.last)
    mention = mention_of(page, voice.head)
    if mention is None:
        return [Speaker(None, None, _described(page, voice), start, end)]
    return [Speaker(mention.id, a.actor, a.name, start, end) for a in mention.actors]


def _is_named(page: Page, mention: Mention) -> bool:
    return any(t.pos == "PROPN" for t in page.analysis.tokens_in(mention.start, mention.end)[-1:])


def _author(page: Page, head: int) -> Mention | None:
    """ "the ministry's statement", "a report by the Open Crater Project"."""
    for child in page.children(head, *OF_WHOM):
        heads = [child, *page.children(child, "pobj")]
        found = next((m for h in heads if (m := page.mentions.headed(h)) is not None), None)
        if found is not None:
            return found
    return None


def _described(page: Page, voice: Voice) -> str:
    first, last = voice.first, voice.last
    if not first <= voice.head <= last:  # a relative pronoun: the words of its antecedent say more
        first, last = page.left(voice.head), voice.head
    return " ".join(t.text for t in page.tokens[first : last + 1]).casefold()
