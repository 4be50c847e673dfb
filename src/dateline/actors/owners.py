"""To whom a body, force or person belongs: "Velmoran …", "Velmora's …", "… of Velmora", "its …"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.actors.names import Name
from dateline.actors.page import Page
from dateline.actors.spots import Spot
from dateline.record import ActorRef

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LONGEST_GAP = 3  # modifiers between a demonym and its noun: "Velmoran senior air defence officials"


@dataclass(frozen=True, slots=True)
class Owner:
    """The actor that stands beside a noun; `first` and `last` are its tokens, `led` is True in "Velmoran-backed"."""

    first: int
    last: int
    ref: ActorRef
    kind: str
    how: str
    led: bool = False


def owner_of(spot: Spot[Name], page: Page) -> Owner:
    """An owner from a name of the catalogue; a metonym stands for its state."""
    entry = page.catalogue.by_id[spot.value.entry]
    if entry.kind == "place-metonym":
        entry = page.catalogue.get(next(iter(entry.member_of), entry.country)) or entry
    return Owner(spot.first, spot.last, entry.ref, entry.kind, spot.value.how)


def local_owner(page: Page, span: tuple[int, int] | None) -> Owner | None:
    """An actor that only this report names, as an owner."""
    return Owner(*span, *page.local[span], "shape") if span else None


def owner_before(page: Page, i: int) -> Owner | None:
    """The owner whose words end right before token i, over a possessive and up to three modifiers."""
    gap, floor = 0, page.sentence(i).first
    while i > floor and gap <= LONGEST_GAP:
        if page.token(i - 1).text in POSSESSIVES and i > 1:
            spot = page.names.ending.get(i - 1)
            return owner_of(spot, page) if spot else local_owner(page, page.local_by_last.get(i - 1))
        spot = page.names.ending.get(i)
        if spot:
            return owner_of(spot, page)
        if i in page.local_by_last:
            return local_owner(page, page.local_by_last[i])
        led = _led_before(page, i)
        if led:
            return led
        if not _modifier(page, i - 1):
            return None
        i, gap = i - 1, gap + 1
    return None


def joined_owners(page: Page, owner: Owner) -> tuple[Owner, ...]:
    """The owners coordinated before an owner: Velmora in "Velmoran and Tirvanian troops"."""
    i = owner.first - 1
    if i < 1 or page.token(i).lower not in ("and", "or", ","):
        return ()
    spot = page.names.ending.get(i)
    if spot is None or spot.value.how != owner.how or owner.how != "demonym":
        return ()
    other = owner_of(spot, page)
    return (*joined_owners(page, other), other) if other.ref != owner.ref else ()


def following_owners(page: Page, owner: Owner) -> tuple[Owner, ...]:
    """The owners coordinated after an owner: YPJ in "fighters of the YPG and YPJ"."""
    tokens, i = page.analysis.tokens, owner.last
    if i + 1 >= len(tokens) or tokens[i].lower not in ("and", "or", ","):
        return ()
    spot = page.names.starting.get(i + 1) or (page.names.starting.get(i + 2) if tokens[i + 1].pos == "DET" else None)
    if spot is None:
        return ()
    other = owner_of(spot, page)
    return (other, *following_owners(page, other)) if other.kind == owner.kind and other.how == owner.how else ()


def possessor(page: Page, i: int) -> int | None:
    """The token of a possessive pronoun right before token i, over up to three modifiers."""
    floor = max(page.sentence(i).first, i - LONGEST_GAP - 1)
    for j in range(i - 1, floor - 1, -1):
        token = page.token(j)
        pronoun = page.lexicon.pronouns.get(token.lower)
        if pronoun and pronoun.possessive and token.dep == "poss":
            return j
        if not _modifier(page, j):
            return None
    return None


def owner_after(page: Page, i: int) -> Owner | None:
    """The owner named by "of", "for", "from" or "in" right after token i - 1: "forces of Velmora"."""
    tokens = page.analysis.tokens
    if i + 1 >= len(tokens) or tokens[i].lower not in ("of", "for", "from", "in"):
        return None
    j = i + 1
    while j < len(tokens) - 1 and tokens[j].pos == "DET":
        j += 1
    spot = page.names.starting.get(j)
    if spot is None:
        return local_owner(page, page.local_by_first.get(j))
    return None if _of_another(page, spot) else owner_of(spot, page)


def _of_another(page: Page, spot: Spot[Name]) -> bool:
    """Whether a name belongs to the noun after it: "missiles from Velmoran airspace"."""
    token = page.token(spot.last - 1)
    return token.dep in ("amod", "compound", "nmod", "poss") and token.head >= spot.last


def _led_before(page: Page, i: int) -> Owner | None:
    """ "Velmoran-backed" right before token i."""
    if i < 3 or not page.lexicon.has("led_words", page.token(i - 1).lower):
        return None
    hyphen = page.token(i - 2)
    spot = page.names.ending.get(i - 2) if hyphen.text in "-‐‑–" else page.names.ending.get(i - 1)
    if spot is None:
        return None
    owner = owner_of(spot, page)
    return Owner(owner.first, i, owner.ref, owner.kind, owner.how, led=True)


def _modifier(page: Page, i: int) -> bool:
    """Whether a token may stand between an owner and its noun."""
    token = page.token(i)
    if token.pos in ("ADJ", "NOUN", "NUM") or token.text == "-":
        return True
    return token.pos == "PROPN" and (i in page.titles.covering or i in page.institutions.covering)
