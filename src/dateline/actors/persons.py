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


@dataclass(frozen=True)
class Persons:
    """Full names by last word, each with where it stands and its actor."""

    by_last: Mapping[str, tuple[tuple[int, ActorRef], ...]]

    def named(self, word: str, token: int) -> ActorRef | None:
        """The person with this last name: the one named last before the token, else the first after it."""
        places = self.by_last.get(word, ())
        if not places:
            return None
        i = bisect_left([p for p, _ in places], token)
        return places[i - 1][1] if i else places[0][1]


def persons_of(page: Page, found: Sequence[Found]) -> tuple[Persons, dict[int, tuple[ActorRef, float]]]:
    """All persons of a report, and for each found name (by its first token) who it is and how sure that is."""
    full: dict[str, list[tuple[int, ActorRef]]] = {}
    settled: dict[int, tuple[ActorRef, float]] = {}
    for f in found:
        words = words_of(page.text(f.name_first, f.name_last))
        if f.entry or (
            len(words) >= SHORTEST_FULL and (f.said or f.addressed or role_of_person(page, f.name_last - 1))
        ):
            ref = f.entry.ref if f.entry else _full(page, f, full.get(words[-1], []), words)
            settled[f.name_first] = ref, 0.95 if f.entry else 0.85 if f.said else 0.6
            full.setdefault(words_of(ref.name)[-1], []).append((f.name_first, ref))
    persons = Persons({last: tuple(places) for last, places in full.items()})
    return persons, settled | _bare(page, found, persons, settled)


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
