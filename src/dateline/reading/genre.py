"""The genre of a report: opinion or analysis where the page says so, news otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from dateline.codebook import vocabulary
from dateline.reading.metadata import Metadata
from dateline.reading.words import single_spaced
from dateline.report import Genre

PREFIX = re.compile(r"^\W*([\w&' -]{3,24}?)\s*(?::|\||–|—| - )\s*\S")
SUFFIX = re.compile(r"\S\s*(?:\||–|—| - )\s*([\w&' -]{3,24}?)\W*$")


def genre_of(metadata: Metadata, title: str | None, labels: Iterable[str]) -> Genre:
    """Opinion or analysis by schema.org type, section, address, headline ("Opinion: …") or a label on its own line."""
    if metadata.schema_type in _types():
        return _types()[metadata.schema_type or ""]
    sections = [*(metadata.section or "").split(","), *_path(metadata.url), *_title_labels(title), *labels]
    for section in sections:
        genre = _sections().get(single_spaced(section).casefold().strip(" .:|"))
        if genre:
            return genre
    return "news"


def _path(url: str | None) -> list[str]:
    """The folders of an address, without its last piece, which is the story's own name."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return []
    return [p for p in path.split("/") if p][:-1]


def _title_labels(title: str | None) -> list[str]:
    return [m[1] for m in (PREFIX.match(title or ""), SUFFIX.search(title or "")) if m]


@cache
def _sections() -> dict[str, Genre]:
    return {section: key for key, entry in vocabulary("genres")["genres"].items() for section in entry["sections"]}


@cache
def _types() -> dict[str | None, Genre]:
    return {name: key for key, entry in vocabulary("genres")["genres"].items() for name in entry["types"]}
