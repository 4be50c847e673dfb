"""Tells text, HTML and JSON lines apart, by the name of a file and by what it begins with."""

from __future__ import annotations

import codecs
import json
from pathlib import PurePath
from typing import Literal

from dateline.reading.html_page import looks_like_html

Format = Literal["auto", "text", "html", "jsonl"]
KnownFormat = Literal["text", "html", "jsonl"]
LINES_ENDINGS = (".jsonl", ".ndjson")
PAGE_ENDINGS = (".html", ".htm", ".xhtml")


def tell_format(path: str, head: bytes) -> KnownFormat:
    """The format of an input by its name and first bytes: a name decides for JSON lines, then tags and braces do."""
    ending = PurePath(path).suffix.casefold()
    start = _peek(head)
    if ending in LINES_ENDINGS:
        return "jsonl"
    if ending in PAGE_ENDINGS or looks_like_html(start):
        return "html"
    return "jsonl" if _looks_like_lines(start, sure=ending != ".txt") else "text"


def _peek(head: bytes) -> str:
    if (
        head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or head[1:8:2] == b"\0\0\0\0"
        or head[:8:2] == b"\0\0\0\0"
    ):
        encoding = (
            "utf-16"
            if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
            else "utf-16-be"
            if head[0] == 0
            else "utf-16-le"
        )
        return head.decode(encoding, "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _looks_like_lines(start: str, *, sure: bool) -> bool:
    """Whether the first line is a JSON object, or the beginning of one in a file that is not called text."""
    line = start.lstrip().split("\n", 1)[0]
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        rest = line[1:].lstrip()
        return sure and (not rest or rest.startswith('"'))
