"""What a page shows, whatever its form: HTML for people, CSV and JSON of exactly the same rows for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from typing import Any

from dateline.record_json import dumps, row_to_dict


def plain_row(row: Any) -> Any:
    """A row as JSON, whether it is one already, knows how, or is of the record's own kinds."""
    if hasattr(row, "to_dict"):
        return row.to_dict()
    return row_to_dict(row) if is_dataclass(row) else row


@dataclass(frozen=True)
class Table:
    """Rows of one kind. `total` is how many there are in all, where the page shows a part; `first` those before it."""

    name: str
    rows: Sequence[Any]
    total: int | None = None
    first: int = 0

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as JSON."""
        return [plain_row(row) for row in self.rows]


@dataclass(frozen=True)
class View:
    """A page: its template, its title, the facts of its head, its tables, and what only the template needs."""

    template: str
    title: str
    tables: tuple[Table, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> str:
        """Title, facts, and each table by its name."""
        totals = {f"{t.name}_total": t.total for t in self.tables if t.total is not None}
        rows = {t.name: t.dicts() for t in self.tables}
        return dumps({"title": self.title, **{k: plain_row(v) for k, v in self.facts.items()}, **totals, **rows})

    def as_csv(self) -> str:
        """The rows under one header; where there are several tables, the column `table` says which a row is of."""
        several = len(self.tables) > 1
        rows = [
            ({"table": table.name} if several else {}) | {name: cell(value) for name, value in row.items()}
            for table in self.tables
            for row in table.dicts()
        ]
        out = io.StringIO()
        writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()


def cell(value: Any) -> Any:
    """A value as it stands in one cell: lists of names or numbers joined, anything deeper as JSON, unknown empty."""
    if isinstance(value, Mapping):
        return dumps(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        parts = list(value)
        names = [part.get("name") if isinstance(part, Mapping) else part for part in parts]
        flat = all(isinstance(name, str | int | float) for name in names)
        return "; ".join(str(name) for name in names) if flat else dumps(parts)
    return value
