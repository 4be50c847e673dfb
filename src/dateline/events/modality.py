"""How a deed stands to the facts: the first of conditional, possible, wanted, planned, ongoing, historical, actual."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.codebook import Codebook, vocabulary
from dateline.events.draft import Draft
from dateline.events.history import is_historical
from dateline.events.lexicon import light_verbs
from dateline.events.page import Page
from dateline.events.tree import SUBJECTS
from dateline.record import Modality, Statement

FACTUAL = frozenset({"relcl", "acl"})  # clauses that tell a fact of their own, whatever stands above them


def modality_of(page: Page, draft: Draft, voice: Statement | None) -> Modality:
    """The modality of a deed in this voice."""
    chain = tuple(_chain(page, draft.head, voice))
    hangs = any(_is_conditional(page, i) for i in chain) or _cue_has_condition(page, draft, voice)
    if hangs or _opens_inverted(page, draft):
        return "conditional"
    if draft.act_of is not None:
        return _of_act(page, draft, voice, chain)
    weaker: tuple[Modality, ...] = ("possible", "wanted", "planned")
    by_stance = _by_stance(page, voice) if _at_top(page, chain, voice) else None
    for modality in weaker:
        if by_stance == modality or any(_shows(page, i, modality, k > 0) for k, i in enumerate(chain)):
            return modality
    if _is_announced(page, draft):
        return "planned"
    if _is_ongoing(page, draft, chain):
        return "ongoing"
    return "historical" if is_historical(page, draft) else "actual"


def _of_act(page: Page, draft: Draft, voice: Statement | None, chain: tuple[int, ...]) -> Modality:
    by_stance = _by_stance(page, voice) if _at_top(page, chain, voice) else None
    if by_stance is not None:
        return by_stance
    if _has_aux(page, draft.head, "possible_modals"):
        return "possible"
    if _has_aux(page, draft.head, "planned_modals"):
        return "planned"
    if any(_shows(page, i, "wanted", True) for i in chain[1:2]):
        return "wanted"
    return "historical" if is_historical(page, draft) else "actual"


def _chain(page: Page, head: int, voice: Statement | None) -> Iterator[int]:
    """The deed's word and what governs it inside the same voice, up to a clause that tells a fact of its own."""
    yield head
    here = head
    for above in page.tree.governors(head):
        token = page.tokens[here]
        factual = token.dep == "relcl" or (token.dep == "acl" and token.tag != "VB")
        if factual or not _inside(page, above, voice) or _is_side_clause(page, here):
            return
        yield above
        here = above


def _inside(page: Page, i: int, voice: Statement | None) -> bool:
    start = page.tokens[i].start
    if voice is not None:
        return any(a <= start < b for a, b in voice.content)
    statement = page.cue_at(start)
    return statement is None or statement.stance in _list("transparent_stances")


def _is_side_clause(page: Page, i: int) -> bool:
    """A clause of time, cause or contrast, or a subject or by-phrase: what governs it says nothing of its modality."""
    token = page.tokens[i]
    if token.dep in SUBJECTS:
        return not page.tree.is_verb(token.head) or page.tokens[token.head].lemma not in light_verbs().happening
    if token.dep in ("agent", "appos", "parataxis"):
        return True
    if token.dep == "ccomp":
        head = page.tokens[token.head]
        return head.pos == "VERB" and head.lemma != "be" and head.lemma not in _governing()
    if token.dep == "conj":
        if page.tree.below(i, ("mark",)):
            return False
        finite = (page.tokens[c].lower != "to" for c in page.tree.below(i, ("aux", "auxpass")))
        return token.tag in ("VBD", "VBZ", "VBP") or any(finite)
    return token.dep in ("advcl", "prep") and not _is_purpose(page, i)


def _is_purpose(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if token.dep == "prep":
        return token.lower in _list("open_prepositions")
    marks = [page.tokens[c].lower for c in page.tree.below(i, ("mark", "aux"))]
    return token.tag == "VB" or bool(set(marks) & _list("conditional_marks"))


def _is_conditional(page: Page, i: int) -> bool:
    """Whether this clause states a condition or hangs on one."""
    if _states_condition(page, i):
        return True
    if any(_states_condition(page, c) for c in page.tree.below(i, ("advcl",))):
        return True
    return any(page.tokens[c].lower in _list("conditional_marks") for c in page.tree.below(i, ("mark", "prep")))


def _states_condition(page: Page, i: int) -> bool:
    marks = [page.tokens[c] for c in page.tree.below(i, ("mark", "advmod"))]
    if any(m.lower in _list("conditional_marks") for m in marks) and page.tokens[i].dep in ("advcl", "ccomp", "ROOT"):
        return page.tokens[i].dep != "ccomp" or page.tokens[page.tokens[i].head].lemma not in _list("asking_verbs")
    return _is_inverted(page, i)


def _is_inverted(page: Page, i: int) -> bool:
    """ "Should the truce fail, …"."""
    auxiliaries = page.tree.below(i, ("aux",))
    subjects = page.tree.below(i, SUBJECTS)
    if not auxiliaries or not subjects or page.tokens[i].dep != "advcl":
        return False
    first = auxiliaries[0]
    return page.tokens[first].lower in _list("inversions") and first < subjects[0]


def _opens_inverted(page: Page, draft: Draft) -> bool:
    """Whether the sentence opens with "Should" or "Had" and is no question."""
    sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
    if sentence is None:
        return False
    first = page.tokens[sentence.first]
    return first.lower in _list("inversions") and first.text[0].isupper() and page.tokens[sentence.last - 1].text != "?"


def _cue_has_condition(page: Page, draft: Draft, voice: Statement | None) -> bool:
    """A condition inside the content that syntax hung on the cue: "said it would go if they agreed"."""
    if voice is None or voice.cue is None or draft.act_of is not None:
        return False
    if not _has_aux(page, draft.head, "planned_modals") and not _has_aux(page, draft.head, "possible_modals"):
        return False
    inside = [t for a, b in voice.content for t in page.analysis.tokens_in(a, b)]
    sentence = page.analysis.sentence_at(page.tokens[draft.head].start)
    return any(
        t.lower in _list("conditional_marks") and t.dep == "mark" and page.analysis.sentence_at(t.start) == sentence
        for t in inside
    )


def _shows(page: Page, i: int, modality: str, above: bool) -> bool:
    """Whether this token, or an auxiliary or adverb on it, shows the modality."""
    if page.tree.is_verb(i) and _has_aux(page, i, f"{modality}_modals"):
        return True
    by_form = {"possible": _has_adverb, "wanted": _is_aim, "planned": _is_to_be}
    return by_form[modality](page, i) or (above and _governs(page, i, modality))


def _governs(page: Page, i: int, modality: str) -> bool:
    """Whether a governing word, or the adjective of an "it is … that", shows the modality."""
    token = page.tokens[i]
    predicates = page.tree.below(i, ("acomp",)) if token.lemma == "be" else ()
    if any(page.tokens[c].lemma in _adjectives(modality) for c in predicates):
        return True
    lists = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}
    name = lists.get(token.pos)
    return name is not None and token.lemma in _list(f"{modality}_{name}")


def _has_aux(page: Page, i: int, name: str) -> bool:
    return any(
        page.tokens[c].lower in _list(name) or page.tokens[c].lemma in _list(name) for c in page.tree.below(i, ("aux",))
    )


def _has_adverb(page: Page, i: int) -> bool:
    below = page.tree.below(i, ("advmod", "amod"))
    return any(page.tokens[c].lower in _list("possible_adverbs") | _list("suspecting_adjectives") for c in below)


def _is_to_be(page: Page, i: int) -> bool:
    """ "is to disarm", "was to have met"."""
    token = page.tokens[i]
    head = page.tokens[token.head]
    return token.dep == "xcomp" and head.lemma == "be" and token.tag == "VB"


def _adjectives(modality: str) -> frozenset[str]:
    """The adjectives of "it is likely that", "it is important that"."""
    return _list(f"{modality}_adjectives") if modality != "planned" else frozenset()


def _is_aim(page: Page, i: int) -> bool:
    """ "The goal of the army is to take the port"."""
    token = page.tokens[i]
    subjects = page.tree.below(token.head, SUBJECTS) if page.tokens[token.head].lemma == "be" else ()
    return token.tag == "VB" and any(page.tokens[s].lemma in _list("wanted_nouns") for s in subjects)


def _by_stance(page: Page, voice: Statement | None) -> Modality | None:
    """What the stance of the voice makes of its content; "is suspected of" makes it possible."""
    if voice is None:
        return None
    cue = page.analysis.tokens_in(*voice.cue) if voice.cue else ()
    suspected = any(t.lemma in _list("suspecting_cues") for t in cue)
    if any(t.lemma in _list("ruling_out_cues") for t in cue):
        return "planned"
    return "possible" if suspected else _stances(page.codebook).get(voice.stance)


def _at_top(page: Page, chain: tuple[int, ...], voice: Statement | None) -> bool:
    """Whether the deed is what the content says, and not a fact told beside it."""
    if voice is None:
        return False
    last = page.tokens[chain[-1]]
    if any(page.tokens[i].dep in FACTUAL and page.tokens[i].tag != "VB" for i in chain):
        return False
    if last.tag == "VBD" and not page.tree.is_passive(last.index):
        return False
    return last.head == last.index or not _within(page, last.head, voice)


def _within(page: Page, i: int, voice: Statement) -> bool:
    return any(a <= page.tokens[i].start < b for a, b in voice.content)


def _is_announced(page: Page, draft: Draft) -> bool:
    """A headline's infinitive: "Estia to send troops"."""
    token = page.tokens[draft.head]
    sentence = page.analysis.sentence_at(token.start)
    if sentence is None or sentence.part != "title" or token.tag != "VB":
        return False
    auxiliaries = [page.tokens[c].lower for c in page.tree.below(draft.head, ("aux",))]
    return "to" in auxiliaries and token.dep in ("ROOT", "acl", "relcl", "xcomp", "advcl")


def _is_ongoing(page: Page, draft: Draft, chain: tuple[int, ...]) -> bool:
    for k, i in enumerate(chain):
        token = page.tokens[i]
        if k and page.tree.is_verb(i) and token.lemma in _list("continuing_verbs"):
            return True
        if token.tag == "VBG" and any(_is_present_be(page, c) for c in page.tree.below(i, ("aux",))):
            return True
        if draft.stative and k == 0 and token.tag in ("VBZ", "VBP") and not _in_title(page, i):
            return True
    return any(
        page.tokens[c].lower in _list("ongoing_adverbs") for c in page.tree.below(draft.head, ("advmod", "amod"))
    )


def _is_present_be(page: Page, i: int) -> bool:
    return page.tokens[i].lemma == "be" and page.tokens[i].tag in ("VBZ", "VBP", "VBN", "VB")


def _in_title(page: Page, i: int) -> bool:
    sentence = page.analysis.sentence_at(page.tokens[i].start)
    return sentence is not None and sentence.part == "title"


@cache
def _governing() -> frozenset[str]:
    names = ("possible_verbs", "wanted_verbs", "planned_verbs", "ensuring_verbs")
    return frozenset(w for n in names for w in vocabulary("modality")[n])


@cache
def _stances(book: Codebook) -> dict[str, Modality]:
    table: dict[str, Modality] = book.vocabulary("modality")["by_stance"]
    return table


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("modality").get(name, ()))
