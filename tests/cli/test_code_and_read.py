"""`code`, `read` and `show` on real inputs: one bad input is one line, and the same reports give the same bytes."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dateline.ledger import Ledger
from dateline.record_json import json_schema, to_json

LATVIA = Path(__file__).parents[1] / "fixtures" / "latvia.txt"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with three reports and an empty file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    shutil.copy(LATVIA, folder / "a.txt")
    (folder / "b.txt").touch()
    line = {
        "title": "Norway praises Sweden",
        "text": "OSLO - Norway praised Sweden.",
        "published": "2031-03-04",
    }
    again = {**line, "title": "Sweden thanks Norway", "text": "OSLO - Sweden thanked Norway."}
    (folder / "c.jsonl").write_text(f"{json.dumps(line)}\n{json.dumps(again)}\n")
    return folder


def test_code_prints_records_as_the_schema_says_and_touches_no_ledger(
    ask: Callable, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(reports.parent)
    shown = ask("code", reports)
    assert shown.code == 1
    assert shown.err.startswith(f"{reports}/b.txt: ")
    assert shown.err.count("\n") == 1
    records = [json.loads(line) for line in shown.lines]
    assert [row["report"]["title"] for row in records] == [
        "Latvia accuses Russia of attack", "Norway praises Sweden", "Sweden thanks Norway",
    ]  # fmt: skip
    for row in records:
        Draft202012Validator(json_schema()).validate(row)
    assert not (reports.parent / "dateline.db").exists()


def test_code_reads_standard_input(command: Callable) -> None:
    with command("code", "-", "--published", "2031-03-04") as coding:
        out, err = coding.communicate(LATVIA.read_text(encoding="utf8"))
    assert (coding.returncode, err) == (0, "")
    record = json.loads(out)
    assert record["report"]["published"] == "2031-03-04"
    assert record["report"]["path"] is None


def test_a_path_that_is_not_there_and_a_day_that_is_none(ask: Callable, tmp_path: Path) -> None:
    gone = ask("code", tmp_path / "gone.txt")
    assert (gone.code, gone.out) == (1, "")
    assert gone.err.count("\n") == 1
    assert ask("code", LATVIA, "--published", "someday").code == 2


def test_actors_of_your_own_are_known_and_change_the_coder(ask: Callable, tmp_path: Path) -> None:
    own = tmp_path / "actors.yaml"
    own.write_text(
        "label: Mine\ndescription: Mine.\nactors:\n"
        "  - {id: VEL, name: Velmora, kind: state, iso3: VEL, demonyms: [Velmoran], capital: Brenn}\n"
    )
    report = tmp_path / "r.txt"
    report.write_text("Velmora accused Russia on Monday of an attack.")
    mine, plain = ask("code", report, "--actors", own), ask("code", report)
    assert "VEL" in {who["actor"] for row in json.loads(mine.out)["mentions"] for who in row["actors"]}
    assert json.loads(mine.out)["coder"]["codebook"] != json.loads(plain.out)["coder"]["codebook"]


@pytest.mark.parametrize("command_name", ["code", "read"])
def test_actors_that_cannot_be_read_are_one_line(ask: Callable, tmp_path: Path, command_name: str) -> None:
    more = ["--ledger", tmp_path / "x.db"] if command_name == "read" else []
    shown = ask(command_name, LATVIA, "--actors", tmp_path / "none.yaml", *more)
    assert shown.code in (1, 2, 3)
    assert shown.err.count("\n") == 1
    assert "none.yaml" in shown.err


def test_read_then_read_again(ask: Callable, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "read.db"
    first = ask("read", reports, "--ledger", path)
    assert first.code == 1
    assert first.out.startswith(f"3 reports read into {path}; ")
    assert first.out.endswith("; 1 failed\n")
    lines = _lines(path)
    second = ask("read", reports, "--ledger", path)
    assert second.out == f"0 reports read into {path}; 3 read before; 1 failed\n"
    third = ask("read", reports, "--again", "--ledger", path)
    assert third.out.startswith(f"3 reports read into {path}; ")
    assert _lines(path) == lines


def test_the_raw_input_is_kept(ask: Callable, tmp_path: Path) -> None:
    path = tmp_path / "raw.db"
    assert ask("read", LATVIA, "--ledger", path).code == 0
    with Ledger(path) as ledger:
        (report,) = ledger.reports()
        assert ledger.raw(report.id) == LATVIA.read_bytes()


def test_the_same_text_under_two_names_is_one_report(ask: Callable, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        shutil.copy(LATVIA, tmp_path / name)
    shown = ask("read", tmp_path / "one.txt", tmp_path / "two.txt", "--ledger", tmp_path / "d.db")
    assert "1 report read" in shown.out
    assert "1 read before" in shown.out


@pytest.mark.slow
def test_alone_in_a_batch_and_with_two_jobs_bytes_are_the_same(ask: Callable, reports: Path, tmp_path: Path) -> None:
    shutil.copy(LATVIA, reports / "d.txt")  # a report that is met twice while the first may be under way
    batch = ask("code", reports / "a.txt", reports / "c.jsonl").lines
    alone = [*ask("code", reports / "c.jsonl").lines, *ask("code", reports / "a.txt").lines]
    assert sorted(batch) == sorted(alone)
    dumps = []
    for jobs in ("1", "2"):
        path = tmp_path / f"{jobs}.db"
        assert ask("read", reports, "--jobs", jobs, "--ledger", path).code == 1
        dumps.append(_dump(path))
        assert _lines(path) == batch
    assert dumps[0] == dumps[1]


def test_a_report_that_breaks_the_coder_is_one_line_and_the_others_go_on(
    ask: Callable, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.coding import Coder

    real = Coder.code

    def breaking(self: Coder, report: object) -> object:
        if report.title == "Norway praises Sweden":  # type: ignore[attr-defined]  # a Report
            raise IndexError("out of range")
        return real(self, report)  # type: ignore[arg-type]  # a Report

    monkeypatch.setattr(Coder, "code", breaking)
    shown = ask("code", reports)
    assert (shown.code, len(shown.lines)) == (1, 2)
    assert "cannot be coded (IndexError: out of range in test_code_and_read.py:" in shown.err


def test_show_codes_a_file_on_the_spot(ask: Callable, tmp_path: Path) -> None:
    shown = ask("show", LATVIA, "--ledger", tmp_path / "none.db")
    assert shown.code == 0
    assert any(line.startswith("Latvia accuses(1){a} [1|Russia of attack") for line in shown.lines)
    record = json.loads(ask("show", LATVIA, "--json", "--ledger", tmp_path / "none.db").out)
    assert record["report"]["title"] == "Latvia accuses Russia of attack"


def _lines(path: Path) -> list[str]:
    with Ledger(path) as ledger:
        assert list(ledger.lines()) == [to_json(record) for record in ledger.records()]
        return list(ledger.lines())


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [line for line in db.iterdump() if "words_" not in line]
