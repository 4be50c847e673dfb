"""Pronouns inside quotations: "we" is the speaker's side, "they" whoever the quotation or its context opposes to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors.crowds import settled_crowd
from dateline.actors.draft import Draft
from dateline.actors.memory import REACH, Memory, seen_of
from dateline.actors.mentions import Mentions
from dateline.actors.opposite import ARMED, Voice, other_side, own, said_of, told_after
from dateline.actors.page import Page
from dateline.actors.pronoun_rules import in_brackets, those_in_capital
from dateline.actors.pronouns import resolve_pronoun
from dateline.actors.resolve import Settled, unresolved
from dateline.actors.rows import rows_of
from dateline.actors.sides import GUESS, side_of, speaking
from dateline.language import Analysis
from dateline.record import ActorRef, Speaker, Statement, Unresolved

DIRECT = frozenset({"direct", "mixed"})


def resolve_quoted(analysis: Analysis, mentions: Mentions, statements: tuple[Statement, ...]) -> Mentions:
    """The mentions with "we", "I" and "they" of quotations, settled by who speaks."""
    if mentions.reading is None:
        return mentions
    page, settled = mentions.reading.page, mentions.reading.settled
    voices = sorted(_voices(page, mentions, statements), key=lambda v: (v.span, v.statement.id))
    found: list[Draft] = []
    open_: list[Unresolved] = []
    starts = [d.first for d in settled.drafts]
    for draft, voice in _asked(analysis, page, voices):
        k = bisect_left(starts, draft.first)
        before = settled.drafts[max(0, k - REACH) : k]
        done = _settle(page, draft, voice, [*before, *found[-6:]], mentions)
        if done is None and draft.how == "quoted-they":
            done = told_after(page, draft, voice, settled.drafts[k : k + REACH])
        if done:
            found += [done, *_with_noun(page, done, mentions)]
        else:
            open_.append(unresolved(page, draft, "a pronoun of a quotation, and nothing says whom it means"))
    told = {(d.first, d.last) for d in found}
    kept = (d for d in settled.drafts if (d.first, d.last) not in told)
    drafts = sorted((*kept, *found), key=lambda d: (d.first, -d.last))
    return rows_of(page, Settled(tuple(drafts), (*settled.unresolved, *open_)), mentions.reading.roles)


def name_speakers(statements: tuple[Statement, ...], mentions: Mentions) -> tuple[Statement, ...]:
    """The statements with the actors of speakers that only `resolve_quoted` settled ("they told us" in a quotation)."""
    return tuple(replace(s, speakers=tuple(_named_speaker(k, mentions) for k in s.speakers)) for s in statements)


def _named_speaker(speaker: Speaker, mentions: Mentions) -> Speaker:
    if speaker.mention is not None or speaker.start is None:
        return speaker
    row = next((m for m in mentions.rows_at(speaker.start) if m.end == speaker.end), None)
    if row is None or len(row.actors) != 1:
        return speaker
    return replace(speaker, mention=row.id, actor=row.actors[0].actor, name=row.actors[0].name)


def _voices(page: Page, mentions: Mentions, statements: Sequence[Statement]) -> Iterator[Voice]:
    first: dict[tuple[str, int], int] = {}
    for statement in statements:
        if statement.kind not in DIRECT:
            continue
        speaker = next(iter(statement.speakers), None)
        who = speaking(mentions, speaker) if speaker else None
        side = side_of(page, mentions, statement)
        begins = _beginning(page, statement, first)
        for span in statement.content:
            yield Voice(statement, span, min(begins, span[0]), side, who)


def _beginning(page: Page, statement: Statement, first: dict[tuple[str, int], int]) -> int:
    """Where the speaker's words begin: in this statement, or earlier in the same paragraph."""
    if not statement.content:
        return 0
    start = statement.content[0][0]
    sentence = page.analysis.sentence_at(start)
    name = statement.speakers[0].name if statement.speakers else ""
    return first.setdefault((name, sentence.paragraph if sentence else -1), start)


def _asked(analysis: Analysis, page: Page, voices: Sequence[Voice]) -> Iterator[tuple[Draft, Voice | None]]:
    """Every pronoun that only the speaker settles, with the innermost statement around it."""
    todo = list(voices)[::-1]
    inside: list[Voice] = []
    for token in analysis.tokens:
        while todo and todo[-1].span[0] <= token.start:
            inside.append(todo.pop())
        inside = [v for v in inside if v.span[1] > token.start]
        asks = page.lexicon.quoted.get(token.lower)
        if asks is None or token.pos not in ("PRON", "DET"):
            continue
        voice = min(inside, key=lambda v: v.span[1] - v.span[0], default=None)
        quoted = analysis.quotation_at(token.start) is not None
        if quoted or (voice and asks[0] != "other"):
            how = f"quoted-{'i' if asks[0] == 'speaker' else 'we' if asks[0] == 'side' else 'they'}"
            pronoun = page.lexicon.pronouns.get(token.lower)
            if asks[0] != "addressee":
                yield Draft(token.index, token.index + 1, token.index, "pronoun", how, 0.0, pronoun=pronoun), voice


def _settle(page: Page, draft: Draft, voice: Voice | None, before: Sequence[Draft], mentions: Mentions) -> Draft | None:
    if draft.how == "quoted-they":
        return _they(page, draft, voice, before, mentions)
    if voice is None:
        return None
    if draft.how == "quoted-i":
        kind = mentions.kind_of(voice.speaker) if voice.speaker else None
        return replace(draft, actors=(voice.speaker,), kind=kind, confidence=0.9) if voice.speaker else None
    if voice.side is None:
        return None
    side, confidence = voice.side
    return replace(
        draft, actors=(side,), kind=mentions.kind_of(side) or _kind(page, side), confidence=confidence, plural=True
    )


def _kind(page: Page, actor: ActorRef) -> str | None:
    entry = page.catalogue.get(actor.actor)
    return entry.kind if entry else None


def _they(page: Page, draft: Draft, voice: Voice | None, before: Sequence[Draft], mentions: Mentions) -> Draft | None:
    """Those in brackets or of whom the words are said; the best antecedent inside the speaker's own words; else the
    other side of the context."""
    told = in_brackets(page, draft) or those_in_capital(page, draft) or said_of(page, draft, voice, mentions)
    if told:
        return told
    start = voice.begins if voice else _quotation_start(page, draft)
    inside = [d for d in before if page.token(d.first).start >= start and not own(voice, d)]
    memory = Memory()
    for d in inside:
        if d.form != "adjective" and d.how != "relative":
            memory.add(seen_of(page, d, False), False)
    found = resolve_pronoun(page, draft, memory)
    if found:
        return replace(draft, actors=found[0].actors, kind=found[0].kind, confidence=found[1], plural=True)
    other = other_side(page, draft, voice, before, mentions)
    if other and other.kind in ARMED:
        return other
    return _spoken_of(page, draft, voice, before) or other


def _spoken_of(page: Page, draft: Draft, voice: Voice | None, before: Sequence[Draft]) -> Draft | None:
    """The people without a name of whom the sentence before the quotation speaks: "We will not free them"."""
    here = page.sentence(draft.first).index
    for d in reversed(before):
        if here - page.sentence(d.first).index > 1:
            return None
        people = d.form != "adjective" and d.plural and d.kind == "people"
        if people and d.actors and not own(voice, d):
            return replace(draft, actors=d.actors, kind=d.kind, confidence=GUESS, plural=True)
    return None


def _quotation_start(page: Page, draft: Draft) -> int:
    quotation = page.analysis.quotation_at(page.token(draft.first).start)
    return quotation.start if quotation else 0


def _with_noun(page: Page, done: Draft, mentions: Mentions) -> Iterator[Draft]:
    """ "Our soldiers": the noun after a possessive, where it means a force of the side or the side itself."""
    token = page.token(done.head)
    role = page.roles.ending.get(token.head + 1)
    if token.dep != "poss" or role is None or role.first <= done.head or len(done.actors) != 1:
        return
    side = done.actors[0]
    whole = settled_crowd(page, side, done.kind or mentions.kind_of(side) or "", role.value)
    if whole:
        yield replace(done, last=role.last, head=token.head, form="name", actors=(whole[0],), kind=whole[1])
