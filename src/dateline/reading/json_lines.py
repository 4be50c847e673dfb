"""Reports from JSON lines: one object a line with any of title, text, html, url, publisher, published, byline."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.reading.build import dated
from dateline.reading.decode import decode
from dateline.reading.html_page import report_of_html
from dateline.reading.inputs import STDIN
from dateline.reading.metadata import metadata_of
from dateline.reading.plain_text import report_of_text
from dateline.reading.reading import Reading
from dateline.reading.refusal import LIMIT, empty, in_english, too_large
from dateline.report import Report

TEXTS = ("text", "html")
FACTS = ("title", "url", "publisher", "published", "byline")
ONE_A_LINE = "write one report a line, each a JSON object"


class _Rejoined(io.RawIOBase):
    """A stream with bytes that were already taken from its head put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        piece = self._head[: len(view)] if self._head else self._stream.read(len(view))
        self._head = self._head[len(piece) :] if self._head else b""
        view[: len(piece)] = piece
        return len(piece)


def read_lines(head: bytes, stream: BinaryIO, path: str, published: str | None) -> Iterator[Reading | InputError]:
    """Yield a reading or an error for each line that is not empty. `published` is for lines that state no date."""
    seen = False
    for number, line in enumerate(_lines(head, stream, path), start=1):
        where = f"{path}:{number}"
        if isinstance(line, InputError) or line.strip():
            seen = True
            yield line if isinstance(line, InputError) else _reading(line, path, where, published)
        if number == 1 and isinstance(line, bytes) and _is_spread(line):
            return
    if not seen:
        yield empty(path)


def _is_spread(line: bytes) -> bool:
    """Whether the first line shows that the file is one JSON value over many lines."""
    return line.strip() in (b"{", b"[") or line.lstrip()[:1] == b"["


def _lines(head: bytes, stream: BinaryIO, path: str) -> Iterator[bytes | InputError]:
    """Lines without their ends. UTF-16 is turned into UTF-8, whole; a line above the limit is skipped to its end."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = head + stream.read(LIMIT)
        if len(raw) > LIMIT:
            yield too_large(path, LIMIT)
        else:
            yield from decode(raw, path).text.encode().split(b"\n")
        return
    lines = io.BufferedReader(_Rejoined(head.removeprefix(b"\xef\xbb\xbf"), stream))
    number = 0
    while line := lines.readline(LIMIT + 1):
        number += 1
        if len(line) <= LIMIT:
            yield line.rstrip(b"\r\n")
            continue
        yield too_large(f"{path}:{number}", LIMIT)
        while line and not line.endswith(b"\n"):
            line = lines.readline(LIMIT)


def _reading(line: bytes, path: str, where: str, published: str | None) -> Reading | InputError:
    try:
        fields, note = _fields(line, where)
        report, notes = report_of_fields(fields, line, where, None if path == STDIN else path)
    except InputError as error:
        return error
    return in_english(Reading(dated(report, published), line, (*note, *notes)), where)


def _fields(line: bytes, where: str) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    decoded = decode(line, where)
    try:
        loaded = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", "nested too deeply or out of range")
        raise InputError(f"is no whole line of JSON ({what})", where=where, mend=ONE_A_LINE) from error
    if not isinstance(loaded, dict):
        raise InputError("is no JSON object", where=where, mend=ONE_A_LINE)
    return loaded, (decoded.note,) if decoded.note else ()


def report_of_fields(
    fields: Mapping[str, Any], raw: bytes, where: str, path: str | None = None
) -> tuple[Report, tuple[str, ...]]:
    """The report of an object's fields, and notes on fields that were passed over. Raises InputError without a text."""
    named = next((name for name in TEXTS if fields.get(name) and not isinstance(fields[name], str)), None)
    if named:
        raise InputError(f"its {named} is no string", where=where, mend=ONE_A_LINE)
    facts, notes = _facts(fields)
    metadata = metadata_of(**facts, path=path)
    text, html = (fields.get(name) or "" for name in TEXTS)
    if text.strip():
        return report_of_text(text, metadata, raw), notes
    if html.strip():
        return report_of_html(html, metadata, raw, where), notes
    raise InputError("has neither text nor html", where=where, mend="give each report one of the two")


def _facts(fields: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields that are known and of their type; a note for the others, and for a date that cannot be read."""
    unknown = sorted(set(fields) - {*TEXTS, *FACTS})
    typed = {name: fields[name] for name in FACTS if _is_typed(name, fields.get(name))}
    wrong = [name for name in FACTS if fields.get(name) not in (None, "", []) and name not in typed]
    notes = [f"unknown fields passed over: {', '.join(unknown)[:200]}"] if unknown else []
    notes += [f"{name} is not of its type and was passed over" for name in wrong]
    if typed.get("published") and metadata_of(published=typed["published"]).published is None:
        notes.append(f"published is no date that can be read with certainty: {typed['published'][:40]}")
    return typed, tuple(notes)


def _is_typed(name: str, value: Any) -> bool:
    if name == "byline" and isinstance(value, list):
        return all(isinstance(v, str) for v in value)
    return isinstance(value, str)
