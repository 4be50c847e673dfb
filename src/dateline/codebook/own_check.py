"""What can be wrong between the entries of a user's codebook, and between them and the shipped vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.codebook.own_fields import entries, name_of, sections, texts, wrong_fields
from dateline.codebook.own_file import OwnFile
from dateline.codebook.store import vocabulary
from dateline.errors import DatelineError

Problems = Iterator[DatelineError]
STRONGEST = 10  # scores run from -10 to +10


def problems_of(file: OwnFile) -> tuple[DatelineError, ...]:
    """All that is wrong with a codebook, in order of the lines; only the form, where that is wrong already."""
    found = (*file.problems, *wrong_fields(file)) or (
        *_same_examples(file), *_unknown_names(file), *_circles(file), *_wrong_patterns(file), *_wrong_cues(file),
        *_empty(file),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda p: int(p.where.rpartition(":")[2])))


def _empty(file: OwnFile) -> Problems:
    if not any(name in file.content for name in sections()):
        yield file.problem("the codebook holds no section", mend=f"add one of {', '.join(sections())}")


def _same_examples(file: OwnFile) -> Problems:
    """Examples that stand under two codes of a section, or twice under one."""
    for name in sections():
        first: dict[str, str] = {}
        for code, entry in entries(file, name):
            own: set[str] = set()
            for n, example in enumerate(texts(entry.get("examples"))):
                plain = " ".join(example.casefold().split()).rstrip(".")
                other = first.setdefault(plain, code)
                if other != code or plain in own:
                    what = f"{code} has an example that {'it' if other == code else other} has already: {example!r}"
                    yield file.problem(what, name, code, "examples", n, mend="keep it where it belongs")
                own.add(plain)


def _unknown_names(file: OwnFile) -> Problems:
    """Codes that an entry names and nobody has."""
    types, quads = known(file, "types"), set(vocabulary("plover")["quads"])
    for code, entry in entries(file, "types"):
        yield from _must_be(file, entry, "parent", types, "types", code)
        yield from _must_be(file, entry, "quad", quads, "types", code)
        yield from _must_be(file, entry, "frame", _book("frames"), "types", code)
        for how in texts(entry.get("by")):
            if how not in vocabulary("own")["by"]:
                yield file.problem(f"{code} is read by {how!r}", "types", code, "by", mend="say examples or patterns")
        if abs(entry.get("score") or 0) > STRONGEST:
            yield file.problem(
                f"{code} has a score beyond ±10", "types", code, "score", mend="scores run from -10 to 10"
            )
    for code, entry in entries(file, "stances"):
        yield from _must_be(file, entry, "like", known(file, "stances"), "stances", code)
    for kind in file.content.get("modes", ()):
        if kind not in types:
            yield file.problem(f"modes of {kind}, which is no type", "modes", kind, mend=_choice(types))


def known(file: OwnFile, name: str) -> set[str]:
    """The codes of a section, shipped and own."""
    section, own = sections()[name], {code for code, _ in entries(file, name)}
    if name in texts(file.content.get("replaces")):
        return own
    shipped = vocabulary(section["vocabulary"])[section["key"]]
    return own | ({row["code"] for row in shipped} if isinstance(shipped, list) else set(shipped))


def _must_be(file: OwnFile, entry: Mapping[str, Any], field: str, among: set[str], *keys: str | int) -> Problems:
    if entry.get(field) is not None and entry[field] not in among:
        what = f"{name_of(keys)} has the {field} {entry[field]!r}, which is none"
        yield file.problem(what, *keys, field, mend=_choice(among))


def _circles(file: OwnFile) -> Problems:
    """Parents, or stances that are like one another, that lead back to where they began."""
    for name, field in (("types", "parent"), ("stances", "like")):
        above = {code: entry[field] for code, entry in entries(file, name) if entry.get(field)}
        done: set[str] = set()
        for start in above:
            path: list[str] = []
            at: str | None = start
            while at in above and at not in done and at not in path:
                path.append(at)
                at = above[at]
            if at in path:
                circle = path[path.index(at) :]
                what = f"{field} runs in a circle: {' → '.join([*circle, circle[0]])}"
                yield file.problem(what, name, circle[0], field, mend=f"remove one of these `{field}`")
            done.update(path)


def _wrong_patterns(file: OwnFile) -> Problems:
    classes = _book("classes") | {code for code, _ in entries(file, "classes")}
    for code, entry in entries(file, "types"):
        by, rows = texts(entry.get("by")), entry.get("patterns") or ()
        if by == ("patterns",) and not rows:
            yield file.problem(f"{code} is read by patterns and has none", "types", code, mend="add `patterns:`")
        for n, row in enumerate(rows):
            keys = ("types", code, "patterns", n)
            if not row.get("verbs") and not row.get("nouns"):
                yield file.problem(f"pattern {n + 1} of {code} has no words", *keys, mend="add `verbs:` or `nouns:`")
            for field, among in (("frame", _book("frames")), ("needs", set(vocabulary("own")["needs"]))):
                yield from _must_be(file, row, field, among, *keys)
            for field in ("object", "not_object", "subject", "not_subject", "target"):
                for name in sorted(set(texts(row.get(field))) - classes):
                    what = f"pattern {n + 1} of {code} names the class {name!r}, which is none"
                    yield file.problem(what, *keys, field, mend=f"add it to `classes:`, or take {_choice(classes)}")


def _wrong_cues(file: OwnFile) -> Problems:
    parts, takes = vocabulary("own")["parts"], vocabulary("own")["takes"]
    for n, row in enumerate(file.content.get("cues") or ()):
        keys = ("cues", n)
        yield from _must_be(file, row, "part", set(parts), *keys)
        for field in ("stance", "negated", "infinitive_stance"):
            yield from _must_be(file, row, field, known(file, "stances"), *keys)
        for word in sorted(set(row["takes"]) - set(takes)):
            yield file.problem(f"cue {n + 1} takes {word!r}", *keys, "takes", mend=_choice(set(takes)))


def _book(key: str) -> set[str]:
    return {name for book in ("deeds_civil", "deeds") for name in vocabulary(book)[key]}


def _choice(among: set[str]) -> str:
    return "one of " + ", ".join(sorted(among))
