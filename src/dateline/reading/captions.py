"""Captions and picture credits: "… near the dam. Photo: Agency", "(AP Photo/Name)", "Getty Images"."""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import vocabulary
from dateline.reading.publication import alternatives

WINDOW = 140  # code points at the end of a paragraph in which a credit may stand
LONGEST_CREDIT = 160


def credit_start(line: str, *, marked: bool = False) -> int | None:
    """Where the picture credit at the end of a paragraph begins; 0 where the whole line is one; None without any.

    `marked` says that the page marks the paragraph as a caption, so that a bare credit counts too.
    """
    if len(line) <= LONGEST_CREDIT and _alone().fullmatch(line):
        return 0
    at = max(0, len(line) - WINDOW)
    tail = _tail().search(line, at)
    if tail is None or (tail.start() == 0 and not marked and line[:1] not in "(["):
        return None
    return tail.start()


def opens_caption(line: str) -> bool:
    """Whether a line begins as captions do ("FILE PHOTO:", "In this photo …")."""
    return _opening().match(line) is not None


def is_sure_opening(line: str) -> bool:
    """Whether it begins as nothing but a caption does: with a label and its mark ("FILE PHOTO:")."""
    match = _opening().match(line)
    return match is not None and match.group()[-1] in ":–—-"


@cache
def _alone() -> re.Pattern[str]:
    return _compiled(vocabulary("captions")["alone"], "")


@cache
def _tail() -> re.Pattern[str]:
    return _compiled(vocabulary("captions")["tails"], r"(?:(?<=[)\]])\.)?$")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(alternatives(vocabulary("captions")["openings"]) + r"(?!\w)(?:\s?[:–—-])?", re.IGNORECASE)


def _compiled(expressions: list[str], end: str) -> re.Pattern[str]:
    words = vocabulary("captions")
    picture, house = alternatives(words["pictures"]), alternatives(words["houses"])
    any_of = "|".join(
        e.replace("<picture>", rf"\b{picture}\b").replace("<house>", rf"\b{house}\b") for e in expressions
    )
    return re.compile(rf"(?:{any_of}){end}", re.IGNORECASE)
