"""Which blocks of a page are the report. trafilatura finds the article; the blocks around it are weighed one by one.

trafilatura 2 is made to keep what a reader wants and drops what a record needs: captions, bylines, datelines, short
paragraphs. So its text only says which blocks are surely the article, and what lies between them is kept as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.reading.agencies import credited_agency
from dateline.reading.block import KEY_LENGTH, Block
from dateline.reading.bylines import read_byline
from dateline.reading.markup import tags
from dateline.reading.publication import is_date_line
from dateline.reading.words import key_of, single_spaced

REACH = 14  # blocks around the article in which headline, byline, date and credits are looked for
LINKED = 0.6  # share of a block's text inside links above which it is a list of links
ABOVE = 4  # blocks above the headline in which the day of publication may be printed
HARDLY = 0.2  # share of the page's running text below which what was kept cannot be the article
LONG = 200  # code points of a paragraph that cannot be a label
LARGE = 0.3  # share of the article above which an element cannot be beside it
ROLES = frozenset({"byline", "published", "dateline", "caption", "credit"})


@dataclass(frozen=True, slots=True)
class Article:
    """The headline of a page, the blocks of its report below it, in order, and the few just above it."""

    title: str | None
    blocks: tuple[Block, ...]
    above: tuple[Block, ...] = ()


def find_article(blocks: Sequence[Block], extracted: str, headline: str | None) -> Article | None:
    """The report among a page's blocks; `extracted` is what trafilatura takes for it. None where there is none."""
    kept = _kept(blocks, extracted)
    beside = _beside(blocks, kept)
    kept = [i for i in kept if not beside & set(blocks[i].asides)]
    if not kept:
        return None
    title_at = _title_at(blocks, headline, kept[0])
    kept = _below(blocks, kept, title_at)
    first, last = _span(blocks, kept, title_at)
    chosen = [blocks[i] for i in range(first, last + 1) if i != title_at and _belongs(blocks, i, kept, beside)]
    title = single_spaced(blocks[title_at].text) if title_at is not None else headline
    above = tuple(blocks[max(0, title_at - ABOVE) : title_at]) if title_at is not None else ()
    return Article(
        title, tuple(b for b in chosen if not key_of(b.text) or key_of(b.text) != key_of(title or "")), above
    )


def _kept(blocks: Sequence[Block], extracted: str) -> list[int]:
    """The blocks that trafilatura kept; where it kept hardly any running text, all paragraphs of running text.

    It runs a page laid out as a table together, so that none of its lines is a block of the page.
    """
    wanted = {key_of(line[: KEY_LENGTH * 3])[:KEY_LENGTH] for line in extracted.splitlines()} - {""}
    kept = [i for i, block in enumerate(blocks) if block.key in wanted]
    prose = [i for i, block in enumerate(blocks) if _is_prose(block) and not block.asides]
    found = _length(blocks, set(kept) & set(prose))
    return kept if found and found >= HARDLY * _length(blocks, prose) else prose


def _length(blocks: Sequence[Block], indices: Iterable[int]) -> int:
    return sum(len(blocks[i].text) for i in indices)


def _is_prose(block: Block) -> bool:
    """A sentence or more outside links; a long paragraph needs no full stop."""
    if block.linked >= LINKED:
        return False
    sentence = block.text.count(" ") >= 5 and block.text.rstrip("\"”’')")[-1:] in ".!?…"
    return sentence or (block.tag == "p" and len(block.text) >= LONG)


def _beside(blocks: Sequence[Block], kept: Sequence[int]) -> set[int]:
    """The numbers of the elements beside the report: called so by the page, and no large part of what was kept."""
    inside: Counter[int] = Counter()
    for i in kept:
        inside.update(dict.fromkeys(blocks[i].asides, len(blocks[i].text)))
    total = _length(blocks, kept)
    return {number for block in blocks for number in block.asides if inside[number] <= LARGE * total}


def _title_at(blocks: Sequence[Block], headline: str | None, first: int) -> int | None:
    """The block of the headline: the heading that the page's metadata names, else the last h1 above the text."""
    headings = [i for i, block in enumerate(blocks) if block.tag in tags("headings")]
    named = key_of(headline or "")
    same = [i for i in headings if named and _names(key_of(blocks[i].text), named)]
    tops = [i for i in headings if blocks[i].tag == "h1"]
    tops = tops if len(tops) == 1 else [i for i in tops if i <= first]
    return next(iter([*same, *reversed(tops)]), None)


def _names(heading: str, headline: str) -> bool:
    """Whether a heading is the page's headline, which may go on after it with the name of the site."""
    return heading == headline or (len(heading) > 20 and headline.startswith(heading))


def _below(blocks: Sequence[Block], kept: list[int], title_at: int | None) -> list[int]:
    """What was kept below the headline, where that is most of it: what stands above is the page's own head."""
    below = [i for i in kept if title_at is None or i > title_at]
    most = _length(blocks, below) * 2 > _length(blocks, kept)
    return below if most else kept


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
