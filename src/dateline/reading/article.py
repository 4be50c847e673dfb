"""Which blocks of a page are the report. trafilatura finds the article; the blocks around it are weighed one by one.

trafilatura 2 is made to keep what a reader wants and drops what a record needs: captions, bylines, datelines, short
paragraphs. So its text only says which blocks are surely the article, and what lies between them is kept as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.agencies import credited_agency
from dateline.reading.block import Block
from dateline.reading.bylines import read_byline
from dateline.reading.markup import tags
from dateline.reading.publication import is_date_line
from dateline.reading.words import key_of, single_spaced

REACH = 14  # blocks around the article in which headline, byline, date and credits are looked for
LINKED = 0.6  # share of a block's text inside links above which it is a list of links
LARGE = 0.3  # share of the article above which an element cannot be beside it
ROLES = frozenset({"byline", "published", "dateline", "caption", "credit"})


@dataclass(frozen=True, slots=True)
class Article:
    """The headline of a page, and the blocks of its report below it, in order."""

    title: str | None
    blocks: tuple[Block, ...]


def find_article(blocks: Sequence[Block], extracted: str, headline: str | None) -> Article | None:
    """The report among a page's blocks; `extracted` is what trafilatura takes for it. None where there is none."""
    kept = _kept(blocks, extracted)
    beside = _beside(blocks, kept)
    kept = [i for i in kept if not beside & set(blocks[i].asides)]
    if not kept:
        return None
    title_at = _title_at(blocks, headline, kept[0])
    first, last = _span(blocks, kept, title_at)
    chosen = [blocks[i] for i in range(first, last + 1) if i != title_at and _belongs(blocks, i, kept, beside)]
    title = single_spaced(blocks[title_at].text) if title_at is not None else headline
    return Article(title, tuple(b for b in chosen if key_of(b.text) != key_of(title or "")))


def _kept(blocks: Sequence[Block], extracted: str) -> list[int]:
    """The blocks that trafilatura kept; where it kept nothing, the paragraphs of running text."""
    wanted = {key_of(line[:180])[:60] for line in extracted.splitlines()} - {""}
    kept = [i for i, block in enumerate(blocks) if block.key in wanted and block.tag not in tags("skipped")]
    return kept or [i for i, block in enumerate(blocks) if _is_prose(block) and not block.asides]


def _is_prose(block: Block) -> bool:
    return block.text.count(" ") >= 5 and block.text.rstrip("\"”’')")[-1:] in ".!?…" and block.linked < LINKED


def _beside(blocks: Sequence[Block], kept: Sequence[int]) -> set[int]:
    """The numbers of the elements beside the report: called so by the page, and no large part of what was kept."""
    inside: Counter[int] = Counter()
    for i in kept:
        inside.update(dict.fromkeys(blocks[i].asides, len(blocks[i].text)))
    total = sum(len(blocks[i].text) for i in kept)
    return {number for block in blocks for number in block.asides if inside[number] <= LARGE * total}


def _title_at(blocks: Sequence[Block], headline: str | None, first: int) -> int | None:
    """The block of the headline: the heading that the page's metadata names, else the last h1 above the text."""
    headings = [i for i, block in enumerate(blocks) if block.tag in tags("headings")]
    named = key_of(headline or "")
    same = [
        i for i in headings if named and (key_of(blocks[i].text) == named or _begins(named, key_of(blocks[i].text)))
    ]
    tops = [
        i
        for i in headings
        if blocks[i].tag == "h1" and (i <= first or len([j for j in headings if blocks[j].tag == "h1"]) == 1)
    ]
    return next(iter([*same, *reversed(tops)]), None)


def _begins(whole: str, part: str) -> bool:
    """A page's title often goes on after the headline, with the name of the site."""
    return len(part) > 20 and whole.startswith(part)


def _span(blocks: Sequence[Block], kept: Sequence[int], title_at: int | None) -> tuple[int, int]:
    """From the headline, or a few blocks above the text, to a few blocks below it in the same article."""
    first = title_at if title_at is not None and title_at <= kept[0] else max(0, kept[0] - REACH)
    return first, min(len(blocks) - 1, kept[-1] + REACH)


def _belongs(blocks: Sequence[Block], i: int, kept: Sequence[int], beside: set[int]) -> bool:
    """Whether a block is part of the report: kept, between kept ones, or around them and of a report's kind."""
    block = blocks[i]
    if beside & set(block.asides) or (block.linked >= LINKED and i not in set(kept) and not _is_credit(block)):
        return False
    if kept[0] <= i <= kept[-1]:
        return True
    if block.role in ROLES or _is_credit(block):
        return True
    after = i > kept[-1]
    return (
        after
        and bool(block.articles)
        and block.articles == blocks[kept[-1]].articles
        and block.tag not in tags("headings")
    )


def _is_credit(block: Block) -> bool:
    if len(block.text) > 320:
        return False
    return bool(read_byline(block.text) or credited_agency(block.text) or is_date_line(block.text))
