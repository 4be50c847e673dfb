"""From an analysis to its mentions: who is named, described or meant, and what is said of persons' roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.actors.bodies import find_bodies
from dateline.actors.catalogue import Catalogue
from dateline.actors.compass import find_compass
from dateline.actors.crowds import find_crowds, left_edge
from dateline.actors.descriptions import find_classes
from dateline.actors.draft import Draft
from dateline.actors.folding import words_of
from dateline.actors.kinds import kinds
from dateline.actors.known import find_known, find_shared
from dateline.actors.mentions import Mentions, Role
from dateline.actors.organisations import find_organisations
from dateline.actors.owners import Owner
from dateline.actors.page import Page, page_of
from dateline.actors.people import LONGEST_ROLE, RELATIVE_TAGS, Found, find_people
from dateline.actors.persons import persons_of
from dateline.actors.pronoun_rules import in_brackets, those_in_capital
from dateline.actors.pronouns import is_expletive
from dateline.actors.regimes import with_regimes
from dateline.actors.resolve import resolve
from dateline.actors.roles import at_home, homes_of, roles_of, told_by
from dateline.actors.rows import rows_of
from dateline.actors.runs import name_runs
from dateline.actors.short_forms import find_short_forms
from dateline.actors.spots import spot
from dateline.language import Analysis
from dateline.report import Report


def find_mentions(analysis: Analysis, report: Report, catalogue: Catalogue) -> Mentions:
    """All mentions of a report, resolved, with the roles it tells. Quoted "we" waits for `resolve_quoted`."""
    page = page_of(analysis, report, catalogue)
    page, regimes = with_regimes(page)
    runs = list(name_runs(page))
    organisations = list(find_organisations(page, runs))
    known = list(find_known(page))
    own = [*(d for _, d in organisations), *find_short_forms(page, [*known, *(d for _, d in organisations)])]
    page = replace(page, local={(d.first, d.last): (d.actors[0], d.kind or "ngo") for d in own})
    plain = [
        *known,
        *find_shared(page),
        *regimes,
        *find_compass(page),
        *find_bodies(page),
        *find_crowds(page),
        *(d for _, d in organisations),
    ]
    taken = {i for d in plain if d.form == "name" for i in range(d.first, d.last)}
    free = [r for r in runs if r.first not in taken]
    short = list(find_short_forms(page, plain))
    found = list(find_people(page, free, _owners([*plain, *short])))
    people = list(_people(page, found))
    chosen = choose([*plain, *short, *(d for _, d in people), *find_classes(page), *_pronouns(page), *_compounds(page)])
    settled = resolve(page, chosen)
    roles = list(_roles(page, people, settled.drafts))
    return rows_of(page, at_home(settled, roles), roles)


def _owners(drafts: Iterable[Draft]) -> dict[int, tuple[int, Owner]]:
    """The organisations that a title may belong to, by first token."""
    found: dict[int, tuple[int, Owner]] = {}
    for d in drafts:
        names = d.form == "name" and d.actors and d.how in ("pattern", "shape", "leader", "abbreviation")
        if names and (d.first not in found or found[d.first][0] < d.last):
            found[d.first] = d.last, Owner(d.first, d.last, d.actors[0], d.kind or "", d.how)
    return found


def _people(page: Page, found: Sequence[Found]) -> Iterator[tuple[Found, Draft]]:
    """The names that are persons', each with its draft."""
    _, settled = persons_of(page, found)
    for f in found:
        if f.name_first not in settled:
            continue
        ref, confidence = settled[f.name_first]
        how = "alias" if f.entry else "role" if f.said else "name"
        told = (page.text(f.first, f.last), (f.entry.role if f.entry else None) or "")
        words = {w for text in told for w in words_of(text)}
        words |= {w for s in f.said for w in (*s.title.value.label, f"={s.title.value.key}")}
        about = tuple(s.owner.ref for s in f.said if s.owner)
        first = _apposed(page, f)
        yield f, Draft(
            first, f.last, page.head(first, f.last), "name", how, confidence, (ref,), "person", False,
            f.addressed or "n", frozenset(words), about=about, name_head=f.name_last - 1,
        )  # fmt: skip


def _apposed(page: Page, found: Found) -> int:
    """Where the mention begins, over a noun that the name stands in apposition to: "one of the captives, NAME"."""
    token = page.token(found.name_last - 1)
    if token.dep != "appos" or found.first < 2 or page.token(found.first - 1).text != ",":
        return found.first
    noun = page.token(token.head)
    near = page.sentence(noun.index).first <= noun.index < found.first and found.first - noun.index <= LONGEST_ROLE
    if not near or noun.pos not in ("NOUN", "NUM") or noun.text[0].isupper():
        return found.first
    between = (page.token(i) for i in range(noun.index + 1, found.first - 1))
    if any(t.pos in ("VERB", "AUX", "PUNCT") for t in between):
        return found.first
    return left_edge(page, noun.index)


def choose(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that stand: of two that overlap the longer; a shorter one stays inside it if it names somebody."""
    named = {d.head for d in drafts if d.form == "name" and d.actors}
    drafts = [d for d in drafts if d.form != "description" or d.head not in named]
    order = sorted(drafts, key=lambda d: (-d.length, d.form == "description", -d.confidence, d.first))
    owner: dict[int, Draft] = {}
    kept: list[Draft] = []
    for d in order:
        around = {owner[i] for i in (d.first, d.last - 1) if i in owner}
        if all(_nests(d, a) for a in around):
            kept.append(d)
            for i in range(d.first, d.last):
                owner[i] = d
    return sorted(kept, key=lambda d: (d.first, -d.last))


def _nests(inner: Draft, outer: Draft) -> bool:
    """Whether a draft may stand inside another: names, adjectives and pronouns may, descriptions of it may not."""
    if inner.first < outer.first or inner.last > outer.last or inner.length == outer.length:
        return False
    if inner.head == outer.head and inner.form != "pronoun":
        return False
    if inner.how in ("institution", "class", "classes"):
        return outer.kind == "person" and outer.form in ("name", "description")
    return inner.form in ("name", "adjective", "pronoun")


def _pronouns(page: Page) -> Iterator[Draft]:
    """Pronouns of the third person in the report's voice, and he, she and it anywhere."""
    for token in page.analysis.tokens:
        pronoun = page.lexicon.pronouns.get(token.lower)
        if token.lower in page.lexicon.relatives and token.tag in RELATIVE_TAGS:
            yield Draft(token.index, token.index + 1, token.index, "pronoun", "relative", 0.0)
        if pronoun is None or token.pos not in ("PRON", "DET") or is_expletive(page, token.index):
            continue
        draft = Draft(token.index, token.index + 1, token.index, "pronoun", "pronoun", 0.0, pronoun=pronoun)
        quoted = pronoun.gender == "a" and page.analysis.quotation_at(token.start)
        if not quoted or in_brackets(page, draft) or those_in_capital(page, draft):
            yield draft


def _compounds(page: Page) -> Iterator[Draft]:
    """ "Both sides", "the two countries", "the latter"."""
    for token in page.analysis.tokens:
        alone = token.index and page.token(token.index - 1).lower == "the" and token.dep not in ("amod", "compound")
        if alone and page.lexicon.has("ordinals", token.lower):
            span = token.index - 1, token.index + 1, token.index
            yield Draft(*span, "compound", "compound", 0.5, kinds=kinds().all, words=frozenset({token.lower}))
        counted = alone and token.tag == "CD" and page.lexicon.has("counted", token.lower) and token.dep != "nummod"
        if counted:
            span = token.index - 1, token.index + 1, token.index
            yield Draft(
                *span, "compound", "compound", 0.5, kinds=kinds().all, plural=True, words=frozenset({token.lower})
            )
    for s in spot(page.view, page.lexicon.compounds):
        if s.last - s.first > 1 or page.token(s.first).dep in ("nsubj", "nsubjpass"):
            yield Draft(s.first, s.last, s.last - 1, "compound", "compound", 0.5, kinds=s.value, plural=True)


def _roles(page: Page, people: Sequence[tuple[Found, Draft]], drafts: Sequence[Draft]) -> Iterator[Role]:
    kept = {(d.first, d.last, d.head): d for d in drafts if d.kind == "person"}
    settled = told_by(page, drafts)
    told = [(f, done) for f, d in people if (done := kept.get((d.first, d.last, d.head)))]
    homes = homes_of(page, [(found, done.actors[0]) for found, done in told])
    for found, done in told:
        who = done.actors[0]
        yield from roles_of(page, found, who, _id(page, done), settled, homes.get(who.name))


def _id(page: Page, draft: Draft) -> str:
    return f"m{page.token(draft.first).start}-{page.token(draft.last - 1).end}"
