"""Who takes part, and to which camp it belongs: the state for its forces and officials, the group for its wings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.accounts.codebook import codebook
from dateline.actors import Catalogue, Entry
from dateline.actors.folding import fold, words_of
from dateline.actors.lexicon import lexicon
from dateline.record import ActorRef, Participant, Record, Speaker

Sort = Literal["armed", "civil", "office", "other"]
BODIES = ("state", "government", "military", "place-metonym")
UNIONS = ("igo", "coalition")
ARMED = ("military", "rebel", "militia")
CIVIL = ("people", "ngo", "company", "person")
HOLDS = ("speaks-for", "leads", "holds-office-in", "member-of")


@dataclass(frozen=True, slots=True)
class Party:
    """One participant as accounts compare it.

    `key` is the catalogue id, or the folded name where there is none; `camp` the key of the largest body whose deeds
    and words count as its own; `within` its own key and those of all bodies it is part of.
    """

    key: str
    actor: str | None
    name: str
    camp: str
    within: tuple[str, ...]
    sort: Sort

    def is_kin(self, other: Party) -> bool:
        """Whether one is the other or a part of it, or both are parts of one camp."""
        return self.camp == other.camp or self.key in other.within or other.key in self.within


def kin(these: Iterable[Party], those: Iterable[Party]) -> bool:
    """Whether anybody of these is kin to anybody of those."""
    others = tuple(those)
    return any(a.is_kin(b) for a in these for b in others)


@dataclass(frozen=True)
class Parties:
    """Makes parties of a record's participants: by the catalogue, else by what the record itself says of them."""

    catalogue: Catalogue
    refs: Mapping[str, ActorRef]
    posts: Mapping[str, Participant | ActorRef]

    @classmethod
    def of(cls, record: Record, catalogue: Catalogue) -> Parties:
        """For one record."""
        refs = {_key(ref): ref for m in record.mentions for ref in m.actors}
        return cls(catalogue, refs, dict(_posts(record, catalogue)))

    def party(self, one: Participant | Speaker | ActorRef) -> Party:
        """The party that a participant is."""
        key = _key(one)
        within = tuple(dict.fromkeys(self._chain(key, one, 0)))
        return Party(key, one.actor, one.name, within[-1], within, self._sort(key, one.name))

    def _chain(self, key: str, one: Participant | Speaker | ActorRef, depth: int) -> Iterator[str]:
        """The key and those of the bodies around it, the largest last."""
        yield key
        entry = self.catalogue.get(one.actor)
        if depth > 4 or (entry and entry.kind == "state"):
            return
        around = self._around_known(entry) if entry else self._around(key)
        if around is not None and _key(around) != key:
            yield from self._chain(_key(around), around, depth + 1)

    def _around_known(self, entry: Entry) -> ActorRef | None:
        for member in entry.member_of:
            body = self.catalogue.get(member)
            if body and body.kind not in UNIONS and not (body.kind == "state" and entry.kind in ("people", "ngo")):
                return body.ref
        official = entry.kind in BODIES or (entry.kind == "person" and set(entry.sectors) & codebook().state_sectors)
        if official:
            return self.catalogue.refer(entry.country)
        found = self.posts.get(entry.id) if entry.kind == "person" else None
        return None if found is None else self.catalogue.refer(found.actor)

    def _around(self, key: str) -> ActorRef | Participant | None:
        """Of somebody in no catalogue: the post that the record gives him, else the state of an official."""
        if post := self.posts.get(key):
            return post
        ref = self.refs.get(key)
        if ref and ref.country and codebook().state_sectors & {*ref.sectors, *sectors_of(ref.name)}:
            return self.catalogue.refer(ref.country) or ActorRef(ref.country, ref.country, ref.country)
        return None

    def _sort(self, key: str, name: str) -> Sort:
        entry, ref = self.catalogue.get(key), self.refs.get(key)
        kind = entry.kind if entry else None
        sectors = {*(ref.sectors if ref else ()), *(() if entry else sectors_of(name))}
        if kind in ARMED or (not entry and sectors & codebook().armed_sectors):
            return "armed"
        if sectors & codebook().civil_sectors or kind in CIVIL:
            return "civil"
        return "office" if kind in BODIES or sectors & codebook().state_sectors else "other"


def _key(one: Participant | Speaker | ActorRef) -> str:
    return one.actor or "~" + " ".join(words_of(one.name))


def _posts(record: Record, catalogue: Catalogue) -> Iterator[tuple[str, Participant | ActorRef]]:
    """Whom somebody speaks for, by the affiliations of statements and by ties; ties go last and win.

    To belong to a state is no post: a party, a hospital and a witness are of a country and not its government's.
    """
    for s in record.statements:
        if s.affiliation and not _is_state(s.affiliation.actor, catalogue):
            for speaker in s.speakers:
                yield _key(speaker), s.affiliation
    for t in reversed(record.ties):
        post = t.type != "member-of" or not _is_state(t.right.actor, catalogue)
        if t.type in HOLDS and post and t.polarity == "affirmed":
            yield _key(t.left), t.right


def _is_state(actor: str | None, catalogue: Catalogue) -> bool:
    entry = catalogue.get(actor)
    return entry is not None and entry.kind in (*UNIONS, "state")


@cache
def sectors_of(name: str) -> frozenset[str]:
    """The sectors that the nouns of a description tell: "two employees of the embassy", "militants near Tolle"."""
    words = tuple(fold(w) for w in words_of(name))
    found: set[str] = set()
    for i in range(len(words)):
        _, nouns = lexicon().roles.longest(words, i)
        found.update(s for noun in nouns for s in noun.sectors)
        if nouns:
            break
    return frozenset(found)
