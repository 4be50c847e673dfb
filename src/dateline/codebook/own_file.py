"""Reads a user's codebook with the line of everything in it, so that what is wrong can be found and mended."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import CodebookError, DatelineError, InputError

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class OwnFile:
    """What a file holds, the line of each key of it (by the keys that lead there), and what is wrong with its form."""

    path: Path
    content: Mapping[str, Any] = field(repr=False)
    lines: Mapping[Keys, int] = field(repr=False)
    sha256: str
    problems: tuple[DatelineError, ...] = ()

    def where(self, *keys: str | int) -> str:
        """`PATH:LINE` of what these keys lead to, or of the nearest thing that holds it."""
        known = (keys[:n] for n in range(len(keys), 0, -1))
        line = next((self.lines[k] for k in known if k in self.lines), 1)
        return f"{self.path}:{line}"

    def problem(self, what: str, *keys: str | int, mend: str) -> InputError:
        """One thing that is wrong, at the place of these keys."""
        return InputError(what, where=self.where(*keys), mend=mend)


def read_own(path: Path) -> OwnFile:
    """The file as it stands. Raises CodebookError where it cannot be read, is not YAML, or is no mapping."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf8")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise CodebookError(f"cannot be read ({what})", where=str(path), mend="give a codebook in YAML") from error
    content, marks = _parsed(path, text)
    return OwnFile(path, content, marks.lines, hashlib.sha256(raw).hexdigest(), tuple(marks.problems))


class _Marks:
    """The lines of a tree of nodes, and the keys that stand there twice."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[Keys, int] = {}
        self.problems: list[DatelineError] = []
        self._seen: set[int] = set()

    def walk(self, node: yaml.Node, keys: Keys) -> None:
        """Notes where everything below a node stands; what several aliases share is walked once."""
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if self._is_new((*keys, str(key.value)), key.start_mark.line + 1):
                    self.walk(value, (*keys, str(key.value)))
        elif isinstance(node, yaml.SequenceNode):
            for n, value in enumerate(node.value):
                self.lines[*keys, n] = value.start_mark.line + 1
                self.walk(value, (*keys, n))

    def _is_new(self, keys: Keys, line: int) -> bool:
        """Notes the line of these keys, or that they stand there twice."""
        is_new = self.lines.setdefault(keys, line) == line
        if not is_new:
            what = f"{keys[-1]} is given twice (first: line {self.lines[keys]})"
            where = f"{self.path}:{line}"
            self.problems.append(InputError(what, where=where, mend="rename or remove one of them"))
        return is_new


def _parsed(path: Path, text: str) -> tuple[Mapping[str, Any], _Marks]:
    marks = _Marks(path)
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        root = loader.get_single_node()
        if root is not None:
            marks.walk(root, ())
        content = loader.construct_document(root) if root is not None else None
    except yaml.YAMLError as error:
        what = f"is not YAML ({str(getattr(error, 'problem', None) or error).splitlines()[0]})"
        raise CodebookError(what, where=_place(path, error), mend="mend that line") from error
    except (RecursionError, ValueError) as error:
        raise CodebookError(f"cannot be read ({error})", where=str(path), mend="write it plainer") from error
    if not isinstance(content, dict):
        mend = "begin it with `label:`, `description:` and a section such as `types:`"
        raise CodebookError("is not a mapping", where=f"{path}:1", mend=mend)
    return content, marks


def _place(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return f"{path}:{mark.line + 1}" if mark else str(path)
