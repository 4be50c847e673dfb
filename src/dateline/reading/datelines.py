"""Datelines in real forms: `KOBANE –`, `BEIRUT (AP) —`, `NAIROBI, Nov 23 (Reuters) -`, `ODRIN, 5 May. /VELTA/.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook import vocabulary
from dateline.reading.agencies import is_agency
from dateline.reading.publication import alternatives, date_expression
from dateline.reading.words import title_case
from dateline.report import Dateline

LONGEST = 130  # code points before the dash
DASH = re.compile(r"(?<=[)/])\s*(?:--?|[–—―‒])\s*|\s+(?:--?|[–—―‒]+)\s+|\s*[—―]\s*|--\s+")
SLASHED = re.compile(r"\.?\s*/\s*(?P<agency>[^/\n]{2,40}?)\s*/\s*(?:\.|--?|[–—])\s*")
COLON = re.compile(r"\s*:\s+")
BRACKET = re.compile(r"\s*\((?P<agency>[^()]{2,50})\)$")
RUN_ON = re.compile(r"[^()]{2,80}\((?P<agency>[^()]{2,40})\)\s+(?=[A-Z\"\d])")
CAPITAL = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class DatelineFound:
    """A dateline at the head of a paragraph; `end` counts code points from its start and takes in the dash."""

    dateline: Dateline
    end: int


def read_dateline(line: str, *, others: Sequence[str] = (), elsewhere: bool = False) -> DatelineFound | None:
    """The dateline at the head of a paragraph, or None. `others` are the paragraphs after it.

    `elsewhere`: it is not the first one below a headline, so that a word before a colon is a label or a speaker.

    A word in capitals before a dash may as well be a body ("NATO – The alliance …"): without agency or date it is a
    dateline only where a new sentence follows the dash, and the rest of the report does not use the letters as a name.
    """
    for head, agency, end, colon in _cuts(line):
        found = _read_head(head, agency)
        if colon and elsewhere and found and not found.agency and not found.date:
            continue
        if found and (found.agency or _begins_sentence(line[end:])) and _holds(found, line[end:], others, colon=colon):
            return DatelineFound(_tidy(found), end)
    return None


def read_lone_dateline(line: str) -> Dateline | None:
    """The dateline that a whole line is ("SALLIS, Aldova, May 4"), where it prints more than a place."""
    head = line.rstrip(" .:–—-")
    found = _read_head(head, None) if len(line) < LONGEST and line[-1:] not in '!?"' else None
    if not found or not found.place or not _is_upper(found.place.split(",")[0]):
        return None
    return _tidy(found) if found.date or found.agency or "," in found.place else None


def _cuts(line: str) -> list[tuple[str, str | None, int, bool]]:
    """Where a dateline could end: (head, agency between slashes, end of the separator, whether it is a colon)."""
    window = line[: LONGEST + 12]
    cuts: list[tuple[str, str | None, int, bool]] = []
    slashed = SLASHED.search(window)
    if slashed:
        cuts.append((window[: slashed.start()], slashed["agency"], slashed.end(), False))
    dash = DASH.search(window)
    if dash:
        cuts.append((window[: dash.start()], None, dash.end(), False))
    run_on = RUN_ON.match(window)
    if run_on:
        cuts.append((run_on.group().rstrip(), None, run_on.end(), False))
    colon = COLON.search(window)
    if colon:
        cuts.append((window[: colon.start()], None, colon.end(), True))
    return cuts


def _read_head(head: str, agency: str | None) -> Dateline | None:
    """Place, agency and date of what stands before the separator; None where it cannot be a dateline."""
    bracket = BRACKET.search(head)
    if bracket and agency is None:
        agency, head = bracket["agency"].strip(), head[: bracket.start()]
    if agency is not None and not _can_be_agency(agency):
        return None
    if not head.strip():
        return Dateline(None, agency, None) if agency and is_agency(agency) else None
    place, date = _without_date(head)
    return Dateline(place or None, agency, date) if place and _is_place(place) else None


def _without_date(head: str) -> tuple[str, str | None]:
    match = _date_at_end().search(head)
    if not match:
        return head.strip(" ,.|") if not head.rstrip().endswith(".") else head.strip(" ,|"), None
    return head[: match.start()].strip(" ,|"), match["date"].strip()


def _can_be_agency(name: str) -> bool:
    words = name.split()
    return len(words) <= 6 and (name[0].isupper() or is_agency(name)) and not re.search(r"\d{2}|[.!?]\s", name)


def _is_place(place: str) -> bool:
    """A town in capitals or title case, then any regions: each word with a capital, or a small word of names."""
    town, *regions = (p.strip() for p in place.split(","))
    if len(regions) > 3 or not CAPITAL.search(town) or len(town.split()) > 7:
        return False
    names = [w for piece in (town, *regions) for w in re.split(r"[\s/]+", piece) if w]
    named = all(w[0].isupper() or w.casefold() in _small() or re.match(r"(?:al|el|ash|as|d)[-']", w) for w in names)
    return named and any(w[0].isupper() for w in names) and not any(c.isdigit() for c in place)


def _holds(found: Dateline, rest: str, others: Sequence[str], *, colon: bool) -> bool:
    """Whether the head is a dateline and not a label, a speaker or a body."""
    if found.place is None:
        return True
    town = found.place.split(",")[0].strip()
    if _is_label(town):
        return False
    if found.agency or found.date:
        return len(town.split()) <= 4 or _is_upper(town)
    if _is_upper(town):
        return not _is_letters(town) and (not _is_body(town, others) and not (colon and _is_transcript(others)))
    return (
        not colon and len(found.place.split()) <= 4 and not DASH.search(rest[:200]) and _elsewhere_with_name(town, rest)
    )


def _is_label(town: str) -> bool:
    """Whether the words head a paragraph without being a place ("Opinion", "WATCH LIVE", "EXCLUSIVE")."""
    low = town.casefold()
    return low in _labels() or (" " in low and low.split()[0].strip("':") in _labels())


def _is_letters(town: str) -> bool:
    """Letters of a body ("NATO", "SDF"), not a town: in the codebook, or without a vowel."""
    low = town.casefold()
    if low in _places_of_letters():
        return False
    return low in _not_places() or not re.search(r"[aeiouyáéíóúäöüåøæîôûâêà]", low)


def _is_body(town: str, others: Sequence[str]) -> bool:
    """Whether the report goes on to use the word in capitals as a name, as it would "NATO" and never "SALLIS"."""
    if " " in town or "/" in town or not others:
        return False
    word = re.compile(rf"(?<![\w-]){re.escape(town)}(?![\w-])")
    return any(word.search(other) for other in others if not other.startswith(town) and not _is_upper(other))


def _is_transcript(others: Sequence[str]) -> bool:
    """Whether other paragraphs begin with a speaker in capitals and a colon."""
    return any(re.match(r"[A-Z][A-Z .'-]{1,40}:\s", other) for other in others)


def _elsewhere_with_name(town: str, rest: str) -> bool:
    """A town in title case, "Sallis – The …": one to three names, and a sentence of some length after the dash."""
    return all(w[0].isupper() for w in town.split()) and len(rest) > 60 and not rest.startswith('"')


def _begins_sentence(rest: str) -> bool:
    """What follows a dateline is a new sentence: it begins with a capital, a figure or a quotation mark."""
    first = re.match(r"\W{0,4}(\w)", rest)
    return first is not None and not first[1].islower()


def _tidy(found: Dateline) -> Dateline:
    place = re.sub(r"\s+", " ", found.place).strip() if found.place else None
    return Dateline(title_case(place, _small()) if place else None, found.agency, found.date)


def _is_upper(words: str) -> bool:
    letters = [c for c in re.sub(r"\b(?:Mc|St\.|a[ln]-)|\b(?:and|of|de|la|near)\b", "", words) if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


@cache
def _date_at_end() -> re.Pattern[str]:
    words = vocabulary("publication")
    numbers = r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d"
    day = rf"(?P<date>{date_expression()}|{numbers}|{alternatives(words['weekdays'])}\b)"
    return re.compile(rf"(?:^|[,.|]\s*|\s+){day}\.?\s*$", re.IGNORECASE)


@cache
def _small() -> frozenset[str]:
    return frozenset(vocabulary("datelines")["small"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(vocabulary("datelines")["labels"])


@cache
def _not_places() -> frozenset[str]:
    return frozenset(vocabulary("datelines")["not_places"])


@cache
def _places_of_letters() -> frozenset[str]:
    return frozenset(vocabulary("datelines")["places_of_letters"])
