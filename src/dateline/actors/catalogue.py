"""The catalogue: the actors that are known before a report is read, shipped ones and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.actors.catalogue_check import problems_between
from dateline.actors.catalogue_files import ActorFile, read_actor_file, read_shipped
from dateline.actors.entry import Entry, EntryError, entry_from
from dateline.actors.folding import words_of
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import lexicon
from dateline.actors.names import Name, names_of
from dateline.actors.phrases import Phrases, phrases_of
from dateline.errors import DatelineError, InputError
from dateline.record import ActorRef


@dataclass(frozen=True)
class Catalogue:
    """Entries and the index of their names. `problems` says what was wrong in the files; the rest was read."""

    entries: tuple[Entry, ...]
    names: tuple[Name, ...]
    problems: tuple[DatelineError, ...] = ()

    @classmethod
    def load(cls, path: Path | str | None = None) -> Catalogue:
        """The shipped catalogue, and on top of it the user's file: an entry or a name in it wins over the shipped one.

        Raises InputError where the user's file cannot be read at all, CodebookError where the shipped one is broken.
        """
        shipped = read_shipped()
        if path is None:
            return _checked((shipped,))
        return _checked((read_actor_file(Path(path)), shipped))

    @classmethod
    def of(cls, entries: Iterable[Entry | Mapping[str, Any]], under: Catalogue | None = None) -> Catalogue:
        """A catalogue of just these entries (or mappings in the form of the actor files), on top of another's if given.

        Raises InputError at the first malformed one.
        """
        own = ActorFile(tuple(_entry(e) for e in entries), ())
        return _checked((own, ActorFile(under.entries, ())) if under else (own,))

    @cached_property
    def index(self) -> Phrases[Name]:
        """The index of all names."""
        return phrases_of((n.words, n) for n in self.names)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by id; a state is also found by its ISO 3166 code."""
        codes = {e.iso3: e for e in reversed(self.entries) if e.iso3}
        return codes | {e.id: e for e in self.entries}

    @cached_property
    def bodies(self) -> Mapping[tuple[str, str], Entry]:
        """The named bodies of states by (country, key of institutions.yaml)."""
        found: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            if entry.kind in kinds().bodies and entry.country:
                for key in self._institutions_of(entry):
                    found.setdefault((entry.country, key), entry)
        return found

    @cached_property
    def rulers(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Names that with "regime" or "government" mean the government of a state, with the state's id: leader terms,
        and the persons of the catalogue by last and full name."""
        terms = [(words_of(term), e.id) for e in self.entries for term in e.leader_terms]
        for e in self.entries:
            state = self.get(e.country) if e.kind == "person" else None
            if state:
                words = words_of(e.name)
                terms += [(words, state.id), (words[-1:], state.id)]
        return tuple((words, state) for words, state in terms if words)

    def _institutions_of(self, entry: Entry) -> Iterator[str]:
        """The institutions that an entry is, as it says itself or as its names say without the country's words."""
        if entry.institution:
            yield entry.institution
            return
        state = self.get(entry.country)
        own = {w for n in (state.name, *state.demonyms) for w in words_of(n)} if state else set()
        for name in (entry.name, *entry.aliases):
            words = tuple(w for w in words_of(name) if w not in own and w != "s")
            for body in lexicon().institutions.named(words):
                if not body.people and (body.key != "government" or words == (body.key,)):
                    yield body.key

    def get(self, key: str | None) -> Entry | None:
        """The entry with this id or country code, or None."""
        return self.by_id.get(key) if key else None

    def refer(self, key: str | None) -> ActorRef | None:
        """The actor with this id or country code as rows name it, or None."""
        entry = self.get(key)
        return entry.ref if entry else None

    def members(self, key: str) -> tuple[str, ...]:
        """The ids an entry belongs to, directly and through others, nearest first."""
        found: list[str] = []
        todo = list(self.by_id[key].member_of) if key in self.by_id else []
        while todo:
            nearest = todo.pop(0)
            if nearest not in found:
                found.append(nearest)
                todo += self.by_id[nearest].member_of if nearest in self.by_id else ()
        return tuple(found)


def _entry(row: Entry | Mapping[str, Any]) -> Entry:
    if isinstance(row, Entry):
        return row
    try:
        return entry_from(row)
    except EntryError as error:
        place = f"entry {row.get('id') or row.get('name') or 'without id'}"
        raise InputError(error.what, where=place, mend=error.mend) from error


def _checked(layers: tuple[ActorFile, ...]) -> Catalogue:
    """One catalogue of layers, the first of which wins in ids and names."""
    entries: dict[str, Entry] = {}
    where: dict[str, str] = {}
    names: dict[tuple[str, ...], list[Name]] = {}
    problems = [p for layer in layers for p in layer.problems]
    for layer in layers:
        taken = set(entries)
        claimed = set(names)
        for i, entry in enumerate(layer.entries):
            place = layer.where[i] if layer.where else f"entry {entry.id}"
            if entry.id in entries:
                if entry.id not in taken:
                    problems.append(_twice(entry.id, place, where[entry.id]))
                continue
            entries[entry.id], where[entry.id] = entry, place
            for name in names_of(entry):
                if name.words not in claimed:
                    names.setdefault(name.words, []).append(name)
    flat = tuple(n for claims in names.values() for n in claims)
    return Catalogue(tuple(entries.values()), flat, (*problems, *problems_between(entries.values(), flat, where)))


def _twice(key: str, place: str, first: str) -> DatelineError:
    return InputError(f"the id {key} is given twice (first: {first})", where=place, mend="rename or remove one of them")
