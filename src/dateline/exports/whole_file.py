"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import InstallationError

STDOUT = Path("-")


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8) that takes its place when all is written; `-` is standard output.

    Raises InstallationError where it cannot be written; what stood there before then still does.
    """
    if path == STDOUT:
        yield sys.stdout
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf8", errors="backslashreplace", newline="") as out:
                yield out
            _open_to_all(Path(name))
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        raise InstallationError(what, where=str(path), mend="name another --to, or make room") from error


def _open_to_all(path: Path) -> None:
    """Temporary files are for their owner alone; this one is to be as any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
