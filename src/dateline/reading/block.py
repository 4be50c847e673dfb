"""The blocks of an HTML page: its paragraphs, headings and list items in order, with what the markup says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.reading.markup import role_of, tags
from dateline.reading.words import key_of

ASCII_SPACE = re.compile(r"[ \t\n\r\f]+")
KEY_LENGTH = 60  # letters and digits that tell one paragraph from another
DATED = 60  # code points: a block no longer than this that holds a time element prints the time
PASSED_DOWN = frozenset({"caption", "credit", "byline", "published", "dateline", "furniture"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that the page sets apart. `asides` and `articles` number the enclosing elements that are beside
    the report, or that the page calls article; `linked` is the share of the text inside links."""

    text: str
    tag: str
    role: str | None
    asides: tuple[int, ...]
    articles: tuple[int, ...]
    linked: float
    datetimes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What two printings of the paragraph share."""
        return key_of(self.text[: KEY_LENGTH * 3])[:KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class _Frame:
    tag: str
    role: str | None
    asides: tuple[int, ...]
    articles: tuple[int, ...]


class _Writer:
    """Collects the text of the block being read."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.days: tuple[str, ...] = ()

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(ASCII_SPACE.sub(" ", text))
            self.linked += len(text.strip()) if self.in_link else 0

    def flush(self, frame: _Frame) -> Iterator[Block]:
        whole, linked, days = "".join(self.pieces), self.linked, self.days
        self.pieces, self.linked, self.days = [], 0, ()
        for paragraph in re.split(r" ?\n(?: ?\n)+ ?", whole):
            text = re.sub(r" *\n *", "\n", ASCII_LINE.sub(" ", paragraph)).strip()
            if text:
                share = min(1.0, linked / len(whole.strip()))
                role = frame.role or ("published" if days and len(text) < DATED else None)
                yield Block(text, frame.tag, role, frame.asides, frame.articles, share, days)


ASCII_LINE = re.compile(r"[ \t\r\f]+")


def blocks_of(tree: Any) -> Iterator[Block]:
    """Yield the blocks of a parsed page, in order. Scripts, styles and form fields hold nothing to read.

    The walk keeps its own stack, so that no depth of nesting exhausts the interpreter's.
    """
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    writer, stack, count = _Writer(), [_Frame("body", None, (), ())], 0
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            writer.add(element.tail)
        elif event == "start":
            count += 1
            if element.tag in tags("skipped"):
                walk.skip_subtree()
            yield from _enter(writer, stack, element, count)
        else:
            yield from _leave(writer, stack, element)
    yield from writer.flush(stack[0])


def _enter(writer: _Writer, stack: list[_Frame], element: Any, number: int) -> Iterator[Block]:
    if element.tag in tags("blocks"):
        yield from writer.flush(stack[-1])
    stack.append(_framed(stack[-1], element, number))
    writer.in_link += element.tag == "a"
    if element.tag == "br":
        writer.pieces.append("\n")
    elif element.tag == "time":
        writer.days += (element.get("datetime") or "",)
    if element.tag not in tags("skipped"):
        writer.add(element.text)


def _leave(writer: _Writer, stack: list[_Frame], element: Any) -> Iterator[Block]:
    if element.tag in tags("blocks"):
        yield from writer.flush(stack[-1])
    stack.pop()
    writer.in_link -= element.tag == "a"
    writer.add(element.tail)


def _framed(outer: _Frame, element: Any, number: int) -> _Frame:
    """The frame of an element inside its parent's: roles are passed down, inline elements keep the paragraph's tag."""
    is_block = element.tag in tags("blocks")
    role = role_of(element)
    large = element.tag in ("html", "body") or element.tag in tags("articles")
    asides = (*outer.asides, number) if role == "aside" and not large else outer.asides
    inside = (
        element.tag in tags("articles") or element.get("itemprop") == "articleBody" or element.get("role") == "main"
    )
    own = role if role in PASSED_DOWN and not large and is_block else None
    return _Frame(
        str(element.tag) if is_block else outer.tag,
        own or (outer.role if not large else None),
        asides,
        (*outer.articles, number) if inside else outer.articles,
    )
