"""Whether the deed that a date belongs to is still to come: its verb or one above it has will, plans, is to."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook import vocabulary
from dateline.language import Token
from dateline.setting.time_tokens import at, table, weekday_at
from dateline.setting.times import Words

CLIMB = 12  # steps up the syntax from a date to the verb it belongs to


def is_future(tokens: Sequence[Token], words: Words, *, headline: bool = False) -> bool:
    """Whether the words around an expression put it ahead of the report; a headline's present tense does not."""
    lead = at(tokens, words.first - 1)
    bound = lead in table()["until"]
    if lead == "for" and _stands_by_itself(tokens, words):
        return True  # "called a strike for Friday"
    base, token = tokens[0].index, tokens[words.first]
    for _ in range(CLIMB):
        if _looks_ahead(tokens, token) or _is_deferred(token, lead):
            return True
        if token.pos in ("VERB", "AUX") or token.tag in ("VBZ", "VBP"):
            return _verb_looks_ahead(tokens, token, bound=bound, headline=headline, words=words)
        if token.pos in ("NOUN", "PROPN") and any(_looks_ahead(tokens, t) for t in _below(tokens, token)):
            return True
        if token.head == token.index or not base <= token.head < base + len(tokens):
            return bound
        token = tokens[token.head - base]
    return False


def _verb_looks_ahead(tokens: Sequence[Token], verb: Token, *, bound: bool, headline: bool, words: Words) -> bool:
    below = [t for t in _below(tokens, verb) if t.dep in ("aux", "auxpass", "neg")]
    if any(t.lower in table()["modals"] for t in below):
        return not any(t.lemma == "have" for t in below)
    if any(_looks_ahead(tokens, t) or t.lower == "to" for t in below):
        return any(t.lower != "to" and _looks_ahead(tokens, t) for t in below) or bound or _is_planned(tokens, verb)
    if verb.tag == "VBG" and any(t.tag in ("VBZ", "VBP") for t in below):
        return weekday_at(tokens, words.first) is not None or bound  # "is meeting him on Friday"
    past = verb.tag == "VBD" or any(t.tag == "VBD" for t in below) or (verb.tag == "VBN" and not below)
    if not past and any(t.dep == "nsubj" and _looks_ahead(tokens, t) for t in _below(tokens, verb)):
        return True  # "the deadline is Friday"
    return (bound and not past) or (_is_scheduled(verb) and not headline)


def _below(tokens: Sequence[Token], above: Token) -> list[Token]:
    near = tokens[max(0, above.index - tokens[0].index - CLIMB) : above.index - tokens[0].index + CLIMB]
    return [t for t in near if t.head == above.index and t.index != above.index]


def _stands_by_itself(tokens: Sequence[Token], words: Words) -> bool:
    """Whether nothing hangs on the date: not `for Monday's attack`."""
    plain = words.time.form in ("weekday", "date") and (words.time.month is None or words.time.day is not None)
    after = tokens[words.last] if words.last < len(tokens) else None
    closed = after is None or after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "VERB")
    return plain and words.time.year is None and closed


def _looks_ahead(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word by itself puts a deed ahead: `will`, `due`, `set to`, but neither `to` nor `set out`."""
    if token.lower not in table()["future_cues"] or token.lower == "to" or token.pos in ("PART", "ADP"):
        return False
    after = tokens[token.index - tokens[0].index + 1 :][:1]
    return token.lower not in vocabulary("dates")["need_to"] or any(t.lower in ("to", "for") for t in after)


def _is_deferred(token: Token, lead: str) -> bool:
    """`was postponed until June`, `put off to autumn`: what a verb of delay leads to lies ahead."""
    return lead in table()["deferred_to"] and token.lemma in table()["deferring"] and token.pos == "VERB"


def _is_scheduled(verb: Token) -> bool:
    """`The talks open on Thursday`: the present tense of a verb of beginning or ending."""
    lemmas = (verb.lemma, verb.lower.removesuffix("s"))
    return verb.tag in ("VBZ", "VBP") and any(lemma in table()["scheduled"] for lemma in lemmas)


def _is_planned(tokens: Sequence[Token], verb: Token) -> bool:
    """`intends to meet on Friday`, `was to meet`: an infinitive lies ahead of its verb, unless that verb says that it
    was done or tried ("managed to leave on Friday")."""
    base = tokens[0].index
    if verb.tag != "VB" or verb.head == verb.index or not base <= verb.head < base + len(tokens):
        return False
    return tokens[verb.head - base].lemma not in table()["done_with_infinitive"]


def hangs_on_noun(tokens: Sequence[Token], words: Words) -> bool:
    """Whether the date belongs to a noun, whose own time no verb tells: `the closing of the border from May 8`."""
    if at(tokens, words.first - 1) == "from":
        return True
    base, token = tokens[0].index, tokens[words.first]
    inside = range(tokens[words.first].index, tokens[words.last - 1].index + 1)
    for _ in range(CLIMB):
        if token.index not in inside and token.pos not in ("ADP", "SCONJ", "PART"):
            return token.pos in ("NOUN", "PROPN")
        if token.head == token.index or not base <= token.head < base + len(tokens):
            return False
        token = tokens[token.head - base]
    return False
