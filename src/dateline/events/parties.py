"""Who a noun phrase names as party to a deed, and what class of thing it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from dateline.codebook import vocabulary
from dateline.events.bodies import manned, standing_for
from dateline.events.lexicon import classes
from dateline.events.page import Page
from dateline.record import Mention, Participant

NAMING = ("poss", "compound", "amod", "nmod")  # modifiers that name whose a thing is: "Ostian guns", "the rebels' base"
ARMED = frozenset({"rebel", "militia", "military", "coalition"})
MINOR = frozenset({"DT", "CD", "PRP$", "JJR", "JJS", "RB", "IN", "PDT", "RBR", "RBS", "QP", ",", "SYM", "HYPH"})


def parties(page: Page, heads: Iterable[int], *, named: bool = False) -> tuple[Participant, ...]:
    """The parties that these phrases name, with those coordinated with them. `named`: only those with a mention."""
    found: list[Participant] = []
    for head in heads:
        for i in page.tree.coordinated(head):
            found += _of_phrase(page, i, named)
    return distinct(found)


def distinct(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """The participants without repetition, in order."""
    return tuple({p.name: p for p in reversed(tuple(found))}.values())[::-1]


def of_mention(mention: Mention) -> tuple[Participant, ...]:
    """The participants that a mention stands for."""
    return tuple(Participant(mention.id, ref.actor, ref.name) for ref in mention.actors)


def is_a(page: Page, i: int, names: Iterable[str]) -> bool:
    """Whether what a token heads belongs to one of these argument classes."""
    return any(_belongs(page, i, name) for name in names)


def lemmas(page: Page, i: int) -> frozenset[str]:
    """The forms under which the codebook may list a word: lemma, text, and what a hyphen makes of it ("cease-fire")."""
    token = page.tokens[i]
    found = {token.lemma, token.lower}
    if i > 1 and page.tokens[i - 1].text == "-":
        found.add(f"{page.tokens[i - 2].lower}-{token.lemma}")
    elif i and page.tokens[i - 1].dep == "compound":
        found.add(f"{page.tokens[i - 1].lemma}_{token.lemma}")
    return frozenset(found)


def mention_of(page: Page, i: int) -> Mention | None:
    """The mention that a token heads; for a name, also one that it stands in."""
    mention = page.mentions.headed(i)
    if mention is None and page.tokens[i].tag.startswith("NNP"):
        around = page.mentions.covering(page.tokens[i].start)
        mention = around if around and not _heads_another(page, i, around) else None
    return mention


def _heads_another(page: Page, i: int, mention: Mention) -> bool:
    """Whether the mention around a name is governed from outside the name's own phrase."""
    head = page.tokens[page.tokens[i].head]
    return mention.start <= head.start < mention.end and page.tokens[i].dep not in ("compound", "appos", "nmod", "flat")


def _of_phrase(page: Page, i: int, named: bool) -> Iterator[Participant]:
    mention = mention_of(page, i)
    if page.tokens[i].lemma in _list("standing_for_a_state"):
        state = page.state_by(mention.actors[0].country) if mention else None
        if state is not None:
            yield state
            return
        mention = _state_of(page, i) or mention
    whole = _whole(page, i, mention)
    if whole:
        yield from whole
    elif mention is not None:
        yield from _described(page, i, mention)
    else:
        yield from _unmentioned(page, i, named)


def _whole(page: Page, i: int, mention: Mention | None) -> tuple[Participant, ...]:
    """The bodies for which their men, delegates or members stand."""
    force = _force_of(page, i)
    if force is not None:
        return tuple(p for m in force for p in of_mention(m))
    return () if mention and any(ref.actor for ref in mention.actors) else standing_for(page, i)


def _unmentioned(page: Page, i: int, named: bool) -> Iterator[Participant]:
    same = _namesake(page, i)
    if same is not None:
        yield same
        return
    if page.tokens[i].pos == "PRON":
        return
    owners = tuple(_owners(page, i))
    if owners and not named and _belongs(page, i, "official"):
        yield Participant(None, None, f"{_description(page, i)} of {owners[0].name}".casefold())
    elif owners:
        yield from manned(page, i, owners)
    elif not named and _is_somebody(page, i):
        yield Participant(None, None, _description(page, i))


def _owners(page: Page, i: int) -> Iterator[Participant]:
    """Those whose thing it is: "rebel positions", "the base of the Guard", "shells fired by the army"."""
    for child in page.tree.below(i, NAMING):
        mention = page.mentions.headed(child)
        if mention is not None:
            yield from _described(page, child, mention)
            return
    below = [*page.tree.prepositional(i, ("of",)), *_makers(page, i)]
    for inner in (*below, *(m for o in below for m in page.tree.below(o, NAMING))):  # "imports of Ostian fish"
        mention = mention_of(page, inner)
        if mention is not None:
            yield from _described(page, inner, mention)
            return


def _force_of(page: Page, i: int) -> tuple[Mention, ...] | None:
    """Whose men they are: "Kurdish fighters of the Guard and the League" are the Guard's and the League's."""
    if page.tokens[i].lemma not in classes()["combatant"].words:
        return None
    heads = [j for o in page.tree.prepositional(i, ("of", "from")) for j in page.tree.coordinated(o)]
    found = tuple(m for h in heads if (m := page.mentions.headed(h)) is not None)
    armed = tuple(m for m in found if any(page.mentions.kind_of(a) in ARMED for a in m.actors))
    return armed or None


def _namesake(page: Page, i: int) -> Participant | None:
    """The one thing of this kind that the report names: "a hospital", where only the St. Orsola Hospital is named."""
    token = page.tokens[i]
    if token.pos != "NOUN" or token.tag != "NN" or token.lemma not in classes()["thing_hit"].words:
        return None
    return page.namesakes.get(token.lemma)


def _is_somebody(page: Page, i: int) -> bool:
    """Whether a noun without a mention names people or a body: "police", "the commission"."""
    words = classes()["person"].words | classes()["actor"].words | classes()["crowd"].words
    return page.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM") and bool(words & lemmas(page, i))


def _described(page: Page, i: int, mention: Mention) -> Iterator[Participant]:
    """A mention's actors; people without a name are told without their number: "58 people" are civilians."""
    lemma = page.tokens[i].lemma
    crowd = lemma in _list("civilians") and (page.tokens[i].tag != "NN" or lemma in _list("civilians_even_one"))
    for party, ref in zip(of_mention(mention), mention.actors, strict=True):
        plain = _without_number(party.name)
        nameless = party.actor is None and len(mention.actors) == 1 and page.tokens[i].pos in ("NOUN", "NUM", "ADJ")
        if party.actor is None and (plain in _list("civilians_named") or (nameless and crowd)):
            state = page.state_by(ref.country)
            yield Participant(mention.id, None, f"civilians of {state.name}" if state else "civilians")
        else:
            yield Participant(mention.id, None, plain) if nameless else party


def plain(party: Participant) -> Participant:
    """A party without a name told without its number, people as civilians: "thousands of people" → "civilians"."""
    if party.actor is not None:
        return party
    name = _without_number(party.name)
    return Participant(party.mention, None, "civilians" if name in _list("civilians_named") else name)


def _without_number(name: str) -> str:
    """ "two thousand students" → "students"."""
    words = name.split()
    while len(words) > 1 and (words[0] in _list("numbers") or words[0][0].isdigit()):
        words = words[1:]
    return " ".join(words)


def _state_of(page: Page, i: int) -> Mention | None:
    """Whose embassy or consulate it is."""
    named = [page.mentions.headed(c) for c in page.tree.below(i, NAMING)]
    whole = page.mentions.headed(i)
    if whole is not None:
        named += [m for m in page.mentions.within(whole.start, whole.end) if m != whole]
    owned = (page.mentions.headed(o) for o in page.tree.prepositional(i, ("of",)))
    return next((m for m in (*named, *owned) if m is not None), None)


def _makers(page: Page, i: int) -> Iterator[int]:
    for verb in page.tree.below(i, ("acl",)):
        if page.tokens[verb].tag in ("VBN", "VBD"):
            yield from page.tree.agents(verb)


def _belongs(page: Page, i: int, name: str) -> bool:
    kind = classes(page.codebook)[name]
    token = page.tokens[i]
    if kind.anything or kind.words & lemmas(page, i):
        return True
    if kind.pronoun and token.pos == "PRON":
        return True
    if kind.persons and _belongs(page, i, "person"):
        return True
    mention = mention_of(page, i)
    if mention is not None:
        return kind.actors or any(page.mentions.kind_of(ref) in kind.kinds for ref in mention.actors)
    return kind.proper and token.tag.startswith("NNP")


def _description(page: Page, i: int) -> str:
    """A plain lower-case description of people who have no name: "civilians", "nine fishermen" → "fishermen"."""
    if page.tokens[i].lemma in _list("civilians"):
        return "civilians"
    words = [
        page.tokens[c] for c in page.tree.below(i, ("amod", "compound")) if c < i and page.tokens[c].tag not in MINOR
    ]
    return " ".join(t.lower for t in (*words, page.tokens[i]))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("deeds")[name])
