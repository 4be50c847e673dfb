"""Plain English names of actors against those of a record."""

from __future__ import annotations

import pytest

from dateline.actors import Catalogue
from dateline.evaluation.actor_names import ActorNames
from dateline.record import ActorRef

MALI, ARMY = ActorRef("MLI", "Mali", "MLI"), ActorRef("MLI/army", "Malian Armed Forces", "MLI")
ENTRIES = [
    {"id": "MLI", "name": "Mali", "kind": "state", "demonyms": ["Malian"]},
    {"id": "OMN", "name": "Oman", "kind": "state", "demonyms": ["Omani"]},
    {
        "id": "MLI/army",
        "name": "Malian Armed Forces",
        "kind": "military",
        "country": "MLI",
        "institution": "armed-forces",
    },
]


@pytest.mark.parametrize(
    ("wanted", "ref", "same"),
    [
        ("Mali", MALI, True),
        ("government of Mali", MALI, True),
        ("armed forces of Mali", ARMY, True),
        ("armed forces of Mali", ActorRef("MLI/air-force", "Malian Air Force", "MLI"), True),
        ("armed forces of Mali", MALI, False),
        ("armed forces of Oman", ARMY, False),
        ("an official of Oman", ActorRef(None, "an omani official", "OMN"), True),
        ("an official of Mali", ActorRef(None, "an omani official", "OMN"), False),
        ("civilians of Mali", MALI, False),
        ("an official of the armed forces of Mali", ActorRef(None, "a malian military official", "MLI"), True),
    ],
)
def test_equal_names(wanted, ref, same):
    assert ActorNames(Catalogue.of(ENTRIES)).same(wanted, ref) is same
