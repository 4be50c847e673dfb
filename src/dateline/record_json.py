"""Record ↔ JSON, as `record.schema.json` describes it: one line, keys in the order in which they are declared.

The same record always gives the same bytes: no indentation, no escapes beyond those JSON asks for, numbers of the
declared type (a score of 10 is written 10.0 whether a vocabulary said 10 or 10.0).
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from operator import index
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.errors import InputError
from dateline.record import SCHEMA, Record

Row = TypeVar("Row")
Turn = Callable[[Any], Any]

JSON_NAMES = {"first": "from", "last": "to"}  # `from` is a word of Python's own


def to_json(record: Record) -> str:
    """The record as one line of JSON. Half a surrogate pair, which UTF-8 cannot hold, is written as its escape."""
    return dumps(to_dict(record))


def from_json(line: str) -> Record:
    """The record that a line of JSON holds. Raises InputError where it is not a record of schema 1."""
    try:
        content = json.loads(line)
    except ValueError as error:
        raise InputError(f"is not JSON ({error})", where="record", mend="give one whole record a line") from None
    return from_dict(content)


def to_dict(record: Record) -> dict[str, Any]:
    """The record as plain dicts and lists, `schema` in front."""
    rows = row_to_dict(record)
    return {"schema": rows.pop("schema"), **rows}


def from_dict(content: Any) -> Record:
    """The record that plain dicts and lists hold. Raises InputError where they do not."""
    schema = content.get("schema") if isinstance(content, dict) else None
    if schema != SCHEMA:
        mend = f"this dateline knows schema {SCHEMA}"
        raise InputError(f"is no record of a known schema ({schema!r})", where="record", mend=mend)
    return row_from_dict(Record, content)


def row_to_dict(row: Any) -> dict[str, Any]:
    """One row of a record (a Statement, an Event, …) as it stands in the record's JSON."""
    kind: Any = type(row)
    content: dict[str, Any] = _out(kind)(row)
    return content


def row_from_dict(kind: type[Row], content: Any) -> Row:
    """One row of a record out of its JSON. Raises InputError where keys are missing, unknown, or of another type."""
    declared: Any = kind
    try:
        row: Row = _in(declared)(content)
    except (TypeError, KeyError, ValueError) as error:
        mend = "see record.schema.json"
        raise InputError(f"is not a {kind.__name__} ({error})", where="record", mend=mend) from None
    return row


def dumps(content: Any) -> str:
    """JSON as dateline writes it everywhere: compact, in UTF-8, nothing reordered."""
    line = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return line.encode("utf8", "backslashreplace").decode("utf8")


@cache
def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    schema: dict[str, Any] = json.loads(files("dateline").joinpath("record.schema.json").read_text(encoding="utf8"))
    return schema


@cache
def _out(kind: Any) -> Turn:
    """How a value of this declared type is written."""
    if is_dataclass(kind):
        return _row_out(kind)
    if (inner := _optional(kind)) is not None:
        turn = _out(inner)
        return lambda value: None if value is None else turn(value)
    if get_origin(kind) is tuple:
        item = _out(get_args(kind)[0])
        return lambda value: [item(part) for part in value]
    return _PLAIN_OUT[_plain_type(kind)]


def _row_out(kind: Any) -> Turn:
    hints = get_type_hints(kind)
    keys = [(f.name, JSON_NAMES.get(f.name, f.name), _out(hints[f.name])) for f in fields(kind)]
    return lambda row: {key: turn(getattr(row, name)) for name, key, turn in keys}


@cache
def _in(kind: Any) -> Turn:
    """How a value of this declared type is read."""
    if is_dataclass(kind):
        return _row_in(kind)
    if (inner := _optional(kind)) is not None:
        turn = _in(inner)
        return lambda value: None if value is None else turn(value)
    if get_origin(kind) is tuple:
        return _tuple_in(get_args(kind))
    return _checked(kind)


def _only(kind: type[Any]) -> Turn:
    def write(value: Any) -> Any:
        if not isinstance(value, kind):
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return write


# Numbers may come as numpy's; None fits none of them, so a row that lacks what it must have is never written.
_PLAIN_OUT: dict[type[Any], Turn] = {str: _only(str), int: index, float: float, bool: _only(bool)}


def _row_in(kind: Any) -> Turn:
    hints = get_type_hints(kind)
    turns = {JSON_NAMES.get(f.name, f.name): (f.name, _in(hints[f.name])) for f in fields(kind)}

    def read(content: Any) -> Any:
        if not isinstance(content, dict) or content.keys() != turns.keys():
            raise ValueError(f"{kind.__name__} has the keys {', '.join(turns)}")
        return kind(**{turns[key][0]: turns[key][1](value) for key, value in content.items()})

    return read


def _tuple_in(parts: tuple[Any, ...]) -> Turn:
    item = _in(parts[0])
    length = None if parts[-1] is Ellipsis else len(parts)

    def read(content: Any) -> tuple[Any, ...]:
        if not isinstance(content, list) or length not in (None, len(content)):
            raise ValueError(f"{content!r} is not a list of the right length")
        return tuple(item(part) for part in content)

    return read


def _checked(kind: Any) -> Turn:
    """Reads a plain value, and refuses one of another type (JSON's true is no number)."""
    plain = _plain_type(kind)
    allowed = get_args(kind) if get_origin(kind) is Literal else None

    def read(value: Any) -> Any:
        fits = isinstance(value, (float, int) if plain is float else plain) and isinstance(value, bool) == (
            plain is bool
        )
        if not fits or (allowed and value not in allowed):
            raise ValueError(f"{value!r} is not {' or '.join(map(repr, allowed)) if allowed else plain.__name__}")
        return plain(value)

    return read


def _plain_type(kind: Any) -> type[Any]:
    plain: type[Any] = str if get_origin(kind) is Literal else kind
    return plain


def _optional(kind: Any) -> Any:
    """X of `X | None`, or None for any other type."""
    if get_origin(kind) not in (types.UnionType, Union):
        return None
    return next(part for part in get_args(kind) if part is not type(None))
