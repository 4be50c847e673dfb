"""`dateline codebook check`, and coding with a codebook of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli.terminal.running import run

EXAMPLES = Path(__file__).parents[2] / "examples" / "codebooks"
BOOK = EXAMPLES / "health-care.yaml"
WRONG = "label: Mine\ndescription: A trial.\ntypes:\n  evict:\n    label: Evict\n    examples: [A b c.]\n"


def test_check_tells_every_problem_and_ends_with_1(tmp_path, capsys) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(WRONG, encoding="utf8")
    assert run(["codebook", "check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{path}:4"] * 2


def test_check_tells_how_examples_fare(capsys) -> None:
    assert run(["codebook", "check", str(BOOK), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {r["code"] for r in rows} >= {"ATTACK-ON-HEALTH", "OBSTRUCT-CARE", "runs", "certify", "vaccination"}
    assert all(r["found"] + len(r["missed"]) == r["examples"] for r in rows)


def test_a_codebook_that_is_not_there_is_one_line(capsys) -> None:
    assert run(["codebook", "check", "none.yaml"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_a_malformed_codebook_stops_the_coding(tmp_path, capsys) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(WRONG, encoding="utf8")
    assert run(["code", str(EXAMPLES / "reports" / "ward.txt"), "--codebook", str(path)]) == 3
    assert capsys.readouterr().err.startswith(f"{path}:4: ")


def test_records_name_the_codebook_and_its_hash(capsys) -> None:
    assert run(["code", str(EXAMPLES / "reports" / "ward.txt"), "--codebook", str(BOOK)]) == 0
    coder = json.loads(capsys.readouterr().out)["coder"]
    digest, _, label = coder["codebook"].partition(" ")
    assert len(digest) == 64
    assert label == "Attacks on health care"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_another_codebook_is_another_coding(tmp_path, capsys, jobs: str) -> None:
    ledger, own = str(tmp_path / "d.db"), ["--codebook", str(BOOK)]
    read = ["read", str(EXAMPLES / "reports"), "--ledger", ledger, "--jobs", jobs]
    assert run(read) == 0
    assert "2 reports read" in capsys.readouterr().out
    assert run([*read, *own]) == 0
    assert "2 reports read" in capsys.readouterr().out
    assert run([*read, *own]) == 0
    assert "2 read before" in capsys.readouterr().out
    assert run(["events", "--ledger", ledger, "--type", "ATTACK-ON-HEALTH", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 2
    assert run(read) == 0
    assert "2 reports read" in capsys.readouterr().out
