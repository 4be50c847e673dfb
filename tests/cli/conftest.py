"""A ledger to list from, and a way to run a command as the shell does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.cli.terminal.running import run
from dateline.ledger import Ledger
from fixtures.border_story import TEXT, record, second_record


@dataclass(frozen=True)
class Answer:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    path = tmp_path / "border.db"
    with Ledger(path) as ledger:
        ledger.add(record(), TEXT.encode())
        ledger.add(second_record())
    return path


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Runs a command in this process."""

    def asked(*arguments: str | Path) -> Answer:
        code = run([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return Answer(code, shown.out, shown.err)

    return asked


@pytest.fixture
def command() -> Callable[..., subprocess.Popen[str]]:
    """Starts `dateline` as a process of its own."""

    def started(*arguments: str | Path, **how: object) -> subprocess.Popen[str]:
        words = [sys.executable, "-m", "dateline", *map(str, arguments)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        return subprocess.Popen(words, text=True, **pipes)  # type: ignore[call-overload, no-any-return]  # pipes are right

    return started
