"""People without names: "Velmoran troops", "a Velmoran official", "civilians of Velmora", "its fighters"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.actors.bodies import ARMY, body_of, is_proposed, pattern_draft
from dateline.actors.draft import Draft
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import RoleNoun
from dateline.actors.owners import Owner, following_owners, joined_owners, owner_after, owner_before, possessor
from dateline.actors.page import Page
from dateline.actors.spots import Spot
from dateline.record import ActorRef

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
BESIDE = frozenset({"ADJ", "NUM", "NOUN", "PROPN"})
LONGEST_PLACE = 5
CIVIL = "CVL"


def find_crowds(page: Page) -> Iterator[Draft]:
    """Drafts of role nouns, with and without an owner."""
    for role in page.roles.rows:
        if page.token(role.last - 1).pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        before = owner_before(page, role.first)
        after = owner_after(page, role.last)
        whose = role.value.with_group == "group" and after is not None and after.kind in kinds().many
        if before and whose and before.kind in ("people", "state"):
            before = None  # "Kurdish fighters of the YPG" are the YPG's
        owner = before or after
        thought = role.value.with_demonym == "government" and is_proposed(page, role.first)
        thought = thought or _counts_others(page, role) or _hour(page, role)
        if thought or is_predicate(page, role.last - 1) or (before and _misread(page, role, before)):
            continue
        if owner is not None:
            yield _owned(page, role, owner, before is not None)
        elif (pronoun := possessor(page, role.first)) is not None:
            yield _possessed(page, role, pronoun)
        elif not _is_thing(page, role) and not modifies(page, role.last - 1):
            yield _unnamed(page, role, None, False)
    yield from _masses(page)


def _is_thing(page: Page, role: Spot[RoleNoun]) -> bool:
    """Whether a noun without an owner is no person: "jets"; a word that is a title too ("the general") is one."""
    if not page.lexicon.has("things", " ".join(role.value.words)):
        return False
    before = page.token(role.first - 1).lower if role.first > page.sentence(role.first).first else ""
    titled = before in DEFINITE and page.token(role.last - 1).pos == "NOUN" and not role.value.plural
    return not (titled and page.lexicon.titles.named(role.value.words))


def _masses(page: Page) -> Iterator[Draft]:
    """ "Thousands" without a noun: people."""
    for token in page.analysis.tokens:
        if not page.lexicon.has("masses", token.lower) or token.dep not in ("nsubj", "nsubjpass"):
            continue
        i = token.index
        if i + 1 < len(page.analysis.tokens) and page.token(i + 1).lower != "of":
            ref = ActorRef(None, token.lower, page.only_state.country if page.only_state else None, (CIVIL,))
            words = frozenset({token.lower})
            yield Draft(i, i + 1, i, "description", "description", 0.5, (ref,), "people", True, "n", words)


def _counts_others(page: Page, role: Spot[RoleNoun]) -> bool:
    """ "A couple of days", "a host of problems": a number rather than people."""
    after = page.token(role.last).lower if role.last < len(page.analysis.tokens) else ""
    return after == "of" and page.lexicon.has("quantities", page.lower(role.last - 1))


def _hour(page: Page, role: Spot[RoleNoun]) -> bool:
    """ "6 p.m." is no prime minister."""
    before = page.token(role.first - 1) if role.first else None
    return before is not None and before.pos == "NUM" and page.lexicon.has("times_of_day", page.token(role.first).lower)


def _misread(page: Page, role: Spot[RoleNoun], owner: Owner) -> bool:
    """Whether a doing after a bare name may be a verb: "ISRAEL STRIKES"."""
    bare = owner.how != "demonym" and owner.last == role.first
    thing = page.lexicon.has("things", " ".join(role.value.words))
    return bare and thing and (role.first in page.capitals or role.first in page.headline)


def is_predicate(page: Page, i: int) -> bool:
    """Whether a noun only says what the subject is ("Russia is a friend of …"): that names nobody new."""
    return page.token(i).dep == "attr"


def modifies(page: Page, i: int) -> bool:
    """Whether a noun only modifies the next ("a rebel commander")."""
    token = page.token(i)
    return token.dep in ("amod", "compound", "nmod") and token.head > i


def meaning(owner_kind: str, noun: RoleNoun, led: bool = False) -> str:
    """What a noun means beside an owner of this kind (role_nouns.yaml)."""
    if led:
        return "unnamed"
    return noun.with_demonym if owner_kind == "state" else noun.with_group


def settled_crowd(page: Page, ref: ActorRef, kind: str, noun: RoleNoun) -> tuple[ActorRef, str] | None:
    """Whom a noun with an owner names: troops of a state are its forces, fighters of an organisation are that one;
    None where it names nobody in particular."""
    told = meaning(kind, noun)
    if told == "group":
        return ref, kind
    body = page.lexicon.bodies.get(noun.institution or ARMY)
    if told in ("force", "institution", "government") and kind == "state" and body:
        return body_of(page, ref, replace(body, words=noun.words))
    return None


def _owned(page: Page, role: Spot[RoleNoun], owner: Owner, before: bool) -> Draft:
    noun, head = role.value, role.last - 1
    owners = (*joined_owners(page, owner), owner) if before else (owner, *following_owners(page, owner))
    found = [] if owner.led else [settled_crowd(page, o.ref, o.kind, noun) for o in owners]
    sure = [f for f in found if f]
    if sure:
        first, last = (owners[0].first, role.last) if before else (left_edge(page, role.first), owners[-1].last)
        return pattern_draft(page, (first, last, head), tuple(ref for ref, _ in sure), sure[-1][1], noun.words)
    return _unnamed(page, role, owner, before)


def _possessed(page: Page, role: Spot[RoleNoun], pronoun: int) -> Draft:
    """ "Its fighters": whose they are, the pronoun's antecedent tells later."""
    noun = role.value
    words = frozenset(page.lower(i) for i in range(role.first, role.last)) - {""}
    ref = ActorRef(None, described(page, pronoun, role.last), None, noun.sectors)
    return Draft(
        pronoun, role.last, role.last - 1, "description", "possessed", 0.55, (ref,), kind_of(page, noun), noun.plural,
        noun.gender or "n", words, frozenset({noun.kind}), definite=True, noun=noun,
    )  # fmt: skip


def title_keys(page: Page, first: int, last: int) -> frozenset[str]:
    """The keys of the titles at tokens [first, last): spokesman and spokesperson are one."""
    spots = (page.titles.covering.get(i) for i in range(first, last))
    return frozenset(f"={s.value.key}" for s in spots if s)


def kind_of(page: Page, noun: RoleNoun) -> str:
    """The kind of somebody described by a noun: one soldier, farmer or judge is a person."""
    if noun.kind == "person":
        return "people" if noun.plural else "person"
    several = noun.plural or page.lexicon.has("collectives", noun.words[-1])
    one = not several and (noun.kind == "people" or bool(page.lexicon.titles.named(noun.words)))
    return "person" if one else noun.kind


def _unnamed(page: Page, role: Spot[RoleNoun], owner: Owner | None, before: bool) -> Draft:
    """Somebody without a name, as a plain description in lower case, of the country beside it if there is one."""
    noun, head = role.value, role.last - 1
    first = left_edge(page, owner.first if owner and before else role.first)
    part = _part_of(page, first)
    last = owner.last if owner and not before else _with_place(page, role.last)
    belongs = owner if owner and not owner.led else None
    around = page.only_state if owner is None and _local(page, noun, first, head) else None
    ref = ActorRef(
        None,
        _name(page, noun, belongs, (first if part is None else part, last, head)),
        belongs.ref.country if belongs else around.country if around else None,
        noun.sectors or (belongs.ref.sectors if belongs else ()),
    )
    words = frozenset(page.lower(i) for i in range(first, last)) - {""} | title_keys(page, role.first, role.last)
    definite = page.token(first).lower in DEFINITE and part is None
    first, head = (part, part) if part is not None else (first, head)
    return Draft(
        first, last, head, "description", "description", 0.7 if owner else 0.55, (ref,), kind_of(page, noun),
        noun.plural, noun.gender or "n", words, frozenset({noun.kind}), (owner.ref,) if owner else (),
        definite=definite, noun=noun,
    )  # fmt: skip


def _local(page: Page, noun: RoleNoun, first: int, head: int) -> bool:
    """Whether people are those of the one country a report names: its civilians and rebels, not "foreign troops"."""
    outside = any(page.lexicon.has("outsiders", page.lower(i)) for i in range(first, head))
    return noun.kind in ("people", "rebel", "militia") and not outside


def _with_place(page: Page, i: int) -> int:
    """The end of "at Mercy Hospital" after a noun for people; i itself where no name follows."""
    tokens = page.analysis.tokens
    if i + 1 >= len(tokens) or tokens[i].lower not in ("at", "from", "of", "with", "in") or i in page.headline:
        return i
    end = i + 2 if tokens[i + 1].pos == "DET" and i + 2 < len(tokens) else i + 1
    first = end
    while (
        end < len(tokens)
        and end - first < LONGEST_PLACE
        and tokens[end].pos == "PROPN"
        and tokens[end].text[0].isupper()
    ):
        end += 1
    while first < end < len(tokens) and tokens[end - 1].dep == "compound" and tokens[end].pos == "NOUN":
        end += 1  # "of the Tell steel plant"
    return end if end > first else _with_noun(page, i)


def _with_noun(page: Page, i: int) -> int:
    """The end of "of prisoners" after a noun for people; i itself where no such phrase follows."""
    tokens = page.analysis.tokens
    if tokens[i].lower != "of":
        return i
    end = i + 1
    while end < len(tokens) and end - i < LONGEST_PLACE and tokens[end].pos in ("DET", "ADJ", "NOUN"):
        end += 1
    return end if tokens[end - 1].pos == "NOUN" and end - 1 not in page.names.covering else i


def _name(page: Page, noun: RoleNoun, owner: Owner | None, span: tuple[int, int, int]) -> str:
    if owner and owner.kind == "state" and noun.with_demonym == "people" and noun.plural:
        return f"civilians of {owner.ref.name}"
    return described(page, span[0], span[1], span[2])


def _part_of(page: Page, first: int) -> int | None:
    """The token of "one" in "one of the suspects"."""
    if first < 2 or page.token(first - 1).lower != "of" or first - 2 < page.sentence(first).first:
        return None
    token = page.token(first - 2)
    return first - 2 if token.pos == "NUM" or page.lexicon.has("parts", token.lower) else None


def left_edge(page: Page, i: int) -> int:
    """The first token of a noun phrase: over adjectives, compounds and numbers to its determiner."""
    start = page.sentence(i).first
    while i > start:
        token = page.token(i - 1)
        if token.pos == "DET" or (token.dep == "poss" and token.pos == "PRON"):
            return i - 1
        glued = token.text == "-" and i - 2 >= start and page.token(i - 2).end == token.start
        named = i - 1 in page.names.covering and page.token(i).pos == "PROPN"
        beside = token.pos in BESIDE and token.dep in ("amod", "compound", "nummod", "nmod") and not named
        if not glued and not beside and not (token.pos == "VERB" and token.dep == "amod"):
            return i
        i -= 1
    return i


def _counts(page: Page, i: int) -> bool:
    """Whether a token is a number or stands before one ("about", "at least")."""
    return page.token(i).pos == "NUM" or page.lexicon.has("about", page.token(i).lower)


def described(page: Page, first: int, last: int, head: int | None = None) -> str:
    """A plain description: lower case, single spaces, "the" as "a", without numbers."""
    while first < last - 1 and page.token(first + 1).lower != "of" and _counts(page, first):
        first += 1  # how many is told elsewhere
    words = page.text(first, last).lower().replace("’", "'").split()
    if len(words) > 1 and words[0] in DEFINITE:
        plural = page.token(last - 1 if head is None else head).tag in ("NNS", "NNPS")
        words = words[1:] if plural else ["an" if words[1][0] in "aeio" else "a", *words[1:]]
    return " ".join(words)
