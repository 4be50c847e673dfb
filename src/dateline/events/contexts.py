"""The contexts of a paragraph, by the words in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from dateline.actors.mentions import Mentions
from dateline.codebook import Codebook
from dateline.events.page import Page
from dateline.language import Analysis, Token

LONGEST = 5  # tokens in a phrase, at most
ROLES = frozenset({"nsubj", "nsubjpass", "conj", "pobj", "dobj", "poss", "dative"})
ENOUGH = 2  # different ones of the `weak` words of a context
Rows = tuple[list[str], list[str]]  # the words of a paragraph, and their lemmas
PARTS = re.compile(r"\s*(-|'s?)(?=\s|\w|$)\s*")  # a hyphen and a possessive are tokens of their own


def contexts_by_paragraph(page: Page, paragraphs: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The contexts of these paragraphs, each read once."""
    return {n: contexts_of(page.analysis, page.mentions, n, page.codebook) for n in set(paragraphs)}


def contexts_of(analysis: Analysis, mentions: Mentions, paragraph: int, book: Codebook) -> tuple[str, ...]:
    """The codes that hold for a paragraph, in the order of the codebook."""
    part = analysis.paragraphs[paragraph]
    tokens = analysis.tokens[analysis.sentences[part.first].first : analysis.sentences[part.last - 1].last]
    triggers, shown = _triggers(book), defaultdict[str, Counter[str]](Counter)
    for phrases in _phrases(tokens, triggers):
        for code, how in {shows for phrase in phrases for shows in triggers[phrase]}:
            shown[code][how] += 1
    content = book.vocabulary("contexts")
    if _two_states(analysis, tokens, mentions, frozenset(content.get("state_prepositions", ()))):
        for code in content.get("between_states", ()):
            shown[code]["weak"] += 1
    return tuple(code for code in content["contexts"] if _holds(shown[code]))


def _holds(shown: Counter[str]) -> bool:
    """Whether the words suffice: one strong one, two weak ones, or one of each of two lists."""
    return bool(shown["words"]) or shown["weak"] >= ENOUGH or bool(shown["first"] and shown["second"])


def _phrases(tokens: tuple[Token, ...], triggers: Mapping[str, object]) -> set[frozenset[str]]:
    """The phrases that the words hold, the longest at each place: `foreign minister` and no `minister` besides."""
    rows = ([t.lower.replace("’", "'") for t in tokens], [t.lemma.casefold() for t in tokens])
    found: set[frozenset[str]] = set()
    i = 0
    while i < len(tokens):
        length, phrases = _longest(rows, i, triggers)
        if phrases:
            found.add(frozenset(phrases))
        i += max(length, 1)
    return found


def _longest(rows: Rows, i: int, triggers: Mapping[str, object]) -> tuple[int, set[str]]:
    """How many tokens the longest phrase at a place has, and the phrases of that length, as written and as lemmas."""
    for n in range(min(LONGEST, len(rows[0]) - i), 0, -1):
        phrases = {phrase for row in rows if (phrase := " ".join(row[i : i + n])) in triggers}
        if phrases:
            return n, phrases
    return 0, set()


def _two_states(
    analysis: Analysis, tokens: tuple[Token, ...], mentions: Mentions, prepositions: frozenset[str]
) -> bool:
    """Whether two states are named that do or suffer something: two bare names, neither a person's nor a body's."""
    names = {t.text for t in tokens if _is_bare_name(analysis, t, prepositions) and _is_state(mentions, t)}
    return len(names) > 1


def _is_bare_name(analysis: Analysis, token: Token, prepositions: frozenset[str]) -> bool:
    if token.pos != "PROPN" or token.dep not in ROLES or not token.text[0].isupper():
        return False
    beside = (analysis.tokens[i] for i in (token.index - 1, token.index + 1) if 0 <= i < len(analysis.tokens))
    if any(t.pos == "PROPN" for t in beside):
        return False
    return token.dep != "pobj" or analysis.tokens[token.head].lower in prepositions


def _is_state(mentions: Mentions, token: Token) -> bool:
    """Whether what is known of the name lets it be a state."""
    mention = mentions.covering(token.start)
    kinds = {mentions.kind_of(a) for a in mention.actors} if mention else {None}
    return bool(kinds & {"state", "government", "place-metonym", None})


@cache
def _triggers(book: Codebook) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Each phrase with the contexts that it shows, and how; those that show nothing with none."""
    content = book.vocabulary("contexts")
    table: dict[str, list[tuple[str, str]]] = {_spaced(phrase): [] for phrase in content.get("nothing", ())}
    for code, entry in content["contexts"].items():
        first, second = entry.get("both", ((), ()))
        lists = {"words": entry["words"], "weak": entry.get("weak", ()), "first": first, "second": second}
        for how, phrases in lists.items():
            for phrase in phrases:
                table.setdefault(_spaced(phrase), []).append((code, how))
    return {phrase: tuple(codes) for phrase, codes in table.items()}


def _spaced(phrase: str) -> str:
    """A phrase as its tokens are: `women's` is `women 's`, `cease-fire` is `cease - fire`."""
    return " ".join(PARTS.sub(r" \1 ", phrase.casefold()).split())
