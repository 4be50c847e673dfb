"""How the examples of a user's own codebook fare under it, each left out where leaving it out makes a difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.coding import Coder
from dateline.events.by_example import BY
from dateline.events.likeness import ENOUGH, TypeReader, nearest_type, type_readers
from dateline.events.plover import event_types
from dateline.reading import read_text
from dateline.record import Record

ROWS = ("types", "modes", "contexts", "ties", "stances")


@dataclass(frozen=True, slots=True)
class Fare:
    """One code of a section: how many of its examples are found without themselves, which are missed, and which are
    taken for other codes of the user's. `note` says what one should know besides."""

    section: str
    code: str
    examples: int
    found: int
    missed: tuple[str, ...]
    taken_for: tuple[tuple[str, str], ...]
    note: str | None = None


def fares(coder: Coder) -> Iterator[Fare]:
    """One row for each code of the user's codebook that has examples, in the order of the sections."""
    book = coder.codebook
    for section in ROWS:
        entries = book.section(section)
        if section == "modes":
            entries = {code: entry for modes in entries.values() for code, entry in modes.items()}
        for code, entry in dict(entries).items():
            yield _fare(coder, section, code, tuple(entry["examples"]))


def _fare(coder: Coder, section: str, code: str, examples: tuple[str, ...]) -> Fare:
    records = [coder.code(read_text(text)) for text in examples]
    alone = next((r.left_out for r in _readers(coder.codebook, section) if r.code == code), (0.0,) * len(examples))
    pairs = zip(records, alone, strict=True)
    found = [score >= ENOUGH or _shown(record, section, code) for record, score in pairs]
    others = set(coder.codebook.section("types")) - {code} if section == "types" else set()
    return Fare(
        section,
        code,
        len(examples),
        sum(found),
        tuple(text for text, fine in zip(examples, found, strict=True) if not fine),
        tuple((e.type, t) for t, r in zip(examples, records, strict=True) for e in r.events if e.type in others),
        _note(coder.codebook, code) if section == "types" else None,
    )


def _readers(book: Codebook, section: str) -> tuple[TypeReader, ...]:
    return type_readers(book) if section == "types" else ()


def _shown(record: Record, section: str, code: str) -> bool:
    """Whether a code is given for its words: a type by a pattern, any other as it always is."""
    if section == "types":
        return any(e.type == code and e.why[0].by != BY for e in record.events)
    if section == "stances":
        return any(s.stance == code for s in record.statements)
    if section == "ties":
        return any(t.type == code for t in record.ties)
    return any(code in (*e.mode, *e.contexts) for e in record.events)


def _note(book: Codebook, code: str) -> str | None:
    """What a type counts as that says neither quad nor parent."""
    entry = book.section("types")[code]
    if entry.get("quad") or entry.get("parent"):
        return None
    kind = event_types(book)[code]
    like = nearest_type(tuple(entry["examples"]))
    return f"counts as {kind.quad}, its examples being likest {like}; say `quad` or `parent`"
