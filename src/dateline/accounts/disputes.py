"""Finds the disputes of a matter: each question is asked by a module of its own, and answered by two sides at least."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dateline.accounts.blame import blame
from dateline.accounts.codebook import codebook
from dateline.accounts.copies import Carrier, counts_once
from dateline.accounts.dispute import Dispute, Kind, Side
from dateline.accounts.figures import figures
from dateline.accounts.matters import Matter
from dateline.accounts.motives import motives
from dateline.accounts.setting import setting
from dateline.accounts.targets import targets
from dateline.accounts.telling import Telling
from dateline.codebook import vocabulary

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
    places = dict.fromkeys(p for t in rows for p in t.places)
    return Dispute(
        id=f"{matter.id}:{question}",
        matter=matter.id,
        kind=kind,
        label=_label(question, rows),
        since=days[0] if days else None,
        until=days[-1] if days else None,
        places=tuple(places),
        sides=tuple(sides),
    )


def _label(question: str, rows: Sequence[Telling]) -> str:
    """What is asked, of which kind of deed, by and against whom and where, as the sides tell it."""
    told = [t for t in rows if t.event] or list(rows)
    deed = next((types()[t.type] for t in told if t.type in types()), codebook().unnamed_deed)
    parts = [
        (deed, ""),
        (_names(p.name for t in told for p in t.actors), "by "),
        (_names(p.name for t in told for p in t.recipients), "on "),
        (next((p for t in told for p in t.places), ""), "at "),
    ]
    return f"{codebook().questions[question]}: " + " ".join(f"{word}{name}" for name, word in parts if name)


@cache
def types() -> Mapping[str, str]:
    """Labels of the types of deed."""
    return {code: str(row["label"]).lower() for code, row in vocabulary("plover")["types"].items()}


def _names(names: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(names))[:3])
