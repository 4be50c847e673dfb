"""How a listing command runs: it opens the ledger, prints a row at a time, and says what its filters left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from dateline.ledger.ledger import Ledger
from dateline.record_json import dumps
from dateline.wording.words import counted


class Listed(Protocol):
    """A row of a listing."""

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON."""


Row = TypeVar("Row", bound=Listed)


def open_for_reading(path: Path) -> Ledger:
    """The ledger at `path`; a listing never makes one."""
    return Ledger(path, create=False)


def print_rows(rows: Iterable[Row], lines: Callable[[Row], str], as_json: bool) -> int:
    """Prints each row as JSON or for a person, and gives their number."""
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007 - the last number is the answer
        click.echo(dumps(row.to_dict()) if as_json else lines(row))
    return number


def print_notes(ledger: Ledger, number: int, filters: dict[str, Any]) -> None:
    """Says on stderr why there are no rows or fewer than one may think."""
    for option in ("actor", "speaker"):
        name = filters.get(option)
        if name is not None and not ledger.knows(name):
            _note(f"nobody is called {name!r} in {ledger.path}; `dateline actors` shows who is there")
    undated = ledger.undated() if filters.get("since") or filters.get("until") else 0
    if undated:
        _note(f"left out by --since and --until, without a day of publication: {counted(undated, 'report')}")
    if not number:
        _note("nothing fits")


def _note(line: str) -> None:
    click.echo(f"dateline: {line}", err=True)
