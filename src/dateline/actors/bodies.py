"""Bodies, forces and unnamed people of a state or organisation, found by pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.actors.draft import Draft
from dateline.actors.entry import Entry
from dateline.actors.folding import fold, words_of
from dateline.actors.lexicon import Institution, RoleNoun
from dateline.actors.owners import Owner, owner_after, owner_before
from dateline.actors.page import Page
from dateline.actors.spots import Spot
from dateline.record import ActorRef

Bodies = Mapping[tuple[str, str], Entry]
ARMY = "armed-forces"
PEOPLE = frozenset({"person", "people", "rebel", "militia", "military", "ngo", "coalition", "agency"})
BODIES = frozenset({"government", "military", "agency", "coalition"})
SIDES = frozenset(
    {
        "rebel",
        "militia",
        "party",
        "coalition",
        "people",
        "igo",
        "ngo",
        "company",
        "monitor",
        "agency",
        "government",
        "military",
    }
)


def find_bodies(page: Page, bodies: Bodies) -> Iterator[Draft]:
    """Drafts of institutions ("Velmora's Defence Ministry"), and of unnamed people ("Velmoran officials")."""
    for spot in page.institutions.rows:
        if not _inside(spot, page.roles.covering.get(spot.first)):
            yield from _institution(page, spot, bodies)
    for role in page.roles.rows:
        body = page.institutions.covering.get(role.first)
        if body is None or body.value.people or _inside(body, role):
            yield from _people(page, role, bodies)


def _inside(inner: Spot[Any], outer: Spot[Any] | None) -> bool:
    """Whether a spot lies inside a longer one."""
    return outer is not None and outer.last - outer.first > inner.last - inner.first and outer.last >= inner.last


def bodies_of(page: Page) -> dict[tuple[str, str], Entry]:
    """The named bodies of the catalogue by (country, institution key)."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in page.catalogue.entries:
        if entry.kind in BODIES and entry.country:
            for key in _institution_keys(page, entry):
                found.setdefault((entry.country, key), entry)
    return found


def _institution_keys(page: Page, entry: Entry) -> Iterator[str]:
    """The institutions that an entry is, as it says itself or as its names say without the country's words."""
    if entry.institution:
        yield entry.institution
        return
    state = page.catalogue.get(entry.country)
    own = {w for n in (state.name, *state.demonyms) for w in words_of(n)} if state else set()
    for name in (entry.name, *entry.aliases):
        words = tuple(w for w in words_of(name) if w not in own and w != "s")
        for body in page.lexicon.institutions.named(words):
            if not body.people:
                yield body.key


def body_of(page: Page, state: ActorRef, body: Institution, bodies: Bodies) -> tuple[ActorRef, str]:
    """The actor that is this body of this state, and its kind: the catalogue's, or one by pattern."""
    home = state.country or state.actor or state.name
    entry = bodies.get((home, body.key))
    if entry:
        return entry.ref, entry.kind
    owner = page.catalogue.get(state.actor or home)
    if body.key == "government" and fold(body.words[-1]) not in ("regime", "junta"):
        return state, "state"
    demonym = owner.demonyms[0] if owner and owner.demonyms else state.name
    return ActorRef(f"{home}/{body.key}", body.template.format(demonym=demonym), state.country, body.sectors), body.kind


def _institution(page: Page, spot: Spot[Institution], bodies: Bodies) -> Iterator[Draft]:
    body = spot.value
    before = owner_before(page, spot.first)
    after = None if before else owner_after(page, spot.last)
    owner = before or after
    if owner and owner.kind == "state" and not owner.led:
        ref, kind = body_of(page, owner.ref, body, bodies)
        first = before.first if before else spot.first
        last = after.last if after else spot.last
        yield _named(page, first, last, spot.last - 1, ref, kind, 0.88 if before else 0.85, body.words)
    elif owner and owner.kind in SIDES and body.kind == "military":
        first = before.first if before else spot.first
        if not owner.led:
            yield _named(
                page, first, after.last if after else spot.last, spot.last - 1, owner.ref, owner.kind, 0.75, body.words
            )
    elif owner is None and spot.first not in page.names.covering and not body.people:
        yield from _bare(page, spot)


def _named(
    page: Page, first: int, last: int, head: int, ref: ActorRef, kind: str, confidence: float, words: tuple[str, ...]
) -> Draft:
    plural = page.token(head).tag in ("NNS", "NNPS")
    return Draft(first, last, head, "name", "pattern", confidence, (ref,), kind, plural, "n", frozenset(words))


def _bare(page: Page, spot: Spot[Institution]) -> Iterator[Draft]:
    """An institution without its state ("the Defence Ministry"): whose it is, is found from the report later."""
    body = spot.value
    head = spot.last - 1
    token = page.token(head)
    named = page.token(spot.first).text[0].isupper() and spot.first not in page.headline
    determined = spot.first > 0 and page.token(spot.first - 1).lower == "the"
    if named or determined or (body.people and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "agent")):
        first = spot.first - 1 if determined else spot.first
        plural = token.tag in ("NNS", "NNPS")
        yield Draft(
            first, spot.last, head, "description", "institution", 0.6, (), body.kind, plural, "n",
            frozenset(body.words), frozenset({body.kind}), definite=determined or named,
        )  # fmt: skip


def _people(page: Page, role: Spot[RoleNoun], bodies: Bodies) -> Iterator[Draft]:
    noun = role.value
    before = owner_before(page, role.first)
    after = None if before else owner_after(page, role.last)
    owner = before or after
    if owner is None:
        if noun.kind in PEOPLE and page.token(role.last - 1).pos in ("NOUN", "PROPN"):
            yield _unnamed(page, role, None, False)
        return
    meaning = "unnamed" if owner.led else noun.with_demonym if owner.kind == "state" else noun.with_group
    settled = _settled(page, owner, noun, meaning, bodies)
    if settled:
        first, last = (owner.first, role.last) if before else (role.first, owner.last)
        yield _named(page, first, last, role.last - 1, *settled, 0.85, noun.words)
    else:
        yield _unnamed(page, role, owner, before is not None)


def _settled(page: Page, owner: Owner, noun: RoleNoun, meaning: str, bodies: Bodies) -> tuple[ActorRef, str] | None:
    """Whom a noun with an owner names: troops of a state are its forces, fighters of an organisation are that one."""
    if meaning == "group":
        return owner.ref, owner.kind
    if meaning in ("force", "institution", "government") and owner.kind == "state":
        key = noun.institution or ARMY
        body = page.lexicon.bodies.get(key)
        if body:
            return body_of(page, owner.ref, replace(body, words=noun.words), bodies)
    return None


def _unnamed(page: Page, role: Spot[RoleNoun], owner: Owner | None, before: bool) -> Draft:
    """Somebody without a name, as a plain description in lower case, of the country beside it if there is one."""
    noun, head = role.value, role.last - 1
    first = _left_edge(page, role.first, owner.first if owner and before else role.first)
    last = owner.last if owner and not before else role.last
    country = owner.ref.country if owner and not owner.led else None
    about = (owner.ref,) if owner else ()
    definite = page.token(first).lower in ("the", "this", "that", "these", "those")
    of_state = owner is not None and owner.kind == "state" and not owner.led
    if of_state and owner and noun.with_demonym == "people":
        name = f"civilians of {owner.ref.name}"
    else:
        name = described(page, first, last)
    sectors = noun.sectors or (owner.ref.sectors if owner and not owner.led else ())
    ref = ActorRef(None, name, country, sectors)
    words = frozenset(page.lower(i) for i in range(first, last)) - {""}
    kind = "person" if noun.kind == "person" and not noun.plural else noun.kind
    return Draft(first, last, head, "description", "description", 0.7, (ref,), kind, noun.plural, noun.gender or "n", words,
                 frozenset({kind}), about, None, definite)  # fmt: skip


def _left_edge(page: Page, start: int, owner_first: int) -> int:
    """The first token of a noun phrase: over adjectives, compounds and numbers to its determiner."""
    i = min(start, owner_first)
    sentence_first = page.sentence(i).first
    while i > sentence_first:
        token = page.token(i - 1)
        if token.pos == "DET" or (token.dep == "poss" and token.pos == "PRON"):
            return i - 1
        glued = token.text == "-" and i - 2 >= sentence_first
        if not glued and (
            token.pos not in ("ADJ", "NUM", "NOUN") or token.dep not in ("amod", "compound", "nummod", "nmod")
        ):
            return i
        i -= 1
    return i


def described(page: Page, first: int, last: int) -> str:
    """A plain description: lower case, one space, "the" and a bare singular as "a"."""
    words = page.text(first, last).lower().replace("’", "'").split()
    if words and words[0] in ("the", "this", "that"):
        words[0] = "an" if len(words) > 1 and words[1][0] in "aeiou" else "a"
    return " ".join(words)
