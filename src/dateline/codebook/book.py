"""The codebook that a coder works with: the shipped vocabularies, or these and a user's own on top of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.codebook.own_check import problems_of
from dateline.codebook.own_file import read_own
from dateline.codebook.store import codebook_hash, vocabulary
from dateline.errors import CodebookError


@dataclass(frozen=True)
class Codebook:
    """Vocabularies by name. Two codebooks are equal where they hold the same; lexicons are kept for each (`@cache`).

    `label` is that of the user's own codebook, None for the shipped one. `key` is the hash of what the user
    gave, `path` the file that gave it.
    """

    label: str | None = field(default=None, compare=False)
    key: str = ""
    own: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    path: Path | None = field(default=None, compare=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Codebook:
        """The shipped codebook, and the user's own on top of it. Raises CodebookError where that is malformed."""
        if path is None:
            return SHIPPED
        file = read_own(path)
        problems = problems_of(file)
        if problems:
            first, more = problems[0], len(problems) - 1
            rest = f" ({more} more: `dateline codebook check {path}`)" if more else ""
            raise CodebookError(first.what, where=first.where, mend=first.mend + rest)
        return cls(str(file.content["label"]), file.sha256, file.content, path)

    @classmethod
    def of(cls, own: Mapping[str, Any]) -> Codebook:
        """The shipped codebook with these entries on top of it, in the form of a user's file and taken as they are."""
        key = hashlib.sha256(json.dumps(own, sort_keys=True, default=str).encode()).hexdigest()
        return cls(str(own.get("label", "own")), key, own)

    @property
    def hash(self) -> str:
        """SHA-256 of all vocabularies."""
        if not self.key:
            return codebook_hash()
        return hashlib.sha256(f"{codebook_hash()}{self.key}".encode()).hexdigest()

    def vocabulary(self, name: str) -> Mapping[str, Any]:
        """The vocabulary of that name, as `dateline.codebook.vocabulary` gives it, with the user's own entries."""
        return _merged(self, name) if self.key else vocabulary(name)

    def section(self, name: str) -> Any:
        """What the user's own codebook holds in one of its sections; an empty mapping where there is none."""
        return self.own.get(name) or {}


SHIPPED: Final = Codebook()


@cache
def _merged(book: Codebook, name: str) -> Mapping[str, Any]:
    from dateline.codebook.merging import merged

    return merged(name, vocabulary(name), book.own) if name != "own_deeds" else merged(name, {}, book.own)
