"""Who wrote a report: "By A and B, Agency", "Reporting by: A", "(Reporting by A; Editing by B)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from dateline.codebook import vocabulary
from dateline.reading.agencies import is_agency, is_known
from dateline.reading.publication import alternatives, is_date_line
from dateline.reading.words import single_spaced, title_case

LONGEST = 320  # code points: a longer line is running text
BAR = re.compile(r"\s*(?:[|•·\u2013\u2014]|\s-\s)\s*")
PIECE = re.compile(r"\s*(?:,\s*and\s|,|\band\b|&|\bwith\b)\s*", re.IGNORECASE)
ADDRESS = re.compile(r"\(?\S*@\S+\)?|https?://\S+")
ARTICLE = re.compile(r"(?:al|el|ad|as|ash|bin|d|ul)[-'][^\W\d_]")  # small before the hyphen of a name: al-Sarren
WORD = re.compile(r"[^\W\d_][\w.'’-]*")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: people by name, the agency or outlet that they write for, and where they write from."""

    names: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None


def read_byline(line: str, *, marked: bool = False) -> Byline | None:
    """The byline that a line is, or None. `marked` says that the page itself marks the line as one."""
    words = single_spaced(line)
    if not words or len(words) > LONGEST:
        return None
    bracketed = words.startswith(("(", "[")) and words.endswith((")", "]", ").", "]."))
    inner = words.strip("()[].") if bracketed else words
    return _credits(inner) or _contributors(inner) or _by_line(words) or (_marked(words) if marked else None)


def names_in(line: str) -> tuple[str, ...]:
    """The people named in a byline that is given as such ("By A and B", "A, B")."""
    byline = read_byline(line, marked=True)
    return byline.names if byline else ()


def _credits(line: str) -> Byline | None:
    """Credits set apart by semicolons: "Reporting by A and B; Editing by C"."""
    pieces = re.split(r"\s*[;•|]\s*", line)
    first = _credit().match(pieces[0])
    if not first or not _is_name_list(first["rest"], in_credit=True):
        return None
    found = [m for m in map(_credit().match, pieces) if m and m["own"]]
    return _joined(_people(m["rest"], alone=True) for m in found)


def _contributors(line: str) -> Byline | None:
    """ "Agency writers A in X and B in Y contributed to this report." """
    match = _contributed().fullmatch(line)
    if not match:
        return None
    who = _positions_cut().split(match["who"], maxsplit=1)
    agency = next((w.strip() for w in who if is_agency(w.strip())), None)
    names = _people(who[-1], alone=False).names
    return Byline(names, agency) if names or agency else None


def _by_line(line: str) -> Byline | None:
    match = _alone().match(line)
    if not match:
        return None
    rest = ADDRESS.sub("", match["rest"]).strip()
    if not re.match(r"[^\W\d_]", rest) or not _is_name_list(rest, in_credit=False):
        return None
    byline = replace(_people(rest, alone=False), place=_place(rest))
    return byline if byline.names or byline.agency or _starts_with_staff(rest) else None


def _place(rest: str) -> str | None:
    """The one place that a byline is written from ("By A in Sallis, Aldova")."""
    places = _from_place().findall(_stop_at_date(BAR.split(rest)[0]))
    place = places[0].strip(" ,.") if len(places) == 1 else ""
    words = place.replace(",", "").split()
    return place if words and len(words) < 6 and all(w[0].isupper() for w in words) else None


def _marked(line: str) -> Byline | None:
    """A line that the page marks as byline: names without a cue."""
    byline = _people(ADDRESS.sub("", line).strip(), alone=True)
    return byline if byline.names or byline.agency else None


def _is_name_list(rest: str, *, in_credit: bool) -> bool:
    """Whether what follows the cue can be names: no sentence, and no word of time or manner at its head."""
    first = WORD.match(rest)
    if not first or (not in_credit and rest[-1] in ".!?" and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", rest)):
        return False
    if _starts_with_staff(rest) or is_known(PIECE.split(rest, maxsplit=1)[0]):
        return True
    word = first.group().casefold()
    return first.group()[0].isupper() and word not in _not_names()


def _people(rest: str, *, alone: bool) -> Byline:
    """Names and agency in what follows a cue. `alone` lets a name of one word count."""
    names: list[str] = []
    agency: str | None = None
    for section in BAR.split(rest):
        if is_date_line(section):
            continue
        found, house = _section(section, alone=alone and not names)
        names, agency = [*names, *found], agency or house
    return Byline(tuple(dict.fromkeys(names)), agency)


def _section(section: str, *, alone: bool) -> tuple[list[str], str | None]:
    names: list[str] = []
    agency: str | None = None
    after_place = False
    for piece in PIECE.split(_stop_at_date(section)):
        name, house, place = _piece(re.sub(r"^by:?\s+", "", piece.strip(" .:;()"), flags=re.IGNORECASE))
        agency = agency or house
        single = " " not in name
        if _is_person(name) and not (single and (not alone or after_place or names)):
            names.append(title_case(name, frozenset()))
        after_place = place
    return names, agency


def _piece(piece: str) -> tuple[str, str | None, bool]:
    """The name at the head of a piece, the agency it ends in or is, and whether a place was cut off."""
    if is_known(piece):
        return "", piece, False
    name, *tail = _tail().split(piece, maxsplit=1)
    if not tail and is_agency(piece):
        return "", piece, False
    house = tail[0].strip() if tail and is_agency(tail[0].strip()) else None
    return name.strip(), house, bool(tail) and house is None


def _is_person(name: str) -> bool:
    """One to five words, each with a capital or a particle, none a position or a word of time."""
    words = name.split(" ")
    if (
        not name
        or len(words) > 5
        or not (words[-1][:1].isupper() or ARTICLE.match(words[-1]))
        or any(c.isdigit() for c in name)
    ):
        return False
    if any(not (w[:1].isupper() or w in _particles() or ARTICLE.match(w)) for w in words):
        return False
    low = [w.casefold().strip(".") for w in words]
    return not (low[-1] in _positions() or low[0] in _not_names() or name.casefold() in _staff())


def _starts_with_staff(rest: str) -> bool:
    head = re.split(r"\s*(?:,|\||\bin\b)\s*", rest.casefold(), maxsplit=1)[0].strip(" .")
    return head in _staff() or head.removeprefix("the ") in _staff()


def _stop_at_date(section: str) -> str:
    """A byline often runs on into its date ("By A Published: 4 May"): cut there."""
    return _published().split(section, maxsplit=1)[0]


def _joined(bylines: Iterable[Byline]) -> Byline:
    found = tuple(bylines)
    names = dict.fromkeys(name for b in found for name in b.names)
    return Byline(tuple(names), next((b.agency for b in found if b.agency), None))


@cache
def _credit() -> re.Pattern[str]:
    words = vocabulary("bylines")
    own, others = alternatives(words["reported"]), alternatives(words["others"])
    return re.compile(rf"(?:(?P<own>{own})|{others})\b\s*:?\s+(?P<rest>\S.*)", re.IGNORECASE)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(vocabulary('bylines')['alone'])}\s+(?P<rest>\S.*)", re.IGNORECASE)


@cache
def _contributed() -> re.Pattern[str]:
    verbs = alternatives(vocabulary("bylines")["contributed"])
    return re.compile(rf"[—–-]*\s*(?P<who>[A-Z][^.!?\"]{{3,200}}?)\s+{verbs}(?:\s+(?:from|in)\s+[^.]{{2,60}})?\.?")


@cache
def _positions_cut() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(vocabulary('bylines')['positions'])}\b,?\s*")


@cache
def _tail() -> re.Pattern[str]:
    words = vocabulary("bylines")
    return re.compile(rf"\s+{alternatives([*words['places_after'], *words['houses_after']])}\s+|\s*[/(]\s*")


@cache
def _from_place() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives(vocabulary('bylines')['places_after'])}\s+([^|]+)")


@cache
def _published() -> re.Pattern[str]:
    words = vocabulary("publication")
    cues = alternatives([*words["published"], *words["updated"]])
    months = alternatives([m for names in words["months"].values() for m in names])
    return re.compile(
        rf"\b{cues}\s*:?\s*(?=\w*,?\s*(?:\d|{months}))|\b{months}\.?\s+\d|\b\d{{1,2}}\s+{months}\b", re.IGNORECASE
    )


@cache
def _particles() -> frozenset[str]:
    return frozenset(vocabulary("bylines")["particles"])


@cache
def _positions() -> frozenset[str]:
    return frozenset(vocabulary("bylines")["positions"])


@cache
def _staff() -> frozenset[str]:
    return frozenset(vocabulary("bylines")["staff"])


@cache
def _not_names() -> frozenset[str]:
    calendar = vocabulary("publication")
    months = [m for names in calendar["months"].values() for m in names]
    return frozenset([*vocabulary("bylines")["not_names"], *calendar["weekdays"], *months]) - {
        "may",
        "jan",
        "april",
        "june",
        "august",
    }
