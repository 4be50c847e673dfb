"""Whether an actor is the one that plain English names: "armed forces of Mali", "an official of Oman", "Mali"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors import Catalogue, Entry
from dateline.actors.folding import words_of
from dateline.actors.lexicon import lexicon
from dateline.evaluation.names import STOP, Names
from dateline.record import ActorRef

GOVERNMENT, ARMY, AIR_FORCE = "government", "armed-forces", "air-force"
LINK = " of "
SHARED_OF_SHORTER, SHARED_OF_LONGER = 0.5, 0.34  # as `names.Names.same` has them


class ActorNames:
    """Decides whether a name in plain English means an actor of a record, by a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names = Names({"name": e.name, "aliases": e.aliases} for e in catalogue.entries)
        self._states = dict(_state_names(catalogue))

    def same(self, wanted: str, ref: ActorRef) -> bool:
        """Equal names, or the body of a state by whatever name the catalogue gives it, or the same description.

        - "government of X" is the state X or its government;
        - "armed forces of X" are the body that stands for the institution armed-forces of X (the Tatmadaw, the Israel
          Defense Forces), and its air force, since the gold says so of jets; "navy of X", "police of X", "Foreign
          Ministry of X" likewise by their institution;
        - an unnamed one matches by at least half of the shorter one's words, where the states agree: demonyms count as
          their state and "military" as "armed forces".
        """
        body = self._body(wanted)
        if body:
            return ref.actor in body or (ref.actor is None and self._described(wanted, ref))
        if not wanted[:1].islower():
            return self._names.same(wanted, ref.name)
        return not self._is_state(ref) and self._described(wanted, ref)

    def _is_state(self, ref: ActorRef) -> bool:
        entry = self._catalogue.get(ref.actor)
        return entry is not None and entry.kind == "state"

    def _body(self, wanted: str) -> frozenset[str]:
        """The ids that "BODY of STATE" may have; none where the words do not name a body of a state."""
        head, _, owner = wanted.partition(LINK)
        state = self._states.get(words_of(owner.removeprefix("the ")))
        key = next((b.key for b in lexicon().institutions.named(words_of(head)) if not b.people), None)
        if state is None or state.kind != "state" or key is None:
            return frozenset()
        home = state.ref.country or state.id
        keys = (ARMY, AIR_FORCE) if key == ARMY else (key,)
        found = {f"{home}/{k}" for k in keys}
        found |= {e.id for k in keys if (e := self._catalogue.bodies.get((home, k)))}
        return frozenset(found | {state.id} if key == GOVERNMENT else found)

    def _described(self, wanted: str, ref: ActorRef) -> bool:
        x, y = set(self._meaning(wanted)), set(self._meaning(ref.name))
        home = self._catalogue.get(ref.country)
        if home and ref.actor is None:
            y.add(home.id)
        ids = {e.id for e in self._states.values()}
        if x & ids and y & ids and not x & y & ids:
            return False
        shared = len(x & y)
        return (
            bool(x and y)
            and shared >= SHARED_OF_SHORTER * min(len(x), len(y))
            and (shared >= SHARED_OF_LONGER * max(len(x), len(y)))
        )

    def _meaning(self, name: str) -> Iterator[str]:
        """The words of a name, with the ids of states for their names and demonyms, and the keys of bodies."""
        words = words_of(name)
        i = 0
        while i < len(words):
            ends = range(len(words), i, -1)
            state = next(((e, s) for e in ends if (s := self._states.get(words[i:e]))), None)
            bodies = lexicon().institutions.longest(words, i) if state is None else (0, ())
            if state:
                yield state[1].id
            elif bodies[0]:
                yield bodies[1][0].key
            elif words[i] not in STOP:
                yield words[i]
            i = state[0] if state else i + (bodies[0] or 1)


def _state_names(catalogue: Catalogue) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Names and demonyms of states and of their organisations, by their words; the first to claim one has it."""
    states = [e for e in reversed(catalogue.entries) if e.kind in ("state", "igo")]
    for entry in states:
        yield from ((words_of(n), entry) for n in (*entry.demonyms, *entry.aliases))
    yield from ((words_of(e.name), e) for e in states)
