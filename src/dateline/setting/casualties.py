"""How many were killed, hurt, held, driven out, or marched: as said, with open ends left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import Casualties
from dateline.setting.harm import harm_words, kind_of
from dateline.setting.numbers import Amount, amounts

COUNTING = ("nummod", "det", "quantmod", "amod", "nmod", "compound")
NEAR = 3  # tokens from an amount to the noun it counts, where the syntax does not say


def find_casualties(analysis: Analysis) -> tuple[Casualties, ...]:
    """The tolls of a report, in order; each number that counts persons beside a word of harm or gathering.

    `total` says that the words give the whole count so far, with what was told before in it.
    """
    return tuple(row for s in analysis.sentences for row in _in_sentence(analysis, analysis.tokens_of(s)))


def _in_sentence(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Casualties]:
    before: Casualties | None = None
    for amount in amounts(tokens):
        total = _is_total(tokens, amount)
        row = _row(analysis, tokens, amount) or (_grown(tokens, amount, before) if total and before else None)
        if row is not None:
            before = replace(row, total=total)
            yield before


def _row(analysis: Analysis, tokens: Sequence[Token], amount: Amount) -> Casualties | None:
    head = _counted(analysis, tokens, amount)
    words = vocabulary("casualties")
    if head is None or head.lemma in words["number_nouns"] or head.lemma in words["collectives"]:
        return None
    low, high = amount.low, amount.high
    kind = _said_beside(tokens, amount) or kind_of(analysis, head)
    if kind is None and (kind := _among_the_harmed(analysis, head)):
        high = None  # "the dead include four children": of an unknown number
    if kind is None:
        return None
    first, last = tokens[amount.first], tokens[amount.last - 1]
    end = head.end if head.pos in ("NOUN", "PROPN") and head.start >= last.end else last.end
    return Casualties(kind, low, high, _who(analysis, head), first.start, end)


def _said_beside(tokens: Sequence[Token], amount: Amount) -> str | None:
    """`12 missing`, `20 wounded`: the word right after a number that counts nothing else."""
    after = tokens[amount.last : amount.last + 2]
    if not after or (len(after) > 1 and after[1].pos in ("NOUN", "PROPN", "ADJ", "ADP") and after[1].lower != "in"):
        return None
    return harm_words().adjectives.get(after[0].lower) if after[0].pos != "NOUN" or len(after) == 1 else None


def _grown(tokens: Sequence[Token], amount: Amount, before: Casualties) -> Casualties:
    """`taking the total to 26`: of the kind that the sentence told."""
    first, last = tokens[amount.first], tokens[amount.last - 1]
    return Casualties(before.kind, amount.low, amount.high, None, first.start, last.end)


def _is_total(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether the words before a number give a whole count: `the toll rose to`, `a total of`."""
    content, near = vocabulary("casualties"), tokens[max(0, amount.first - 9) : amount.first]
    if [t.lower for t in near[-2:]] == ["total", "of"]:
        return True
    counts = [t for t in near if t.lemma in content["number_nouns"] or t.lemma in harm_words().tolls]
    return bool(counts) and any(t.lemma in content["grown"] and t.pos in ("VERB", "AUX", "NOUN") for t in near)


def _counted(analysis: Analysis, tokens: Sequence[Token], amount: Amount) -> Token | None:
    """The noun that an amount counts, or the amount's own last word where it stands for persons by itself."""
    number = tokens[amount.last - 1]
    if number.dep == "conj" and analysis.tokens[number.head].pos == "NUM":
        number = analysis.tokens[number.head]
    head = analysis.tokens[number.head]
    if number.dep in COUNTING and head.pos in ("NOUN", "PROPN", "ADJ") and head.index != number.index:
        return head
    found = _of_noun(analysis, number) or _next_noun(tokens, amount)
    if found:
        return found
    single = amount.low in (0, 1) and amount.high == amount.low
    return number if number.pos in ("NUM", "NOUN", "PRON") or (number.pos == "DET" and not single) else None


def _of_noun(analysis: Analysis, number: Token) -> Token | None:
    """`dozens of civilians`, `40 of its members`: the noun after of."""
    for i in analysis.children[number.index]:
        if analysis.tokens[i].lower == "of":
            return next((analysis.tokens[j] for j in analysis.children[i] if analysis.tokens[j].dep == "pobj"), None)
    return None


def _next_noun(tokens: Sequence[Token], amount: Amount) -> Token | None:
    """The noun right after an amount, over adjectives: where the syntax hangs the number elsewhere."""
    for token in tokens[amount.last : amount.last + NEAR]:
        if token.pos == "NOUN":
            return token if token.lemma in harm_words().who else None
        if token.pos != "ADJ":
            return None
    return None


def _among_the_harmed(analysis: Analysis, noun: Token) -> str | None:
    """`the dead include four children`, `among the wounded were two nurses`."""
    verb = analysis.tokens[noun.head]
    if verb.pos not in ("VERB", "AUX") or noun.dep not in ("dobj", "attr", "nsubj"):
        return None
    below = [analysis.tokens[i] for i in analysis.children[verb.index]]
    if verb.lemma in vocabulary("casualties")["among"]:
        harmed = [t for t in below if t.dep == "nsubj" and t.index != noun.index]
    else:
        inside = (j for t in below if t.lower == "among" for j in analysis.children[t.index])
        harmed = [analysis.tokens[j] for j in inside]
    return next((k for t in harmed if (k := harm_words().adjectives.get(t.lower))), None)


def _who(analysis: Analysis, noun: Token) -> str | None:
    who = harm_words().who
    group = who.get(noun.lemma)
    if group and group != "people":
        return group
    below = (analysis.tokens[i] for i in analysis.children[noun.index])
    return next((who[t.lemma] for t in below if t.dep == "appos" and t.lemma in who), group)
