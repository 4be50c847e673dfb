"""Finds the disputes of a matter: each question is asked by a module of its own, and answered by two sides at least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.accounts.blame import blame
from dateline.accounts.dispute import Dispute, Kind, Side
from dateline.accounts.figures import figures
from dateline.accounts.matters import Matter
from dateline.accounts.motives import motives
from dateline.accounts.setting import setting
from dateline.accounts.targets import targets
from dateline.accounts.telling import Telling

QUESTIONS = {"who": blame, "whom": targets, "how-many": figures, "where-when": setting, "why": motives}


def disputes_of(matter: Matter, counted: frozenset[str] | None = None) -> tuple[Dispute, ...]:
    """The disputes of a matter. `counted` are the reports that count (all where None): a copy is no new voice."""
    tellings = tuple(t for t in matter.tellings if counted is None or t.report in counted)
    if len(tellings) < 1 or any(d.verbal for d in matter.deeds[:1]):
        return ()
    found = ((name, question(tellings)) for name, question in QUESTIONS.items())
    return tuple(_dispute(matter, name, *answer) for name, answer in found if answer is not None)


def _dispute(matter: Matter, question: str, kind: Kind, sides: Sequence[Side]) -> Dispute:
    rows = [t for side in sides for t in side.tellings]
    days = sorted(t.published for t in rows if t.published)
    places = dict.fromkeys(p for d in matter.deeds for p in d.places)
    return Dispute(
        id=f"{matter.id}:{question}",
        matter=matter.id,
        kind=kind,
        label=_label(matter, question),
        since=days[0] if days else None,
        until=days[-1] if days else None,
        places=tuple(places),
        sides=tuple(sides),
    )


def _label(matter: Matter, question: str) -> str:
    deed = matter.deeds[0]
    targets_told = _names(p.name for d in matter.deeds for p in d.recipients)
    actors_told = _names(p.name for d in matter.deeds for p in d.actors)
    place = next((p for d in matter.deeds for p in d.places), None)
    who = f"{actors_told or 'somebody'} → {targets_told}" if targets_told else actors_told or "somebody"
    return f"{question}: {deed.type} {who}" + (f", {place}" if place else "")


def _names(names: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(names))[:3])


def words_of(rows: Iterable[Telling]) -> tuple[Telling, ...]:
    """One telling a statement, by publication."""
    return tuple({(t.report, t.statement or t.event): t for t in sorted(rows, key=lambda t: t.order)}.values())
