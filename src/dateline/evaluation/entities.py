"""Mentions as flat entities: exact spans and one of four types, micro over documents.

The record's mentions are the words that resolve; re3d marks noun phrases. The span that is compared is therefore made
here from a mention's: with the article before it; of a person the name with its title, without the apposition; of a
place also "the city of" and "northern" before it. Possessive and relative pronouns are no entities, "he" and "she" are
persons whoever they are, so is "I", and "we" is an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.actors import find_mentions
from dateline.codebook import vocabulary
from dateline.coding import Coder
from dateline.evaluation.re3d import Document, Entity, flat
from dateline.evaluation.score import Scores
from dateline.language import analyse
from dateline.record import Mention, Record
from dateline.report import Report

ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.I)
PARTS = re.compile(r",\s+")
LONGEST_BEFORE = 40  # code points before a mention in which an article or "the city of" is looked for
PRONOUN = re.compile(r"\b[A-Za-z]{1,3}\b")
PERSON, PLACE, NATION, ORGANISATION = "Person", "Location", "Nationality", "Organisation"


def coded_entities(record: Record, kinds: Mapping[str, str]) -> tuple[Entity, ...]:
    """The record's mentions and places as flat entities; `kinds` maps mention id to the kind of its actor."""
    text = record.report.text
    places = (_whole(text, p.start, p.end, PLACE) for p in record.places)
    return flat([*_mentions(record, kinds), *_pronouns(text), *places])


def kinds_of(coder: Coder, report: Report) -> dict[str, str]:
    """Mention id to the kind of its first actor: the record itself does not carry kinds. An adjective of a state or
    people ("Velmoran troops") has the kind `adjective`, a state that acts or is meant by other words than its name the
    kind `government`: re3d calls it an organisation there and a location elsewhere."""
    analysis = analyse(report)
    mentions = find_mentions(analysis, report, coder.catalogue)
    found = {m.id: mentions.kind_of(m.actors[0]) or "" for m in mentions.rows if m.actors}
    for token, row in mentions.heads.items():
        mention, role = mentions.rows[row], analysis.tokens[token].dep
        adjective = mention.resolved_by == "demonym" or found.get(mention.id) == "people"
        if adjective and role in MODIFIERS and " " not in mention.text:
            found[mention.id] = ADJECTIVE
        elif found.get(mention.id) == "state" and (mention.resolved_by not in NAMED or role in ACTING):
            found[mention.id] = "government"
    return found


MODIFIERS = frozenset({"amod", "compound", "nmod"})
ACTING = frozenset({"nsubj", "nsubjpass", "agent"})
NAMED = frozenset({"alias", "demonym", "metonym"})
ADJECTIVE = "adjective"


def _mentions(record: Record, kinds: Mapping[str, str]) -> Iterator[Entity]:
    by_name = {m.actors[0].name: kinds[m.id] for m in record.mentions if m.actors and kinds.get(m.id) not in LOOSE}
    for mention in record.mentions:
        kind = kinds.get(mention.id) or by_name.get(mention.actors[0].name if mention.actors else "", "")
        named = _type_of(kind)
        if named and mention.text.lower() not in _words("omitted"):
            yield _span(record.report.text, mention, named)


LOOSE = frozenset({None, "", ADJECTIVE, "state", "government"})


def _pronouns(text: str) -> Iterator[Entity]:
    """ "I", "he" and "she" are persons and "we" an organisation, also where nothing says who is meant."""
    for found in PRONOUN.finditer(text):
        word = found.group().lower() if len(found.group()) > 1 else found.group()
        kind = PERSON if word in _words("persons") else ORGANISATION if word in _words("organisations") else None
        if kind:
            yield found.start(), found.end(), kind


def _span(text: str, mention: Mention, kind: str) -> Entity:
    if kind == NATION:
        return mention.start, mention.end, kind
    if kind != PERSON or ", " not in mention.text:
        return _whole(text, mention.start, mention.end, kind)
    last = mention.actors[0].name.split()[-1].casefold()
    begin = mention.start
    for part in PARTS.split(mention.text):
        begin = text.index(part, begin)
        if last in part.casefold():
            return begin, begin + len(part), kind
    return mention.start, mention.end, kind


def _whole(text: str, start: int, end: int, kind: str) -> Entity:
    """With the words before it that belong to its noun phrase."""
    before = text[max(0, start - LONGEST_BEFORE) : start]
    found = _before_places().search(before) if kind == PLACE else None
    if found:
        start, before = start - len(before) + found.start(), before[: found.start()]
    article = ARTICLE.search(before)
    return (start - len(article.group()) if article else start), end, kind


def _type_of(kind: str) -> str | None:
    """An adjective of a state or people is a nationality; everything else goes by the kind of the actor."""
    return NATION if kind == ADJECTIVE else _types().get(kind)


def score(documents: list[tuple[Document, tuple[Entity, ...]]]) -> dict[str, dict[str, float]]:
    """`micro`, and each type by name."""
    scores = Scores()
    for document, mine in documents:
        gold, found = set(document.entities), set(mine)
        scores.add("micro", len(gold & found), len(found), len(gold))
        for kind in sorted({e[2] for e in gold | found}):
            g, f = ({e for e in rows if e[2] == kind} for rows in (gold, found))
            scores.add(kind, len(g & f), len(f), len(g))
    return scores.rows()


@cache
def _types() -> dict[str, str]:
    return {kind: name for name, kinds in vocabulary("foreign/re3d")["entities"].items() for kind in kinds}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("foreign/re3d")["words"][name])


@cache
def _before_places() -> re.Pattern[str]:
    """ "northern ", "city of " right before a place."""
    words = vocabulary("foreign/re3d")["words"]
    kinds, parts = "|".join(words["place_nouns"]), "|".join(words["directions"])
    return re.compile(rf"\b(?:(?:{kinds}) of (?:the )?|(?:{parts})[ -])$", re.I)
