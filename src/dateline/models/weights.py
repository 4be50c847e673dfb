"""Where the weights lie, and the hash that a record carries so that one can tell which weights coded it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent
SUFFIXES = (".onnx", ".npz", ".vocab")


def weight_files() -> tuple[Path, ...]:
    """The installed weight files, by name; empty where none are installed."""
    return tuple(sorted(p for p in HOME.iterdir() if p.suffix in SUFFIXES))


@cache
def models_hash() -> str | None:
    """SHA-256 over names and bytes of the weights, or None where none are installed."""
    files = weight_files()
    if not files:
        return None
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
