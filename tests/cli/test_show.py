"""`show`: the report with its marks, readable without colour."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from dateline.cli.terminal.report_page import page
from dateline.record_json import to_dict
from fixtures.border_story import record, second_record


def _paragraphs() -> list[str]:
    return click.unstyle(page(record())).split("\n\n")


def test_statements_are_numbered_and_deeds_are_lettered_where_they_stand() -> None:
    shown = " ".join(click.unstyle(page(record())).split())
    assert "Velmora accuses(1){a} [1|Norland of shelling{b} Karst|1]" in shown
    assert (
        "[5|“Their army claims(4) [4|to be hitting{e} rebels|4], and in fact they hit our homes,”|5] she told(5)"
        in shown
    )
    assert "The two sides met{g} in Tarn on Sunday." in shown


def test_each_paragraph_is_followed_by_its_notes() -> None:
    denied = next(p for p in _paragraphs() if p.startswith("Norland denied"))
    assert "    (6) Norland (deny), indirect" in denied
    assert "    {f} Armed Forces of Norland  ASSAULT (denied, actual) — on the word of Norland (deny) (6)" in denied
    met = next(p for p in _paragraphs() if p.startswith("The two sides"))
    assert "{g} Velmora, Norland  CONSULT multilateral (affirmed, actual) — told by the report itself" in met


def test_a_statement_inside_another_says_so() -> None:
    assert "(4) Armed Forces of Norland (claim, the report keeps its distance), indirect, inside (5)" in page(record())


def test_furniture_and_open_ends_are_shown_with_their_reasons() -> None:
    assert "(left out: asks the reader to follow) Follow us for more." in _paragraphs()
    assert _paragraphs()[-1] == "Left open:\n    “Tuesday”: no rule for the day of the week"


def test_no_line_of_text_is_wider_than_the_page() -> None:
    assert all(len(line) <= 100 for line in click.unstyle(page(record())).splitlines() if not line.startswith("    "))


def test_colours_change_nothing_of_what_is_written() -> None:
    assert "\x1b" in page(record())
    assert "\x1b" not in click.unstyle(page(record()))


def test_a_report_without_rows_is_its_text() -> None:
    bare = replace(second_record(), mentions=(), statements=(), events=())
    assert click.unstyle(page(bare)).split("\n\n")[1:] == bare.report.text.split("\n\n")


def test_show_finds_by_beginning_of_the_id_and_by_path(ask: Callable, ledger_path: Path) -> None:
    for term in (record().report.id[:5], "pages/karst.html"):
        shown = ask("show", term, "--ledger", ledger_path)
        assert shown.code == 0
        assert shown.lines[0] == "Velmora accuses Norland of shelling Karst"
        assert "\x1b" not in shown.out
    as_json = ask("show", record().report.id, "--json", "--ledger", ledger_path)
    assert json.loads(as_json.out) == to_dict(record())


def test_a_page_of_quotation_marks_is_no_trouble() -> None:
    base = second_record()
    text = "“ ” " * 50_000
    said = base.statements[0]
    places = range(0, 190_000, 100)
    many = tuple(replace(said, id=f"s{n}-{n + 1}", cue=(n, n + 1), content=((n + 2, n + 3),)) for n in places)
    odd = replace(base, report=replace(base.report, text=text, parts=()), statements=many, events=(), mentions=())
    assert "(1900)" in page(odd)
