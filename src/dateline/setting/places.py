"""Places of a report: which of many places of a name is meant, and why; what cannot be located keeps its name."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.actors import Mentions
from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import Mention, PlaceRow
from dateline.report import Report
from dateline.setting.gazetteer import Place, gazetteer

LONGEST_NAME = 4  # words
NOT_LISTED = "not in the gazetteer"
OF_STATES = ("state", "place-metonym", "government")
NEVER_PLACES = ("PRON", "DET", "VERB", "AUX", "NUM", "ADV", "SCONJ", "CCONJ")


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands where a place stands: its tokens [first, last), and what the words around say of its kind."""

    first: int
    last: int
    kind: str = ""
    country: str | None = None
    strong: bool = False


def find_places(analysis: Analysis, report: Report, mentions: Mentions) -> tuple[PlaceRow, ...]:
    """The place rows of a report in order. An actor's name is a place only where it stands as one ("in Syria")."""
    named = [n for s in analysis.sentences for n in _named(analysis, s.first, s.last, mentions)]
    support = _support(report, mentions)
    rows = (_row(analysis, n, support) for n in named)
    return tuple(row for row in rows if row is not None)


def _named(analysis: Analysis, first: int, last: int, mentions: Mentions) -> Iterator[Named]:
    """The names of places among the tokens of one sentence, longest first at each word."""
    i = first
    while i < last:
        found = _name_at(analysis, i, last, mentions)
        if found:
            yield found
            i = found.last
        else:
            i += 1


def _name_at(analysis: Analysis, i: int, last: int, mentions: Mentions) -> Named | None:
    token = analysis.tokens[i]
    if not token.text[0].isupper() or token.pos in NEVER_PLACES:
        return None
    end = _run_end(analysis, i, last)
    mention = mentions.covering(token.start)
    if mention is not None:
        return _from_mention(analysis, i, mention, mentions)
    words = _words()
    if end < last and analysis.tokens[end].lower in words["facility"] | words["nature"] and _is_definite(analysis, i):
        return Named(i, end + 1, "facility", None, True)
    for stop in range(min(end, i + LONGEST_NAME), i, -1):
        if gazetteer().find(_text(analysis, i, stop)) and _stands_as_place(analysis, i, stop):
            return Named(i, stop, _kind(analysis, i, stop, last))
    return Named(i, end, _kind(analysis, i, end, last), None, True) if _is_strong(analysis, i, end) else None


def _from_mention(analysis: Analysis, i: int, mention: Mention, mentions: Mentions) -> Named | None:
    """A state or capital where it stands as a place; any other actor is none."""
    ref = mention.actors[0] if len(mention.actors) == 1 else None
    if ref is None or mentions.kind_of(ref) not in OF_STATES or analysis.tokens[i].start != mention.start:
        return None
    inside = analysis.tokens_in(mention.start, mention.end)
    head = next((t for t in inside if not mention.start <= analysis.tokens[t.head].start < mention.end), inside[-1])
    if head.dep not in ("pobj", "npadvmod") or analysis.tokens[head.head].lower not in _words()["strong"] | {"across"}:
        return None
    return Named(i, inside[-1].index + 1, "", ref.country)


def _run_end(analysis: Analysis, i: int, last: int) -> int:
    """The end of a run of capitalised names: `Deir ez-Zor`, `Port Sudan`, `Al-Bab`."""
    j = i + 1
    while j < last:
        token = analysis.tokens[j]
        joins = token.text in "-–" and token.start == analysis.tokens[j - 1].end and j + 1 < last
        glued = token.start == analysis.tokens[j - 1].end and analysis.tokens[j - 1].text in "-–"
        if not (joins or glued or (token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ"))):
            break
        j += 1
    while j > i + 1 and analysis.tokens[j - 1].text in "-–":
        j -= 1
    return j


def _stands_as_place(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a listed name is used as one: a proper name that is not part of a longer name."""
    head = _head(analysis, first, last)
    if head.pos != "PROPN":
        return False
    if head.dep == "compound" and analysis.tokens[head.head].pos == "PROPN":
        return False
    after = analysis.tokens[last] if last < len(analysis.tokens) else None
    goes_on = after is not None and after.pos == "PROPN" and after.start == analysis.tokens[last - 1].end + 1
    led = first > 0 and analysis.tokens[first - 1].pos == "PROPN" and analysis.tokens[first - 1].text[0].isupper()
    return not goes_on and not led


def _is_strong(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words alone make an unknown name a place: `in Karst`, `the village of Bralin`."""
    head = _head(analysis, first, last)
    if head.pos != "PROPN" or head.dep not in ("pobj", "appos", "conj"):
        return False
    governor = analysis.tokens[head.head]
    if head.dep == "conj" and governor.dep == "pobj":
        governor = analysis.tokens[governor.head]
    if governor.lower in _words()["strong"]:
        return True
    of = governor.lower == "of" and analysis.tokens[governor.head].lemma in _words()["of_heads"]
    return of or (head.dep == "appos" and governor.lemma in _words()["settlement"])


def _is_definite(analysis: Analysis, i: int) -> bool:
    before = analysis.tokens[i - 1].lower if i else ""
    return before == "the" or before in _words()["locative"]


def _kind(analysis: Analysis, first: int, last: int, end: int) -> str:
    """What the words call it: `Aleppo province` is a division, `the village of Bralin` a settlement."""
    words = _words()
    after = analysis.tokens[last].lower if last < end else ""
    before = [analysis.tokens[k].lower for k in range(max(0, first - 2), first)]
    if after in words["division"] or (before[-1:] == ["of"] and before[0] in words["division"]):
        return "admin1"
    settled = after in words["settlement"] or any(w in words["settlement"] for w in before)
    return "town" if settled else ""


def _support(report: Report, mentions: Mentions) -> Mapping[str, float]:
    """How much each country is what the report is about: its share of the mentions, and the dateline's country."""
    count: Counter[str] = Counter(a.country for m in mentions.rows for a in m.actors if a.country)
    if report.dateline and report.dateline.place:
        candidates = gazetteer().find(report.dateline.place.split("/")[0].split(",")[0])
        if candidates:
            count[max(candidates, key=lambda p: (count[p.country], p.population)).country] += 3
    total = sum(count.values()) or 1
    return {country: n / total for country, n in count.items()}


def _row(analysis: Analysis, named: Named, support: Mapping[str, float]) -> PlaceRow | None:
    start, end = analysis.tokens[named.first].start, analysis.tokens[named.last - 1].end
    text = " ".join(analysis.text[start:end].split())
    if named.country:
        return _country_row(named.country, start, end, text)
    places = gazetteer().find(text)
    if not places or named.kind == "facility":
        return _unlocated(start, end, text, named, support)
    said = _said_country(analysis, named)
    place, decided_by = _choose(places, named.kind, said, support)
    return PlaceRow(
        id=f"p{start}-{end}",
        start=start,
        end=end,
        text=text,
        name=text,
        latitude=place.latitude if place.kind != "country" else None,
        longitude=place.longitude if place.kind != "country" else None,
        geonames=place.geonames or None,
        country=place.country,
        admin1=place.admin1 or None,
        precision="town" if place.kind == "town" else "admin1" if place.kind == "admin1" else "country",
        decided_by=decided_by,
        reason=None,
    )


def _choose(places: tuple[Place, ...], kind: str, said: str | None, support: Mapping[str, float]) -> tuple[Place, str]:
    """The best place of a name, and what decided: no other, its containment, the country in context, or population."""
    fitting = [p for p in places if p.kind == kind] or [p for p in places if p.kind != "admin1"] or list(places)
    if said and (inside := [p for p in fitting if said in (p.country, p.admin1)]):
        return inside[0], "containment"
    if len(fitting) == 1:
        return fitting[0], "only candidate"

    def score(place: Place) -> float:
        weight = 6 * support.get(place.country, 0.0) + 1.5 * (place.country in support)
        return weight + math.log10(place.population + 1) / 2 - 0.7 * place.alternate

    best = max(fitting, key=lambda p: (score(p), -p.geonames))
    return best, "country in context" if best.country in support else "population"


def _said_country(analysis: Analysis, named: Named) -> str | None:
    """What the words put around it: `Tripoli, Lebanon`."""
    i = named.last
    if i + 1 >= len(analysis.tokens) or analysis.tokens[i].text != ",":
        return None
    end = _run_end(analysis, i + 1, min(len(analysis.tokens), i + 1 + LONGEST_NAME))
    around = gazetteer().find(_text(analysis, i + 1, end))
    country = next((p for p in around if p.kind == "country"), None)
    province = next((p for p in around if p.kind == "admin1"), None)
    return country.country if country else province.admin1 if province else None


def _unlocated(start: int, end: int, text: str, named: Named, support: Mapping[str, float]) -> PlaceRow:
    country = max(support, key=lambda c: (support[c], c)) if support and named.kind == "facility" else None
    why = NOT_LISTED + (f"; the report is about {country}" if country else "")
    decided_by = "country in context" if country else "none"
    return PlaceRow(
        f"p{start}-{end}", start, end, text, text, None, None, None, country, None, "unknown", decided_by, why
    )


def _country_row(country: str, start: int, end: int, text: str) -> PlaceRow:
    return PlaceRow(
        f"p{start}-{end}", start, end, text, text, None, None, None, country, None, "country", "actor", None
    )


def _head(analysis: Analysis, first: int, last: int) -> Token:
    inside = analysis.tokens[first:last]
    return next((t for t in reversed(inside) if not first <= t.head < last), inside[-1])


def _text(analysis: Analysis, first: int, last: int) -> str:
    return analysis.text[analysis.tokens[first].start : analysis.tokens[last - 1].end]


@cache
def _words() -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in vocabulary("places").items() if isinstance(v, list)}
