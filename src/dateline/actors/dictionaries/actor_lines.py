"""The records of an actor dictionary: a phrase, its synonyms after `+`, its codes on its line or indented below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.actors.dictionaries.codes import Coded, codes_in
from dateline.actors.dictionaries.lines import Line, without_comments
from dateline.actors.entry import EntryError
from dateline.errors import DatelineError, InputError

SYNONYM = "+"
LONGEST = 200  # letters of a phrase: a longer one is no name


@dataclass
class Record:
    """One actor of a dictionary, while its lines are read."""

    where: str
    phrase: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[Coded] = field(default_factory=list)


@dataclass
class Reading:
    """The records of a dictionary and what was wrong in it."""

    records: list[Record] = field(default_factory=list)
    problems: list[DatelineError] = field(default_factory=list)


def read_actor_lines(path: Path, rows: list[str]) -> Reading:
    """All records; a malformed line becomes a problem with its number, and the rest is read."""
    reading = Reading()
    for line in without_comments(rows):
        where = f"{path}:{line.number}"
        try:
            _take(line, where, reading)
        except EntryError as error:
            reading.problems.append(InputError(error.what, where=where, mend=error.mend))
    reading.problems += _codeless(reading.records)
    return reading


def _take(line: Line, where: str, reading: Reading) -> None:
    text = line.text.strip()
    if text.startswith("["):
        _last(reading, "a code").codes.extend(codes_in(text))
    elif text.startswith(SYNONYM):
        record = _last(reading, "a synonym")
        phrase, codes = _parted(text[1:])
        record.synonyms.append(_checked(phrase))
        if codes:
            raise EntryError("gives a synonym a code of its own, which was not read", "make it an actor of its own")
    else:
        phrase, codes = _parted(text)
        reading.records.append(Record(where, _checked(phrase)))
        reading.records[-1].codes.extend(codes_in(codes))


def _parted(text: str) -> tuple[str, str]:
    """(phrase, the brackets after it)."""
    at = text.find("[")
    return (text, "") if at < 0 else (text[:at], text[at:])


def _checked(phrase: str) -> str:
    phrase = phrase.strip()
    if not any(c.isalnum() for c in phrase):
        raise EntryError("has no name", "write the phrase before the code")
    if len(phrase) > LONGEST or not phrase.replace("\t", " ").isprintable():
        raise EntryError(f"has a name of {len(phrase)} characters, or of characters that do not print", "mend the name")
    return phrase


def _last(reading: Reading, what: str) -> Record:
    if not reading.records:
        raise EntryError(f"{what} stands before any actor", "write the actor's line first")
    return reading.records[-1]


def _codeless(records: list[Record]) -> Iterator[DatelineError]:
    for record in records:
        if not any(c.code for c in record.codes):
            mend = "add [CODE] to its line or below it"
            yield InputError(f"{record.phrase} has no code and was left out", where=record.where, mend=mend)
