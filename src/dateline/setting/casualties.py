"""How many were killed, hurt, held, driven out, or marched: as said, with open ends left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import Casualties
from dateline.setting.numbers import Amount, amounts

SUBJECTS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd")
OF_PERSONS = ("people", "person")


@dataclass(frozen=True)
class HarmWords:
    """Lemma to kind of harm, by part of speech; `who` maps a noun for persons to its group."""

    verbs: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    tolls: dict[str, str]
    who: dict[str, str]


def find_casualties(analysis: Analysis) -> tuple[Casualties, ...]:
    """The tolls of a report, in order; each number that counts persons beside a word of harm or gathering."""
    return tuple(row for s in analysis.sentences for row in _in_sentence(analysis, analysis.tokens_of(s)))


def _in_sentence(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Casualties]:
    for amount in amounts(tokens):
        head = _counted(analysis, tokens, amount)
        kind = _kind(analysis, head) if head else None
        if head is None or kind is None:
            continue
        first, last = tokens[amount.first], tokens[amount.last - 1]
        end = head.end if head.pos in ("NOUN", "PROPN") and head.start >= last.end else last.end
        yield Casualties(kind, amount.low, amount.high, _who(analysis, head), first.start, end)


def _counted(analysis: Analysis, tokens: Sequence[Token], amount: Amount) -> Token | None:
    """The noun that an amount counts, or the amount's own last word where it stands for persons by itself."""
    number = tokens[amount.last - 1]
    if number.dep == "conj" and analysis.tokens[number.head].pos == "NUM":
        number = analysis.tokens[number.head]
    head = analysis.tokens[number.head]
    if number.dep in ("nummod", "det", "quantmod", "amod", "nmod", "compound") and head.pos in ("NOUN", "PROPN", "ADJ"):
        return head
    partitive = _of_noun(analysis, number)
    if partitive:
        return partitive
    single = amount.low in (0, 1) and amount.high == amount.low
    return number if number.pos in ("NUM", "NOUN", "PRON") or (number.pos == "DET" and not single) else None


def _of_noun(analysis: Analysis, number: Token) -> Token | None:
    """`dozens of civilians`, `40 of its members`: the noun after of."""
    for i in analysis.children[number.index]:
        if analysis.tokens[i].lower == "of":
            return next((analysis.tokens[j] for j in analysis.children[i] if analysis.tokens[j].dep == "pobj"), None)
    return None


def _kind(analysis: Analysis, noun: Token) -> str | None:
    """What was done to those counted: by the verb they depend on, an adjective beside them, or the noun itself."""
    words = _words()
    if noun.lemma in words.nouns and noun.lemma not in words.who:
        return words.nouns[noun.lemma]
    beside = _beside(analysis, noun)
    if beside:
        return beside
    top = _conjoined(analysis, _partitive_head(analysis, noun))
    verb = analysis.tokens[top.head]
    if verb.pos == "ADP" and verb.lower in ("to", "at"):
        return _by_toll(analysis, verb)
    if top.dep in SUBJECTS and verb.pos in ("VERB", "AUX"):
        return _by_verb(analysis, verb, top)
    return words.nouns.get(noun.lemma)


def _by_verb(analysis: Analysis, verb: Token, noun: Token) -> str | None:
    """The harm that a verb does to its subject or object: `12 died`, `were killed`, `killing 12`, `left 12 dead`."""
    words = _words()
    if verb.lower in words.adjectives:
        return words.adjectives[verb.lower]
    active_object_needed = verb.lemma in words.verbs and noun.dep == "nsubj" and not _is_felt(verb)
    if verb.lemma in words.verbs and not active_object_needed:
        return words.verbs[verb.lemma]
    for i in analysis.children[verb.index]:
        below = analysis.tokens[i]
        if below.dep in ("acomp", "oprd", "attr", "xcomp", "ccomp", "dobj") and below.lower in words.adjectives:
            return words.adjectives[below.lower]
        if below.dep in ("oprd", "ccomp", "acomp") and below.lemma in words.verbs:
            return words.verbs[below.lemma]
        if below.dep in ("nsubj", "nsubjpass") and below.lemma in words.tolls:
            return words.tolls[below.lemma]
    return None


def _is_felt(verb: Token) -> bool:
    """Whether the active subject is the one harmed or gathered: `died`, `fled`, `marched`, headline `wounded`."""
    return verb.tag in ("VBN",) or verb.lemma in vocabulary("casualties").get("subject_verbs", ())


def _by_toll(analysis: Analysis, preposition: Token) -> str | None:
    """`the death toll rose to 12`."""
    verb = analysis.tokens[preposition.head]
    below = (analysis.tokens[i] for i in analysis.children[verb.index])
    return next((_words().tolls[t.lemma] for t in below if t.lemma in _words().tolls), None)


def _beside(analysis: Analysis, noun: Token) -> str | None:
    """`12 dead`, `seven wounded civilians`, `people killed in the raid`."""
    words = _words()
    if noun.lemma in words.adjectives:
        return words.adjectives[noun.lemma]
    for i in analysis.children[noun.index]:
        below = analysis.tokens[i]
        if below.dep in ("amod", "acl", "acomp") and below.lower in words.adjectives:
            return words.adjectives[below.lower]
        if below.dep in ("acl", "amod") and below.tag == "VBN" and below.lemma in words.verbs:
            return words.verbs[below.lemma]
    return None


def _partitive_head(analysis: Analysis, noun: Token) -> Token:
    """From `civilians` in `dozens of civilians` up to `dozens`."""
    if noun.dep == "pobj" and analysis.tokens[noun.head].lower == "of":
        return analysis.tokens[analysis.tokens[noun.head].head]
    return noun


def _conjoined(analysis: Analysis, token: Token) -> Token:
    """The first of coordinated nouns, whose place in the clause all share."""
    steps = 0
    while token.dep == "conj" and steps < 8:
        token, steps = analysis.tokens[token.head], steps + 1
    return token


def _who(analysis: Analysis, noun: Token) -> str | None:
    group = _words().who.get(noun.lemma)
    if group and group != "people":
        return group
    below = (analysis.tokens[i] for i in analysis.children[noun.index])
    return next((_words().who[t.lemma] for t in below if t.dep == "appos" and t.lemma in _words().who), group)


@cache
def _words() -> HarmWords:
    content = vocabulary("casualties")

    def by(column: str) -> dict[str, str]:
        return {word: kind for kind, row in content["kinds"].items() for word in row[column]}

    tolls = {phrase.split()[-1]: kind for phrase, kind in by("toll").items()}
    who = {noun: group for group, nouns in content["people"].items() for noun in nouns}
    return HarmWords(by("verbs"), by("adjectives"), by("nouns"), tolls, who)
