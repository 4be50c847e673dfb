"""Which of many places of a name is meant: by what contains it, by the other places named, and by size.

The unambiguous names are settled first, and the others beside them (Leidner 2007, "Toponym Resolution in Text": one
sense per discourse, spatial minimality, population). Scores are in powers of ten of people.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.setting.gazetteer import Place, fold, gazetteer, kilometres
from dateline.setting.place_names import Named

PRIOR = {"country": 7.6, "region": 6.2, "facility": 6.2}  # of kinds without a population
CAPITAL, ALTERNATE, PROVINCE = 1.0, 0.7, 0.5
ABOUT, SHARE = 1.2, 1.5  # for a country that the report names, and for its share of all that it names
NEAR, NEAR_KM, SAME_PROVINCE = 1.6, 150.0, 0.7
REACH_KM = 700.0  # how far from its middle a region may reach
LARGE, LARGE_ALIAS = 0.03, 0.4  # share of a province's people: its namesake town under its own name, or another one
MOST_ANCHORS = 40  # settled places that a name is held against: what a report is about, it names early


@dataclass(frozen=True, slots=True)
class Choice:
    """The place meant (None where the gazetteer has none), what decided, and the country that is known anyway."""

    place: Place | None
    decided_by: str
    country: str | None = None


@dataclass
class _Settled:
    """What is settled so far; it lives as long as one report is read."""

    about: Counter[str]
    anchors: list[Place] = field(default_factory=list)
    senses: dict[str, Place] = field(default_factory=dict)
    chosen: dict[int, Choice] = field(default_factory=dict)

    def settle(self, i: int, name: str, choice: Choice) -> None:
        self.chosen[i] = choice
        place = choice.place
        if place is None:
            return
        if name not in self.senses or choice.decided_by == "containment":
            self.senses[name] = place
            self.about[place.country] += bool(place.country)
            if place.kind != "country" and len(self.anchors) < MOST_ANCHORS:
                self.anchors.append(place)


def choose_places(names: Sequence[Named], about: Mapping[str, float]) -> tuple[Choice, ...]:
    """A choice for each name, in order. `about` weighs the countries that the report speaks of."""
    settled = _Settled(Counter({k: int(v) for k, v in about.items()}))
    for i in range(len(names) - 1, -1, -1):
        if names[i].inside and i + 1 < len(names):
            _settle_pair(names, i, settled)
    rest = [i for i in range(len(names)) if i not in settled.chosen]
    for i in sorted(rest, key=lambda i: (-_margin(names[i], settled), i)):
        settled.settle(i, fold(names[i].text), _alone(names[i], settled))
    return tuple(settled.chosen[i] for i in range(len(names)))


def _settle_pair(names: Sequence[Named], i: int, settled: _Settled) -> None:
    """`X, Y`: the X and the Y of which the one lies in the other; nothing where no X lies in a Y."""
    inner, outer = names[i], names[i + 1]
    known = settled.chosen.get(i + 1)
    among = (known.place,) if known and known.place else outer.places
    outers = [p for p in among if p and p.kind not in ("town", "facility")]
    pairs = [(x, y) for y in outers for x in _fitting(inner) if _lies_in(x, y)]
    if not pairs:
        _settle_unlisted(names, i, outers, settled)
        return
    x, y = max(pairs, key=lambda pair: (_prior(pair[0]) + _prior(pair[1]) + _closeness(*pair), -pair[0].geonames))
    settled.settle(i + 1, fold(outer.text), known or Choice(y, "containment" if len(outers) > 1 else "only candidate"))
    settled.settle(i, fold(inner.text), Choice(x, "containment"))


def _settle_unlisted(names: Sequence[Named], i: int, outers: Sequence[Place], settled: _Settled) -> None:
    """`X, Y` where the gazetteer knows Y and no X in it: then X is in the country of Y, and nothing more is known."""
    best = max(outers, key=_prior, default=None)
    if best is None or best.kind == "region" or not best.country:
        return
    if names[i].places and (best.kind != "country" or any(p.kind != "town" for p in names[i].places)):
        return
    settled.settle(i + 1, fold(names[i + 1].text), Choice(best, _reason(outers)))
    settled.settle(i, fold(names[i].text), Choice(None, "containment", best.country))


def _lies_in(inner: Place, outer: Place) -> bool:
    if inner.kind == "country" or (outer.country and inner.country and inner.country != outer.country):
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1" and inner.admin1 == outer.admin1:
        return inner.kind != "admin1"
    return (outer.kind == "region" or not inner.admin1) and kilometres(inner.at, outer.at) < REACH_KM


def _closeness(inner: Place, outer: Place) -> float:
    """Provinces hold their towns for certain; a region holds those near its middle rather."""
    return 0.0 if outer.kind != "region" else -kilometres(inner.at, outer.at) / NEAR_KM


def _fitting(named: Named) -> Sequence[Place]:
    """The places that are of the kind and in the country that the words say."""
    kinds = {"admin1": ("admin1", "region"), "town": ("town",), "facility": ("facility", "region", "town")}.get(
        named.kind
    )
    places: Sequence[Place] = [p for p in named.places if not kinds or p.kind in kinds] or named.places
    if named.kind == "admin1" and places is named.places:
        places = _provinces_of(places) or places
    if not kinds:
        places = [p for p in places if not _is_of_its_town(p, places)]
    return [p for p in places if named.country and p.country == named.country] or places


def _provinces_of(places: Sequence[Place]) -> Sequence[Place]:
    """The provinces of the towns of a name: `Deraa province` is listed only under another spelling."""
    return [q for p in places[:1] for q in gazetteer().find(p.admin1) if (q.kind, q.country) == ("admin1", p.country)]


def _is_of_its_town(place: Place, places: Sequence[Place]) -> bool:
    """Whether a province bears the name of a town in it that is large beside it: the bare name means the town."""
    if place.kind != "admin1":
        return False
    towns = (p for p in places if p.kind == "town" and (p.country, p.admin1) == (place.country, place.admin1))
    return any(t.population >= (LARGE_ALIAS if t.alternate else LARGE) * place.population for t in towns)


def _margin(named: Named, settled: _Settled) -> float:
    """By how much the best reading leads: the clearest names are settled first."""
    scores = sorted((_prior(p) + _country_score(p, settled) for p in _fitting(named)), reverse=True)
    if len(scores) < 2:
        return math.inf
    return scores[0] - scores[1]


def _alone(named: Named, settled: _Settled) -> Choice:
    """The best reading of a name with nothing beside it that contains it."""
    places = _fitting(named)
    if not places:
        return Choice(None, "none", named.country)
    if len(places) == 1:
        return Choice(places[0], "containment" if named.country and len(named.places) > 1 else "only candidate")
    before = settled.senses.get(fold(named.text))
    if before is not None and before in places:
        return Choice(before, "named before")
    best = max(places, key=lambda p: (_prior(p) + _context(p, settled), -p.geonames))
    return Choice(best, _decided(named, best, places, settled))


def _decided(named: Named, best: Place, places: Sequence[Place], settled: _Settled) -> str:
    if named.country == best.country:
        return "containment"
    if best is max(places, key=lambda p: (_prior(p), -p.geonames)):
        return "population"
    return "other places" if _nearness(best, settled) > _country_score(best, settled) else "country in context"


def _reason(places: Sequence[Place]) -> str:
    return "only candidate" if len(places) == 1 else "population"


def _prior(place: Place) -> float:
    """How likely a name is to mean this place where nothing else is known."""
    size = PRIOR.get(place.kind) or math.log10(place.population + 1)
    return size + CAPITAL * place.capital - ALTERNATE * place.alternate - PROVINCE * (place.kind == "admin1")


def _context(place: Place, settled: _Settled) -> float:
    return _country_score(place, settled) + (_nearness(place, settled) if place.kind != "country" else 0.0)


def _country_score(place: Place, settled: _Settled) -> float:
    count = settled.about.get(place.country, 0) if place.country else 0
    return ABOUT + SHARE * count / settled.about.total() if count else 0.0


def _nearness(place: Place, settled: _Settled) -> float:
    near = max((NEAR * math.exp(-kilometres(place.at, a.at) / NEAR_KM) for a in settled.anchors), default=0.0)
    return near + SAME_PROVINCE * any(
        a.admin1 == place.admin1 != "" and a.country == place.country for a in settled.anchors
    )
