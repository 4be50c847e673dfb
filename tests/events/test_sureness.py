"""How sure a telling is."""

from dataclasses import replace

import pytest

from dateline.events.draft import READ, Draft
from dateline.events.joining import untold
from dateline.events.sureness import kind_of, least, sureness
from dateline.record import Participant

NORWAY, DENMARK = Participant(None, "NOR", "Norway"), Participant(None, "DNK", "Denmark")
DRAFT = Draft("ASSAULT", (), 1, (1,), (NORWAY,), (DENMARK,), "verb", 0.85, told=0.9, agreed=0.8)


@pytest.mark.parametrize("draft", [DRAFT, replace(DRAFT, by=READ)], ids=["rule", "encoder alone"])
def test_agreement_and_parties_make_it_surer(draft):
    assert sureness(replace(draft, agreed=0.99)) > sureness(draft) > sureness(replace(draft, agreed=0.05))
    assert sureness(draft) > sureness(replace(draft, actors=()))


def test_it_is_a_probability():
    every = [replace(DRAFT, agreed=a, told=b, by=by) for a in (0.0, 1.0) for b in (0.01, 1.0) for by in ("verb", READ)]
    assert all(0 <= sureness(d) <= 1 for d in every)


def test_what_the_encoder_was_not_taught_is_as_sure_as_its_rule():
    assert sureness(replace(DRAFT, type="MINE", told=0.0, agreed=0.0)) == DRAFT.confidence


def test_the_encoder_alone_has_to_be_surer():
    assert least(alone=True) > least(alone=False)
    assert (kind_of(DRAFT), kind_of(replace(DRAFT, by=READ)), kind_of(replace(DRAFT, act_of="s1-2"))) == (
        "rules",
        "alone",
        "acts",
    )


def test_what_a_rule_has_taken_in_is_not_told_again():
    alone = replace(DRAFT, by=READ, type="SANCTION", head=2, words=(2,))
    whole = replace(DRAFT, words=(1, 2))
    assert untold([whole, alone]) == (whole,)
    assert untold([DRAFT, alone]) == (DRAFT, alone)


def test_the_same_words_tell_a_deed_once():
    again = replace(DRAFT, actors=(NORWAY, DENMARK), recipients=(), by="noun")
    assert untold([DRAFT, again]) == (DRAFT,)
