"""CSV: a folder with one file for each view of the ledger, and columns.csv, which describes them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import InstallationError
from dateline.exports.whole_file import whole_file
from dateline.ledger import Ledger, View, views


def export_csv(ledger: Ledger, folder: Path) -> int:
    """Writes the folder, made where it is not there, and gives the number of rows. An empty cell is unknown."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"cannot be a folder ({error.strerror})"
        raise InstallationError(what, where=str(folder), mend="name a new folder with --to") from error
    _write(folder / "columns.csv", ("view", "column", "type", "description"), _described(views()))
    return sum(
        _write(folder / f"{view.name}.csv", [column.name for column in view.columns], ledger.view(view))
        for view in views()
    )


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> int:
    number = 0
    with whole_file(path) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        for number, row in enumerate(rows, 1):  # noqa: B007 - the last number is the answer
            writer.writerow(row)
    return number


def _described(described: Iterable[View]) -> Iterable[tuple[str, str, str, str]]:
    return ((view.name, c.name, c.type, c.description) for view in described for c in view.columns)
