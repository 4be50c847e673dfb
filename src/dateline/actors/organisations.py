"""Organisations that the catalogue does not know, by the shape of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.actors.draft import Draft
from dateline.actors.lexicon import Shape
from dateline.actors.names import Name
from dateline.actors.owners import owner_of
from dateline.actors.page import Page
from dateline.actors.runs import Run
from dateline.actors.spots import Spot
from dateline.record import ActorRef

ARMED = frozenset({"rebel", "militia"})  # "the Maoist rebels" bear no name


def find_organisations(page: Page, runs: Sequence[Run]) -> Iterator[tuple[Run, Draft]]:
    """The runs that are organisations, each with its draft."""
    starts = {r.first: r for r in runs}
    for run in runs:
        whole = _whole(page, run, starts)
        shape = _shape(page, run, whole)
        if shape:
            yield run, _draft(page, whole, shape)


def _whole(page: Page, run: Run, starts: dict[int, Run]) -> Run:
    """A run with the demonym before it, and with "of …" after it where its last word is an organisation's."""
    first, last = run.first, run.last
    before = page.names.ending.get(first)
    whose = before and (before.value.how == "demonym" or _of_state(page, before, run.last - 1))
    if before and whose and page.token(first - 1).text[0].isupper():
        first = before.first
    if page.lower(last - 1) in page.lexicon.shapes:
        last = _after_link(page, last, starts)
    return Run(first, last)


def _of_state(page: Page, before: Spot[Name], head: int) -> bool:
    """Whether a state's name begins the name of an organisation: "Velmora Doctors Union"."""
    token = page.token(before.last - 1)
    return token.dep == "compound" and token.head == head and page.lower(head) in page.lexicon.shapes


def _after_link(page: Page, last: int, starts: dict[int, Run]) -> int:
    """The end of "of Highland States" after "Council"."""
    tokens = page.analysis.tokens
    if last + 1 >= len(tokens) or not page.lexicon.has("name_links", tokens[last].lower):
        return last
    after = last + 2 if tokens[last + 1].lower == "the" else last + 1
    if after in starts:
        return starts[after].last
    name = page.names.starting.get(after)
    return name.last if name else last


def _shape(page: Page, run: Run, whole: Run) -> Shape | None:
    """What kind of organisation a run's words tell, None where they tell none."""
    last_word = page.lower(run.last - 1)
    if page.lexicon.has("places", last_word) and last_word not in page.lexicon.shapes:
        return None
    named_class = page.class_words.ending.get(whole.first)
    taken = named_class and (named_class.first in page.names.covering or _after_name(page, named_class.first))
    if named_class and not taken and page.token(named_class.first).text.islower():
        return named_class.value
    after = page.class_words.starting.get(whole.last)
    follows = after and page.token(after.first).text.islower() and page.token(whole.last - 1).dep == "compound"
    if after and follows and after.value.kind not in ARMED and page.token(whole.last - 1).head == after.last - 1:
        return after.value
    if whole.last - whole.first < 2:
        return None
    return page.lexicon.shapes.get(last_word)


def _after_name(page: Page, i: int) -> bool:
    """Whether a class word belongs to the name before it: "the TEV-DEM party"."""
    return i > page.sentence(i).first and page.token(i - 1).pos == "PROPN"


def _draft(page: Page, whole: Run, shape: Shape) -> Draft:
    owner = page.names.starting.get(whole.first)
    country = owner_of(owner, page).ref.country if owner else None
    ref = ActorRef(None, name_text(page, whole.first, whole.last), country, (shape.sector,))
    words = frozenset(page.lower(i) for i in range(whole.first, whole.last)) - {""}
    head = page.head(whole.first, whole.last)
    return Draft(whole.first, whole.last, head, "name", "shape", 0.7, (ref,), shape.kind, False, "n", words)


def name_text(page: Page, first: int, last: int) -> str:
    """The words of a name with single spaces."""
    return " ".join(page.text(first, last).split())
