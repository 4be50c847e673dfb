"""`dateline serve` starts or says in one line why not, and answers while others write."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.accounts import Accounts
from dateline.errors import LedgerError
from dateline.ledger import Ledger
from dateline.web import explorer
from dateline.web.serving import prepare
from fixtures.border_story import numbered_record, record


def served(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "serve", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def border(tmp_path: Path) -> Path:
    path = tmp_path / "border.db"
    with Ledger(path) as ledger:
        ledger.add(record())
    Accounts(path).close()
    return path


def _empty(path: Path) -> None:
    path.touch()


def _foreign(path: Path) -> None:
    sqlite3.connect(path).execute("CREATE TABLE other (a)").connection.close()


def _newer(path: Path) -> None:
    Ledger(path).close()
    sqlite3.connect(path).execute("PRAGMA user_version = 99").connection.close()


def _text(path: Path) -> None:
    path.write_text("no ledger " * 100, encoding="utf8")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "there is no such ledger"),
        (_empty, "is an empty file"),
        (_foreign, "is not a ledger"),
        (_newer, "of a newer dateline"),
        (_text, "ledger.db: "),
    ],
)
def test_a_ledger_that_cannot_be_shown_is_one_line(tmp_path: Path, make, words: str) -> None:
    path = tmp_path / "ledger.db"
    make(path)
    done = served("--ledger", str(path), "--port", "0")
    assert done.returncode == 3 and words in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert not done.stdout


def test_a_port_in_use_is_one_line(border: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = served("--ledger", str(border), "--port", str(taken.getsockname()[1]))
    assert done.returncode == 3 and "cannot be listened on" in done.stderr and done.stderr.count("\n") == 1


def test_a_host_that_is_none_is_a_wrong_call(border: Path) -> None:
    done = served("--ledger", str(border), "--host", "no such host", "--port", "0")
    assert done.returncode == 2 and "--host" in done.stderr
    assert served("--ledger", str(border), "--port", "70000").returncode == 2


def test_it_serves_and_stops_when_told(border: Path) -> None:
    command = [sys.executable, "-m", "dateline", "serve", "--ledger", str(border), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
            assert b"Karst" in answer.read() or answer.status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in (0, 130, -signal.SIGINT)


def test_it_answers_while_another_writes_and_shows_what_was_written(border: Path) -> None:
    client = TestClient(explorer(border), base_url="http://localhost")
    assert client.get("/overview.json").json()["reports"] == 1
    with Ledger(border) as ledger:
        writing = sqlite3.connect(border, isolation_level=None)
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("CREATE TABLE half (a)")
        for address in ("/", "/events", "/search?q=Karst", f"/report/{record().report.id}", "/disputes"):
            assert client.get(address).status_code == 200
        writing.execute("ROLLBACK")
        writing.close()
        for n in range(5):
            ledger.add(numbered_record(n))
    for _ in range(200):  # while somebody writes, the survey is brought up to date now and then
        shown = client.get("/overview.json").json()
        if shown["reports"] == 6:
            break
    assert shown["reports"] == 6
    assert "not compared with the others yet" in client.get("/disputes").text


def test_nothing_is_written_by_looking(border: Path) -> None:
    client = TestClient(explorer(border), base_url="http://localhost")
    before = sqlite3.connect(border).execute("PRAGMA data_version").fetchone(), border.read_bytes()
    for address in ("/", "/events", "/actor?who=NOR", "/map", "/network", "/search?q=Karst"):
        assert client.get(address).status_code == 200
    assert (sqlite3.connect(border).execute("PRAGMA data_version").fetchone(), border.read_bytes()) == before


def test_an_older_ledger_is_prepared_first(border: Path) -> None:
    db = sqlite3.connect(border, isolation_level=None)
    db.execute("DELETE FROM meta WHERE key = 'survey'")
    db.execute("DROP TABLE survey_row")
    db.close()
    with pytest.raises(LedgerError, match="has not been prepared"):
        explorer(border)
    assert prepare(border) is None
    assert TestClient(explorer(border), base_url="http://localhost").get("/events.json").json()["events_total"] == len(
        record().events
    )


def test_a_busy_ledger_is_shown_as_it_stands(border: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(border) as ledger:
        ledger.add(numbered_record(1))
    monkeypatch.setattr("dateline.web.serving.Accounts", lambda path: Accounts(path, wait=0.05))
    busy = sqlite3.connect(border, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    note = prepare(border)
    busy.close()
    assert note is not None and "as it stands" in note


def test_a_report_read_again_is_counted_once(border: Path) -> None:
    client = TestClient(explorer(border), base_url="http://localhost")
    before = client.get("/actors.json").json(), client.get("/events.json").json()["events_total"]
    with Ledger(border) as ledger:
        ledger.add(replace(record(), coder=replace(record().coder, version="9")))
    for _ in range(50):
        after = client.get("/actors.json").json(), client.get("/events.json").json()["events_total"]
    assert after == before


def test_what_would_take_long_is_left_and_said(border: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.web.serving.FEW", 1)
    with Ledger(border) as ledger:
        for n in range(3):
            ledger.add(numbered_record(n))
    note = prepare(border)
    assert note is not None and "3 reports are still to be compared" in note
    assert TestClient(explorer(border), base_url="http://localhost").get("/disputes").status_code == 200
