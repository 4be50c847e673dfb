"""Exports: whole files, every row, and nothing said shown as done."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import InstallationError
from dateline.exports import export_csv, export_jsonl, export_polecat
from dateline.exports.polecat import columns
from dateline.exports.whole_file import whole_file
from dateline.ledger import Ledger, views
from dateline.record_json import from_json
from fixtures.border_story import record, second_record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "border.db") as made:
        made.add(record())
        made.add(second_record())
        yield made


def test_jsonl_gives_the_records_back(ledger: Ledger, tmp_path: Path) -> None:
    assert export_jsonl(ledger, tmp_path / "out.jsonl") == 2
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf8").split("\n")
    assert [from_json(line) for line in lines if line] == [record(), second_record()]


def test_csv_has_one_file_a_view_and_every_row(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    assert export_csv(ledger, folder) == 2 + 17 + 8 + 8 + 2
    assert sorted(p.name for p in folder.iterdir()) == sorted(["columns.csv", *(f"{v.name}.csv" for v in views())])
    for view in views():
        header, *rows = _table(folder / f"{view.name}.csv")
        assert header == [column.name for column in view.columns]
        assert rows == [["" if cell is None else str(cell) for cell in row] for row in ledger.view(view)]


def test_csv_describes_its_columns(ledger: Ledger, tmp_path: Path) -> None:
    export_csv(ledger, tmp_path / "t")
    described = {(row[0], row[1]): row[3] for row in _table(tmp_path / "t" / "columns.csv")}
    assert "On whose word" in described["events", "voice"]


def test_a_text_with_line_breaks_survives_csv(ledger: Ledger, tmp_path: Path) -> None:
    export_csv(ledger, tmp_path / "t")
    with (tmp_path / "t" / "reports.csv").open(encoding="utf8", newline="") as table:
        assert [row["text"] for row in csv.DictReader(table)] == [record().report.text, second_record().report.text]


def test_polecat_has_forty_columns_in_order(ledger: Ledger, tmp_path: Path) -> None:
    export_polecat(ledger, tmp_path / "out.tsv")
    header = (tmp_path / "out.tsv").read_text(encoding="utf8").split("\n")[0].split("\t")
    assert header == list(columns())
    assert len(header) == 40
    assert (header[0], header[2], header[-1]) == ("Event ID", "Event Type", "Version")


def test_polecat_leaves_out_what_is_only_said_or_denied(ledger: Ledger, tmp_path: Path) -> None:
    written = export_polecat(ledger, tmp_path / "out.tsv")
    assert (written.events, written.left_out) == (2, 6)
    assert {row["Event Type"] for row in _polecat(tmp_path / "out.tsv")} == {"ACCUSE", "CONSULT"}
    with_said = export_polecat(ledger, tmp_path / "said.tsv", said=True)
    assert (with_said.events, with_said.left_out) == (7, 1)
    shelled = next(row for row in _polecat(tmp_path / "said.tsv") if row["Recipient Name"] == "civilians of Velmora")
    assert (shelled["Event Date"], shelled["Placename"], shelled["Country"]) == ("2031-03-03", "Karst", "VEL")
    assert (shelled["Actor Country"], shelled["Primary Recipient Sector"]) == ("NOR", "CVL")
    assert (shelled["Quad Code"], shelled["Publication Date"]) == ("MATERIAL CONFLICT", "2031-03-04")


def test_polecat_folds_what_is_planned_and_drops_what_is_wished(tmp_path: Path) -> None:
    base = record()
    met = base.events[-1]
    planned = replace(met, modality="planned", folded="AGREE")
    wished = replace(met, id="e1-2", modality="wanted")
    with Ledger(tmp_path / "p.db") as ledger:
        ledger.add(replace(base, events=(planned, wished)))
        export_polecat(ledger, tmp_path / "p.tsv")
    assert [row["Event Type"] for row in _polecat(tmp_path / "p.tsv")] == ["AGREE"]


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), whole_file(path) as out:
        out.write("half")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_place_that_cannot_be_written_is_one_line(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for write in (export_jsonl, export_polecat):
        with pytest.raises(InstallationError, match="cannot be written"):
            write(ledger, tmp_path / "none" / "out")
    with pytest.raises(InstallationError, match="cannot be a folder"):
        export_csv(ledger, tmp_path / "file")


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf8", newline="") as table:
        return list(csv.reader(table))


def _polecat(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))
