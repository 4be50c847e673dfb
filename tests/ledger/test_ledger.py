"""The ledger: what goes in comes out, once, and can be asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.ledger import Counts, Judgement, Ledger, views
from fixtures.border_story import CODER, TEXT, numbered_record, record, second_record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "border.db") as made:
        made.add(record(), TEXT.encode())
        made.add(second_record())
        yield made


def test_a_record_comes_out_as_it_went_in(ledger: Ledger) -> None:
    assert list(ledger.records()) == [record(), second_record()]
    assert ledger.record(record().report.id) == record()
    assert ledger.raw(record().report.id) == TEXT.encode()
    assert ledger.raw(second_record().report.id) is None


def test_the_same_report_read_twice_is_one_report(ledger: Ledger) -> None:
    before = ledger.count()
    assert not ledger.add(record(), TEXT.encode())
    assert ledger.count() == before == Counts(2, 17, 8, 8, 2)


def test_recoding_replaces_every_row_and_keeps_the_place(ledger: Ledger) -> None:
    newer = replace(record(), coder=replace(CODER, version="0.2.0"), events=record().events[:1], ties=())
    assert ledger.add(newer)
    assert list(ledger.records()) == [newer, second_record()]
    assert ledger.count() == Counts(2, 17, 8, 2, 0)
    assert ledger.raw(newer.report.id) == TEXT.encode()
    assert ledger.holds(newer.report.id, newer.coder)
    assert not ledger.holds(newer.report.id, CODER)


def test_the_order_of_reading_does_not_change_a_record(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as one, Ledger(tmp_path / "b.db") as other:
        for made in (record(), second_record()):
            one.add(made)
        for made in (second_record(), record()):
            other.add(made)
        assert sorted(one.lines()) == sorted(other.lines())


def test_a_report_is_found_by_id_beginning_and_path(ledger: Ledger) -> None:
    whole = record().report.id
    assert ledger.find(whole) == ledger.find(whole[:6]) == ledger.find("pages/karst.html") == (whole,)
    assert ledger.find(whole[:2]) == ledger.find("karst.html") == ()
    with pytest.raises(InputError):
        ledger.record("nowhere")


def test_what_is_told_comes_with_its_voices(ledger: Ledger) -> None:
    told = {row.event.anchor: row for row in ledger.events()}
    nested = next(row for row in told.values() if row.words == "to be hitting rebels")
    assert [v.speakers[0].name for v in nested.voices] == ["Armed Forces of Norland", "Oda Marn"]
    met = next(row for row in told.values() if row.event.type == "CONSULT")
    assert met.voices == ()
    assert met.to_dict()["voice"] is None


def test_an_event_brings_its_dates_and_places(ledger: Ledger) -> None:
    shelled = next(row for row in ledger.events() if row.dates)
    assert shelled.dates == record().dates
    assert shelled.places == record().places
    assert shelled.to_dict()["dates"][0]["from"] == "2031-03-03"


@pytest.mark.parametrize("name", ["NOR", "nor", "Norland", "norland", " NORLAND "])
def test_an_actor_goes_by_id_or_name_in_any_case(ledger: Ledger, name: str) -> None:
    assert len(list(ledger.events(actor=name))) == 5


def test_an_actor_goes_by_another_name_that_a_report_uses(ledger: Ledger) -> None:
    assert [row.words for row in ledger.events(actor="velmoran troops")] == [
        "Velmoran troops entered the town of Karst"
    ]


def test_a_pronoun_is_nobodys_name(ledger: Ledger) -> None:
    assert list(ledger.statements(speaker="she")) == []
    assert not ledger.knows("she")
    assert ledger.knows("oda marn")


def test_a_speaker_is_found_by_the_body_it_speaks_for(ledger: Ledger) -> None:
    assert [row.statement.stance for row in ledger.statements(speaker="Velmora")] == ["accuse", "say", "say"]
    assert [row.statement.stance for row in ledger.statements(speaker="Oda Marn")] == ["say", "say"]


def test_statements_of_an_actor_are_those_by_it_to_it_and_about_it(ledger: Ledger) -> None:
    assert len(list(ledger.statements(actor="Harbour Wire"))) == 1
    assert [row.words for row in ledger.statements(actor="rebels")] == [
        "to be hitting rebels",
        "“Their army claims to be hitting rebels, and in fact they hit our homes,”",
    ]


def test_filters_narrow_a_listing(ledger: Ledger) -> None:
    assert {row.event.type for row in ledger.events(type="assault")} == {"ASSAULT"}
    assert [row.report.publisher for row in ledger.events(publisher="northern desk")] == ["Northern Desk"]
    assert len(list(ledger.events(limit=3))) == 3
    assert list(ledger.events(limit=0)) == []
    assert [row.statement.stance for row in ledger.statements(type="direct")] == ["say", "warn"]
    assert [row.statement.stance for row in ledger.statements(type="deny")] == ["deny"]
    assert [row.tie.type for row in ledger.ties(type="opposes")] == ["opposes"]


@pytest.mark.parametrize(
    ("since", "until", "n"),
    [
        ("2031-03-04", None, 7),
        ("2031-03-05", None, 0),
        ("2031", "2031", 7),
        ("2031-03", "2031-03", 7),
        (None, "2030", 0),
    ],
)
def test_days_of_publication_narrow_a_listing(ledger: Ledger, since: str | None, until: str | None, n: int) -> None:
    assert len(list(ledger.events(since=since, until=until))) == n
    assert ledger.undated() == 1


@pytest.mark.parametrize("day", ["yesterday", "4 March 2031", "2031-3-4", ""])
def test_a_day_that_is_none_is_refused(ledger: Ledger, day: str) -> None:
    with pytest.raises(UsageError):
        ledger.events(since=day)


def test_between_counts_both_directions_and_all_pairs_of_actors(ledger: Ledger) -> None:
    assert [row.event.type for row in ledger.between("Norland", "Velmora")] == ["ACCUSE", "CONSULT", "CONCEDE"]
    assert [row.event.type for row in ledger.between("VEL", "NOR")] == ["ACCUSE", "CONSULT", "CONCEDE"]
    assert [row.tie.type for row in ledger.ties_between("NOR-MIL", "VEL")] == ["opposes"]


def test_two_who_act_together_on_a_third_have_nothing_between_them(tmp_path: Path) -> None:
    base = record()
    met = base.events[-1]
    joint = replace(base, events=(replace(met, recipients=base.events[4].recipients),))
    with Ledger(tmp_path / "joint.db") as ledger:
        ledger.add(joint)
        assert list(ledger.between("Norland", "Velmora")) == []
        assert len(list(ledger.between("Norland", "rebels"))) == 1


def test_actors_are_counted_by_role(ledger: Ledger) -> None:
    (marn,) = ledger.actors("Oda Marn")
    assert (marn.mentions, marn.says, marn.does, marn.undergoes) == (2, 2, 0, 0)
    assert next(ledger.actors()).name == "Norland"
    assert {row.name for row in ledger.actors(type="mil")} == {"Armed Forces of Norland", "Armed Forces of Velmora"}
    assert {row.name for row in ledger.actors(speaker="Oda Marn")} >= {"Armed Forces of Norland", "rebels", "Norland"}


def test_a_profile_says_how_an_actor_is_called_and_what_it_does(ledger: Ledger) -> None:
    (line,) = ledger.actors("Norland")
    profile = ledger.profile(line)
    assert ("Norland", 4) in profile.called
    assert profile.stances == (("deny", 1),)
    assert profile.does[0] == ("ASSAULT", 2)
    assert profile.undergoes == (("ACCUSE", 1),)


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("Karst", 1),
        ("KARST troops", 1),
        ('"town of Karst"', 1),
        ("“town of Karst”", 1),
        ("Karst blockade", 0),
        ("shell*", 1),
        ("blockade", 1),
        ("Norland", 2),
        ("NOT", 0),
        ("a:b OR (", 0),
        ("anti-Karst", 0),
        ("Karst's", 0),
    ],
)
def test_search_takes_words_as_they_are(ledger: Ledger, words: str, n: int) -> None:
    assert len(list(ledger.search(words))) == n


def test_search_marks_the_words_and_narrows(ledger: Ledger) -> None:
    (hit,) = ledger.search("blockade", publisher="Northern Desk")
    assert "[blockade]" in hit.words
    assert list(ledger.search("blockade", speaker="Oda Marn")) == []
    assert len(list(ledger.search("troops", speaker="Oda Marn", type="assault", actor="NOR"))) == 1


def test_search_for_nothing_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        list(ledger.search(' - "" '))


def test_search_forgets_what_a_report_no_longer_says(ledger: Ledger) -> None:
    base = second_record()
    ledger.add(replace(base, report=replace(base.report, text=base.report.text.replace("blockade", "quarantine"))))
    assert list(ledger.search("blockade")) == []
    assert len(list(ledger.search("quarantine"))) == 1


def _judgement(report: str, kind: str, row: str, role: str) -> Judgement:
    return Judgement(report, kind, row, role, "wrong", "Ada", "2031-04-01", correction="VEL", note="see line 3")


def test_a_judgement_outlives_recoding_and_is_listed_when_its_row_is_gone(ledger: Ledger) -> None:
    base = record()
    shelled, met = base.events[3], base.events[-1]
    ledger.judge(_judgement(base.report.id, "event", shelled.id, "actor"))
    ledger.judge(_judgement(base.report.id, "event", met.id, "row"))
    assert [j.attached_to for j in ledger.judgements()] == [shelled.id, met.id]
    renumbered = replace(shelled, id=f"{shelled.id}.2", type="COERCE")
    ledger.add(replace(base, events=(renumbered,)))
    assert [j.attached_to for j in ledger.judgements()] == [renumbered.id, None]
    assert [j.row for j in ledger.judgements(unattached=True)] == [met.id]
    ledger.add(base)
    assert list(ledger.judgements(unattached=True)) == []


def test_a_judgement_needs_its_row_and_role(ledger: Ledger) -> None:
    met = record().events[-1]
    for row, role in (("e1-2", "row"), (met.id, "recipient")):
        with pytest.raises(InputError):
            ledger.judge(_judgement(record().report.id, "event", row, role))


def test_the_views_show_what_is_said_as_said(ledger: Ledger) -> None:
    db = sqlite3.connect(ledger.path)
    rows = db.execute("SELECT type, polarity, voice, voice_stance, killed_low, killed_high FROM events").fetchall()
    assert ("ASSAULT", "affirmed", "Oda Marn", "say", 12, None) in rows
    assert ("ASSAULT", "denied", "Norland", "deny", None, None) in rows
    assert ("CONSULT", "affirmed", None, None, None, None) in rows
    assert db.execute("SELECT voice, distance FROM statements WHERE stance = 'claim'").fetchall() == [("Oda Marn", 1)]


def test_a_voice_without_a_name_is_still_a_voice(tmp_path: Path) -> None:
    base = second_record()
    with Ledger(tmp_path / "unnamed.db") as ledger:
        ledger.add(replace(base, statements=(replace(base.statements[0], speakers=()),)))
        db = sqlite3.connect(ledger.path)
        assert db.execute("SELECT voice, voice_ids FROM events").fetchall() == [("unnamed", "-")]
        (told,) = ledger.events()
        assert told.to_dict()["voice"]["speakers"] == []


def test_several_values_stay_aligned(ledger: Ledger) -> None:
    db = sqlite3.connect(ledger.path)
    row = db.execute("SELECT actors, actor_ids FROM events WHERE type = 'CONSULT'").fetchone()
    assert row == ("Velmora; Norland", "VEL; NOR")


def test_duckdb_holds_the_same_views(ledger: Ledger) -> None:
    copy = ledger.duckdb()
    db = sqlite3.connect(ledger.path)
    for view in views():
        everything = f"SELECT * FROM {view.name}"  # noqa: S608 - our own names
        assert copy.execute(everything).fetchall() == db.execute(everything).fetchall()
        described = copy.execute(f"DESCRIBE {view.name}").fetchall()
        assert [(row[0], row[1]) for row in described] == [(c.name, c.type) for c in view.columns]


def test_duckdb_of_an_empty_ledger_has_empty_tables(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.db") as ledger:
        assert ledger.duckdb().execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_many_reports_are_counted_and_paged(tmp_path: Path) -> None:
    with Ledger(tmp_path / "many.db") as ledger:
        for number in range(50):
            ledger.add(numbered_record(number))
        assert ledger.count().reports == 50
        assert len(list(ledger.events(actor="Norland", limit=20))) == 20
        assert len({row.id for row in ledger.reports()}) == 50


def test_reports_are_narrowed_by_who_is_in_them(ledger: Ledger) -> None:
    assert [row.publisher for row in ledger.reports(actor="VEL-MIL")] == ["Harbour Wire"]
    assert [row.publisher for row in ledger.reports(speaker="the port authority")] == ["Northern Desk"]
    assert [row.publisher for row in ledger.reports(type="concede")] == ["Northern Desk"]


def test_half_a_surrogate_pair_is_refused_and_leaves_nothing_behind(tmp_path: Path) -> None:
    base = second_record()
    with Ledger(tmp_path / "odd.db") as ledger:
        with pytest.raises(InputError):
            ledger.add(replace(base, report=replace(base.report, text="half \ud800")))
        assert ledger.count().reports == 0
        assert ledger.add(base)
