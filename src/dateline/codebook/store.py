"""Reads vocabulary files, once each, and hashes them together."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dateline.errors import CodebookError

HERE = "dateline.codebook"


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The vocabulary `name` ("plover", "actors/states"): a mapping with label, description and entries.

    Treat it as read-only: it is shared. Raises CodebookError where the file is missing or is not a mapping.
    """
    where = files(HERE).joinpath(f"{name}.yaml")
    try:
        content = yaml.load(where.read_text(encoding="utf8"), Loader=_loader())  # noqa: S506 - both loaders it may give are safe ones
    except FileNotFoundError:
        raise CodebookError("no such vocabulary", where=f"{name}.yaml", mend="reinstall dateline") from None
    except yaml.YAMLError as error:
        raise CodebookError(f"is not YAML ({error})", where=f"{name}.yaml", mend="mend the line it names") from error
    if not isinstance(content, dict):
        raise CodebookError("is not a mapping", where=f"{name}.yaml", mend="begin it with label and description")
    return content


@cache
def codebook_hash() -> str:
    """SHA-256 over all vocabulary files, names and bytes, in order of name."""
    digest = hashlib.sha256()
    for name, entry in sorted(_files(files(HERE), "")):
        digest.update(name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            found.append((prefix + entry.name, entry))
    return found


def _loader() -> type[yaml.SafeLoader]:
    """The C loader where PyYAML was built with it: ten times faster, equally safe."""
    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader
