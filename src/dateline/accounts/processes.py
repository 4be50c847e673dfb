"""Processes: named campaigns, talks, truces and agreements that reports refer to, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.accounts.words import Sentences
from dateline.codebook import vocabulary
from dateline.record import Record, Span, Statement
from dateline.report import CODED_PARTS

NAME = r"[A-Z][\w’'-]+"
BEFORE = rf"((?:{NAME} ){{1,3}}(?:[a-z]+ )?)"
AFTER = rf"(?: (?:in|of|for|at|on) (?:the )?((?:{NAME})(?: {NAME}){{0,2}}))"
UNNAMED = "truce"  # a truce needs no name: there is hardly ever more than one at a time
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a report refers to a process: its words, its sentence, whose voice, and the deeds told there."""

    key: str
    name: str
    sort: str
    report: str
    published: str | None
    span: Span
    statement: str | None
    speakers: tuple[str, ...]
    parties: tuple[str, ...]
    events: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Process:
    """A process across reports: who takes part, and all that is said of it, by publication."""

    key: str
    name: str
    sort: str
    parties: tuple[str, ...]
    references: tuple[Reference, ...]


def references(record: Record) -> tuple[Reference, ...]:
    """The references of one record, in the order of the text."""
    text = record.report.text
    sentences = Sentences.of(text)
    spans = [(p.start, p.end) for p in record.report.parts if p.kind in CODED_PARTS]
    found = (r for a, b in spans for m in _pattern().finditer(text, a, b) if (r := _reference(record, sentences, m)))
    return tuple(found)


def processes(rows: Iterable[Reference]) -> tuple[Process, ...]:
    """Processes by key, those most referred to first."""
    groups: dict[str, list[Reference]] = {}
    for row in sorted(rows, key=lambda r: (r.published or "9999", r.report, r.span)):
        groups.setdefault(row.key, []).append(row)
    found = (_process(key, group) for key, group in groups.items())
    return tuple(sorted(found, key=lambda p: (-len(p.references), p.key)))


def _process(key: str, rows: list[Reference]) -> Process:
    parties = tuple(dict.fromkeys(p for r in rows for p in r.parties))
    name = max(sorted({r.name for r in rows}), key=len)
    return Process(key, name, rows[0].sort, parties, tuple(rows))


@cache
def _sorts() -> dict[str, str]:
    rows = vocabulary("accounts")["processes"]
    return {noun: sort for sort, row in rows.items() for noun in row["nouns"]}


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, _sorts()), key=lambda n: (-len(n), n)))
    return re.compile(rf"{BEFORE}?\b({nouns}|{nouns.title()})\b{AFTER}?")


def _reference(record: Record, sentences: Sentences, found: re.Match[str]) -> Reference | None:
    before, noun, after = found.groups()
    sort = _sorts()[noun.casefold()]
    proper = _proper(before) or _proper(after)
    if not proper and sort != UNNAMED:
        return None
    start, end = found.span() if proper else found.span(2)
    sentence = sentences.around((start, end))
    said = _voice(record, found.start(2))
    told = [e for e in record.events if sentence[0] <= e.anchor[0] < sentence[1]]
    parties = tuple(dict.fromkeys(p.name for e in told for p in (*e.actors, *e.recipients)))
    return Reference(
        key=f"{sort} {proper.casefold()}".strip() if sort != UNNAMED else sort,
        name=SPACES.sub(" ", record.report.text[start:end]).strip(),
        sort=sort,
        report=record.report.id,
        published=record.report.published,
        span=(start, end),
        statement=said.id if said else None,
        speakers=tuple(s.name for s in said.speakers) if said else (),
        parties=parties,
        events=tuple(e.id for e in told),
        text=SPACES.sub(" ", record.report.text[slice(*sentence)]).strip(),
    )


def _proper(words: str | None) -> str:
    """The proper name among the words, without articles that only begin a sentence."""
    names = [w.removesuffix("’s").removesuffix("'s") for w in (words or "").split() if w[:1].isupper()]
    return " ".join(n for n in names if n.casefold() not in vocabulary("accounts")["common"])


def _voice(record: Record, offset: int) -> Statement | None:
    """The innermost statement that holds a code point."""
    holding = [s for s in record.statements for a, b in s.content if a <= offset < b]
    return min(holding, key=lambda s: sum(b - a for a, b in s.content), default=None)
