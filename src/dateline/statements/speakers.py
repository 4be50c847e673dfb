"""Who speaks: speakers of a statement from the words that name them."""

from __future__ import annotations

from dateline.record import ActorRef, Mention, Speaker
from dateline.statements.candidate import Voice
from dateline.statements.cue import words_of
from dateline.statements.page import Page
from dateline.statements.voices import noun_phrase

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
    if own is None or not (_is_person(page, own) and _is_named(page, own)):
        own = _person_at_end(page, head) or own
    if own is None and page.tokens[head].lemma in words_of("documents") | words_of("mouthpieces"):
        return _author(page, head)
    return own


def _speakers(page: Page, voice: Voice) -> list[Speaker]:
    start, end = page.span(voice.first, voice.last)
    mention = mention_of(page, voice.head)
    if mention is None:
        return [Speaker(None, None, described(page, voice), start, end)]
    return [Speaker(mention.id, a.actor, a.name, start, end) for a in mention.actors]


def _is_person(page: Page, mention: Mention) -> bool:
    return any(page.mentions.kind_of(a) == "person" for a in mention.actors)


def _person_at_end(page: Page, head: int) -> Mention | None:
    """ "the leader of the Osk party Ana Petrik": the name ends the phrase, though the parser hung it on the party."""
    last = page.right(head)
    while last > head and page.tokens[last].pos == "PUNCT":
        last -= 1
    if page.tokens[last].pos != "PROPN" or last == head:
        return None
    inside = page.mentions.within(page.tokens[head].end, page.tokens[last].end)
    named = [m for m in inside if m.end == page.tokens[last].end and _is_person(page, m) and _is_named(page, m)]
    return named[0] if named and not _owns(page, named[0].start) else None


def _owns(page: Page, start: int) -> bool:
    """Whether a preposition leads right to the name: "the brother of Ana Petrik" is not Ana Petrik."""
    index = page.analysis.token_at(start)
    return index is not None and index > 0 and page.tokens[index - 1].pos in ("ADP", "PART", "CCONJ")


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


def described(page: Page, voice: Voice) -> str:
    """The plain description of a speaker whom no mention covers, in lower case: his own noun phrase's words."""
    inside = voice.first <= voice.head <= voice.last
    first, last = noun_phrase(page, voice.head, bare=True)
    if inside:  # a relative pronoun's antecedent stands outside its words
        first, last = max(first, voice.first), min(last, voice.last)
    return " ".join(t.text for t in page.tokens[first : last + 1]).casefold()
