"""The events of a report: drafts by form, then voice, polarity, modality, setting, and which tellings are one deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.actors.mentions import Mentions
from dateline.codebook import SHIPPED, Codebook
from dateline.events.acts import blamed, by_cues, promised
from dateline.events.by_example import with_own_types
from dateline.events.contexts import contexts_by_paragraph
from dateline.events.counterparts import with_counterparts
from dateline.events.denials import with_denials
from dateline.events.draft import READ, Draft
from dateline.events.halting import ended
from dateline.events.joining import confirmed, joined, untold
from dateline.events.linking import linked
from dateline.events.merging import merged
from dateline.events.modality import modality_of
from dateline.events.modes import modes_of
from dateline.events.nested import with_outer_voices
from dateline.events.nominals import by_nouns
from dateline.events.numbering import numbered
from dateline.events.own_side import with_own_side
from dateline.events.page import Page, Places
from dateline.events.plover import event_types, folded, score_of
from dateline.events.polarity import polarity_of
from dateline.events.selection import worth_telling
from dateline.events.sureness import least, sureness
from dateline.events.tree import OBJECTS
from dateline.events.verbs import by_verbs
from dateline.language import Analysis
from dateline.record import Casualties, Event, Participant, Span, Statement, Why

MATERIAL = ("SANCTION", "COERCE", "ASSAULT")  # deeds that a cue may tell: "ordered the envoy to leave"
SAYING = ("REQUEST", "REJECT", "CONSULT", "AGREE", "THREATEN")  # types that a plain cue is mistaken for


def find_events(
    analysis: Analysis,
    mentions: Mentions,
    statements: tuple[Statement, ...],
    setting: Places,
    codebook: Codebook = SHIPPED,
) -> tuple[Event, ...]:
    """Every telling of a deed in the report, in order of its anchor.

    PLOVER 0.8 types (see plover.yaml) and those of the user's own codebook. Said is not done: each event carries
    the innermost statement that holds it.
    """
    page = Page(analysis, mentions, statements, setting, codebook)
    found = drafts(page)
    accused = {d.act_of: d.recipients for d in found if d.act_of and d.type == "ACCUSE"}
    told = _with_contexts(page, tuple(_event(page, draft, accused) for draft in found))
    told = with_counterparts(page, linked(page, numbered(told)))
    told = with_denials(page, with_outer_voices(page, told))
    return numbered(worth_telling(page, told))


def drafts(page: Page) -> tuple[Draft, ...]:
    """The deeds that the words tell, one for each telling."""
    verbal = tuple(by_verbs(page))
    taken = {w for d in verbal for w in _taken(page, d)}
    found = untold(ended(page, merged(page, joined(page, (*verbal, *by_nouns(page, taken))))))
    done = {d.head for d in found if len(d.words) > 1 and d.type in MATERIAL}
    acts = confirmed(page, (d for d in by_cues(page, found) if d.head not in done))
    said = {w for d in acts for w in d.words}
    kept = [d for d in found if d.head not in said and not _is_plain_cue(page, d)]
    told = with_own_types(page, (*kept, *acts))
    sure = (d for d in told if d.by != READ or sureness(d) >= least(alone=True))
    return tuple(sorted(sure, key=lambda d: (d.head, d.type, d.act_of or "")))


def _taken(page: Page, draft: Draft) -> tuple[int, ...]:
    """The words that tell nothing besides this deed; a refused meeting and a dispersed march are told as well."""
    if draft.type == "REJECT":
        return tuple(w for w in draft.words if page.tokens[w].dep not in OBJECTS)
    return draft.words if draft.type == "ASSAULT" else (*draft.words, *draft.carried)


def _is_plain_cue(page: Page, draft: Draft) -> bool:
    """Whether the words only attribute: "declined to comment", "told reporters"."""
    single = len(draft.words) == 1
    return single and draft.type in SAYING and page.cue_at(page.tokens[draft.head].start) is not None


def _event(page: Page, draft: Draft, accused: Mapping[str, tuple[Participant, ...]]) -> Event:
    voice = page.voice_at(page.tokens[draft.head].start, besides=draft.act_of)
    polarity, modality = polarity_of(page, draft, voice), modality_of(page, draft, voice)
    modes = modes_of(page, draft)
    words = [page.tokens[w] for w in draft.words]
    anchor = (min(t.start for t in words), max(t.end for t in words))
    actors = draft.actors or promised(page, draft, voice) or blamed(page, draft, voice, accused)
    names = {p.name for p in actors}
    return Event(
        id=f"e{anchor[0]}-{anchor[1]}",
        type=draft.type,
        folded=folded(draft.type, modality, polarity, voice.stance if voice else None, page.codebook) or draft.under,
        mode=modes,
        contexts=(),
        quad=event_types(page.codebook)[draft.type].quad,
        score=score_of(draft.type, modes, page.codebook),
        actors=actors,
        recipients=with_own_side(page, tuple(p for p in draft.recipients if p.name not in names), actors, voice),
        polarity=polarity,
        modality=modality,
        statement=voice.id if voice else None,
        act_of=draft.act_of,
        deed="",
        dates=_first_of(page, draft, page.setting.dates_of),
        places=_first_of(page, draft, page.setting.places_of),
        casualties=_tolls(page, draft),
        anchor=anchor,
        evidence=(_clause(page, draft),),
        why=_why(draft, anchor),
        confidence=sureness(draft),
    )


def _why(draft: Draft, anchor: Span) -> tuple[Why, ...]:
    """What speaks for the row: the rule, and the encoder with the probability that it gives the type."""
    read = (Why("encoder", anchor, round(draft.agreed, 2)),) if draft.agreed else ()
    return (*((Why(draft.by, anchor, draft.confidence),) if draft.by != READ else ()), *read)


def _with_contexts(page: Page, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events with the contexts of their paragraphs."""
    sentences = [page.analysis.sentence_at(e.anchor[0]) for e in events]
    contexts = contexts_by_paragraph(page, (s.paragraph for s in sentences if s))
    pairs = zip(events, sentences, strict=True)
    return tuple(replace(e, contexts=contexts[s.paragraph]) if s else e for e, s in pairs)


def _spans(page: Page, draft: Draft) -> tuple[Span, ...]:
    """Where the words stand that tell the deed, the head first."""
    return tuple((page.tokens[i].start, page.tokens[i].end) for i in (draft.head, *draft.also))


def _first_of(page: Page, draft: Draft, asked: Callable[[Span, Analysis], tuple[str, ...]]) -> tuple[str, ...]:
    """The dates or places of the first of these words that has any."""
    return next((found for span in _spans(page, draft) if (found := asked(span, page.analysis))), ())


def _tolls(page: Page, draft: Draft) -> tuple[Casualties, ...]:
    """The tolls of all words that tell the deed."""
    if draft.act_of is not None:
        return ()
    rows = (row for span in _spans(page, draft) for row in page.setting.casualties_of(span, page.analysis))
    return tuple({(row.kind, row.start): row for row in rows}.values())


def _clause(page: Page, draft: Draft) -> tuple[int, int]:
    """The words below the head of the telling."""
    start, end = page.analysis.subtree_span(draft.head)
    words = [page.tokens[w] for w in draft.words]
    return min(start, *(t.start for t in words)), max(end, *(t.end for t in words))
