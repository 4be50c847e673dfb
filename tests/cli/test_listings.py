"""Listings: what they print for a person and as JSON, and how they are narrowed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.ledger import Ledger
from fixtures.border_story import record, second_record

LISTINGS = ("events", "statements", "ties", "actors")


def test_events_show_who_did_what_to_whom_and_on_whose_word(ask: Callable, ledger_path: Path) -> None:
    shown = ask("events", "--ledger", ledger_path)
    assert shown.code == 0
    assert "Norland → civilians of Velmora  ASSAULT heavy-weapons (affirmed, actual)" in shown.out
    assert "on the word of Oda Marn for Velmora (say) · 2031-03-03 · Karst · killed 12 or more" in shown.out
    assert "on the word of Norland (deny)" in shown.out
    assert "told by the report itself" in shown.out


def test_what_is_only_said_always_names_its_voice(ask: Callable, ledger_path: Path) -> None:
    shown = ask("events", "--ledger", ledger_path)
    blocks = shown.out.split("\n    Harbour Wire")
    for event in record().events:
        words = record().report.text[slice(*event.evidence[0])]
        block = next(b for b in blocks if f"| {words}" in b)
        assert ("told by the report itself" in block) == (event.statement is None)


def test_a_nested_claim_names_both_voices_and_the_distance(ask: Callable, ledger_path: Path) -> None:
    shown = ask("events", "--actor", "NOR-MIL", "--ledger", ledger_path)
    assert (
        "on the word of Armed Forces of Norland (claim, the report keeps its distance), "
        "as told by Oda Marn for Velmora (say)"
    ) in shown.out


@pytest.mark.parametrize("listing", LISTINGS)
def test_json_is_one_object_a_line(ask: Callable, ledger_path: Path, listing: str) -> None:
    shown = ask(listing, "--json", "--ledger", ledger_path)
    rows = [json.loads(line) for line in shown.lines]
    assert rows
    assert shown.err == ""


def test_an_event_in_json_holds_its_voice_and_its_row(ask: Callable, ledger_path: Path) -> None:
    rows = [json.loads(line) for line in ask("events", "--json", "--ledger", ledger_path).lines]
    shelled = next(row for row in rows if row["casualties"])
    assert shelled["voice"]["speakers"] == [{"actor": None, "name": "Oda Marn"}]
    assert shelled["report"] == record().report.id
    assert shelled["dates"][0]["from"] == "2031-03-03"
    assert shelled["places"][0]["name"] == "Karst"
    assert [row["voice"] for row in rows if row["type"] == "CONSULT"] == [None]


def test_statements_show_speaker_stance_and_words(ask: Callable, ledger_path: Path) -> None:
    shown = ask("statements", "--speaker", "oda marn", "--ledger", ledger_path)
    assert "Oda Marn for Velmora (say) to Harbour Wire · direct" in shown.out
    assert "| “Their army claims to be hitting rebels, and in fact they hit our homes,”" in shown.out


def test_a_denied_statement_reads_as_not_said(ask: Callable, tmp_path: Path) -> None:
    base = second_record()
    with Ledger(tmp_path / "not.db") as ledger:
        ledger.add(replace(base, statements=(replace(base.statements[0], polarity="denied"),)))
    assert "(did not say)" in ask("statements", "--ledger", tmp_path / "not.db").out


def test_ties_show_both_sides_and_the_office(ask: Callable, ledger_path: Path) -> None:
    shown = ask("ties", "--type", "holds-office-in", "--ledger", ledger_path)
    assert shown.lines[0] == "Oda Marn holds-office-in Velmora as defence minister (affirmed, actual)"


def test_actors_are_counted_and_one_is_told_in_full(ask: Callable, ledger_path: Path) -> None:
    shown = ask("actors", "--ledger", ledger_path)
    assert shown.lines[0].startswith("Norland (NOR, GOV)  5 mentions in 2 reports")
    told = ask("actors", "norland", "--ledger", ledger_path)
    assert "    called: Norland 4, The two sides 1" in told.lines
    assert "    undergoes: ACCUSE 1" in told.lines
    (row,) = (json.loads(line) for line in ask("actors", "norland", "--json", "--ledger", ledger_path).lines)
    assert row["by_deed"] == {"ASSAULT": 2, "CONCEDE": 1, "CONSULT": 1}


def test_between_shows_events_then_ties(ask: Callable, ledger_path: Path) -> None:
    shown = ask("between", "VEL", "nor-mil", "--ledger", ledger_path)
    assert shown.lines[0] == "Armed Forces of Norland opposes Velmora (affirmed, actual)"
    both = ask("between", "Velmora", "Norland", "--json", "--ledger", ledger_path)
    assert [json.loads(line)["type"] for line in both.lines] == ["ACCUSE", "CONSULT", "CONCEDE"]


def test_search_takes_words_and_phrases(ask: Callable, ledger_path: Path) -> None:
    shown = ask("search", "town of karst", "shell*", "--ledger", ledger_path)
    assert "[town of Karst]" in shown.out
    assert ask("search", "karst of town", "--ledger", ledger_path).out == ""


def test_nothing_found_says_why(ask: Callable, ledger_path: Path) -> None:
    nobody = ask("events", "--actor", "Norlnd", "--ledger", ledger_path)
    assert (nobody.code, nobody.out) == (0, "")
    assert "nobody is called 'Norlnd'" in nobody.err
    late = ask("events", "--since", "2040", "--ledger", ledger_path)
    assert "without a day of publication: 1 report\n" in late.err
    assert "nothing fits" in late.err


@pytest.mark.parametrize("listing", [*LISTINGS, "search", "between"])
def test_every_listing_takes_every_filter(ask: Callable, ledger_path: Path, listing: str) -> None:
    before = {"search": ["Norland"], "between": ["VEL", "NOR"]}.get(listing, [])
    filters = ["--actor", "VEL", "--speaker", "NOR", "--type", "x", "--since", "2031", "--until", "2032"]
    filters += ["--publisher", "w", "--limit", "3", "--json"]
    assert ask(listing, *before, *filters, "--ledger", ledger_path).code == 0


def test_text_that_steers_a_terminal_is_printed_plain(ask: Callable, tmp_path: Path) -> None:
    base = second_record()
    with Ledger(tmp_path / "esc.db") as ledger:
        ledger.add(replace(base, report=replace(base.report, publisher="North\x1b[31mern\nDesk")))
    assert "\x1b" not in ask("events", "--ledger", tmp_path / "esc.db").out
