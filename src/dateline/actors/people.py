"""Persons: names with their titles, roles and appositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.actors.entry import Entry
from dateline.actors.kinds import kinds
from dateline.actors.lexicon import ADDRESS, Title
from dateline.actors.owners import POSSESSIVES, Owner, local_owner, owner_of
from dateline.actors.page import Page
from dateline.actors.runs import Run
from dateline.actors.spots import Spot

LONGEST_ROLE = 14  # tokens between a title and the name it belongs to
LONGEST_APPOSITION = 16
LONGEST_CHAIN = 9
OF = frozenset({"of", "from"})
MEMBER = "member"
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
LEADING = frozenset({"ADP", "DET", "CCONJ", "SCONJ"})  # a phrase goes on: no name in apposition
PLACING = frozenset({"in", "at", "to"})
LINKS = frozenset({"of", "for", "from", "at", "in", "with", "to"})


@dataclass(frozen=True, slots=True)
class Said:
    """One role said of a person: the title, the tokens [first, last) that say it, and the owner beside it."""

    title: Spot[Title]
    first: int
    last: int
    owner: Owner | None = None
    body: int | None = None  # token of an institution that is named without its state
    pronoun: int | None = None  # token of "its", "his" before the title


@dataclass(frozen=True, slots=True)
class Found:
    """A person's name at tokens [name_first, name_last), the whole mention around it, and the roles said in it."""

    name_first: int
    name_last: int
    first: int
    last: int
    said: tuple[Said, ...]
    entry: Entry | None = None
    addressed: str | None = None  # gender told by a form of address


def find_people(page: Page, runs: Sequence[Run], organisations: dict[int, tuple[int, Owner]]) -> Iterator[Found]:
    """Every name that may be a person's, with what is said around it; `organisations` by first token: end and owner."""
    known = [s for s in page.names.rows if page.catalogue.by_id[s.value.entry].kind == "person"]
    spans = sorted([(r.first, r.last, None) for r in runs] + [(s.first, s.last, s) for s in known], key=lambda x: x[0])
    for start, last, spot in spans:
        first = _past_title(page, start, last)
        entry = page.catalogue.by_id[spot.value.entry] if spot else None
        yield _around(page, first, last, entry, organisations)


def _of_organisation(page: Page, last: int, orgs: dict[int, tuple[int, Owner]], said: list[Said]) -> Iterator[Said]:
    """ "Commander NAME of the HLF", "NAME of Relief North": the owner of the titles that have none, or of a member."""
    tokens = page.analysis.tokens
    owner = None
    if last + 1 < len(tokens) and tokens[last].lower in OF and page.sentence(last).last > last + 1:
        start = last + 2 if tokens[last + 1].pos == "DET" else last + 1
        spot = page.names.starting.get(start)
        owner = orgs[start][1] if start in orgs else owner_of(spot, page) if spot else None
    if owner is None or (owner.kind not in kinds().sides and not said):
        yield from said
        return
    for role in said:
        bare = role.owner is None and role.body is None and role.pronoun is None
        yield replace(role, owner=owner) if bare else role
    member = next(iter(page.lexicon.titles.named((MEMBER,))), None)
    if not said and member:
        yield Said(Spot(last, last + 1, (member,)), last, owner.last, owner)


def _past_title(page: Page, first: int, last: int) -> int:
    """Where the name itself begins, in an alias that holds a title: "President Ana Dorr"."""
    title = page.titles.starting.get(first)
    return title.last if title and title.last < last else first


def _around(page: Page, first: int, last: int, entry: Entry | None, orgs: dict[int, tuple[int, Owner]]) -> Found:
    said: list[Said] = []
    inner = first
    start, chain, addressed = _chain(page, first)
    said += chain
    if not chain or page.token(start).pos != "DET":
        reach = _before(page, start, orgs)
        if reach:
            inner, start = start, reach.first
            said.append(reach)
    end, after = _after(page, last, orgs)
    said += after or _clause(page, last, orgs)
    said = list(_of_organisation(page, last, orgs, said))
    return Found(first, last, min(start, inner), end, tuple(said), entry, addressed)


def _chain(page: Page, i: int) -> tuple[int, list[Said], str | None]:
    """Titles right before a name and what stands before them: (first token, roles, gender of the form of address)."""
    titles: list[Spot[Title]] = []
    addressed = None
    j = i
    floor = page.sentence(i).first
    while j > floor and (spot := page.titles.ending.get(_over_stop(page, j))) is not None:
        if spot.value.key == ADDRESS:
            addressed = spot.value.gender
        elif not page.titles.ending.get(spot.first) or spot.value.tie:
            titles.append(spot)
        j = spot.first
    if not titles:
        return j, [], addressed
    first, owner, body, pronoun = _possessor(page, j)
    roles = [Said(t, first, t.last, owner, body, pronoun) for t in titles]
    return first, roles, addressed or next((t.value.gender for t in titles if t.value.gender), None)


def _over_stop(page: Page, j: int) -> int:
    """Over the stop of an abbreviated title that was cut off as a token of its own."""
    return j - 1 if j > 1 and page.token(j - 1).text == "." and page.titles.ending.get(j - 1) else j


def _possessor(page: Page, j: int) -> tuple[int, Owner | None, int | None, int | None]:
    """What stands before a title: (first token, owner, bare institution, possessive pronoun)."""
    owner: Owner | None = None
    body: int | None = None
    sentence = page.sentence(j) if j < len(page.analysis.tokens) else None
    floor = max(sentence.first if sentence else 0, j - LONGEST_CHAIN)
    while j > floor:
        token = page.token(j - 1)
        here = _owner_ending(page, j) or (_owner_ending(page, j - 1) if token.text in POSSESSIVES else None)
        if here and owner is None:
            owner, j = here, here.first
        elif j in page.institutions.ending and body is None:
            body, j = page.institutions.ending[j].first, page.institutions.ending[j].first
        elif token.pos == "PRON" and token.lower in page.lexicon.pronouns:
            return j - 1, owner, body, j - 1
        elif token.text in POSSESSIVES and owner is None and page.token(j - 2).pos == "NOUN" and j - 2 > floor:
            return _described_owner(page, j - 2, floor), None, body, _described_owner(page, j - 2, floor)
        elif token.pos == "DET":
            return j - 1, owner, body, None
        elif _describes(page, j - 1):
            j -= 1
        else:
            break
    return j, owner, body, None


def _owner_ending(page: Page, j: int) -> Owner | None:
    """The actor of the catalogue or of the report whose name ends right before token j."""
    spot = page.names.ending.get(j)
    return owner_of(spot, page) if spot else local_owner(page, page.local_by_last.get(j))


def _described_owner(page: Page, noun: int, floor: int) -> int:
    """The first token of "the hospital" in "the hospital's director"."""
    i = noun
    while i > floor and page.token(i - 1).pos in ("DET", "ADJ", "NOUN"):
        i -= 1
        if page.token(i).pos == "DET":
            break
    return i


def _describes(page: Page, i: int) -> bool:
    """Whether a token modifies the title after it."""
    token = page.token(i)
    if page.lexicon.has("adverbs_of_time", page.lower(i)):
        return True
    if token.text in POSSESSIVES or token.text == "-":
        return i > 0 and page.token(i - 1).pos in ("NOUN", "PROPN", "ADJ")
    return token.pos in ("ADJ", "NOUN", "PROPN") and token.dep in ("amod", "compound", "poss", "nmod")


def _before(page: Page, start: int, orgs: dict[int, tuple[int, Owner]]) -> Said | None:
    """A role before the name: "its chief analyst, NAME", "spokesman for the union, NAME", "leader from X NAME"."""
    comma = start > 1 and page.token(start - 1).text == ","
    if not comma and start and page.token(start - 1).pos in LEADING:
        return None  # "spokesman for the party in PLACE"
    end = start - 1 if comma else start
    title = page.titles.ending.get(end) if comma else None
    if title is None:
        title = _linked_title(page, end)
    if title is None or title.value.key == ADDRESS:
        return None
    first, owner, body, pronoun = _possessor(page, title.first)
    if title.last < end:
        inside = _inside(page, title.last + 1, end, orgs)
        placed = owner is not None and page.token(title.last).lower in PLACING  # "the Velmoran envoy in Karsen"
        owner, body = (owner if placed else inside[0] or owner, inside[1] if inside[0] is None else body)
    elif first == title.first and page.token(title.first).text[0].isupper():
        return None  # "the president, Name" needs an article or an owner: a bare capitalised title heads a list
    return Said(title, first, end, owner, body, pronoun)


def _linked_title(page: Page, end: int) -> Spot[Title] | None:
    """The title whose "of …" or "from …" runs up to token `end`, with no verb and no mark between."""
    floor = max(page.sentence(max(0, end - 1)).first, end - LONGEST_ROLE) if end > 0 else 0
    for i in range(end - 1, floor, -1):
        token = page.token(i)
        if token.pos in ("VERB", "AUX") or (token.pos == "PUNCT" and token.text not in "-[]'’"):
            return None
        title = page.titles.ending.get(i)
        if title and token.lower in LINKS:
            return title if any(page.token(k).pos in ("NOUN", "PROPN") for k in range(i + 1, end)) else None
    return None


def _inside(page: Page, first: int, end: int, orgs: dict[int, tuple[int, Owner]]) -> tuple[Owner | None, int | None]:
    """The first organisation or state named in [first, end), and a bare institution there."""
    body: int | None = None
    for i in range(first, end):
        if i in orgs and orgs[i][0] <= end:
            return orgs[i][1], None
        spot = page.names.starting.get(i)
        if spot and spot.last <= end:
            owner = owner_of(spot, page)
            follows = page.institutions.starting.get(spot.last)
            return owner, (follows.first if follows and owner.kind == "state" and follows.last <= end else None)
        if body is None and i in page.institutions.starting:
            body = i
    return None, body


def _after(page: Page, last: int, orgs: dict[int, tuple[int, Owner]]) -> tuple[int, list[Said]]:
    """A role after the name, between commas: "NAME, leader of the party, …"."""
    tokens = page.analysis.tokens
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return last, []
    end = _apposition_end(page, last + 1)
    titles = (page.titles.starting.get(i) for i in range(last + 1, min(end, last + 9)) if i not in page.names.covering)
    title = next((t for t in titles if t), None)
    if title is None or title.last > end or title.value.key == ADDRESS or not _plain(page, last + 1, title.first):
        return last, []
    if page.token(title.last - 1).tag in ("NNS", "NNPS"):
        return last, []  # "near PLACE, officials said"
    if title.last < end and page.token(title.last).text[0].isupper() and title.last not in page.names.covering:
        return last, []  # "NAME, President OTHER": the next of a list
    first, owner, body, pronoun = _possessor(page, title.first)
    if title.last < end:
        inside = _inside(page, title.last, end, orgs)
        placed = owner is not None and page.token(title.last).lower in PLACING
        owner, body = owner if placed else inside[0] or owner, inside[1] if inside[0] or body is None else body
    if owner is None and body is None and pronoun is None:
        pronoun = _described_after(page, title.last, end)
    return end, [Said(title, max(first, last + 1), end, owner, body, pronoun)]


def _described_after(page: Page, first: int, end: int) -> int | None:
    """The article of a description that a title or verb belongs to: "spokesman for the rebels"."""
    near = range(first, min(end, first + 2))
    linked = any(page.token(i).lower in LINKS for i in near if page.token(i).pos == "ADP")
    return next((i for i in near if page.token(i).pos == "DET" and (linked or i == first)), None)


def _clause(page: Page, last: int, orgs: dict[int, tuple[int, Owner]]) -> list[Said]:
    """A role told by a clause after the name: "NAME, who leads the party", "NAME, who speaks for the rebels"."""
    tokens = page.analysis.tokens
    if last + 3 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower != "who":
        return []
    verb = tokens[last + 2]
    if page.lexicon.has("naming_verbs", verb.lemma):
        return _named_in_clause(page, last + 3, orgs)
    word = page.lexicon.role_verbs.get(verb.lemma) if verb.pos == "VERB" else None
    title = next(iter(page.lexicon.titles.named((word,))), None) if word else None
    if title is None or (title.tie == "speaks-for" and tokens[last + 3].lower != "for"):
        return []
    end = _apposition_end(page, last + 3)
    owner, body = _inside(page, last + 3, end, orgs)
    described = _described_after(page, last + 3, end) if owner is None and body is None else None
    return [Said(Spot(last + 2, last + 3, (title,)), last + 2, end, owner, body, described)]


def _named_in_clause(page: Page, start: int, orgs: dict[int, tuple[int, Owner]]) -> list[Said]:
    """ "NAME, who is / calls himself a colonel of the HLF"."""
    end = _apposition_end(page, start)
    spots = (page.titles.starting.get(i) for i in range(start, min(end, start + 6)) if i not in page.names.covering)
    title = next((t for t in spots if t and t.value.key != ADDRESS), None)
    if title is None or title.last > end:
        return []
    first, owner, body, pronoun = _possessor(page, title.first)
    inside = _inside(page, title.last, end, orgs) if title.last < end else (None, None)
    return [Said(title, max(first, start), end, owner or inside[0], body or inside[1], pronoun)]


def _apposition_end(page: Page, first: int) -> int:
    """The token that ends an apposition: a mark, a verb or a relative pronoun, within its sentence."""
    end = min(page.sentence(first).last, first + LONGEST_APPOSITION)
    for i in range(first, end):
        token = page.token(i)
        if (token.pos == "PUNCT" and token.text not in "-[]'’") or token.pos in ("VERB", "AUX"):
            return i
        if token.tag in RELATIVE_TAGS:
            return i
    return end


def _plain(page: Page, first: int, end: int) -> bool:
    """Whether only articles, adjectives, nouns and owners stand between the comma and the title."""
    allowed = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "ADV")
    return all(page.token(i).pos in allowed or page.token(i).text in ("-", ".", "'", "’") for i in range(first, end))
