"""The dispute as it is shown: a matter whose accounts cannot all be true, with the words of each side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dateline.accounts.telling import Telling

Kind = Literal["denial", "counter-charge", "other-actor", "other-target", "numbers", "time-or-place", "motive"]


@dataclass(frozen=True, slots=True)
class Side:
    """One account: its position in words, whose it is, and the tellings that hold it."""

    position: str
    actors: tuple[str, ...]
    tellings: tuple[Telling, ...]

    def to_dict(self) -> dict[str, Any]:
        """The side as JSON."""
        return {"position": self.position, "actors": list(self.actors), "words": [_words(t) for t in self.tellings]}


@dataclass(frozen=True, slots=True)
class Dispute:
    """`id` is that of the matter and the kind of question; `since` and `until` are days of publication."""

    id: str
    matter: str
    kind: Kind
    label: str
    since: str | None
    until: str | None
    places: tuple[str, ...]
    sides: tuple[Side, ...]

    def to_dict(self) -> dict[str, Any]:
        """The dispute as JSON, as `disputes --json` prints it."""
        head = {"id": self.id, "matter": self.matter, "kind": self.kind, "label": self.label}
        when = {"since": self.since, "until": self.until, "places": list(self.places)}
        return {**head, **when, "sides": [side.to_dict() for side in self.sides]}


def _words(telling: Telling) -> dict[str, Any]:
    start = min(s for s, _ in telling.spans) if telling.spans else telling.anchor[0]
    end = max(e for _, e in telling.spans) if telling.spans else telling.anchor[1]
    return {
        "report": telling.report,
        "statement": telling.statement,
        "start": start,
        "end": end,
        "text": telling.text,
        "published": telling.published,
    }
