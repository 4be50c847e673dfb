"""What several sentences tell together: voices, denials, tellings of one deed, tolls, history."""

from __future__ import annotations

from dateline.coding import Coder
from dateline.record import Event, Record

from .views import coded, telling


def of_type(record: Record, kind: str) -> list[Event]:
    return [e for e in record.events if e.type == kind]


def test_said_is_not_done(coder: Coder) -> None:
    record = coded(
        coder, "Norway shelled Denmark, Sweden claimed. Norway wants to attack Denmark. Norway refused to free Denmark."
    )
    assert not [e for e in record.events if e.statement is None and e.act_of is None and e.modality == "actual"]


def test_claim_inside_a_denial_is_told_twice(coder: Coder) -> None:
    record = coded(coder, "Norway dismissed Denmark's claim that Norwegian jets had bombed Sweden.")
    told = {(e.polarity, telling(e, record)[-1]) for e in of_type(record, "ASSAULT")}
    assert told == {("denied", "norway"), ("affirmed", "denmark")}


def test_denial_that_points_back_is_a_denied_telling(coder: Coder) -> None:
    record = coded(coder, "Norwegian troops attacked Denmark on Monday, Sweden said.\n\nNorway denied the charge.")
    denied = [e for e in of_type(record, "ASSAULT") if e.polarity == "denied"]
    assert [telling(e, record)[-1] for e in denied] == ["norway"]
    assert {e.deed for e in of_type(record, "ASSAULT")} == {of_type(record, "ASSAULT")[0].deed}


def test_tellings_of_one_deed_share_its_key_and_its_recipient(coder: Coder) -> None:
    text = "Norway bombed Denmark on Monday.\n\nThe bombing was condemned by Sweden. Norway arrested a spy of Finland."
    record = coded(coder, text)
    assaults = of_type(record, "ASSAULT")
    assert len(assaults) == 2
    assert len({e.deed for e in assaults}) == 1
    assert [p.name for p in assaults[1].recipients] == ["Denmark"]
    assert not {e.deed for e in assaults} & {e.deed for e in of_type(record, "COERCE")}


def test_toll_belongs_to_its_deed_and_is_no_deed_of_its_own(coder: Coder) -> None:
    record = coded(coder, "A Norwegian air strike on Denmark killed 12 people and wounded 30 others.")
    (strike,) = record.events
    assert (strike.type, strike.mode) == ("ASSAULT", ("aerial",))
    assert {c.kind for c in strike.casualties} == {"killed", "injured"}


def test_refusal_is_a_verbal_deed_and_leaves_the_thing_undone(coder: Coder) -> None:
    record = coded(coder, "Norway refuses to cooperate with Denmark in the Baltic campaign")
    by_type = {e.type: e for e in record.events}
    assert [p.name for p in by_type["REJECT"].recipients] == ["Denmark"]
    assert by_type["REJECT"].act_of is not None
    assert (by_type["COOPERATE"].polarity, by_type["COOPERATE"].modality) == ("denied", "planned")


def test_bare_past_year_is_history(coder: Coder) -> None:
    record = coded(coder, "Norway and Denmark fought a war in 1994.", published="2031-05-02")
    assert [e.modality for e in of_type(record, "ASSAULT")] == ["historical"]


def test_every_event_shows_its_words_and_ids_are_unique(coder: Coder) -> None:
    record = coded(
        coder, "Norway accused Denmark of shelling Sweden. Norway and Denmark clashed. Sweden sent aid to Norway."
    )
    assert len({e.id for e in record.events}) == len(record.events) == 4
    for event in record.events:
        assert event.why and event.evidence
        assert event.evidence[0][0] <= event.anchor[0] < event.anchor[1] <= event.evidence[0][1]
        assert -10 <= event.score <= 10
        assert 0 <= event.confidence <= 1


def test_folding_stands_beside_the_deed(coder: Coder) -> None:
    record = coded(coder, "Norway will cooperate with Denmark. Norway threatened to attack Sweden.")
    folded = {e.type: e.folded for e in record.events}
    assert folded["COOPERATE"] == "AGREE"
    assert folded["ASSAULT"] == "THREATEN"


def test_same_text_gives_the_same_events(coder: Coder) -> None:
    text = "Norway and Denmark clashed near the border. Sweden condemned the fighting."
    assert coded(coder, text).events == coded(coder, text).events


def test_no_events_where_nothing_is_told(coder: Coder) -> None:
    assert coded(coder, "The museum in Oslo opens at nine. Tickets cost ten crowns.").events == ()


def test_an_old_war_lends_no_actor_to_a_new_shelling(coder: Coder) -> None:
    text = "The market of Odense was shelled on Thursday.\n\nNorway and Denmark fought a war in 1994."
    record = coded(coder, text, published="2031-05-02")
    shelled, war = of_type(record, "ASSAULT")
    assert shelled.actors == ()
    assert shelled.deed != war.deed


def test_an_actor_is_not_lent_by_another_voice(coder: Coder) -> None:
    record = coded(coder, "Denmark was bombed on Monday.\n\nSweden said that Norway bombed Denmark on Monday.")
    assert [len(e.actors) for e in of_type(record, "ASSAULT")] == [0, 1]


def test_a_beating_and_a_bombing_are_two_deeds(coder: Coder) -> None:
    record = coded(coder, "Norwegian jets bombed Denmark. Norwegian soldiers beat a Danish teacher.")
    assert len({e.deed for e in of_type(record, "ASSAULT")}) == 2


def test_talks_that_are_ruled_out_are_told_as_not_to_be(coder: Coder) -> None:
    record = coded(coder, "Norway ruled out talks with Denmark.")
    told = {e.type: (e.polarity, e.modality) for e in record.events}
    assert told == {"REJECT": ("affirmed", "actual"), "CONSULT": ("denied", "planned")}


def test_strike_is_a_walkout_where_workers_are_spoken_of(coder: Coder) -> None:
    record = coded(
        coder, "Dockers began a walkout over wages in Bergen.\n\nThe strike has shut the port, the union said."
    )
    assert {e.type for e in record.events} == {"PROTEST"}


def test_yet_to_means_not_done(coder: Coder) -> None:
    record = coded(coder, "Denmark has yet to withdraw its guns.")
    assert [(e.type, e.polarity) for e in record.events] == [("RETREAT", "denied")]
