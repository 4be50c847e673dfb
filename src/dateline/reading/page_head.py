"""What an HTML page says of itself: JSON-LD, meta elements, its canonical address. Nothing is inferred or fetched.

trafilatura and htmldate would fill gaps by guessing (a date out of the address, an author out of the text); a record
may hold only what is given, so these fields are read here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.codebook import vocabulary
from dateline.reading.agencies import is_agency
from dateline.reading.bylines import names_in
from dateline.reading.metadata import Metadata
from dateline.reading.publication import iso_date
from dateline.reading.words import single_spaced

MOST_LINKED_DATA = 2_000_000  # code points of JSON-LD that are read
MOST_NODES = 2_000


def head_of(tree: Any) -> Metadata:
    """Title, address, publisher, date, authors and section that the page declares."""
    meta, article = _meta(tree), _linked_article(tree)
    published = article.get("datePublished") or _first(meta, "published")
    authors = _authors(article.get("author")) or _meta_authors(meta)
    return Metadata(
        title=_text(article.get("headline")) or _first(meta, "title"),
        url=_canonical(tree) or _first(meta, "url"),
        publisher=_name(article.get("publisher")) or _publisher(meta),
        published=iso_date(published) if isinstance(published, str) else None,
        bylines=tuple(name for author in authors for name in names_in(author)),
        section=", ".join(_strings(article.get("articleSection"))) or _first(meta, "section"),
        schema_type=next(iter(_strings(article.get("@type"))), None),
        agency=next((a for a in authors if is_agency(a)), None),
        language=((tree.get("lang") or "")[:2].casefold() or None),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Content of meta elements by name, property or itemprop in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = single_spaced(element.get("content") or "")
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _first(meta: Mapping[str, str], field: str) -> str | None:
    return next((meta[n] for n in vocabulary("page_markup")["metadata"][field] if n in meta), None)


def _publisher(meta: Mapping[str, str]) -> str | None:
    names = [meta[n] for n in vocabulary("page_markup")["metadata"]["publisher"] if n in meta]
    return next((n for n in names if "://" not in n), None)


def _meta_authors(meta: Mapping[str, str]) -> list[str]:
    names = [meta[n] for n in vocabulary("page_markup")["metadata"]["author"] if n in meta]
    return [n for n in names if "://" not in n][:1]


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        address = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").casefold().split() and address.startswith(("http://", "https://")):
            return str(address)
    return None


def _linked_article(tree: Any) -> Mapping[str, Any]:
    """The first JSON-LD node that is an article; an empty mapping where there is none."""
    types = frozenset(vocabulary("page_markup")["article_types"])
    nodes = [n for n in _linked_nodes(tree) if types & set(_strings(n.get("@type")))]
    dated = [n for n in nodes if n.get("datePublished") or n.get("headline")]
    sure = [n for n in dated if "WebPage" not in _strings(n.get("@type"))]
    return next(iter([*sure, *dated]), {})


def _linked_nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        try:
            loaded = json.loads((script.text or "")[:MOST_LINKED_DATA], strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _nodes(loaded)


def _nodes(loaded: Any) -> Iterator[Mapping[str, Any]]:
    """Objects at the top, in a list, or in a @graph."""
    todo = [loaded]
    for _ in range(MOST_NODES):
        if not todo:
            return
        node = todo.pop(0)
        if isinstance(node, dict):
            yield node
            todo += node["@graph"][:MOST_NODES] if isinstance(node.get("@graph"), list) else []
        elif isinstance(node, list):
            todo += node[:MOST_NODES]


def _authors(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [name for name in map(_name, values[:50]) if name and "://" not in name]


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), None)
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    return single_spaced(re.sub(r"<[^<>]{0,200}>", "", value)) or None if isinstance(value, str) else None


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str)]
