"""A ledger that cannot be used says so in one line; a killed or crowded one loses nothing."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import LedgerError
from dateline.ledger import Ledger
from dateline.ledger.opening import APPLICATION_ID, SCHEMA_VERSION
from fixtures.border_story import numbered_record, record, second_record

TESTS = Path(__file__).parents[1]


def _refused(path: Path, **how: bool) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger(path, **how)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.exit_code == 3
    return str(caught.value)


def test_the_schema_file_and_the_code_agree(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Ledger(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert [p.name for p in tmp_path.iterdir()] == ["new.db"]


def test_a_missing_ledger_is_made_or_missed(tmp_path: Path) -> None:
    assert "there is no such ledger" in _refused(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert "empty file" in _refused(path)
    assert path.stat().st_size == 0


def test_another_kind_of_file_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html>" * 500)
    assert "is not a ledger" in _refused(path)
    assert path.read_text() == "<html>" * 500


def test_another_programs_database_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE reports (id)")
    assert "is not a ledger" in _refused(path)


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    Ledger(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert "newer dateline" in _refused(path)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    _refused(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "cannot be made" in _refused(tmp_path / "nowhere" / "new.db")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert "cannot be made" in _refused(folder / "new.db")


def test_a_locked_ledger_can_be_read_but_not_written(tmp_path: Path) -> None:
    path = tmp_path / "busy.db"
    with Ledger(path, wait=0.05) as ledger:
        ledger.add(record())
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert ledger.count().reports == 1
            with pytest.raises(LedgerError, match="locked"):
                ledger.add(second_record())
            other.execute("ROLLBACK")
        assert ledger.add(second_record())


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    with Ledger(tmp_path / "full.db") as ledger:
        ledger.add(record())
        (pages,) = ledger._db.execute("PRAGMA page_count").fetchone()
        ledger._db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerError, match="disk is full"):
            for number in range(200):
                ledger.add(numbered_record(number))
        kept = ledger.count().reports
        assert next(row.report.id for row in ledger.records()) == record().report.id
    with Ledger(tmp_path / "full.db") as ledger:
        assert ledger.count().reports == kept == len(list(ledger.records()))
        assert ledger._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_failure_halfway_leaves_the_earlier_record(tmp_path: Path) -> None:
    with Ledger(tmp_path / "half.db") as ledger:
        ledger.add(second_record())
        ledger._db.execute("CREATE TRIGGER stop BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'stop'); END")
        with pytest.raises(LedgerError):
            ledger.add(record())
        ledger._db.execute("DROP TRIGGER stop")
        assert list(ledger.records()) == [second_record()]
        assert list(ledger.search("Karst")) == []


def _python(code: str, *args: str) -> subprocess.Popen[str]:
    start = f"import sys; sys.path.insert(0, {str(TESTS)!r})\n" + textwrap.dedent(code)
    return subprocess.Popen([sys.executable, "-c", start, *args], stdout=subprocess.PIPE, text=True)


WRITER = """
    from fixtures.border_story import numbered_record
    from dateline.ledger import Ledger
    with Ledger(sys.argv[1]) as ledger:
        for number in range(int(sys.argv[2])):
            ledger.add(numbered_record(number), b"raw")
            print(number, flush=True)
"""


def test_a_killed_run_loses_at_most_the_report_in_hand(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    with _python(WRITER, str(path), "100000") as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) == 40:
                writer.send_signal(signal.SIGKILL)
                break
        written = 40
    with Ledger(path) as ledger:
        kept = [row.report.id for row in ledger.records()]
        assert kept[: written + 1] == [numbered_record(n).report.id for n in range(written + 1)]
        assert ledger.count().events == len(kept)
        assert ledger._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert ledger._db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert ledger.add(record())


def test_one_process_reads_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    Ledger(path).close()
    seen: list[int] = []
    with _python(WRITER, str(path), "60") as writer, Ledger(path, wait=0.0) as ledger:
        while writer.poll() is None:
            seen.append(ledger.count().reports)
            assert all(row.event.type == "CONCEDE" for row in ledger.events(limit=5))
            assert writer.stdout is not None
            if not writer.stdout.readline():
                break
    assert seen == sorted(seen)
    with Ledger(path) as ledger:
        assert ledger.count().reports == 60


def test_two_processes_that_write_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    with _python(WRITER, str(path), "30") as one, _python(WRITER, str(path), "40") as other:
        one.communicate()
        other.communicate()
    assert (one.returncode, other.returncode) == (0, 0)
    with Ledger(path) as ledger:
        assert ledger.count().reports == 40
