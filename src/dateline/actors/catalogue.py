"""The catalogue: the actors that are known before a report is read, shipped ones and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.actors.catalogue_check import UnknownMemberError, problems_between
from dateline.actors.catalogue_files import ActorFile, read_actor_file, read_shipped
from dateline.actors.dating import lives, within
from dateline.actors.entry import Entry, EntryError, entry_from
from dateline.actors.folding import words_of
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import RoleNoun, lexicon
from dateline.actors.names import Name
from dateline.actors.phrases import Phrases, phrases_of
from dateline.errors import DatelineError, InputError
from dateline.record import ActorRef

GOVERNMENT = "government"


@dataclass(frozen=True)
class Catalogue:
    """Entries and the index of their names. `problems` says what was wrong in the files; the rest was read. `agents`
    are nouns for people that a user's file adds to role_nouns.yaml."""

    entries: tuple[Entry, ...]
    names: tuple[Name, ...]
    problems: tuple[DatelineError, ...] = ()
    agents: tuple[RoleNoun, ...] = ()

    @classmethod
    def load(cls, path: Path | str | None = None) -> Catalogue:
        """The shipped catalogue, and on top of it the user's file: an entry or a name in it wins over the shipped one.

        Raises InputError where the user's file cannot be read at all, CodebookError where the shipped one is broken.
        """
        shipped = read_shipped()
        if shipped.names:  # compiled: what is wrong in it was said when it was made
            names = tuple(n for of_entry in shipped.names for n in of_entry)
            standing = cls(shipped.entries, names)
        else:
            standing = _checked(shipped)
        if path is None:
            return standing
        return _over(_within(_checked(read_actor_file(Path(path))), standing), standing)

    @classmethod
    def of(cls, entries: Iterable[Entry | Mapping[str, Any]], under: Catalogue | None = None) -> Catalogue:
        """A catalogue of just these entries (or mappings in the form of the actor files), on top of another's if given.

        Raises InputError at the first malformed one.
        """
        own = _checked(ActorFile(tuple(_entry(e) for e in entries), ()))
        return _over(_within(own, under), under) if under else own

    @cached_property
    def index(self) -> Phrases[Name]:
        """The index of all names."""
        return phrases_of((n.words, n) for n in self.names)

    @cached_property
    def agent_index(self) -> Phrases[RoleNoun]:
        """The user's own nouns for people."""
        return phrases_of((noun.words, noun) for noun in self.agents)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by id; a state is also found by its ISO 3166 code."""
        codes = {e.iso3: e for e in reversed(self.entries) if e.iso3}
        return codes | {e.id: e for e in self.entries}

    @cached_property
    def bodies(self) -> Mapping[tuple[str, str], Entry]:
        """The first named body of a state for each (country, key of institutions.yaml)."""
        return {key: entries[0] for key, entries in self.all_bodies.items()}

    @cached_property
    def all_bodies(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """The named bodies of states by (country, key of institutions.yaml): those that say which institution they are,
        and those whose names say it without the country's words."""
        found: dict[tuple[str, str], dict[str, Entry]] = {}
        for name in self.names:
            entry = self.by_id[name.entry]
            if name.how == "alias" and entry.country and entry.kind in kinds().bodies:
                for key in (entry.institution,) if entry.institution else self._institutions_in(name, entry.country):
                    found.setdefault((entry.country, key), {}).setdefault(entry.id, entry)
        return {key: tuple(entries.values()) for key, entries in found.items()}

    def body(self, country: str, key: str, year: int | None) -> Entry | None:
        """The named body of a state in a year (None: unknown), where it has one then: the first that was there. In an
        unknown year a force that is gone stands where no other does, but no government of some years."""
        known = self.all_bodies.get((country, key), ())
        if key == GOVERNMENT and year is None:
            return next((e for e in known if e.since is None and e.until is None), None)
        found = next((e for e in known if lives(e, year)), None)
        return found or (next(iter(known), None) if year is None else None)

    def _institutions_in(self, name: Name, country: str) -> Iterator[str]:
        state = self.get(country)
        own = self._own_words.get(state.id, frozenset()) if state else frozenset()
        words = tuple(w for w in name.words if w not in own and w != "s")
        for body in lexicon().institutions.named(words):
            if not body.people and (body.key != GOVERNMENT or words == (body.key,)):
                yield body.key

    @cached_property
    def _own_words(self) -> Mapping[str, frozenset[str]]:
        """The words of each state's name and demonyms."""
        states = (e for e in self.entries if e.kind == "state")
        return {e.id: frozenset(w for n in (e.name, *e.demonyms) for w in words_of(n)) for e in states}

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

    @cached_property
    def ruled(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The ids of the states by their rulers' names."""
        found: dict[tuple[str, ...], list[str]] = {}
        for words, state in self.rulers:
            found.setdefault(words, []).append(state)
        return {words: tuple(states) for words, states in found.items()}

    def ruled_at(self, words: tuple[str, ...], state: str, year: int | None) -> bool:
        """Whether a ruler of this name may be meant in a year, as far as the years of rulers are told."""
        entry = self.by_id[state]
        terms = {words_of(term): term for term in entry.leader_terms}
        years = entry.leader_years.get(terms.get(words, ""), ())
        return within(years[:1], year)  # a ruler that is gone is still spoken of

    @cached_property
    def narrower(self) -> Mapping[str, tuple[Entry, ...]]:
        """Peoples by the last word of their names, where that is not all of it: Highland Tells by "tell", "tells"."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            words = words_of(entry.name) if entry.kind == "people" else ()
            for word in {words[-1], words[-1].removesuffix("s")} if len(words) > 1 else ():
                found.setdefault(word, []).append(entry)
        return {word: tuple(entries) for word, entries in found.items()}

    def dated(self, ids: Iterable[str], day: str | None) -> Catalogue:
        """The catalogue with these entries as of a day; itself where none of them changes with time."""
        changed = {i: self.by_id[i].at(day) for i in ids if self.by_id[i].periods}
        if not changed:
            return self
        other = replace(self)
        kept = {k: v for k, v in vars(self).items() if k not in vars(other)}
        vars(other).update(kept, by_id={**self.by_id, **changed})
        return other

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


def _within(own: Catalogue, wider: Catalogue) -> Catalogue:
    """A catalogue without the problems that a wider one solves: its entries may belong to the wider one's."""
    left = tuple(p for p in own.problems if not (isinstance(p, UnknownMemberError) and p.member in wider.by_id))
    return replace(own, problems=left)


def _entry(row: Entry | Mapping[str, Any]) -> Entry:
    if isinstance(row, Entry):
        return row
    try:
        return entry_from(row)
    except EntryError as error:
        told = row if isinstance(row, Mapping) else {}
        place = f"entry {told.get('id') or told.get('name') or 'without id'}"
        raise InputError(error.what, where=place, mend=error.mend) from error


def _checked(file: ActorFile) -> Catalogue:
    """A catalogue of one file, with all its problems."""
    entries: dict[str, Entry] = {}
    where: dict[str, str] = {}
    names: list[Name] = []
    problems = list(file.problems)
    for i, entry in enumerate(file.entries):
        place = file.where[i] if file.where else f"entry {entry.id}"
        if entry.id in entries:
            problems.append(_twice(entry.id, place, where[entry.id]))
            continue
        entries[entry.id], where[entry.id] = entry, place
        names += file.names_at(i)
    problems += problems_between(entries, names, where)
    return Catalogue(tuple(entries.values()), tuple(names), tuple(problems), file.agents)


def _over(first: Catalogue, second: Catalogue) -> Catalogue:
    """Two catalogues, the first of which wins in ids and names; the problems are those of the first alone."""
    ids = {e.id for e in first.entries}
    taken = {n.words for n in first.names}
    entries = (*first.entries, *(e for e in second.entries if e.id not in ids))
    names = (*first.names, *(n for n in second.names if n.entry not in ids and n.words not in taken))
    return Catalogue(entries, names, first.problems, (*first.agents, *second.agents))


def _twice(key: str, place: str, first: str) -> DatelineError:
    return InputError(f"the id {key} is given twice (first: {first})", where=place, mend="rename or remove one of them")
