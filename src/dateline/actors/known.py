"""Mentions by names of the catalogue: aliases, demonyms, metonyms, and rulers who stand for their government."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.bodies import body_of, pattern_draft
from dateline.actors.crowds import described
from dateline.actors.draft import Draft
from dateline.actors.folding import words_of
from dateline.actors.names import Name
from dateline.actors.owners import Owner, owner_of
from dateline.actors.page import Page
from dateline.actors.spots import Spot
from dateline.record import ActorRef

CONFIDENCE = {"alias": 0.95, "demonym": 0.9, "metonym": 0.85}
DOUBT = 0.2  # what an ambiguous name loses, even where something supports it
OPEN = frozenset({"nsubj", "nsubjpass", "agent", "poss", "dobj", "dative", "attr"})


def find_known(page: Page) -> Iterator[Draft]:
    """Drafts of all names of the catalogue that mean an actor where they stand."""
    for found in page.names.rows:
        name = found.value
        entry = page.catalogue.by_id[name.entry]
        if entry.kind == "person" or (name.how == "metonym" and is_place(page, page.head(found.first, found.last))):
            continue
        owner = owner_of(found, page)
        confidence = CONFIDENCE[name.how] - DOUBT * (name.ambiguous or len(found.values) > 1)
        head = page.head(found.first, found.last)
        adjective = name.how == "demonym" and page.token(head).dep in ("amod", "compound", "nmod")
        if not adjective and (name.how == "demonym" or entry.kind == "people") and _is_counted(page, found.first):
            yield _some(page, found, head, owner)
            continue
        words = frozenset(w for n in (entry.name, *entry.aliases[:6]) for w in words_of(n))
        yield Draft(
            found.first, found.last, head, "adjective" if adjective else "name", name.how, round(confidence, 2),
            (owner.ref,), owner.kind, name.plural or entry.kind == "people", "n", words,
        )  # fmt: skip


def _is_counted(page: Page, first: int) -> bool:
    """Whether one or some of a people are meant: "a Velmoran", "two Highlanders"."""
    if first == page.sentence(first).first:
        return False
    before = page.token(first - 1)
    return before.pos == "NUM" or page.lexicon.has("some_of", before.lower)


def _some(page: Page, found: Spot[Name], head: int, owner: Owner) -> Draft:
    """One or some of a people: nobody in particular."""
    one = page.lexicon.has("single", page.token(found.first - 1).lower)
    name = described(page, found.first - 1, found.last, head)
    ref = ActorRef(None, name, owner.ref.country)
    words = frozenset(page.lower(i) for i in range(found.first - 1, found.last)) - {""}
    kind = "person" if one else "people"
    span = found.first - 1, found.last, head
    return Draft(*span, "description", "description", 0.7, (ref,), kind, not one, "n", words, about=(owner.ref,))


def find_shared(page: Page) -> Iterator[Draft]:
    """ "Velmoran and Tirvanian troops" where the catalogue has "Tirvanian troops": both demonyms share the noun."""
    for found in page.names.rows:
        if found.last - found.first < 2 or found.first < 2 or page.token(found.first - 1).lower not in ("and", "or"):
            continue
        other = page.names.ending.get(found.first - 1)
        rest = tuple(page.lower(i) for i in range(found.first + 1, found.last))
        if other is None or other.value.how != "demonym" or "" in rest:
            continue
        owner = owner_of(other, page)
        body = next(iter(page.lexicon.institutions.named(rest)), None)
        if body and owner.kind == "state":
            ref, kind = body_of(page, owner.ref, body)
            head = page.head(found.first, found.last)
            both = (ref, owner_of(found, page).ref)
            yield pattern_draft(page, (other.first, found.last, head), both, kind, rest)


def is_place(page: Page, i: int) -> bool:
    """Whether a capital or other metonym is a mere place where it stands: after "in" or "near", before a place noun.

    As subject, agent, object or possessor it acts for the government. In a row ("London and Paris") the first decides.
    """
    token = page.token(i)
    seen = 0
    while token.dep in ("conj", "appos") and token.head != token.index and seen < 8:
        token, seen = page.token(token.head), seen + 1
    if token.dep in ("pobj", "pcomp"):
        return _locative(page, token.head)
    if token.dep == "npadvmod" and page.token(token.head).lemma in page.lexicon.sets["speech_verbs"]:
        return False  # "it warned Karsen: …"
    if token.dep in ("compound", "amod", "nmod", "npadvmod"):
        return not (i + 1 < len(page.analysis.tokens) and page.token(i + 1).text == "-") and token.dep != "amod"
    return token.dep not in OPEN and token.dep != "ROOT"


def _locative(page: Page, i: int) -> bool:
    """Whether a preposition tells a place: "to" does not after "said" or "loyal"."""
    word = page.token(i).lower
    if word == "to":
        return page.token(page.token(i).head).lemma not in page.lexicon.sets["approach_verbs"]
    return page.lexicon.has("locative", word)
