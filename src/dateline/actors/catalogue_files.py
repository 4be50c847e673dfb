"""Reads actor files: YAML with the line of every entry, so that what is wrong can be found and mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dateline.actors.compiled import read_compiled
from dateline.actors.entry import Entry, EntryError, entry_from
from dateline.actors.folding import words_of
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import RoleNoun, gender_of, is_plural
from dateline.actors.names import Name, names_of
from dateline.codebook import vocabulary
from dateline.errors import CodebookError, DatelineError, InputError

ACTORS, AGENTS = "actors", "agents"


@dataclass(frozen=True)
class ActorFile:
    """What a file of actors held: the entries that could be read, where each stands, and what was wrong."""

    entries: tuple[Entry, ...]
    where: tuple[str, ...]
    problems: tuple[DatelineError, ...] = ()
    names: tuple[tuple[Name, ...], ...] = ()
    agents: tuple[RoleNoun, ...] = ()

    def names_at(self, i: int) -> Iterable[Name]:
        """The names of the i-th entry."""
        return self.names[i] if self.names else names_of(self.entries[i])


def read_shipped() -> ActorFile:
    """The shipped catalogue, compiled where that is current.

    Raises CodebookError where an entry is malformed: it ships with us.
    """
    compiled = read_compiled()
    if compiled is None:
        return parse_shipped()
    entries, where, names = compiled
    return ActorFile(entries, where, names=names)


def parse_shipped() -> ActorFile:
    """The shipped catalogue from its YAML."""
    entries: list[Entry] = []
    where: list[str] = []
    for name in shipped_names():
        for row in vocabulary(f"actors/{name}").get("actors") or ():
            place = f"actors/{name}.yaml ({_id(row)})"
            try:
                entries.append(entry_from(row))
            except EntryError as error:
                raise CodebookError(error.what, where=place, mend=error.mend) from error
            where.append(place)
    return ActorFile(tuple(entries), tuple(where))


def shipped_names() -> list[str]:
    """The names of the shipped actor files, in order."""
    folder = files("dateline.codebook").joinpath("actors")
    return sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))


def read_actor_file(path: Path) -> ActorFile:
    """A user's file of actors. Malformed entries become problems and the rest is read.

    Raises InputError where the file as a whole cannot be read.
    """
    entries: list[Entry] = []
    where: list[str] = []
    problems: list[DatelineError] = []
    agents: list[RoleNoun] = []
    for key, line, row in _rows(path):
        place = f"{path}:{line}"
        try:
            if key == ACTORS:
                entries.append(entry_from(row))
                where.append(place)
            else:
                agents += agents_from(row)
        except EntryError as error:
            problems.append(InputError(f"entry {_id(row)} {error.what}", where=place, mend=error.mend))
    return ActorFile(tuple(entries), tuple(where), tuple(problems), agents=tuple(agents))


def agents_from(row: Any) -> Iterator[RoleNoun]:
    """Nouns for people of the same kind: `{words: […], kind: …, sectors: […]}`. Raises EntryError."""
    words = row.get("words") if isinstance(row, dict) else None
    if not isinstance(words, list) or not all(isinstance(w, str) and words_of(w) for w in words):
        raise EntryError("has no words", "write `- {words: [farmer, farmers], kind: people, sectors: [AGR]}`")
    kind, sectors = row.get("kind", "person"), row.get("sectors") or []
    if kind not in kinds().all or not isinstance(sectors, list):
        raise EntryError(f"has the unknown kind {kind!r}, or no list of sectors", "see actor_kinds.yaml")
    for word in words:
        yield RoleNoun(words_of(word), kind, tuple(map(str, sectors)), is_plural(word), gender_of(word))


def _rows(path: Path) -> Iterator[tuple[str, int, Any]]:
    """Each entry with the list it stands in and the line it begins on."""
    try:
        loader = _loader()(path.read_text(encoding="utf8"))
        root = loader.get_single_node()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path), mend="give a UTF-8 file of actors") from error
    except yaml.YAMLError as error:
        raise InputError(
            f"is not YAML ({_oneline(error)})", where=_place(path, error), mend="mend that line"
        ) from error
    parts = [(k.value, v) for k, v in (root.value if isinstance(root, yaml.MappingNode) else ())]
    lists = [(key, value) for key, value in parts if key in (ACTORS, AGENTS) and isinstance(value, yaml.SequenceNode)]
    if not any(key == ACTORS for key, _ in lists):
        mend = "begin it with `actors:` and one `- id: …` an actor"
        raise InputError("has no list of actors", where=str(path), mend=mend)
    for key, value in lists:
        for node in value.value:
            yield key, node.start_mark.line + 1, loader.construct_object(node, deep=True)


def _loader() -> Any:
    """The C loader where PyYAML was built with it; equally safe."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _id(row: Any) -> str:
    return str(row.get("id") or row.get("name") or "without id") if isinstance(row, dict) else repr(row)[:40]


def _place(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"{path}:{mark.line + 1}" if mark else str(path)


def _oneline(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
