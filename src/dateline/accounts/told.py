"""What the commands list: disputes, matters and copies as rows with `to_dict`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.accounts.changes import changes_of
from dateline.accounts.matters import Matter
from dateline.accounts.telling import Telling
from dateline.record_json import row_to_dict


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute as the ledger keeps it: the JSON of `Dispute.to_dict`."""

    content: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The dispute as JSON."""
        return self.content


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter with all its tellings, the links that hold it together, its changes of position and its disputes."""

    content: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The matter as JSON."""
        return self.content


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A dispatch: its origin and its carriers."""

    content: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The dispatch as JSON."""
        return self.content


def matter_line(matter: Matter, told: tuple[Telling, ...], disputes: tuple[dict[str, Any], ...]) -> MatterLine:
    """A matter as it is shown; `told` are its tellings with their words."""
    return MatterLine(
        {
            "matter": matter.id,
            "deeds": [d.id for d in matter.deeds],
            "tellings": [_telling(t) for t in told],
            "links": [
                {"one": x.left, "other": x.right, "score": x.score, "why": [[n, v] for n, v in x.why]}
                for x in matter.links
            ],
            "changes": [
                {"actor": c.actor, "before": _telling(c.before), "after": _telling(c.after)} for c in changes_of(told)
            ],
            "disputes": list(disputes),
        }
    )


def _telling(t: Telling) -> dict[str, Any]:
    return {
        "report": t.report,
        "published": t.published,
        "event": t.event,
        "statement": t.statement,
        "voice": [p.name for p in t.voice] if t.statement else [],
        "stance": t.stance if t.statement else None,
        "distance": t.distance,
        "position": t.position,
        "modality": t.modality,
        "type": t.type,
        "actors": [p.name for p in t.actors],
        "recipients": [p.name for p in t.recipients],
        "places": list(t.places),
        "numbers": [row_to_dict(toll) for toll in t.tolls],
        "text": t.text,
    }
