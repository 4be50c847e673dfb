"""Agent dictionaries: `PHRASE {PLURAL} [~CODE]`, with sets `!SET! = ONE, OTHER` that stand for each of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.actors.dictionaries.codes import sector_of
from dateline.actors.dictionaries.lines import Line, without_comments
from dateline.actors.dictionaries.phrases import words_in
from dateline.actors.entry import EntryError
from dateline.actors.lexicon import plural_of
from dateline.errors import DatelineError, InputError

SET = re.compile(r"!([A-Z]+)!")
AGENT = re.compile(r"(?P<phrase>[^{\[]+)(?P<plural>\{[^{}]*\})?\s*\[(?P<code>~?[A-Z0-9]+~?)\]\s*")
MANY = 40  # forms of one line: what sets inside sets may make of it


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun for people: its singular, its plural or None, PLOVER's sectors."""

    where: str
    word: str
    plural: str | None
    sectors: tuple[str, ...]


@dataclass
class AgentReading:
    """The agents of a dictionary and what was wrong in it."""

    agents: list[Agent] = field(default_factory=list)
    problems: list[DatelineError] = field(default_factory=list)
    sets: dict[str, list[str]] = field(default_factory=dict)


def read_agent_lines(path: Path, rows: list[str]) -> AgentReading:
    """All agents; a malformed line becomes a problem with its number, and the rest is read."""
    reading = AgentReading()
    for line in without_comments(rows):
        where = f"{path}:{line.number}"
        try:
            _take(line, where, reading)
        except EntryError as error:
            reading.problems.append(InputError(error.what, where=where, mend=error.mend))
    return reading


def _take(line: Line, where: str, reading: AgentReading) -> None:
    name, equals, words = line.text.strip().partition("=")
    if equals and SET.fullmatch(name.strip()):
        reading.sets[name.strip()] = [w.strip() for w in words.split(",") if w.strip()]
        return
    found = AGENT.fullmatch(line.text.strip())
    if found is None:
        raise EntryError("is no agent", "write `PHRASE {PLURAL} [~CODE]`")
    if "~" not in found["code"]:
        raise EntryError(f"has the code {found['code']} without ~", "write [~CODE] or [CODE~]")
    sectors, _ = sector_of(found["code"].strip("~"))
    if not sectors:
        raise EntryError(f"has the code {found['code']}, of which no part is known", "see codebook/foreign/cameo.yaml")
    phrase, told = found["phrase"].strip(), found["plural"]
    for form in _forms(phrase, reading):
        word = " ".join(words_in(form)).lower()
        reading.agents.append(Agent(where, word, _plural(word, told, form != phrase), sectors))


def _forms(phrase: str, reading: AgentReading) -> Iterator[str]:
    """A phrase with each word of the sets in it."""
    todo, made = [phrase], 0
    while todo:
        form = todo.pop(0)
        found = SET.search(form)
        if found is None:
            made += 1
            yield form
            continue
        words = reading.sets.get(found.group())
        if words is None or made + len(todo) + len(words) > MANY:
            what = f"uses the set {found.group()}, which is not given above, or too many"
            raise EntryError(what, "give the set first")
        todo += [form.replace(found.group(), word, 1) for word in words]


def _plural(word: str, told: str | None, of_set: bool) -> str | None:
    """The plural: as told in braces, none where they are empty or a set gave the word, else the regular one."""
    if told is not None:
        inside = " ".join(words_in(told.strip("{}"))).lower()
        return inside or None
    return None if of_set else plural_of(word)
