"""What was done to those counted: the words for harm and gatherings, and how they stand to a counted noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token

SUBJECTS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "npadvmod", "nummod")
BELOW = ("acomp", "oprd", "attr", "xcomp", "ccomp", "dobj", "advmod")
DEEP = 2  # steps below a verb in which the other word of an idiom stands
MOST = 12  # words looked at for an idiom


@dataclass(frozen=True)
class HarmWords:
    """Lemma to kind of harm, by part of speech; `idioms` by verb and the word below it, `who` a noun to its group."""

    verbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    nouns: Mapping[str, str]
    tolls: Mapping[str, str]
    idioms: Mapping[str, str]
    of: Mapping[str, str]
    who: Mapping[str, str]


def kind_of(analysis: Analysis, noun: Token) -> str | None:
    """What was done: by a word beside the noun, its "of", the verb it depends on, or the noun itself."""
    words = harm_words()
    if noun.lemma in words.nouns and noun.lemma not in words.who:
        return words.nouns[noun.lemma]
    found = _beside(analysis, noun) or _by_of(analysis, noun)
    if found:
        return found
    top = _conjoined(analysis, _partitive_head(analysis, noun))
    verb = analysis.tokens[top.head]
    if verb.lower in ("from", "between") and verb.start < top.start and analysis.tokens[verb.head].tag == "VBN":
        return _by_verb(analysis, analysis.tokens[verb.head], top)  # "from 20 to 30 people were killed"
    if verb.pos == "ADP" and verb.lower in ("to", "at"):
        return by_toll(analysis, verb)
    if top.dep in SUBJECTS and verb.pos in ("VERB", "AUX"):
        found = _by_verb(analysis, verb, top)
        if found and (verb.lemma not in vocabulary("casualties")["persons_only"] or noun.lemma in words.who):
            return found
    return words.nouns.get(noun.lemma)


def by_toll(analysis: Analysis, preposition: Token) -> str | None:
    """`the death toll rose to 12`, `put the number of dead at 12`."""
    words, verb = harm_words(), analysis.tokens[preposition.head]
    for below in _children(analysis, verb):
        if below.lemma in words.tolls:
            return words.tolls[below.lemma]
        if below.lemma in vocabulary("casualties")["number_nouns"]:
            return next((k for t in _under(analysis, below) if (k := _harm_in(t))), None)
    return None


def _harm_in(token: Token) -> str | None:
    words = harm_words()
    return words.adjectives.get(token.lower) or (words.verbs.get(token.lemma) if token.tag == "VBN" else None)


def _by_verb(analysis: Analysis, verb: Token, noun: Token) -> str | None:
    """The harm that a verb does to its subject or object: `12 died`, `were killed`, `lost their lives`."""
    words = harm_words()
    if verb.lower in words.adjectives and verb.lemma not in words.verbs:
        return words.adjectives[verb.lower]
    idiom = next((k for t in _under(analysis, verb) if (k := words.idioms.get(f"{verb.lemma} {t.lemma}"))), None)
    if idiom:
        return idiom
    if verb.lemma in words.verbs:
        return None if noun.dep == "nsubj" and not _is_felt(verb) else words.verbs[verb.lemma]
    return _by_complement(analysis, verb)


def _by_complement(analysis: Analysis, verb: Token) -> str | None:
    """`left 12 dead`, `were found wounded`, `the toll was 12`."""
    words = harm_words()
    for below in _children(analysis, verb):
        if below.dep in BELOW and below.lower in words.adjectives:
            return words.adjectives[below.lower]
        if below.dep in ("oprd", "ccomp", "acomp") and below.lemma in words.verbs:
            return words.verbs[below.lemma]
        if below.dep in ("nsubj", "nsubjpass") and below.lemma in words.tolls:
            return words.tolls[below.lemma]
    return None


def _is_felt(verb: Token) -> bool:
    """Whether the active subject is the one harmed or gathered: `died`, `fled`, `marched`, headline `wounded`."""
    return verb.tag == "VBN" or verb.lemma in vocabulary("casualties")["subject_verbs"]


def _beside(analysis: Analysis, noun: Token) -> str | None:
    """`12 dead`, `20 wounded`, `seven wounded civilians`, `people killed in the raid`."""
    words = harm_words()
    if noun.lower in words.adjectives:
        return words.adjectives[noun.lower]
    for below in _children(analysis, noun):
        if below.dep in ("amod", "acl", "acomp") and below.lower in words.adjectives:
            return words.adjectives[below.lower]
        if below.dep in ("acl", "amod") and below.tag == "VBN" and below.lemma in words.verbs:
            return words.verbs[below.lemma]
    return None


def _by_of(analysis: Analysis, noun: Token) -> str | None:
    """`the deaths of three soldiers`, `the killing of five nurses`."""
    preposition = analysis.tokens[noun.head]
    if noun.dep != "pobj" or preposition.lower not in ("of", "to"):
        return None
    return harm_words().of.get(analysis.tokens[preposition.head].lemma)


def _partitive_head(analysis: Analysis, noun: Token) -> Token:
    """From `civilians` in `dozens of civilians` up to `dozens`."""
    if noun.dep == "pobj" and analysis.tokens[noun.head].lower == "of":
        return analysis.tokens[analysis.tokens[noun.head].head]
    return noun


def _conjoined(analysis: Analysis, token: Token) -> Token:
    """The first of coordinated nouns, whose place in the clause all share."""
    steps = 0
    while token.dep == "conj" and token.pos != "VERB" and steps < 8:
        token, steps = analysis.tokens[token.head], steps + 1
    return token


def _children(analysis: Analysis, token: Token) -> Iterator[Token]:
    return (analysis.tokens[i] for i in analysis.children[token.index])


def _under(analysis: Analysis, token: Token) -> list[Token]:
    """The words close below a token, level by level; what stands further away belongs to something else."""
    found, level = [], [token]
    for _ in range(DEEP):
        level = [below for t in level for below in _children(analysis, t)][:MOST]
        found += level
    return found


@cache
def harm_words() -> HarmWords:
    """The words of casualties.yaml by what they are."""
    content = vocabulary("casualties")

    def by(column: str) -> dict[str, str]:
        return {word: kind for kind, row in content["kinds"].items() for word in row[column]}

    tolls = {phrase.split()[-1]: kind for phrase, kind in by("toll").items()}
    who = {noun: group for group, nouns in content["people"].items() for noun in nouns}
    return HarmWords(by("verbs"), by("adjectives"), by("nouns"), tolls, by("idioms"), by("of"), who)
