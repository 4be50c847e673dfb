"""How commands end: exit codes, one line for each error, closed pipes, ^C, and how fast --help is."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.ledger import Ledger
from fixtures.border_story import numbered_record


def _one_line(shown: object, code: int) -> str:
    assert shown.code == code, shown.err  # type: ignore[attr-defined]  # an Answer
    assert shown.err.count("\n") == 1  # type: ignore[attr-defined]  # an Answer
    assert "Traceback" not in shown.err  # type: ignore[attr-defined]  # an Answer
    return str(shown.err)  # type: ignore[attr-defined]  # an Answer


LISTINGS = ("events", "statements", "ties", "actors", "search x", "between A B", "export jsonl --to -")
WRONG = ("nonsense", "events --colour", "code", "read", "search", "between A", "export xml --to x", "export csv")


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_missing_ledger_is_one_line_and_3(ask: Callable, tmp_path: Path, listing: str) -> None:
    line = _one_line(ask(*listing.split(), "--ledger", tmp_path / "none.db"), 3)
    assert "there is no such ledger" in line
    assert not (tmp_path / "none.db").exists()


def test_a_ledger_that_is_none_is_one_line_and_3(ask: Callable, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>" * 200)
    (tmp_path / "empty.db").touch()
    assert "is not a ledger" in _one_line(ask("events", "--ledger", page), 3)
    assert "empty file" in _one_line(ask("events", "--ledger", tmp_path / "empty.db"), 3)


@pytest.mark.parametrize("wrong", [*WRONG, "read x --jobs 0"])
def test_a_wrong_call_is_2(ask: Callable, wrong: str) -> None:
    shown = ask(*wrong.split())
    assert shown.code == 2
    assert "Error:" in shown.err


@pytest.mark.parametrize("wrong", [("--since", "yesterday"), ("--until", "4 March"), ("--limit", "-1")])
def test_a_wrong_filter_is_2(ask: Callable, ledger_path: Path, wrong: tuple[str, str]) -> None:
    assert ask("events", *wrong, "--ledger", ledger_path).code == 2


def test_help_and_version_are_0(ask: Callable) -> None:
    assert ask("--help").code == 0
    assert ask("-h").code == 0
    assert "dateline, version" in ask("--version").out


def test_a_report_that_is_not_there_is_1(ask: Callable, ledger_path: Path) -> None:
    assert "is no report of this ledger" in _one_line(ask("show", "0000ffff", "--ledger", ledger_path), 1)


def test_nothing_heavy_is_imported_for_help() -> None:
    probe = (
        "import sys; from dateline.cli.terminal.running import run; run(['--help']);"
        "print(sorted({'spacy', 'numpy', 'onnxruntime', 'rich', 'yaml', 'duckdb', 'trafilatura'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert shown.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_quiet(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with Ledger(path) as ledger:
        for number in range(300):
            ledger.add(numbered_record(number))
    with command("events", "--json", "--ledger", path) as listing:
        assert listing.stdout is not None
        assert json.loads(listing.stdout.readline())["type"] == "CONCEDE"
        listing.stdout.close()
        assert listing.stderr is not None
        assert listing.stderr.read() == ""
    assert listing.returncode == 0


def test_interrupted_reading_leaves_a_clean_ledger(command: Callable, tmp_path: Path) -> None:
    reports, path = tmp_path / "many.jsonl", tmp_path / "stopped.db"
    lines = [{"title": f"Dispatch {n}", "text": f"Latvia said Russia attacked Estonia {n} times."} for n in range(3000)]
    reports.write_text("\n".join(map(json.dumps, lines)))
    with command("read", reports, "--ledger", path) as reading:
        while not path.exists() or _held(path) < 3:
            assert reading.poll() is None
        reading.send_signal(signal.SIGINT)
        _, err = reading.communicate()
    assert reading.returncode == 130
    assert err.split("\n") == ["", "dateline: stopped", ""]  # the first line is that of the ^C
    with Ledger(path) as ledger:
        assert 3 <= ledger.count().reports < 3000
        assert len(list(ledger.records())) == ledger.count().reports


def _held(path: Path) -> int:
    with Ledger(path, create=False) as ledger:
        return ledger.count().reports


def test_a_full_disk_is_one_line_and_3_and_keeps_what_was_read(tmp_path: Path) -> None:
    reports, path = tmp_path / "many.jsonl", tmp_path / "full.db"
    text = "Latvia said Russia attacked Estonia. " + "It rained. " * 2000
    reports.write_text("\n".join(json.dumps({"title": f"Dispatch {n}", "text": f"{n} {text}"}) for n in range(30)))
    limited = 'ulimit -f 1000; exec "$0" -m dateline read "$1" --ledger "$2"'  # no file may grow beyond 1000 blocks
    words = ["bash", "-c", limited, sys.executable, reports, path]
    shown = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (shown.returncode, shown.stderr.count("\n")) == (3, 1)
    assert "the disk is full" in shown.stderr
    with Ledger(path) as ledger:
        assert 1 <= ledger.count().reports == len(list(ledger.records())) < 30


def test_json_is_utf8_whatever_the_locale(command: Callable, ledger_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    with command("statements", "--json", "--ledger", ledger_path, env=plain) as listing:
        out, err = listing.communicate()
    assert err == ""
    assert "“We will answer any attack,”" in out
