"""How sure a telling is, as the share of such rows that are right: by the rule, the encoder and the parties named."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.draft import READ, Draft

EDGE = 0.01  # probabilities nearer to 0 or 1 than this count as this near


def sureness(draft: Draft) -> float:
    """The probability that the row is right, by the weights in sureness.yaml."""
    if not draft.told:  # a type of the user's own, which the encoder was not taught
        return draft.confidence
    weights = _weights(kind_of(draft))
    total = weights["start"] + sum(weights.get(name, 0.0) * value for name, value in signs_of(draft).items())
    return round(1 / (1 + math.exp(-total)), 2)


def least(alone: bool) -> float:
    """The sureness below which a row is left out; `alone` is one that no rule found."""
    return float(vocabulary("sureness")["least"]["alone" if alone else "rules"])


def kind_of(draft: Draft) -> str:
    """Which weights a draft is judged by."""
    return "acts" if draft.act_of else "alone" if draft.by == READ else "rules"


def signs_of(draft: Draft) -> dict[str, float]:
    """What speaks for a draft, by the names of the weights."""
    return {
        "rule": 0.0 if draft.by == READ else _odds(draft.confidence),
        "agreed": _odds(draft.agreed),
        "told": _odds(draft.told),
        "actor": float(bool(draft.actors)),
        "recipient": float(bool(draft.recipients)),
        "agentless": float(draft.passive and not draft.actors),
        "toll": float(draft.casualty),
        "noun": float(draft.nominal),
        "known": float(draft.known),
    }


def _odds(p: float) -> float:
    p = min(max(p, EDGE), 1 - EDGE)
    return math.log(p / (1 - p))


@cache
def _weights(kind: str) -> Mapping[str, float]:
    weights: Mapping[str, float] = vocabulary("sureness")[kind]
    return weights
