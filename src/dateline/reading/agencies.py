"""Which names are agencies and outlets, and lines that credit one."""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook import vocabulary
from dateline.reading.publication import alternatives
from dateline.reading.words import key_of, single_spaced

LONGEST_NAME = 60  # code points: a longer line is no name
MOST_WORDS = range(2, 7)  # words in the name of an agency that the codebook does not know
TRAILING = re.compile(r"\(([^()]{2,60})\)$")


def is_agency(name: str) -> bool:
    """Whether a name is that of an agency or outlet: a known one, or one that ends as their names do."""
    words = single_spaced(name).split(" ")
    if is_known(name) or len(name) > LONGEST_NAME or len(words) not in MOST_WORDS or re.search(r"[:/|;,]", name):
        return is_known(name)
    named = all(w[:1].isupper() or w[:1].isdigit() or w in _small() for w in words)
    return named and words[-1].casefold().strip(".") in _nouns()


def is_known(name: str) -> bool:
    """Whether a name is that of an agency or outlet in the codebook, in capitals as it is written there."""
    return key_of(name) in _known() and (name[:1].isupper() or name in vocabulary("agencies")["known"])


def credited_agency(line: str) -> str | None:
    """The name after "Source:" and the like, where the line is nothing else."""
    match = _cue().fullmatch(single_spaced(line))
    if not match or len(match["name"]) > LONGEST_NAME or re.search(r"://|[.!?]\s|[;:]", match["name"]):
        return None
    name = match["name"].rstrip(".")
    return name if name[:1].isupper() or is_agency(name) else None


def trailing_agency(text: str) -> re.Match[str] | None:
    """The bracket at the end of a paragraph, `(Union Wire)`, that names the agency; group 1 is its name."""
    match = TRAILING.search(text, max(0, len(text) - 64))
    return match if match and is_agency(match[1].strip()) else None


def full_name(name: str, publisher: str | None) -> str:
    """The publisher's name where an agency's letters or short name stand for it ("UW": Union Wire), else the name."""
    if not publisher or key_of(name) == key_of(publisher):
        return name
    initials = "".join(w[0] for w in publisher.split() if w[0].isupper())
    starts = publisher.casefold().startswith(name.casefold() + " ")
    return publisher if len(name) > 1 and (name.replace(".", "") == initials or starts) else name


@cache
def _known() -> frozenset[str]:
    return frozenset(key_of(name) for name in vocabulary("agencies")["known"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(vocabulary("agencies")["nouns"])


@cache
def _small() -> frozenset[str]:
    return frozenset(vocabulary("agencies")["small"])


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\(?{alternatives(vocabulary('agencies')['cues'])}\s*:\s*(?P<name>[^()]+?)\)?", re.IGNORECASE)
