"""Finds the disputes of a matter: each question is asked by a module of its own, and answered by two sides at least."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.accounts.blame import blame
from dateline.accounts.copies import Carrier, counts_once
from dateline.accounts.dispute import Dispute, Kind, Side
from dateline.accounts.figures import figures
from dateline.accounts.matters import Matter
from dateline.accounts.motives import motives
from dateline.accounts.setting import setting
from dateline.accounts.targets import targets

QUESTIONS = {"who": blame, "whom": targets, "how-many": figures, "where-when": setting, "why": motives}


def disputes_of(matter: Matter, carriers: Mapping[str, Carrier] | None = None) -> tuple[Dispute, ...]:
    """The disputes of a matter. `carriers` by report: what a copy carries is no new voice."""
    tellings = tuple(t for t in matter.tellings if counts_once(t, carriers or {}))
    verbal = any(d.verbal for d in matter.deeds)
    found = ((name, question(tellings)) for name, question in QUESTIONS.items() if not verbal or name == "who")
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
