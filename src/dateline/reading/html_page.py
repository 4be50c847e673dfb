"""Reports from HTML pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from dateline.errors import InputError
from dateline.reading.article import Article, find_article
from dateline.reading.block import blocks_of
from dateline.reading.build import build_report
from dateline.reading.line import Hint
from dateline.reading.markup import tags
from dateline.reading.metadata import Metadata
from dateline.reading.page_head import head_of
from dateline.reading.plain_text import mended
from dateline.reading.publication import is_date_line, iso_date, lone_date, printed_date
from dateline.reading.words import key_of, single_spaced
from dateline.report import Report

HINTED = frozenset({"caption", "credit", "byline", "dateline", "published", "furniture"})
SITE = re.compile(r"\s+(?:[|–—»·]|-)\s+[^|–—»·]{2,40}$")
LONG_TAG = re.compile(r"<[^<>]{10000,}")
MOST_ATTRIBUTES = 2_000  # the parser's time grows with the square of them
LEAST_BODY = 40  # code points of running text below which a page holds no article
NO_ARTICLE = "holds no article that can be told from the page around it"
PASTE = "save the report's text by itself, or give it as plain text"


def report_of_html(html: str, metadata: Metadata, raw: bytes, where: str) -> Report:
    """The report of a page: headline and paragraphs with empty lines between. Raises InputError where there is none."""
    tree = _parsed(mended(html), where)
    head = head_of(tree)
    blocks = tuple(blocks_of(tree))
    article = find_article(
        blocks, _extracted(html), metadata.title or head.title or _title_element(tree, head.publisher)
    )
    if article is None:
        raise InputError(NO_ARTICLE, where=where, mend=PASTE)
    found = replace(head, bylines=(), published=head.published or _marked_date(article))
    text, hints = _written(article, metadata.title)
    report = build_report(text, metadata.over(found), raw=raw, hints=hints)
    if sum(p.end - p.start for p in report.parts if p.kind == "body") < LEAST_BODY:
        raise InputError(NO_ARTICLE, where=where, mend=PASTE)
    return replace(report, bylines=report.bylines or head.bylines)


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: it begins with a tag, or with a comment."""
    head = text[:2000].lstrip("\ufeff \t\r\n")
    tag = re.match(r"<([!?]?[a-z][a-z0-9]*)(?=[\s>/])", head, re.IGNORECASE)
    return head.startswith("<!--") or (tag is not None and tag[1].casefold() in tags("openings"))


def _parsed(html: str, where: str) -> Any:
    """The page as a tree. libxml2 stops at 256 levels of nesting: what lies deeper is lost."""
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]  # as above

    if any(_attributes(tag.group()) > MOST_ATTRIBUTES for tag in LONG_TAG.finditer(html)):
        raise InputError(f"has a tag with more than {MOST_ATTRIBUTES} attributes", where=where, mend=PASTE)
    try:
        parser = HTMLParser(encoding="utf-8", no_network=True)
        return document_fromstring(html.replace("\0", "\ufffd").encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError(NO_ARTICLE, where=where, mend=PASTE) from error


def _attributes(tag: str) -> int:
    return max(len(tag.split()), tag.count("="))


def _extracted(html: str) -> str:
    """What trafilatura takes for the article; nothing where it finds none or gives up."""
    from trafilatura import extract

    try:
        found = extract(html, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False)
    except (RecursionError, ValueError, AttributeError):
        return ""
    return found or ""


def _title_element(tree: Any, publisher: str | None) -> str | None:
    """The title element without the name of the site after it."""
    title = single_spaced(next((e.text_content() for e in tree.iter("title")), ""))
    if publisher and key_of(title).endswith(key_of(publisher)):
        return SITE.sub("", title) or None
    return SITE.sub("", title) if "|" in title or "»" in title else title or None


def _marked_date(article: Article) -> str | None:
    """The day of the report's time elements above its text, where they agree; or a date printed above the headline."""
    given = [iso_date(day) for b in (*article.above, *article.blocks[:8]) for day in b.datetimes]
    days = [d for d in given if d]
    if len({d[:10] for d in days}) == 1:
        return days[0]
    printed = [lone_date(b.text) or printed_date(b.text) for b in article.above if is_date_line(b.text)]
    return next((d for d in reversed(printed) if d), None) if not days else None


def _written(article: Article, title: str | None) -> tuple[str, list[Hint]]:
    """The text of a report, and what the markup says of its stretches."""
    pieces = [(title or article.title or "", "title")] if title or article.title else []
    pieces += [
        (b.text, b.role or "") for b in article.blocks if key_of(b.text) != key_of(title or "") or not key_of(b.text)
    ]
    hints, at = [], 0
    for text, role in pieces:
        if role == "title" or role in HINTED:
            hints.append(Hint(at, at + len(text), role))
        at += len(text) + 2
    return "\n\n".join(text for text, _ in pieces), hints
