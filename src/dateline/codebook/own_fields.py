"""Whether the entries of a user's codebook have the form that own.yaml gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from dateline.codebook.own_file import OwnFile
from dateline.codebook.store import vocabulary
from dateline.errors import DatelineError

Problems = Iterator[DatelineError]
Keys = tuple[str | int, ...]


@cache
def sections() -> Mapping[str, Mapping[str, Any]]:
    """What own.yaml says of each section."""
    found: Mapping[str, Mapping[str, Any]] = vocabulary("own")["sections"]
    return found


def wrong_fields(file: OwnFile) -> Problems:
    """Everything that is not of the form, section by section."""
    top = {k: v for k, v in file.content.items() if k not in sections()}
    yield from _fields(file, (), top, vocabulary("own")["top"], known=(*vocabulary("own")["top"], *sections()))
    for name, section in sections().items():
        if name in file.content:
            yield from _section(file, name, section, file.content[name])
    for name in texts(file.content.get("replaces")):
        if name not in sections():
            yield file.problem(f"replaces {name!r}, which is no section", "replaces", mend=_one_of(name, sections()))


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts as it is; nothing where it is none."""
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def entries(file: OwnFile, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The codes of a section with their entries, those that are mappings."""
    section = file.content.get(name)
    for code, entry in section.items() if isinstance(section, Mapping) else ():
        if isinstance(entry, Mapping):
            yield str(code), entry


def _section(file: OwnFile, name: str, section: Mapping[str, Any], content: Any) -> Problems:
    if "rows" in section:
        if not isinstance(content, list):
            yield file.problem(f"{name} is not a list", name, mend=f"write one `- {section['rows']}: …` an entry")
            return
        for n, row in enumerate(content) if section["fields"] else ():
            yield from _entry(file, (name, n), row, section["fields"])
    elif not isinstance(content, Mapping):
        yield file.problem(f"{name} is not a mapping", name, mend="write each code as a key, its fields below it")
    elif name == "modes":
        for kind, modes in content.items():
            yield from _coded(file, (name, kind), modes, section)
    else:
        yield from _coded(file, (name,), content, section)


def _coded(file: OwnFile, keys: Keys, content: Any, section: Mapping[str, Any]) -> Problems:
    """Entries by code: the codes, and the fields of each."""
    if not isinstance(content, Mapping):
        yield file.problem(f"{keys[-1]} is not a mapping", *keys, mend="write each code as a key, its fields below it")
        return
    for code, entry in content.items():
        if not isinstance(code, str) or not re.fullmatch(section["code"], code):
            yield file.problem(f"{code!r} is no code", *keys, str(code), mend=f"write it {section['written']}")
        yield from _entry(file, (*keys, str(code)), entry, section["fields"])


def _entry(file: OwnFile, keys: Keys, entry: Any, fields: Mapping[str, str]) -> Problems:
    if not isinstance(entry, Mapping):
        yield file.problem(f"{name_of(keys)} is not a mapping", *keys, mend="write its fields below it, indented")
        return
    yield from _fields(file, keys, entry, fields, known=tuple(fields))
    for n, row in enumerate(entry["patterns"]) if isinstance(entry.get("patterns"), list) else ():
        yield from _entry(file, (*keys, "patterns", n), row, vocabulary("own")["patterns"]["fields"])
    if isinstance(entry.get("modes"), Mapping):
        yield from _coded(file, (*keys, "modes"), entry["modes"], sections()["modes"])


def _fields(
    file: OwnFile, keys: Keys, entry: Mapping[Any, Any], fields: Mapping[str, str], known: tuple[str, ...]
) -> Problems:
    for key in entry:
        if key not in fields:
            yield file.problem(
                f"{name_of(keys)} has the unknown field {key!r}", *keys, str(key), mend=_one_of(key, known)
            )
    for key, kind in fields.items():
        value = entry.get(key)
        if value is None or value in ([], {}, ""):
            if kind.endswith("!"):
                yield file.problem(
                    f"{name_of(keys)} has no {key}", *keys, key, mend=f"add `{key}:` with {_wanted(kind)}"
                )
        elif not _fits(value, kind.rstrip("!")):
            mend = f"write {_wanted(kind)}, in quotation marks where YAML reads it as something else"
            yield file.problem(f"{name_of(keys)} has a {key} that is not {_wanted(kind)}", *keys, key, mend=mend)


def _fits(value: Any, kind: str) -> bool:
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
    if kind == "rows":
        return isinstance(value, list)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, {"text": str, "truth": bool, "entries": Mapping}[kind])


def _wanted(kind: str) -> str:
    plain = kind.rstrip("!")
    return {"texts": "a list of texts", "truth": "true or false", "rows": "a list"}.get(plain, f"a {plain}")


def name_of(keys: Keys) -> str:
    """What stands at these keys, as one calls it."""
    if not keys:
        return "the codebook"
    return f"{keys[-2]} {keys[-1] + 1}" if isinstance(keys[-1], int) else str(keys[-1])


def _one_of(word: Any, known: Any) -> str:
    """How to mend a word that is not known: the one that is nearest, or all."""
    names = list(known)
    near = get_close_matches(str(word), names, 1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"
