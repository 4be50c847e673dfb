"""Whose words: the noun phrase that speaks, for each way a cue can stand."""

from __future__ import annotations

from dataclasses import replace

from dateline.statements.candidate import Voice
from dateline.statements.cue import Occurrence, words_of
from dateline.statements.lost_subject import NOUNS, lost_subject
from dateline.statements.page import Page

RELATIVE = frozenset({"WDT", "WP"})
DEPTH = 12  # how far up a subject is sought
SET_OFF = frozenset({",", "–", "—", "-", "("})
CONTROLLED = frozenset({"xcomp", "advcl", "pcomp", "prep", "conj", "ccomp", "parataxis", "dep"})


def voices_of(page: Page, occurrence: Occurrence) -> tuple[Voice, ...]:
    """The speakers of a verb cue; empty where the text names none."""
    verb = occurrence.anchor
    if occurrence.cue.speaker == "passive" and not page.is_passive(verb):
        return _object_speaker(page, verb)
    if page.is_passive(verb) and occurrence.cue.speaker != "passive":
        agent = page.child(verb, "agent")
        speaker = page.child(agent, "pobj") if agent is not None else None
        return voices_at(page, speaker) if speaker is not None else ()
    return subject_voices(page, verb)


def subject_voices(page: Page, verb: int, depth: int = DEPTH) -> tuple[Voice, ...]:
    """The voices of a verb's subject: its own, or that of the verb that governs it."""
    own = page.own_subject(verb)
    if own is not None:
        return _own(page, verb, own)
    token = page.tokens[verb]
    inherited: tuple[Voice, ...] = ()
    if depth and token.head != verb and token.head >= 0:
        inherited = _inherited(page, verb, depth)
    return inherited or (() if token.tag == "VBG" or not depth else lost_subject(page, verb))


def _inherited(page: Page, verb: int, depth: int) -> tuple[Voice, ...]:
    """The subject that a verb shares with the one that governs it, or the noun that it describes."""
    token = page.tokens[verb]
    if verb in page.promoted:
        return subject_voices(page, page.promoted[verb], depth - 1)
    governor = page.tokens[token.head]
    if token.dep in ("acl", "relcl") or (governor.pos in NOUNS and token.dep in ("prep", "advcl")):
        return voices_at(page, token.head, bare=True)
    if token.dep == "xcomp" and (controller := _controller(page, verb)) is not None:
        return voices_at(page, controller)
    return subject_voices(page, token.head, depth - 1) if token.dep in CONTROLLED else ()


def _controller(page: Page, verb: int) -> int | None:
    """Who is to do it: in "warned Petrik not to declare victory", Petrik."""
    governor = page.tokens[verb].head
    asked = any("object-infinitive" in o.cue.takes for o in page.verbs.get(governor, ()))
    return page.child(governor, "dobj") if asked else None


def voices_at(page: Page, head: int, *, bare: bool = False) -> tuple[Voice, ...]:
    """One voice for each noun of a coordination: "Aldova and Ruritania". `bare` leaves out what follows the head."""
    heads = [head, *_coordinated(page, head)]
    edges = [noun_phrase(page, h, bare=bare or len(heads) > 1) for h in heads]
    first, last = min(a for a, _ in edges), max(b for _, b in edges)
    return tuple(Voice(h, first, last) for h in heads)


def noun_phrase(page: Page, head: int, *, bare: bool = False) -> tuple[int, int]:
    """The first and last token of a noun phrase, without relative clauses set off by commas and closing marks."""
    first = _first_of_noun_phrase(page, head)
    last = head
    for child in page.analysis.children[head]:
        if child < head or page.tokens[child].dep in ("punct", "cc", "conj", "advcl"):
            continue
        if page.quoted[child] != page.quoted[head] or _set_off(page, child, head) or (bare and _loose(page, child)):
            break
        last = max(last, page.right(child))
    while last > head and page.tokens[last].pos == "PUNCT" and page.tokens[last].text not in (")", "]"):
        last -= 1
    return first, last


def _first_of_noun_phrase(page: Page, head: int) -> int:
    first = page.left(head)
    while first < head and (page.quoted[first] != page.quoted[head] or page.tokens[first].pos in ("PUNCT", "CCONJ")):
        first += 1
    return first


def _set_off(page: Page, child: int, head: int) -> bool:
    """Whether a clause stands behind a comma: "the envoy, who arrived on Monday"."""
    comma = any(t.text in SET_OFF for t in page.tokens[head + 1 : page.left(child) + 1])
    return page.tokens[child].dep in ("relcl", "acl", "advcl") and comma


def _loose(page: Page, child: int) -> bool:
    return page.tokens[child].dep in ("appos", "relcl", "acl", "prep") and page.tokens[child].text != "of"


def _coordinated(page: Page, head: int) -> list[int]:
    """The other nouns of a coordination, unless they begin a new clause."""
    found: list[int] = []
    at: int | None = head
    while at is not None:
        nxt = page.child(at, "conj")
        at = nxt if nxt is not None and page.tokens[nxt].pos in NOUNS and not page.children(nxt, "nsubj") else None
        if at is not None:
            found.append(at)
    return found


def _own(page: Page, verb: int, own: int) -> tuple[Voice, ...]:
    token = page.tokens[own]
    if token.tag in RELATIVE:
        antecedent = _antecedent(page, verb)
        return (Voice(antecedent, own, own),) if antecedent is not None else ()
    if token.dep == "csubj":
        return ()
    if token.lower in words_of("distributives") and page.mentions.headed(own) is None:
        return _meant_before(page, verb, own) or voices_at(page, own)
    return tuple(_before_verb(page, v, verb) for v in voices_at(page, own))


def _before_verb(page: Page, voice: Voice, verb: int) -> Voice:
    """A subject in front of its verb ends before it, whatever the parser hung on it behind the verb."""
    if not voice.head < verb <= voice.last:
        return voice
    inside = [c for c in page.analysis.children[voice.head] if voice.head < c < verb]
    last = max([voice.head, *[page.right(c) for c in inside if page.right(c) < verb]])
    return replace(voice, last=last)


def _meant_before(page: Page, verb: int, own: int) -> tuple[Voice, ...]:
    """ "A and B agreed, but each accused the other": each of the last several that stood together in the sentence."""
    first = page.sentence_of[verb].first
    for i in range(own - 1, first - 1, -1):
        if page.tokens[i].dep in ("nsubj", "nsubjpass") and _coordinated(page, i):
            return tuple(replace(v, first=own, last=own) for v in voices_at(page, i))
    return ()


def _antecedent(page: Page, verb: int) -> int | None:
    at = verb
    for _ in range(DEPTH):
        token = page.tokens[at]
        if token.dep == "relcl":
            return token.head
        if token.head == at:
            return None
        at = token.head
    return None


def _object_speaker(page: Page, verb: int) -> tuple[Voice, ...]:
    """ "The paper quoted the general as saying": the general."""
    quoted = page.child(verb, "dobj")
    return voices_at(page, quoted) if quoted is not None else ()
