"""Joins what the encoder reads of deeds with what the rules found: two readers with different faults.

Rules know the codebook's words, cues and quotations; the encoder knows words that no list holds, and who is meant
where the syntax is crooked. Where both agree the row is surest; where they differ in type, the rules' stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.events.acts import plain_cues
from dateline.events.draft import READ, Draft
from dateline.events.lexicon import noun_patterns, verb_patterns
from dateline.events.page import Page
from dateline.events.parties import distinct, parties
from dateline.events.readings import Naming, Reading
from dateline.events.violence import shows_violence
from dateline.record import Participant

SAYING = ("REQUEST", "REJECT", "CONSULT", "AGREE", "THREATEN", "ACCUSE")  # types that speech is mistaken for


@dataclass(frozen=True)
class Limits:
    """From which probability on the encoder's parties are believed."""

    fill: float = 0.8  # where the rules name none
    instead: float = 0.95  # in place of those that the rules name


LIMITS = Limits()


def joined(page: Page, drafts: Sequence[Draft], limits: Limits = LIMITS) -> tuple[Draft, ...]:
    """The rules' drafts, mended by the encoder's readings, and the deeds that it alone reads."""
    at = page.readings
    readings = dict.fromkeys(at.values())
    kept = tuple(_mended(page, draft, at, limits) for draft in drafts)
    taken = {w for d in drafts for w in (d.head, *d.words, *d.also, *d.carried)}
    alone = (r for r in readings if not taken & set(range(r.first, r.last)) and _may_tell(page, r))
    return (*kept, *(_alone(page, r, limits) for r in alone))


def untold(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without those of the encoder alone whose words a rule's draft has taken in since."""
    taken = {w for d in drafts if d.by != READ for w in (d.head, *d.words)}
    told = {(d.type, d.words): d for d in reversed(drafts)}.values()  # two rules may find the same words
    return tuple(d for d in reversed(told) if d.by != READ or not taken & {d.head, *d.words})


def confirmed(page: Page, acts: Iterable[Draft], limits: Limits = LIMITS) -> tuple[Draft, ...]:
    """The acts of cues, with what the encoder says of their words and parties."""
    return tuple(_mended(page, act, page.readings, limits) for act in acts)


def _mended(page: Page, draft: Draft, at: Mapping[int, Reading], limits: Limits) -> Draft:
    if draft.type not in page.analysis.encoding.heads.labels["anchor"]:  # a type of the user's own
        return draft
    near = [at[w] for w in (draft.head, *draft.words, *draft.also) if w in at]
    same = next((r for r in near if r.type == draft.type), None)
    weighed = _weighed(page, draft)
    return weighed if same is None else _with_parties(page, weighed, same, limits)


def _weighed(page: Page, draft: Draft) -> Draft:
    """The draft with what the encoder says of its words."""
    encoding = page.analysis.encoding
    shares = np.exp(encoding.anchors[[draft.head, *draft.words, *draft.also]])
    kind = encoding.heads.labels["anchor"].index(draft.type)
    return replace(draft, told=float(1 - shares[:, 0].min()), agreed=float(shares[:, kind].max()))


def _with_parties(page: Page, draft: Draft, reading: Reading, limits: Limits) -> Draft:
    actors = _side(page, draft.actors, reading.actors, limits)
    recipients = _side(page, draft.recipients, reading.recipients, limits)
    names = {p.name for p in actors}
    return replace(draft, actors=actors, recipients=tuple(p for p in recipients if p.name not in names))


def _side(
    page: Page, ours: tuple[Participant, ...], theirs: Sequence[Naming], limits: Limits
) -> tuple[Participant, ...]:
    """One side of a deed: the rules' parties, unless the encoder names others and is sure."""
    read = _named(page, (n for n in theirs if n.probability >= limits.fill))
    if not ours or not read:
        return ours or read
    if {p.name for p in ours} & {p.name for p in read}:
        return ours
    return _named(page, (n for n in theirs if n.probability >= limits.instead)) or ours


def _named(page: Page, namings: Iterable[Naming]) -> tuple[Participant, ...]:
    """The parties that these tokens name."""
    return distinct(p for n in namings for p in parties(page, [_head(page, n.first, n.last)]))


def _head(page: Page, first: int, last: int) -> int:
    """The token whose governor stands outside."""
    inside = range(first, last)
    heads = (i for i in inside if page.tokens[i].head not in inside or page.tokens[i].head == i)
    return next(heads, last - 1)


def _may_tell(page: Page, reading: Reading) -> bool:
    """Neither part of a date nor a cue, which tells an act or nothing, nor mere speech ("speaking to reporters")."""
    head = page.tokens[_head(page, reading.first, reading.last)]
    if reading.type == "ASSAULT" and _is_accident(page, head.index):
        return False
    speech = reading.type in SAYING and (head.lemma in plain_cues(page.codebook) or head.dep == "advcl")
    return not speech and not page.in_date(head.start) and page.cue_at(head.start) is None


def _is_accident(page: Page, head: int) -> bool:
    """Whether a word tells a death or a hurt, and no word near it tells of violence: "killed in a train crash"."""
    senses = [p.sense for p in verb_patterns(page.codebook).get(page.tokens[head].lemma, ())]
    return any("casualty" in s.flags for s in senses) and not shows_violence(page, head)


def _is_known(page: Page, reading: Reading, head: int) -> bool:
    """Whether the rules know the word as one of this type, and found its sentence too crooked."""
    lemma = page.tokens[head].lemma
    verbs, nouns = (book.get(lemma, ()) for book in (verb_patterns(page.codebook), noun_patterns(page.codebook)))
    return any(p.sense.type == reading.type for p in verbs) or any(p.sense.type == reading.type for p in nouns)


def _alone(page: Page, reading: Reading, limits: Limits) -> Draft:
    head = _head(page, reading.first, reading.last)
    bare = Draft(
        type=reading.type,
        mode=(),
        head=head,
        words=tuple(range(reading.first, reading.last)),
        actors=(),
        recipients=(),
        by=READ,
        confidence=round(reading.probability, 2),
        nominal=page.tokens[head].pos in ("NOUN", "PROPN"),
        passive=page.tree.is_verb(head) and page.tree.is_passive(head),
        told=reading.told,
        agreed=reading.probability,
        known=_is_known(page, reading, head),
    )
    return _with_parties(page, bare, reading, limits)
