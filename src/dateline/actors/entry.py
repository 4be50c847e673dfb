"""An entry of the catalogue: one actor that is known before a report is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dateline.actors.kinds import kinds
from dateline.record import ActorRef


class Period(NamedTuple):
    """What an actor is for some time: the country it is of and its sectors; `since` and `until` as in `Entry`."""

    since: str | None = None
    until: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it holds for some time only."""
        return self.since is not None or self.until is not None

    def holds(self, day: str) -> bool:
        """Whether it holds on an ISO day, or in a month or year of which no more is known."""
        begun = self.since is None or self.since[: len(day)] <= day[: len(self.since)]
        return begun and (self.until is None or day[: len(self.until)] <= self.until[: len(day)])


class Entry(NamedTuple):
    """One actor: id, canonical name, other names, and what is known of it.

    `since` and `until` are ISO dates or years as written, None where open. `ambiguous` holds those of its names that
    also mean something else; `support` and `against` give words that speak for and against such a name, `not_in` longer
    names in which a name of the actor does not mean it. `leader_years` gives the years [from, to] of
    leader terms, the end left out where it is open. `institution` is the key of the body it is among the
    bodies of its state (institutions.yaml). `demonyms`, `capital`, `metonyms` and `leader_terms` are for states and
    peoples. `periods` say what it was when, where that changed.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    ambiguous: tuple[str, ...] = ()
    role: str | None = None
    institution: str | None = None
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    leader_terms: tuple[str, ...] = ()
    leader_years: Mapping[str, tuple[int, ...]] = MappingProxyType({})
    not_in: tuple[str, ...] = ()
    support: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    against: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    iso3: str | None = None
    cow: int | None = None
    gw: int | None = None
    periods: tuple[Period, ...] = ()

    def at(self, day: str | None) -> Entry:
        """The entry as of an ISO day (or month, or year): by the last of the periods with dates that hold then, else by
        one without dates, wherever it stands among them; else with what all of them share."""
        if not self.periods:
            return self
        dated = [p for p in self.periods if p.dated and day and p.holds(day)]
        told = dated[-1:] or [p for p in self.periods if not p.dated][:1] or list(self.periods)
        country = told[0].country if len({p.country for p in told}) == 1 else None
        sectors = tuple(s for s in told[0].sectors if all(s in p.sectors for p in told))
        return self._replace(country=country or self.country, sectors=sectors or self.sectors)

    @property
    def ref(self) -> ActorRef:
        """The actor as rows name it; a state belongs to itself."""
        home = (self.iso3 or self.id) if self.kind == "state" else self.country
        return ActorRef(self.id, self.name, home, self.sectors)


class EntryError(ValueError):
    """What is wrong with an entry, and how to mend it, without saying where it stands."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


LISTS = ("aliases", "sectors", "member_of", "ambiguous", "demonyms", "metonyms", "leader_terms", "not_in")
TEXTS = ("id", "name", "kind", "country", "since", "until", "role", "institution", "capital", "iso3")
TABLES = ("support", "against")
NUMBERS = ("cow", "gw")


def entry_from(row: Any) -> Entry:
    """An entry from a mapping as the files hold it. Raises EntryError where it is malformed."""
    if not isinstance(row, Mapping):
        raise EntryError("is not a mapping", "write `- id: …` with the keys below it")
    for key in ("id", "name", "kind"):
        if not row.get(key) or not isinstance(row[key], str):
            raise EntryError(f"has no {key}", f"add `{key}:` with a text")
    if row["kind"] not in kinds().all:
        raise EntryError(f"has the unknown kind {row['kind']!r}", "use one of: " + ", ".join(sorted(kinds().all)))
    fields: dict[str, Any] = {key: _texts(row, key) for key in LISTS}
    fields |= {key: _text(row, key) for key in TEXTS}
    fields |= {key: _table(row, key) for key in TABLES}
    fields |= {key: _number(row, key) for key in NUMBERS}
    fields["periods"] = _periods(row.get("periods"))
    fields["leader_years"] = _years(row, "leader_years")
    if _range_ends_first(fields["since"], fields["until"]):
        raise EntryError(f"ends ({fields['until']}) before it begins ({fields['since']})", "swap or mend the two dates")
    return Entry(**fields)


def entries_from(rows: Iterable[Any]) -> tuple[Entry, ...]:
    """Entries from mappings; raises EntryError at the first malformed one."""
    return tuple(entry_from(row) for row in rows)


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key) or ()
    if isinstance(value, str):
        value = (value,)
    if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
        raise EntryError(
            f"has something other than texts in {key}", f"write `{key}: [one, two]`, quoting no, yes and numbers"
        )
    return tuple(v for v in value if v.strip())


def _table(row: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    value = row.get(key) or {}
    if not isinstance(value, Mapping):
        raise EntryError(f"has no table as its {key}", f"write `{key}: {{Name: [word, word]}}`")
    return {name: _texts(value, name) for name in value}


PERIOD = frozenset({"since", "until", "country", "sectors"})


def _periods(rows: Any) -> tuple[Period, ...]:
    if rows is not None and not isinstance(rows, (list, tuple)):
        raise EntryError("has no list as its periods", "write `periods: [{since: 2001, sectors: [GOV]}]`")
    return tuple(_period(row) for row in rows or ())


def _period(row: Any) -> Period:
    if isinstance(row, Period):
        return row
    if not isinstance(row, Mapping) or not set(row) <= PERIOD:
        raise EntryError("has something other than periods in periods", "write `- {since: 2001, sectors: [GOV]}`")
    since, until = _text(row, "since"), _text(row, "until")
    if _range_ends_first(since, until):
        raise EntryError(f"has a period that ends ({until}) before it begins ({since})", "swap or mend the two dates")
    return Period(since, until, _text(row, "country"), _texts(row, "sectors"))


def _years(row: Mapping[str, Any], key: str) -> dict[str, tuple[int, ...]]:
    """Years [from, to] by name; a missing end is left out."""
    value = row.get(key) or {}
    rows = value.values() if isinstance(value, Mapping) else (value,)
    for years in rows:
        told = [y for y in years if y is not None] if isinstance(years, (list, tuple)) else []
        if not told or len(told) > 2 or not all(isinstance(y, int) for y in told):
            raise EntryError(f"has no years as its {key}", f"write `{key}: {{Name: [1990, 2001]}}`")
    return {name: tuple(y for y in years if y is not None) for name, years in value.items()}


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, (list, dict, bool)):
        raise EntryError(f"has no plain text as its {key}", f"write `{key}: text`")
    return str(value)


def _number(row: Mapping[str, Any], key: str) -> int | None:
    value = row.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise EntryError(f"has no whole number as its {key}", f"write `{key}: 652`")


def _range_ends_first(since: str | None, until: str | None) -> bool:
    """Compared as far as both are written: 2015 to 2015-03 is no fault."""
    if since is None or until is None:
        return False
    shared = min(len(since), len(until))
    return until[:shared] < since[:shared]
