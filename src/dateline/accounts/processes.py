"""Processes: named campaigns, talks, truces and agreements that reports refer to, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from dateline.accounts.codebook import codebook
from dateline.accounts.words import Sentences
from dateline.record import Event, Record, Span, Statement
from dateline.report import CODED_PARTS

NAME = r"[A-Z][\w’'-]+"
BEFORE = rf"((?:{NAME} ){{1,3}}(?:[a-z]+ )?)"
AFTER = rf"(?: (?:in|of|for|at|on) (?:the )?((?:{NAME})(?: {NAME}){{0,2}}))"
UNNAMED = "truce"  # a truce needs no name: there is hardly ever more than one at a time
MADE_OF = ("agreement",)  # a plain word may stand between name and noun: "the Karst grain deal"
SPACES = re.compile(r"\s+")
NEGATIONS = ("no", "not", "never", "nobody", "neither", "without")
BACK = 3  # words before a stage in which a negation turns it round


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a report refers to a process: its words, its sentence, whose voice, and the deeds told there.

    `stage` is what is said of it there (began, holds, broken, ended; None where nothing is), `denied` that it is not,
    `by` who did it according to the same voice. `parties` are those of deeds of the process's own kind.
    """

    key: str
    name: str
    sort: str
    report: str
    published: str | None
    span: Span
    statement: str | None
    speakers: tuple[str, ...]
    stage: str | None
    denied: bool
    by: tuple[str, ...]
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

    @property
    def stages(self) -> tuple[Reference, ...]:
        """The references that say what became of it."""
        return tuple(r for r in self.references if r.stage)

    def to_dict(self) -> dict[str, Any]:
        """The process as JSON: with days of its first and last report, and its stages by publication."""
        days = sorted(r.published[:10] for r in self.references if r.published)
        seen = {"since": days[0] if days else None, "until": days[-1] if days else None}
        number = len({r.report for r in self.references})
        head = {"process": self.key, "name": self.name, "kind": self.sort, "parties": list(self.parties)}
        return {**head, **seen, "reports": number, "stages": [_stage_row(r) for r in self.stages]}


def _stage_row(row: Reference) -> dict[str, Any]:
    fields = asdict(row)
    told = {name: fields[name] for name in ("stage", "denied", "report", "published", "statement", "text")}
    return {**told, "by": list(row.by), "according_to": list(row.speakers), "start": row.span[0], "end": row.span[1]}


def references(record: Record) -> tuple[Reference, ...]:
    """The references of one record, in the order of the text."""
    text = record.report.text
    sentences = Sentences.of(text)
    spans = [(p.start, p.end) for p in record.report.parts if p.kind in CODED_PARTS]
    found = (r for a, b in spans for m in _pattern().finditer(text, a, b) if (r := _reference(record, sentences, m)))
    return tuple(found)


def named(rows: Iterable[Reference]) -> tuple[str, ...]:
    """Keys of those that have a name of their own: two that bear it are one process, however far apart."""
    return tuple(dict.fromkeys(r.key for r in rows if r.key != r.sort))


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
    return {noun: sort for sort, row in codebook().processes.items() for noun in row["nouns"]}


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, _sorts()), key=lambda n: (-len(n), n)))
    return re.compile(rf"{BEFORE}?\b({nouns}|{nouns.title()})\b{AFTER}?")


@cache
def _stages() -> tuple[re.Pattern[str], dict[str, str]]:
    """The phrases of all stages as one pattern, and the stage of each phrase."""
    of = {phrase: stage for stage, row in codebook().stages.items() for phrase in row["words"]}
    return re.compile(rf"\b({'|'.join(sorted(map(re.escape, of), key=lambda p: (-len(p), p)))})\b"), of


def _reference(record: Record, sentences: Sentences, found: re.Match[str]) -> Reference | None:
    before, noun, after = found.groups()
    sort = _sorts()[noun.casefold()]
    apart = bool(before) and before.split()[-1].islower() and sort not in MADE_OF  # "Norland opened talks"
    proper = _proper(after) or ("" if apart else _proper(before))
    named_body = record.report.text[found.end(2) :][:2].strip().isupper()  # "the Joint Truce Commission"
    if named_body or (not proper and sort != UNNAMED):
        return None
    start, end = found.span() if proper and not apart else (found.start(2), found.end() if proper else found.end(2))
    sentence = sentences.around((start, end))
    said = _voice(record, found.start(2))
    told = [e for e in record.events if sentence[0] <= e.anchor[0] < sentence[1]]
    stage, denied = _stage(record.report.text, sentence, found.span(2), said)
    return Reference(
        key=sort if sort == UNNAMED else f"{sort} {proper.casefold()}",
        name=_plain(record.report.text[start:end]),
        sort=sort,
        report=record.report.id,
        published=record.report.published,
        span=(start, end),
        statement=said.id if said else None,
        speakers=tuple(s.name for s in said.speakers) if said else (),
        stage=stage,
        denied=denied,
        by=tuple(_doers(told, said)) if stage == "broken" else (),
        parties=tuple(_parties(told, sort)),
        events=tuple(e.id for e in told),
        text=_plain(record.report.text[slice(*sentence)]),
    )


def _stage(text: str, sentence: Span, noun: Span, said: Statement | None) -> tuple[str | None, bool]:
    """What the words nearest to the noun say of the process, within what the same voice says; and whether negated."""
    spans = said.content if said else (sentence,)
    start, end = next(((a, b) for a, b in spans if a <= noun[0] < b), sentence)
    start, end = max(start, sentence[0]), min(end, sentence[1])
    pattern, of = _stages()
    words = text[start:end].casefold()
    rows = [(abs(m.start() + start - noun[0]), m) for m in pattern.finditer(words)]
    if not rows:
        return None, False
    _, nearest = min(rows, key=lambda row: (row[0], row[1].start()))
    lead = words[: nearest.start()].split()[-BACK:]
    negated = any(w in NEGATIONS or w.endswith(("n't", "n’t")) for w in lead)
    return of[nearest.group()], negated or bool(said and said.stance == "deny")


def _doers(told: Sequence[Event], said: Statement | None) -> Iterator[str]:
    """Who acts in the deeds that the same voice tells in the sentence."""
    voice = said.id if said else None
    yield from dict.fromkeys(p.name for e in told if e.statement == voice and e.act_of is None for p in e.actors)


def _parties(told: Sequence[Event], sort: str) -> Iterator[str]:
    """Who takes part in deeds of the kinds that make up such a process."""
    types = codebook().processes[sort]["types"]
    yield from dict.fromkeys(p.name for e in told if e.type in types for p in (*e.actors, *e.recipients))


def _plain(words: str) -> str:
    return SPACES.sub(" ", words).strip()


def _proper(words: str | None) -> str:
    """The proper name among the words, without articles that only begin a sentence."""
    names = [w for w in (words or "").split() if w[:1].isupper() and not w.endswith(("'s", "’s"))]
    return " ".join(n for n in names if n.casefold() not in codebook().common)


def _voice(record: Record, offset: int) -> Statement | None:
    """The innermost statement that holds a code point."""
    holding = [s for s in record.statements for a, b in s.content if a <= offset < b]
    return min(holding, key=lambda s: sum(b - a for a, b in s.content), default=None)
