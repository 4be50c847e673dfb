"""Pronouns in the report's own voice: the best fitting antecedent, by agreement, recency, rank and who spoke last."""

from __future__ import annotations

from dateline.actors.draft import Draft
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import Pronoun
from dateline.actors.memory import Memory, Seen, governor, speaks
from dateline.actors.page import Page

DISTANCE = (64, 50, 32, 18, 8)  # points by sentences between; nothing beyond
SUBJECT, OBJECT, NAMED, THING, QUOTED = 24, 8, 6, -14, -12  # points for what an antecedent is
TITLE, PARAGRAPH, MATRIX, PARALLEL, SPEAKER = -25, 12, 14, 18, 22  # and for where it stands
SINGULAR_GROUP = -46  # for a singular organisation as "they"
GENDER = 10  # for one whose gender was told
POSSESSED = -70  # for "her lawyer" as "she"
CALLED_IT = -36  # for one that the report has taken up by "it" before, as "they"
SURE, NARROW = 0.8, 0.6  # confidence with and without a clear lead over the next best
LEAD = 12
WHO = frozenset({"who", "whose", "whom"})
OBJECTIVE = frozenset({"him", "them"})


def resolve_pronoun(page: Page, draft: Draft, memory: Memory) -> tuple[Seen, float] | None:
    """The antecedent of a pronoun and the confidence in it; None where nothing fits, or a thing fits best."""
    assert draft.pronoun is not None  # noqa: S101  # only pronouns come here
    best: dict[tuple[str, ...], tuple[int, Seen]] = {}
    barred = _co_arguments(page, draft, draft.pronoun, memory)
    verb, here = governor(page, draft.head), page.sentence(draft.head).index
    for seen in memory.latest():
        beside = not seen.actors and seen.sentence == here and governor(page, seen.head) == verb
        if barred & set(seen.names) or (beside and not draft.pronoun.possessive):
            continue
        score = _score(page, draft, draft.pronoun, seen, memory)
        if score is not None and score > best.get(seen.names, (-1000, seen))[0]:
            best[seen.names] = score, seen
    ranked = sorted(best.values(), key=lambda b: (-b[0], -b[1].token))
    if not ranked or not ranked[0][1].actors:
        return None
    clear = len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= LEAD
    return ranked[0][1], SURE if clear else NARROW


def _score(page: Page, draft: Draft, pronoun: Pronoun, seen: Seen, memory: Memory) -> int | None:
    """How well an antecedent fits; None where it cannot be meant."""
    if not agrees(pronoun, seen, memory.gender(seen)) or seen.token >= draft.first:
        return None
    sentence = page.sentence(draft.head)
    distance = sentence.index - seen.sentence
    if distance >= len(DISTANCE):
        return None
    rank = (
        SUBJECT * seen.subject + OBJECT * seen.object + NAMED * seen.named + THING * seen.thing + QUOTED * seen.quoted
    )
    rank += GENDER * (pronoun.gender in ("m", "f") and memory.gender(seen) == pronoun.gender)
    where = TITLE * (seen.part != sentence.part) + PARAGRAPH * (seen.paragraph == sentence.paragraph)
    where += OBJECT * (pronoun.possessive and distance == 0)
    fit = SINGULAR_GROUP * (pronoun.gender == "a" and not seen.plural)
    fit += CALLED_IT * (pronoun.gender == "a" and bool(memory.singular & set(seen.names)))
    fit += POSSESSED * _is_possessed(page, pronoun, seen)
    return DISTANCE[distance] + rank + where + fit + _parallel(page, draft, seen) + _spoke(page, draft, seen, memory)


def _is_possessed(page: Page, pronoun: Pronoun, seen: Seen) -> bool:
    """Whether an antecedent is itself somebody's, named by the same pronoun: "her lawyer said she" means the first."""
    owner = page.lexicon.pronouns.get(page.token(seen.token).lower)
    return owner is not None and owner.possessive and owner.gender == pronoun.gender and seen.named


def _parallel(page: Page, draft: Draft, seen: Seen) -> int:
    """Points for standing where the pronoun stands: object with object, the subject of a clause around it."""
    points = PARALLEL * (seen.object and page.token(draft.head).dep in ("dobj", "pobj"))
    if seen.subject and seen.sentence == page.sentence(draft.head).index:
        points += MATRIX * (page.token(seen.head).head in _above(page, draft.head))
    return points


def _spoke(page: Page, draft: Draft, seen: Seen, memory: Memory) -> int:
    """Points for having spoken last: persons are taken up again, others where the pronoun speaks too ("it said")."""
    speaker = memory.speaker
    last = speaker is not None and speaker.names == seen.names
    token = page.token(draft.head)
    voices = speaks(page, token.head if token.dep == "poss" else draft.head)  # "it said", "its spokesman said"
    return SPEAKER * (last and (seen.kind == "person" or voices))


def agrees(pronoun: Pronoun, seen: Seen, gender: str | None) -> bool:
    """Number and gender: he and she are persons, it is none, they are several or a group."""
    person = seen.kind == "person"
    if pronoun.gender in ("m", "f"):
        return person and not seen.plural and gender in (None, "n", pronoun.gender)
    if pronoun.gender == "n":
        return not person and not seen.plural and seen.kind != "people"
    if pronoun.number == "p":
        return seen.plural or seen.kind in kinds().plural
    return True


def _above(page: Page, i: int) -> set[int]:
    """The tokens that govern a token, up to the root."""
    found: set[int] = set()
    token = page.token(i)
    while token.head != token.index and len(found) < 20:
        token = page.token(token.head)
        found.add(token.index)
    return found


def _co_arguments(page: Page, draft: Draft, pronoun: Pronoun, memory: Memory) -> set[str]:
    """Who is another argument of the pronoun's own verb, and so not meant by it ("the Americans will help them")."""
    if pronoun.possessive or page.token(draft.head).lower.endswith(("self", "selves")):
        return set()
    verb, here = governor(page, draft.head), page.sentence(draft.head).index
    if page.token(draft.head).dep == "nsubj" and page.token(draft.head).lower in OBJECTIVE:
        verb = page.token(verb).head  # "will help them to come": the object of the verb above
    near = [s for s in memory.latest() if s.sentence == here and s.token < draft.first]
    barred = {name for s in near if governor(page, s.head) == verb and not s.possessor for name in s.names}
    doer = _doer(page, verb, near)
    return barred | set(doer.names if doer else ())


def _doer(page: Page, verb: int, near: list[Seen]) -> Seen | None:
    """Who is to do what an infinitive tells: the object of the verb above it, else that verb's subject."""
    steps = 0
    while page.token(verb).dep == "xcomp" and steps < 4:
        above = page.token(verb).head
        held = [s for s in near if page.token(s.head).head == above and s.actors]
        found = next((s for s in held if s.object), None) or next((s for s in held if s.subject), None)
        if found:
            return found
        verb, steps = above, steps + 1
    return None


def is_expletive(page: Page, i: int) -> bool:
    """Whether "it" stands for a clause: "it is recalled that", "it was Velmoran guards who"."""
    token = page.token(i)
    if token.lower != "it":
        return False
    if token.dep == "expl" or (
        token.dep == "dobj" and page.token(token.head).lemma in page.lexicon.sets["speech_verbs"]
    ):
        return True  # "the army denied it": what was said
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = page.token(token.head)
    below = {page.token(c).dep for c in page.analysis.children[verb.index]}
    clause = below & {"ccomp", "csubj", "csubjpass", "xcomp", "relcl", "advcl"}
    if token.dep == "nsubjpass":
        return bool(clause & {"ccomp"})
    if verb.lemma == "be" and any(
        page.lexicon.has("truth_words", page.lower(c)) for c in page.analysis.children[verb.index]
    ):
        return True  # "Velmora said it was not true": what was said
    copula = page.lexicon.has("copulas", verb.lemma)
    return copula and bool(below & {"acomp", "attr", "oprd"}) and bool(clause or _clause_below(page, verb.index))


def _clause_below(page: Page, verb: int) -> bool:
    """Whether the predicate itself carries a clause: "it is clear that", "it was guards who"."""
    kinds = {"ccomp", "xcomp", "relcl", "acl"}
    return any(
        page.token(g).dep in kinds
        for c in page.analysis.children[verb]
        if page.token(c).dep in ("acomp", "attr")
        for g in page.analysis.children[c]
    )


def role_of_person(page: Page, i: int) -> bool:
    """Whether a capitalised name of unknown kind acts as only persons do: it speaks, meets, is arrested."""
    token = page.token(i)
    if i + 2 < len(page.analysis.tokens) and page.token(i + 1).text == "," and page.token(i + 2).lower in WHO:
        return True
    head, steps = token, 0
    while head.dep in ("conj", "appos") and head.head != head.index and steps < 4:
        head, steps = page.token(head.head), steps + 1
    verb = page.token(head.head)
    if head.dep in ("nsubj", "nsubjpass", "dobj"):
        return verb.lemma in page.lexicon.sets["person_verbs"]
    return (
        head.dep == "pobj" and verb.lower == "to" and verb.index > 0 and page.token(verb.index - 1).lower == "according"
    )
