"""What a page is asked for: the filters of its address, checked. What makes no sense is refused, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline.codebook import vocabulary
from dateline.errors import UsageError
from dateline.ledger.filters import DAY
from dateline.ledger.survey.keeping import UNDATED, ordinal

PAGE = 25  # rows on a page
FARTHEST = 100_000  # pages
WORDS = ("report", "said")  # of a row: told by the report itself, or on somebody's word
STANDING = ("report", "one", "other", "both", "third")


@dataclass(frozen=True)
class Asked:
    """The filters by name, without empty ones."""

    values: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str | None:
        return self.values.get(name)

    @property
    def page(self) -> int:
        """Which page, from 1."""
        return int(self.values.get("page", "1"))

    @property
    def first(self) -> int:
        """How many rows lie before the page."""
        return (self.page - 1) * PAGE

    def without(self, *names: str) -> dict[str, str]:
        """The filters but for these."""
        return {name: value for name, value in self.values.items() if name not in names}


def asked(given: Iterable[tuple[str, str]], allowed: Iterable[str]) -> Asked:
    """The filters among `allowed`. Raises UsageError for others, for nonsense, and for two of a kind."""
    known, values = (*allowed, "page"), {}
    for name, value in given:
        if name not in known:
            raise _refused(name, "there is no such filter here", f"those there are: {', '.join(known)}")
        if name in values:
            raise _refused(name, "stands twice", "give it once")
        if value.strip():
            values[name] = value.strip()
    for name, value in values.items():
        _check(name, value)
    if values.get("since", "") > values.get("until", "9999") + "~":
        raise _refused("since", f"lies after until: {values['since']}", "turn them round")
    return Asked(values)


def _check(name: str, value: str) -> None:
    if len(value) > 500 or "\0" in value:
        raise _refused(name, "is no name or word", "shorten it")
    if name in CHOICES and value not in CHOICES[name]():
        raise _refused(name, f"cannot be {value[:80]!r}", f"choose from {', '.join(CHOICES[name]())}")
    if name in ("since", "until") and (not DAY.fullmatch(value) or ordinal(value) == UNDATED):
        raise _refused(name, f"is not a day, month or year: {value[:80]!r}", "write it as 2031, 2031-03 or 2031-03-04")
    if name in ("page", "place") and not (value.isascii() and value.isdigit() and 0 < int(value) <= FARTHEST):
        raise _refused(name, f"is not a number from 1 to {FARTHEST}: {value[:80]!r}", "leave it out")


def _refused(name: str, what: str, mend: str) -> UsageError:
    return UsageError(what, where=name, mend=mend)


@cache
def _types() -> tuple[str, ...]:
    return tuple(vocabulary("plover")["types"])


@cache
def quads() -> dict[str, str]:
    """Label of each quad class."""
    return {name: row["label"] for name, row in vocabulary("plover")["quads"].items()}


@cache
def _modalities() -> tuple[str, ...]:
    return tuple(vocabulary("modality")["modalities"])


@cache
def _stances() -> tuple[str, ...]:
    return tuple(row["code"] for row in vocabulary("stances")["stances"])


@cache
def kinds() -> dict[str, str]:
    """Label of each kind of dispute."""
    return {name: row["label"] for name, row in vocabulary("accounts")["kinds"].items()}


@cache
def labels() -> dict[str, tuple[str, str]]:
    """Label and description of each type, stance, quad class and modality."""
    plover = vocabulary("plover")
    found = {**plover["types"], **plover["quads"], **vocabulary("modality")["modalities"]}
    found |= vocabulary("ties")["ties"]
    found.update({row["code"]: row for row in vocabulary("stances")["stances"]})
    return {name: (row["label"], row.get("description", "")) for name, row in found.items()}


@cache
def _ties() -> tuple[str, ...]:
    return (*vocabulary("ties")["ties"], "other")


CHOICES: Mapping[str, Callable[[], Iterable[str]]] = {
    "type": _types,
    "quad": quads,
    "polarity": lambda: ("affirmed", "denied"),
    "modality": _modalities,
    "word": lambda: WORDS,
    "stance": _stances,
    "tie": _ties,
    "kind": kinds,
    "standing": lambda: STANDING,
    "by": lambda: ("day", "week", "month"),
}
