"""From a record to its deeds: what each telling holds, on whose word, and what the tellings say together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.accounts.answers import Found, answers_of
from dateline.accounts.page import Page
from dateline.accounts.party import Parties, Party, kin
from dateline.accounts.telling import STATED, Deed, Telling
from dateline.accounts.words import content_words, deed_words
from dateline.actors import Catalogue
from dateline.record import Record, Span


def deeds_of(record: Record, catalogue: Catalogue) -> tuple[Deed, ...]:
    """The deeds of one record, in the order of the text. They depend on the record and the catalogue alone."""
    page = Page(record, Parties.of(record, catalogue))
    groups: dict[tuple[str, str, bool], list[Telling]] = {}
    for event in filter(page.is_told, record.events):
        key = (event.deed, event.type, event.modality == "historical")
        groups.setdefault(key, []).append(page.telling(event))
    drafts = [tuple(sorted(rows, key=lambda t: t.order)) for rows in groups.values()]
    drafts = sorted(drafts, key=lambda rows: rows[0].order)
    found = answers_of(page, drafts)
    groups_of = _groups(page, drafts, found)
    drafts = [_marked(rows, found) for rows in drafts]
    told = [_deed(page, rows, _extra(page, rows, found, i), groups_of[i]) for i, rows in enumerate(drafts)]
    return (*told, *(_stated(_marked(rows, found)) for rows in found.stated))


def _marked(rows: Iterable[Telling], found: Found) -> tuple[Telling, ...]:
    """Tellings with the row that each answers."""
    return tuple(replace(t, answers=found.answers.get(t.statement or "")) for t in rows)


def _groups(page: Page, drafts: Sequence[Sequence[Telling]], found: Found) -> list[str]:
    """The deed that each draft is put to: the record's, or that of the earliest draft it is joined with."""
    names = [page.by_id[rows[0].event or ""].deed for rows in drafts]
    for one, other in found.joined:
        first, second = sorted((names[one], names[other]), key=names.index)
        names = [first if name == second else name for name in names]
    return names


def _extra(page: Page, rows: Sequence[Telling], found: Found, number: int) -> tuple[Telling, ...]:
    return _marked((*found.extra.get(number, ()), *page.outer(rows)), found)


def _deed(page: Page, rows: Sequence[Telling], extra: Sequence[Telling], group: str) -> Deed:
    """What the tellings of a deed say together. Answers add a voice, and nothing to what the deed is."""
    head, text = rows[0], page.text
    windows = [page.window(t.anchor, t.spans if t.statement else ()) for t in rows]
    people = {
        w for t in rows for p in (*t.voice, *t.actors, *t.recipients) for w in content_words(p.name, (0, len(p.name)))
    }
    words = dict.fromkeys(w for span in windows for w in content_words(text, span) if w not in people)
    names = {w for span in windows for w in _names(text, span)}
    event = page.by_id[head.event or ""]
    return Deed(
        id=f"{head.report}:{head.event}",
        report=head.report,
        published=head.published,
        type=head.type,
        verbal=event.act_of is not None,
        historical=head.modality == "historical",
        actors=_merged(t.actors for t in rows),
        recipients=_merged(t.recipients for t in rows),
        first=min((t.first for t in rows if t.first), default=None),
        last=max((t.last for t in rows if t.last), default=None),
        places=tuple(dict.fromkeys(p for t in rows for p in t.places)),
        tolls=tuple(dict.fromkeys(c for t in rows for c in t.tolls)),
        mutual=tuple(dict.fromkeys(p.camp for t in rows if t.is_mutual for p in t.actors)),
        charges=tuple(dict.fromkeys(p.camp for t in rows if _is_charge(t) for p in t.voice)),
        words=tuple(w for w in words if w not in names and w not in deed_words()),
        names=tuple(w for w in words if w in names),
        doings=tuple(w for w in words if w not in names and w in deed_words()),
        topics=tuple(dict.fromkeys(topic for t in rows for topic in t.topics)),
        processes=page.processes_at([t.anchor for t in rows]),
        group=group,
        at=head.anchor[0],
        tellings=tuple(sorted((*rows, *extra), key=lambda t: t.order)),
    )


def _is_charge(t: Telling) -> bool:
    """Whether somebody lays the deed at another's door."""
    return t.statement is not None and t.position == "affirmed" and not kin(t.voice, t.actors)


def _stated(rows: Sequence[Telling]) -> Deed:
    """A deed that no event tells, only a denial and the charge that it answers."""
    no = rows[-1]
    return Deed(
        id=f"{no.report}:{no.statement}",
        report=no.report,
        published=no.published,
        type=STATED,
        verbal=False,
        historical=False,
        actors=(),
        recipients=(),
        first=None,
        last=None,
        places=(),
        tolls=(),
        mutual=(),
        charges=(),
        words=(),
        names=(),
        doings=(),
        topics=(),
        processes=(),
        group=no.statement or "",
        at=no.anchor[0],
        tellings=tuple(sorted(rows, key=lambda t: t.order)),
    )


def _names(text: str, span: Span) -> set[str]:
    """Stems of words that begin with a capital inside a sentence."""
    start, end = span
    inner = text[start:end]
    capital = [w for i, w in enumerate(inner.split()) if i and w[:1].isupper()]
    return set(content_words(" ".join(capital), (0, end)))


def _merged(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Every party once, in order."""
    return tuple({p.key: p for group in groups for p in group}.values())
