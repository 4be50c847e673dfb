"""Whom "they" means in a speaker's mouth when his own words do not name them: those he speaks of, or the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.actors.draft import Draft
from dateline.actors.mentions import Mentions
from dateline.actors.page import Page
from dateline.record import ActorRef, Mention, Statement

CONTEXT = 3  # sentences before a quotation in which the other side is looked for
OPPOSITE, TOLD = 0.6, 0.85
ARMED = frozenset({"military", "rebel", "militia"})
OF_STATE = frozenset({"state", "government", "military"})
PRIVATE = frozenset({None, "person", "people", "agency"})
TOPIC = frozenset({"of", "about"})


@dataclass(frozen=True)
class Voice:
    """A piece of a statement in somebody's own words; `begins` is where these words begin in its paragraph."""

    statement: Statement
    span: tuple[int, int]
    begins: int
    side: tuple[ActorRef, float] | None
    speaker: ActorRef | None


def own(voice: Voice | None, draft: Draft) -> bool:
    """Whether a draft is the speaker or the speaker's side."""
    if voice is None:
        return False
    own = {a.name for a in ((voice.side[0] if voice.side else None), voice.speaker) if a}
    return bool(own & {a.name for a in draft.actors})


def said_of(page: Page, draft: Draft, voice: Voice | None, mentions: Mentions) -> Draft | None:
    """ "They bomb at night," he said of the army: those of whom the words are said."""
    if voice is None:
        return None
    row = next((m for m in _topics(page, voice, mentions) if m.actors), None)
    if row is None:
        return None
    kind = mentions.kind_of(row.actors[0])
    return replace(draft, actors=row.actors, kind=kind, confidence=TOLD, plural=True)


def _topics(page: Page, voice: Voice, mentions: Mentions) -> Iterator[Mention]:
    """What stands after "said of" outside the quotation, in the sentence where the quoted words end."""
    sentence = page.analysis.sentence_at(max(voice.span[1] - 1, 0))
    for token in page.analysis.tokens_of(sentence) if sentence else ():
        if token.lower not in TOPIC or voice.span[0] <= token.start < voice.span[1]:
            continue
        apart = token.index > 0 and page.token(token.index - 1).text == "," and token.start >= voice.span[1]
        if apart or page.token(token.head).lemma in page.lexicon.sets["speech_verbs"]:
            yield from (m for c in page.analysis.children[token.index] if (m := mentions.headed(c)))


def other_side(
    page: Page, draft: Draft, voice: Voice | None, before: Sequence[Draft], mentions: Mentions
) -> Draft | None:
    """The last force or group of another side named shortly before the quotation, else the last state or body; an armed
    group of the same country is another side for everybody but itself."""
    if voice is None or voice.speaker is None:
        return None
    here = page.sentence(draft.first).index
    home = voice.side[0].country if voice.side else voice.speaker.country
    official = voice.side is not None and mentions.kind_of(voice.side[0]) in OF_STATE
    allies = set(mentions.members(voice.side[0])) if voice.side else set()
    other: Draft | None = None
    for d in reversed(before):
        if here - page.sentence(d.first).index > CONTEXT:
            break
        if d.form == "adjective" or not d.actors or d.kind in PRIVATE or own(voice, d):
            continue
        foreign = d.actors[0].country is None or d.actors[0].country != home
        at_home = d.kind in OF_STATE if official else bool(allies & {a.name for a in d.actors})
        if d.kind in ARMED and (foreign or not at_home):
            other = d
            break
        other = other or (d if foreign else None)
    return replace(draft, actors=other.actors, kind=other.kind, confidence=OPPOSITE, plural=True) if other else None


def told_after(page: Page, draft: Draft, voice: Voice | None, after: Sequence[Draft]) -> Draft | None:
    """The first force, group or other state in what the sentence goes on with after the words: "…," he said after
    Velmoran tanks had come."""
    end = voice.span[1] if voice else 0
    here = page.sentence(draft.first).index
    home = voice.side[0].country if voice and voice.side else None
    for d in after:
        if page.sentence(d.first).index > here:
            return None
        outside = page.token(d.first).start >= end and d.actors and d.form != "adjective" and d.kind not in PRIVATE
        foreign = bool(d.actors) and (d.kind in ARMED or d.actors[0].country != home)
        if outside and foreign and not own(voice, d) and not _speaks_too(page, d, voice):
            return replace(draft, actors=d.actors, kind=d.kind, confidence=OPPOSITE, plural=True)
    return None


def _speaks_too(page: Page, draft: Draft, voice: Voice | None) -> bool:
    """Whether a mention stands in that of the speaker: "the Velmoran premier said"."""
    spans = [(s.start, s.end) for s in voice.statement.speakers] if voice else []
    start = page.token(draft.first).start
    return any(a is not None and b is not None and a <= start < b for a, b in spans)
