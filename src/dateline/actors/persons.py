"""Which persons a report names: the fullest name of each, and what a bare last name means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.folding import words_of
from dateline.actors.organisations import name_text
from dateline.actors.page import Page
from dateline.actors.people import Found
from dateline.actors.pronouns import role_of_person
from dateline.record import ActorRef

SHORTEST_FULL = 2
LONGEST_PLAIN = 4  # words of a name of which nothing but the given name is known
LONGEST_AGE = 3


@dataclass(frozen=True)
class Persons:
    """Full names by last and by first word, each with where it stands and its actor."""

    by_last: Mapping[str, tuple[tuple[int, ActorRef], ...]]
    by_first: Mapping[str, tuple[tuple[int, ActorRef], ...]]

    def named(self, word: str, token: int) -> ActorRef | None:
        """The person with this last name: the one named last before the token, else the first after it; a first name
        alone only takes up somebody named before."""
        last, first = _nearest(self.by_last.get(word, ()), token), _nearest(self.by_first.get(word, ()), token)
        if first and first[0] < token and (last is None or not first[0] < last[0] < token):
            return first[1]
        return last[1] if last else None


def _nearest(places: Sequence[tuple[int, ActorRef]], token: int) -> tuple[int, ActorRef] | None:
    """The last place before a token, else the first after it."""
    i = bisect_left([p for p, _ in places], token)
    return places[max(0, i - 1)] if places else None


def persons_of(page: Page, found: Sequence[Found]) -> tuple[Persons, dict[int, tuple[ActorRef, float]]]:
    """All persons of a report, and for each found name (by its first token) who it is and how sure that is."""
    words = {f.name_first: words_of(page.text(f.name_first, f.name_last)) for f in found}
    told = {w for f in found if (w := words[f.name_first]) and _tells_person(page, f, w)}
    called = {w[-1] for f in found if (w := words[f.name_first]) and len(w) == 1 and f.addressed}
    by_last: dict[str, list[tuple[int, ActorRef]]] = {}
    by_first: dict[str, list[tuple[int, ActorRef]]] = {}
    settled: dict[int, tuple[ActorRef, float]] = {}
    for f in found:
        own = words[f.name_first]
        if f.entry or (len(own) >= SHORTEST_FULL and (own in told or own[-1] in called)):
            ref = f.entry.ref if f.entry else _full(page, f, by_last.get(own[-1], []), own)
            settled[f.name_first] = ref, 0.95 if f.entry else 0.85 if f.said else 0.6
            full = words_of(ref.name)
            by_last.setdefault(full[-1], []).append((f.name_first, ref))
            by_first.setdefault(full[0], []).append((f.name_first, ref))
    persons = Persons(*({w: tuple(places) for w, places in by.items()} for by in (by_last, by_first)))
    return persons, settled | _bare(page, found, persons, settled)


def _tells_person(page: Page, found: Found, words: tuple[str, ...]) -> bool:
    """Whether anything says that a full name is a person's: a title, what it does, its age, a given name."""
    if len(words) < SHORTEST_FULL:
        return False
    if found.said or found.addressed or role_of_person(page, found.name_last - 1) or _aged(page, found.name_last):
        return True
    placed = page.lexicon.has("places", words[-1]) or words[-1] in page.lexicon.shapes
    return words[0] in page.lexicon.given_names and len(words) <= LONGEST_PLAIN and not placed


def _aged(page: Page, last: int) -> bool:
    """ "Ana Dorr, 60, …"."""
    tokens = page.analysis.tokens
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 2].text not in (",", "."):
        return False
    return tokens[last + 1].text.isdigit() and len(tokens[last + 1].text) <= LONGEST_AGE


def _full(page: Page, found: Found, same: Sequence[tuple[int, ActorRef]], words: tuple[str, ...]) -> ActorRef:
    """The actor of a full name; a name that shares first and last word with an earlier one is that person."""
    for _, ref in same:
        if words_of(ref.name)[0] == words[0]:
            return ref
    sectors = next((s.title.value.sectors for s in found.said if s.title.value.sectors), ())
    return ActorRef(None, name_text(page, found.name_first, found.name_last), None, sectors)


def _bare(
    page: Page, found: Sequence[Found], persons: Persons, settled: Mapping[int, object]
) -> dict[int, tuple[ActorRef, float]]:
    """Who the remaining names are: a last name given in full elsewhere, or a titled name of one word."""
    rest: dict[int, tuple[ActorRef, float]] = {}
    for f in found:
        if f.name_first in settled:
            continue
        words = words_of(page.text(f.name_first, f.name_last))
        ref = persons.named(words[-1], f.name_first) if words else None
        if ref and len(words) == 1:
            rest[f.name_first] = ref, 0.85
        elif f.said or f.addressed:
            sectors = next((s.title.value.sectors for s in f.said if s.title.value.sectors), ())
            rest[f.name_first] = ActorRef(None, name_text(page, f.name_first, f.name_last), None, sectors), 0.65
    return rest
