"""Which rows are worth telling: PLOVER's line between deeds and mere description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.events.by_example import BY
from dateline.events.draft import READ
from dateline.events.page import Page
from dateline.events.plover import event_types
from dateline.events.sureness import least
from dateline.record import Event

SURE = 0.7


def worth_telling(page: Page, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that name a party, or that tell again a deed whose parties another telling names."""
    told = Counter(e.deed for e in events if e.actors or e.recipients)
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        if _is_worth(page, event, told):
            kept.setdefault(_telling(page, event), event)
    return tuple(kept.values())


def _telling(page: Page, event: Event) -> tuple[object, ...]:
    """What makes a telling one: a sentence that says the same of the same parties twice tells it once."""
    sentence = page.analysis.sentence_at(event.anchor[0])
    parties = tuple(sorted(p.name for p in side) for side in (event.actors, event.recipients))
    said = (event.statement, event.act_of, event.polarity, event.modality)
    return (event.type, event.mode, str(parties), *said, sentence.index if sentence else event.anchor)


def _is_worth(page: Page, event: Event, told: Counter[str]) -> bool:
    spoken = event.act_of or _is_spoken_peace(event)  # an act is as sure as its statement
    if event.confidence < least(event.why[0].by == READ) and not spoken and told[event.deed] < 2:
        return False
    if event_types(page.codebook)[event.type].needs_recipient and not event.recipients and len(event.actors) < 2:
        return bool(event.actors) and event.type in ("SANCTION", "AID")
    if event.actors or event.recipients or event.casualties or told[event.deed]:
        return True
    return event.why[0].by == BY or _is_set_phrase(event) or _is_spoken_peace(event)


def _is_spoken_peace(event: Event) -> bool:
    """A truce that somebody asks for or promises needs no parties: "demanded a truce"."""
    return event.type == "RETREAT" and event.statement is not None


def _is_set_phrase(event: Event) -> bool:
    """Told by words that tell nothing else: "imposed a curfew", "opened fire", "protests went on"."""
    return event.why[0].confidence >= SURE and event.why[0].by.startswith(("verb", "noun carried"))
