"""What elements, classes and metadata of HTML mean: page_markup.yaml as lookups."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dateline.codebook import vocabulary

CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


@cache
def tags(name: str) -> frozenset[str]:
    """The element names of a group: blocks, skipped, asides, headings, articles."""
    return frozenset(vocabulary("page_markup")[name])


def role_of(element: Any) -> str | None:
    """The role that name, class, id or itemprop gives an element: aside, or one of the classes of the codebook."""
    if element.tag in tags("asides") or _is_hidden(element):
        return "aside"
    if element.tag == "figcaption":
        return "caption"
    names = " ".join(element.get(a) or "" for a in ("class", "id", "itemprop", "rel"))[:400]
    return _role(names) if names.strip() else None


def _is_hidden(element: Any) -> bool:
    style = re.sub(r"\s", "", (element.get("style") or "")[:200]).casefold()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


def _role(names: str) -> str | None:
    words = frozenset(w.casefold() for w in CLASS_WORD.findall(names)) | frozenset(names.casefold().split())
    joined = frozenset(re.sub(r"[-_]", "", n.casefold()) for n in names.split())
    return next((role for role, known in _classes() if known & (words | joined)), None)


@cache
def _classes() -> tuple[tuple[str, frozenset[str]], ...]:
    order = ("aside", "furniture", "credit", "caption", "byline", "dateline", "published")
    classes = vocabulary("page_markup")["classes"]
    return tuple((role, frozenset(classes[role])) for role in order)
