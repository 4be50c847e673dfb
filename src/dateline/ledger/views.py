"""The views that an analyst asks: their columns as views.yaml describes them, and their rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a view; `type` is DuckDB's."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class View:
    """A view of the ledger."""

    name: str
    description: str
    columns: tuple[Column, ...]


@cache
def views() -> tuple[View, ...]:
    """The views of the ledger."""
    import yaml

    content = yaml.safe_load(files("dateline.ledger").joinpath("views.yaml").read_text(encoding="utf8"))
    return tuple(_view(name, view) for name, view in content["views"].items())


def _view(name: str, content: dict[str, dict[str, dict[str, str]]]) -> View:
    columns = (Column(column, row["type"], row["description"]) for column, row in content["columns"].items())
    return View(name, str(content["description"]), tuple(columns))


def rows(db: sqlite3.Connection, view: View) -> Iterator[tuple[object, ...]]:
    """The rows of a view, in its order."""
    return iter(db.execute(f"SELECT * FROM {view.name}"))  # noqa: S608 - our own names
