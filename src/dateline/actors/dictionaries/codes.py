"""Codes in square brackets: `[CODE]`, `[CODE <date]`, `[CODE >date]`, `[CODE date-date]`, `[---]` for none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dateline.actors.entry import EntryError
from dateline.codebook import vocabulary

BRACKET = re.compile(r"\[([^\[\]]*)\]")
CODE = re.compile(r"[A-Z]{3}(?:[A-Z0-9]{3})*")
NULL = "---"
PART = 3
PIVOT = 30  # two-digit years up to this one are of this century: PETRARCH's own rule
SHORT, LONG = 6, 8  # digits of YYMMDD and YYYYMMDD


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and the days between which it holds, None where that side is open. `code` is None where there is none."""

    code: str | None
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Whether it holds for some time only."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: a state (ISO 3166) or none, PLOVER's sectors, the kind of an organisation, what is unread."""

    country: str | None
    sectors: tuple[str, ...]
    kind: str
    unread: str = ""

    @property
    def plain(self) -> bool:
        """Whether it names a country and nothing else."""
        return self.country is not None and not self.sectors and not self.unread


def codes_in(text: str) -> Iterator[Coded]:
    """The codes of a line, in order. Raises EntryError at the first malformed one."""
    if text.count("[") != text.count("]") or len(BRACKET.findall(text)) != text.count("["):
        raise EntryError("has a bracket that is not closed", "write the code as [CODE] or [CODE 20010131-20041231]")
    for inside in BRACKET.findall(text):
        yield _coded(inside.split())


def _coded(words: list[str]) -> Coded:
    if not words:
        raise EntryError("has an empty bracket", "write a code in it, or [---] for none")
    if words[0] == NULL:
        return Coded(None, *_range("".join(words[1:])))
    if not CODE.fullmatch(words[0]):
        raise EntryError(f"has the code {words[0]!r}, which is not of parts of three letters", "mend the code")
    return Coded(words[0], *_range("".join(words[1:])))


def _range(text: str) -> tuple[str | None, str | None]:
    """(since, until) of a restriction."""
    if not text:
        return None, None
    if text[0] in "<>":
        day = _day(text[1:])
        return (None, day) if text[0] == "<" else (day, None)
    first, dash, last = text.partition("-")
    if not dash:
        raise EntryError(f"has the date {text!r} without < or > before it", "write <date, >date or date-date")
    since, until = _day(first), _day(last)
    if until < since:
        raise EntryError(f"ends ({until}) before it begins ({since})", "swap or mend the two dates")
    return since, until


def _day(digits: str) -> str:
    """YYYYMMDD or YYMMDD as an ISO day."""
    if not digits.isdecimal() or len(digits) not in (SHORT, LONG):
        raise EntryError(f"has the date {digits!r}, which is not YYYYMMDD or YYMMDD", "mend the date")
    if len(digits) == SHORT:
        digits = ("20" if int(digits[:2]) <= PIVOT else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError as error:
        raise EntryError(f"has the date {digits}, which no calendar has", "mend the date") from error


def meaning_of(code: str) -> Meaning:
    """What a code of an actor says."""
    first, rest = code[:PART], code[PART:]
    book = _cameo()
    parts = [rest[i : i + PART] for i in range(0, len(rest), PART)]
    known = [book["sectors"][p] for p in parts if p in book["sectors"]]
    unread = "".join(p for p in parts if p not in book["sectors"])
    world = book["international"].get(first)
    if world:
        sectors = tuple(dict.fromkeys((world["sector"], *known)))
        return Meaning(None, sectors, world["kind"], unread)
    if first in book["sectors"]:  # [ELI]: of no country
        sectors = tuple(dict.fromkeys((book["sectors"][first], *known)))
        return Meaning(None, sectors, kind_of(sectors), unread)
    country = None if first in book["regions"] else book["countries"].get(first, first)
    sectors = tuple(dict.fromkeys(known))
    return Meaning(country, sectors, kind_of(sectors), unread)


def kind_of(sectors: tuple[str, ...]) -> str:
    """The kind of an organisation by its sectors; a body of nobody in particular is one of society."""
    return next((row["kind"] for row in _cameo()["kinds"] if set(row["sectors"]) & set(sectors)), "ngo")


def sector_of(code: str) -> tuple[tuple[str, ...], str]:
    """(PLOVER's sectors of an agent's code, the parts that are not read)."""
    book = _cameo()
    parts = [code[i : i + PART] for i in range(0, len(code), PART)]
    sectors = tuple(dict.fromkeys(book["sectors"][p] for p in parts if p in book["sectors"]))
    return sectors, "".join(p for p in parts if p not in book["sectors"])


@cache
def _cameo() -> dict[str, Any]:
    return vocabulary("foreign/cameo")
