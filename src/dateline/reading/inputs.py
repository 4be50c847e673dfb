"""The inputs that paths stand for: files, folders, patterns, and `-` for standard input, in a stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError

STDIN = "-"
READ_IN_FOLDERS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
CHECK = "check the path"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, or standard input, where `path` is "-"."""

    path: str

    @property
    def is_stdin(self) -> bool:
        """Whether this is standard input."""
        return self.path == STDIN


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input | InputError]:
    """Yield the inputs in the order of the paths; those of a folder or a pattern by name.

    A folder gives its files with the endings of READ_IN_FOLDERS, at any depth; it follows no links.
    """
    for path in map(str, paths):
        if path == STDIN or Path(path).is_file() or _is_stream(path):
            yield Input(path)
        elif Path(path).is_dir():
            yield from _in_folder(path)
        elif glob.has_magic(path):
            yield from _matching(path)
        else:
            yield InputError("does not exist", where=path, mend=CHECK)


def _is_stream(path: str) -> bool:
    """Pipes and devices, as a shell gives for `<(command)`."""
    return Path(path).exists() and not Path(path).is_dir()


def _matching(pattern: str) -> Iterator[Input | InputError]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - patterns may be absolute, which Path.glob refuses
    if not found:
        yield InputError("matches no file", where=pattern, mend="check the pattern")
    for path in found:
        if Path(path).is_dir():
            if "**" not in pattern:
                yield from _in_folder(path)
        else:
            yield Input(path)


def _in_folder(folder: str) -> Iterator[Input | InputError]:
    refused: list[InputError] = []
    count = 0
    for path in _walk(folder, refused):
        count += 1
        yield Input(path)
    yield from refused
    if not count and not refused:
        endings = " ".join(READ_IN_FOLDERS)
        yield InputError(
            "holds nothing to read",
            where=folder,
            mend=f"in a folder only {endings} are read: name other files themselves",
        )


def _walk(folder: str, refused: list[InputError]) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        refused.append(InputError("cannot be opened", where=str(error.filename), mend="check its permissions"))

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.casefold().endswith(READ_IN_FOLDERS) and not name.startswith("."):
                yield str(Path(place) / name)
