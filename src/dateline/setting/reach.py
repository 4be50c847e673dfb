"""Which deed a date, place or number belongs to: the one that governs it, by the shortest way through the syntax."""

from __future__ import annotations

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import Span
from dateline.setting.harm import harm_words

BARRIERS = frozenset({"ccomp", "relcl", "parataxis"})  # the deed of another clause, or of another's words
FAR = 9  # steps through the tree, each worth one; what lies further away belongs to another deed
SHARED = 2  # for what ends a list of deeds with one subject: "killed 12 and wounded 30 on Monday"
LATE = 3  # for what stands between coordinated deeds, seen from the later one


def distance(analysis: Analysis, words: Span, anchor: Span, *, of_toll: bool = False) -> float | None:
    """How far the words stand from the anchor of a deed, in steps through the syntax; None where they are out of reach.

    Both must stand in one sentence. A step out of or into a clause of its own is out of reach, unless that clause says
    what happened there or then ("at the gate, where three died"), or the deeds are coordinated; a toll also reaches its
    deed from a clause about it ("a blast that killed nine").
    """
    here, there = _head(analysis, words), _head(analysis, anchor)
    if here is None or there is None or analysis.sentence_at(words[0]) != analysis.sentence_at(anchor[0]):
        return None
    up_here, up_there = _ancestors(analysis, here), _ancestors(analysis, there)
    above = {u.index for u in up_there}
    met = next((t.index for t in up_here if t.index in above), None)
    if met is None:
        return None
    below_here, below_there = _until(up_here, met), _until(up_there, met)
    if _tells_of(analysis, words, below_there):
        return 1.0
    if _is_barred(analysis, below_here, below_there, words, anchor, of_toll=of_toll):
        return None
    away = any(t.lower == "from" for t in below_here)  # "to the city from Karst": where it ends comes first
    late = any(t.dep == "conj" and t.pos == "VERB" for t in below_there) and words[0] > analysis.tokens[met].start
    shared = any(t.dep == "conj" and t.pos == "VERB" for t in below_here)
    cost = len(below_here) + len(below_there) + LATE * late + SHARED * shared + away
    return cost + 0.001 * abs(words[0] - anchor[0]) / 100 if cost <= FAR else None


def _tells_of(analysis: Analysis, words: Span, below_there: list[Token]) -> bool:
    """Whether the deed stands in a clause about the words: `in 1998, when he signed`."""
    top = below_there[-1] if below_there else None
    if top is None or top.dep not in ("relcl", "advcl"):
        return False
    opener = min((analysis.tokens[c] for c in analysis.children[top.index]), key=lambda t: t.start, default=top)
    before = analysis.tokens[max(0, opener.index - 1 - (analysis.tokens[opener.index - 1].text == ","))]
    beside = words[0] <= before.start < words[1] or words[0] <= analysis.tokens[top.head].start < words[1]
    return beside and opener.lower in vocabulary("places")["clause_openers"]


def _is_barred(
    analysis: Analysis,
    below_here: list[Token],
    below_there: list[Token],
    words: Span,
    anchor: Span,
    *,
    of_toll: bool,
) -> bool:
    """Whether the way leads out of or into a clause that tells something else."""
    if any(t.dep in BARRIERS for t in below_there):
        return True
    barriers = BARRIERS - {"relcl"} if of_toll and not below_there and not _is_nested(below_here) else BARRIERS
    if any(t.dep in barriers for t in below_here) and not _heads_a_colon(analysis, words, anchor):
        return True
    if any(_is_other_time(analysis, t) or _is_topic(analysis, t) for t in below_here):
        return True
    if not below_there and any(t.dep == "pcomp" and t.tag == "VBG" for t in below_here):
        return True  # "accused the army of shelling Karst": it was not accused there
    ends = [t for t in below_here if t.dep == "conj" and t.pos == "VERB"]
    if of_toll:
        return any(analysis.tokens[t.head].lemma not in harm_words().verbs for t in ends)
    return bool(ends) and (below_here[0].dep == "dobj" or any(_has_subject(analysis, t) for t in ends))


def _is_nested(below_here: list[Token]) -> bool:
    """Whether the clause that gives the toll is about another deed than the anchor's: `marched over the shelling …`."""
    above = below_here[next((i for i, t in enumerate(below_here) if t.dep == "relcl"), -1) + 1 :]
    return any(t.pos == "VERB" or t.lemma in vocabulary("places")["deeds"] for t in above)


def _heads_a_colon(analysis: Analysis, words: Span, anchor: Span) -> bool:
    """`It was worst near Sorvik: fighters fired at a bus`."""
    between = analysis.tokens_in(words[1], anchor[0]) if words[1] < anchor[0] else ()
    return any(t.text == ":" for t in between)


def _is_other_time(analysis: Analysis, verb: Token) -> bool:
    """Whether a clause is set off in time from the one above it: `two days after shells killed nine`."""
    if verb.dep != "advcl":
        return False
    below = [analysis.tokens[c] for c in analysis.children[verb.index]]
    after = [t for t in below if t.dep == "mark" and t.lower in ("after", "before")]
    counts = {c for t in (*after, verb) for c in analysis.children[t.index]}
    return bool(after) and any(analysis.tokens[c].dep == "npadvmod" for c in counts)


def _is_topic(analysis: Analysis, noun: Token) -> bool:
    """Whether a deed is only what another is about: `marched over the shelling of Karst`."""
    words, above = vocabulary("places"), analysis.tokens[noun.head]
    return noun.dep == "pobj" and noun.lemma in words["deeds"] and above.lower in words["topics"]


def _has_subject(analysis: Analysis, verb: Token) -> bool:
    return any(analysis.tokens[c].dep in ("nsubj", "nsubjpass", "expl") for c in analysis.children[verb.index])


def _head(analysis: Analysis, span: Span) -> Token | None:
    """The token of a span whose governor stands outside it."""
    inside = analysis.tokens_in(*span)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), None)


def _ancestors(analysis: Analysis, token: Token) -> list[Token]:
    """The token and its governors up to the root; a broken tree ends where it would go round."""
    way, seen = [token], {token.index}
    while way[-1].head not in seen and way[-1].head >= 0:
        way.append(analysis.tokens[way[-1].head])
        seen.add(way[-1].index)
    return way


def _until(way: list[Token], index: int) -> list[Token]:
    return way[: next(i for i, t in enumerate(way) if t.index == index)]
