"""Mentions by names of the catalogue: aliases, demonyms, metonyms, and rulers who stand for their government."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.bodies import Bodies, body_of
from dateline.actors.draft import Draft
from dateline.actors.folding import words_of
from dateline.actors.lexicon import Institution
from dateline.actors.names import Name
from dateline.actors.owners import POSSESSIVES, owner_of
from dateline.actors.page import Page
from dateline.actors.phrases import Phrases, phrases_of
from dateline.actors.spots import Spot, spot
from dateline.record import ActorRef

CONFIDENCE = {"alias": 0.95, "demonym": 0.9, "metonym": 0.85}
DOUBT = 0.2  # what an ambiguous name loses, even where something supports it
OPEN = frozenset({"nsubj", "nsubjpass", "agent", "poss", "dobj", "dative", "attr"})


def find_known(page: Page) -> Iterator[Draft]:
    """Drafts of all names of the catalogue that mean an actor where they stand."""
    for found in page.names.rows:
        name = found.value
        entry = page.catalogue.by_id[name.entry]
        if entry.kind == "person" or (name.how == "metonym" and is_place(page, found.last - 1)):
            continue
        owner = owner_of(found, page)
        confidence = CONFIDENCE[name.how] - DOUBT * (name.ambiguous or len(found.values) > 1)
        head = found.last - 1
        adjective = name.how == "demonym" and page.token(head).dep in ("amod", "compound", "nmod")
        words = frozenset(w for n in (entry.name, *entry.aliases[:6]) for w in words_of(n))
        yield Draft(
            found.first, found.last, head, "adjective" if adjective else "name", name.how, round(confidence, 2),
            (owner.ref,), owner.kind, name.plural or entry.kind == "people", "n", words,
        )  # fmt: skip


def is_place(page: Page, i: int) -> bool:
    """Whether a capital or other metonym is a mere place where it stands: after "in", "near", "from", before a place noun.

    As subject, agent, object or possessor it acts for the government. In a row ("London and Paris") the first decides.
    """
    token = page.token(i)
    seen = 0
    while token.dep in ("conj", "appos") and token.head != token.index and seen < 8:
        token, seen = page.token(token.head), seen + 1
    if token.dep in ("pobj", "pcomp"):
        return _locative(page, token.head)
    if token.dep in ("compound", "amod", "nmod", "npadvmod"):
        return not (i + 1 < len(page.analysis.tokens) and page.token(i + 1).text == "-") and token.dep != "amod"
    return token.dep not in OPEN and token.dep != "ROOT"


def _locative(page: Page, i: int) -> bool:
    """Whether a preposition tells a place: "to" does not after "said" or "loyal"."""
    word = page.token(i).lower
    if word == "to":
        return page.token(page.token(i).head).lemma not in page.lexicon.sets["approach_verbs"]
    return page.lexicon.has("locative", word)


def find_regimes(page: Page, bodies: Bodies) -> Iterator[Draft]:
    """ "The Assad regime", "[Assad] government", "Merrik's government": the government of the ruler's state."""
    regime = page.lexicon.bodies["government"]
    for ruler in spot(page.view, _rulers(page)):
        if not page.token(ruler.first).text[0].isupper():
            continue
        noun = _regime_noun(page, ruler)
        state = page.catalogue.refer(_best_state(page, ruler))
        if noun is not None and state:
            yield _regime(page, ruler, noun, state, regime, bodies)


def _regime(page: Page, ruler: Spot[str], noun: int, state: ActorRef, body: Institution, bodies: Bodies) -> Draft:
    junta = Institution(("regime",), body.key, body.template, body.kind, body.sectors)
    ref, kind = body_of(page, state, junta, bodies)
    first = ruler.first - 1 if ruler.first and page.token(ruler.first - 1).text == "[" else ruler.first
    words = frozenset({page.lower(noun), *(page.lower(i) for i in range(ruler.first, ruler.last))})
    return Draft(first, noun + 1, noun, "name", "leader", 0.88, (ref,), kind, False, "n", words)


def _rulers(page: Page) -> Phrases[str]:
    """The names of rulers with the ids of their states."""
    pairs = [(words_of(term), e.id) for e in page.catalogue.entries for term in e.leader_terms]
    present = set(page.view.words)
    return phrases_of((words, state) for words, state in pairs if words and words[0] in present)


def _regime_noun(page: Page, ruler: Spot[str]) -> int | None:
    """The token of "regime" or "government" right after a ruler's name, over brackets, hyphens and a possessive."""
    i, tokens = ruler.last, page.analysis.tokens
    while i < len(tokens) and (tokens[i].text in ("]", "-") or tokens[i].text in POSSESSIVES):
        i += 1
    return i if i < len(tokens) and page.lexicon.has("regime_words", page.lower(i)) else None


def _best_state(page: Page, ruler: Spot[str]) -> str:
    """Of several states with such a ruler, the one that the report names most."""
    named = [_home(page, s) for s in page.names.rows]
    return max(ruler.values, key=lambda state: (named.count(state), -ruler.values.index(state)))


def _home(page: Page, found: Spot[Name]) -> str | None:
    return owner_of(found, page).ref.country
