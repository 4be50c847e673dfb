"""Speech acts: a cue that accuses, demands, threatens, promises or refuses is a deed of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from dateline.codebook import Codebook, vocabulary
from dateline.events.arguments import of_verb
from dateline.events.draft import Draft
from dateline.events.lexicon import Frame, frames
from dateline.events.page import Page
from dateline.events.parties import distinct, plain
from dateline.events.plover import event_types
from dateline.record import Participant, Statement

SURE = 0.85


def by_cues(page: Page, deeds: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each statement whose cue is an act; `deeds` are those of the report, for what an act is about."""
    inside = _by_voice(page, deeds)
    for statement in page.statements:
        act, head = act_of(page, statement), cue_head(page, statement)
        if act is not None and head is not None:
            yield _draft(page, statement, act, head, inside.get(statement.id, []))


def act_of(page: Page, statement: Statement) -> str | None:
    """The type of deed that saying this is, or None for plain saying."""
    head = cue_head(page, statement)
    if head is None or page.tokens[head].lemma not in _acting_cues(page.codebook):
        return None
    kind = _acts(page.codebook).get(statement.stance)
    if kind is None or (statement.stance == "ask" and _is_question(page, statement, head)):
        return None
    return str(kind["type"])


def promised(page: Page, draft: Draft, voice: Statement | None) -> tuple[Participant, ...]:
    """Who will do what a promise, threat, agreement or refusal leaves without a subject: whoever gives it."""
    if voice is None or draft.act_of or draft.actors or voice.stance not in _words("self_binding_stances"):
        return ()
    token = page.tokens[draft.head]
    inside = any(a <= page.tokens[token.head].start < b for a, b in voice.content)
    if draft.passive or (inside and token.head != draft.head):
        return ()
    return distinct(Participant(s.mention, s.actor, s.name) for s in voice.speakers)


def blamed(
    page: Page, draft: Draft, voice: Statement | None, accused: Mapping[str, tuple[Participant, ...]]
) -> tuple[Participant, ...]:
    """Who did what an accusation names: "blamed Norland for the attack"."""
    if voice is None or draft.act_of or not draft.nominal:
        return ()
    preposition = page.tokens[page.tokens[draft.head].head]
    governed = preposition.dep == "prep" and page.cue_at(page.tokens[preposition.head].start) == voice
    return accused.get(voice.id, ()) if governed else ()


def cue_head(page: Page, statement: Statement) -> int | None:
    """The verb of a cue, else the token that governs it."""
    if statement.cue is None:
        return None
    inside = page.analysis.tokens_in(*statement.cue)
    verbs = [t.index for t in inside if t.pos == "VERB" and t.lemma in _acting_cues(page.codebook)]
    if verbs:
        return verbs[0]
    indices = {t.index for t in inside}
    acting = [t.index for t in inside if t.lemma in _acting_cues(page.codebook)]
    return (
        next((t.index for t in inside if t.head not in indices or t.head == t.index), None) if not acting else acting[0]
    )


def _draft(page: Page, statement: Statement, kind: str, head: int, content: Sequence[Draft]) -> Draft:
    entry = _acts(page.codebook)[statement.stance]
    actors = tuple(plain(Participant(s.mention, s.actor, s.name)) for s in statement.speakers)
    recipients = _recipients(page, statement, head, frames()[entry["frame"]], entry, content)
    names = {_bare(p.name) for p in actors}
    return Draft(
        type=kind,
        mode=_mode(page, statement, kind, entry, content),
        head=head,
        words=tuple(t.index for t in page.analysis.tokens_in(*(statement.cue or (0, 0)))),
        actors=distinct(actors),
        recipients=tuple(p for p in recipients if _bare(p.name) not in names),
        by=f"cue with stance {statement.stance}",
        confidence=round(SURE * statement.confidence, 2),
        act_of=statement.id,
        denied=statement.polarity == "denied",
    )


def _bare(name: str) -> str:
    """A name without its article."""
    first, _, rest = name.partition(" ")
    return rest if first in ("the", "a", "an") else name


def _recipients(
    page: Page, statement: Statement, head: int, frame: Frame, entry: Mapping[str, Any], content: Sequence[Draft]
) -> tuple[Participant, ...]:
    """Whom the cue's own words name; else those addressed; else those whom the content's deed is about."""
    doers = _doers(page, head, content) if entry["about"] == "actors" else ()
    if doers:
        return doers
    named = of_verb(page, head, frame).recipients if page.tree.is_verb(head) else ()
    named = tuple(p for p in named if p.mention or entry["about"] == "actors")
    if named:
        return named
    if statement.addressees and entry["addressed"]:
        return statement.addressees
    about = [d for d in content if d.act_of is None]
    sides = (d.actors if entry["about"] == "actors" else d.recipients or (d.actors if d.mutual else ()) for d in about)
    speakers = {s.name for s in statement.speakers}
    return next((found for side in sides if (found := tuple(p for p in side if p.name not in speakers))), ())


def _doers(page: Page, head: int, content: Sequence[Draft]) -> tuple[Participant, ...]:
    """Who did the deed that the cue's own object names: "condemned the arrest of a nun by Norland"."""
    objects = page.tree.objects(head) if page.tree.is_verb(head) else ()
    return next((d.actors for d in content if d.head in objects and d.actors), ())


def _mode(
    page: Page, statement: Statement, kind: str, entry: Mapping[str, Any], content: Sequence[Draft]
) -> tuple[str, ...]:
    """The mode that goes with the stance, else the one that a word of the content shows."""
    if entry.get("mode"):
        return (str(entry["mode"]),)
    lemmas = {t.lemma for span in statement.content for t in page.analysis.tokens_in(*span)}
    shown = next(((m.code,) for m in event_types(page.codebook)[kind].modes if lemmas & set(m.words)), ())
    violent = kind == "THREATEN" and any(d.type == "ASSAULT" for d in content)
    return shown or (("violence",) if violent else ())


def _is_question(page: Page, statement: Statement, head: int) -> bool:
    """Whether "asked" puts a question: whether, a question word, a question mark."""
    for start, end in statement.content[:1]:
        first = next((t for t in page.analysis.tokens_in(start, end) if t.pos != "PUNCT"), None)
        if first is not None and (first.tag in ("WRB", "WP", "WDT") or first.lower in _words("question_marks")):
            return True
    before = [t.lower for t in page.tokens[head + 1 : head + 4]]
    asked = "?" in {page.analysis.text[end - 1 : end] for _, end in statement.content} | {
        page.analysis.text[end - 2 : end - 1] for _, end in statement.content
    }
    return asked or bool(set(before) & _words("question_marks"))


def _by_voice(page: Page, deeds: Iterable[Draft]) -> dict[str, list[Draft]]:
    table: dict[str, list[Draft]] = {}
    for deed in deeds:
        voice = page.voice_at(page.tokens[deed.head].start)
        if voice is not None:
            table.setdefault(voice.id, []).append(deed)
    return table


@cache
def _acts(book: Codebook) -> Mapping[str, Mapping[str, Any]]:
    acts: Mapping[str, Mapping[str, Any]] = book.vocabulary("deeds")["speech_acts"]
    return acts


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("deeds")[name])


@cache
def plain_cues(book: Codebook) -> frozenset[str]:
    """The first words of the cues that only attribute: say, note, speak."""
    entries = book.vocabulary("cues")["verbs"]
    return frozenset(str(e["cue"]).split()[0] for e in entries if not e.get("act")) - _acting_cues(book)


@cache
def _acting_cues(book: Codebook) -> frozenset[str]:
    """The first words of the cues that are acts, by cues.yaml."""
    rows = book.vocabulary("cues")
    entries = [e for part in ("verbs", "nouns") for e in rows.get(part, ()) if e.get("act")]
    return frozenset(str(e["cue"]).split()[0] for e in entries)
