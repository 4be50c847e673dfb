"""Which of several actors a name means, and whether an ambiguous name means any: what else the report names decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.actors.catalogue import Catalogue
from dateline.actors.dating import lives
from dateline.actors.folding import fold_token, words_of
from dateline.actors.lexicon import lexicon
from dateline.actors.names import Name
from dateline.actors.spots import Spot
from dateline.actors.word_view import WordView
from dateline.language import Analysis
from dateline.record import Unresolved


@dataclass(frozen=True)
class Company:
    """What a report names without doubt: entries and countries with how often, and all its words."""

    entries: Mapping[str, int]
    countries: Mapping[str, int]
    words: frozenset[str]
    year: int | None = None


def supported(
    found: Sequence[Spot[Name]],
    analysis: Analysis,
    catalogue: Catalogue,
    view: WordView,
    capitals: frozenset[int],
    year: int | None = None,
) -> tuple[list[Spot[Name]], tuple[Unresolved, ...]]:
    """The spots with their claims decided, the best first; those that nothing supports become unresolved."""
    found = [_of_its_time(spot, catalogue, view, year) for spot in found]
    company = replace(_company(found, catalogue, view, capitals), year=year)
    kept: list[Spot[Name]] = []
    dropped: list[Unresolved] = []
    for spot in found:
        if _in_longer_name(spot, catalogue, view) or _names_other(spot, analysis, capitals):
            continue
        ranked = _ranked(spot, company, catalogue, capitals)
        if ranked:
            kept.append(Spot(spot.first, spot.last, _narrower(ranked, company, catalogue)))
        else:
            a, b = analysis.tokens[spot.first].start, analysis.tokens[spot.last - 1].end
            dropped.append(
                Unresolved(a, b, analysis.text[a:b], "ambiguous name, and nothing else in the report supports it")
            )
    return kept, tuple(dropped)


def _of_its_time(spot: Spot[Name], catalogue: Catalogue, view: WordView, year: int | None) -> Spot[Name]:
    """ "Velmoran army" as the name of a body that is gone, or not there yet, is read as what any state's army is: only
    the demonym is a name then."""
    if year is None or any(lives(catalogue.by_id[n.entry], year) for n in spot.values):
        return spot
    k = view.place[spot.first]
    words = view.words[k : k + len(spot.value.words)]
    for length in range(len(words) - 1, 0, -1):
        state = [n for n in catalogue.index.named(words[:length]) if catalogue.by_id[n.entry].kind == "state"]
        if state and lexicon().institutions.named(words[length:]):
            return Spot(*view.span(k, length), tuple(state))
    return spot


def _company(found: Iterable[Spot[Name]], catalogue: Catalogue, view: WordView, capitals: frozenset[int]) -> Company:
    entries: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for spot in found:
        sure = [n for n in spot.values if not n.ambiguous]
        if len({n.entry for n in sure}) == 1 == len({n.entry for n in spot.values}) and spot.first not in capitals:
            entry = catalogue.by_id[sure[0].entry]
            entries[entry.id] += 1
            if entry.ref.country:
                countries[entry.ref.country] += 1
    return Company(entries, countries, frozenset(view.words))


def _narrower(claims: tuple[Name, ...], company: Company, catalogue: Catalogue) -> tuple[Name, ...]:
    """A people that the report speaks of by the last word of its name: "the Tells" are the Highland Tells where the
    report names the Highlands and not the country of the Tells at large."""
    name = claims[0]
    entry = catalogue.by_id[name.entry]
    named = len(name.words) == 1 and entry.kind in ("people", "state") and name.how in ("alias", "demonym")
    if not named or company.countries.get(entry.ref.country or "") or (entry.kind == "state" and not name.plural):
        return claims
    near = [e for e in catalogue.narrower.get(name.words[0], ()) if e.country and company.countries.get(e.country)]
    return (name._replace(entry=near[0].id, how="alias"),) if len(near) == 1 else claims


def _ranked(spot: Spot[Name], company: Company, catalogue: Catalogue, capitals: frozenset[int]) -> tuple[Name, ...]:
    """The claims of a spot that stand, the best supported first; the order of the catalogue breaks ties."""
    alone = len({n.entry for n in spot.values}) == 1
    scored = []
    for place, name in enumerate(spot.values):
        score = _score(name, company, catalogue)
        loose = spot.first in capitals and name.caps == "A"
        doubtful = name.ambiguous or (loose and company.entries.get(name.entry, 0) == 0)
        if score > 0 or (score == 0 and not doubtful) or (alone and not doubtful):
            scored.append((-score, name.ambiguous, place, name))
    return tuple(name for *_, name in sorted(scored, key=lambda s: s[:3]))


def _score(name: Name, company: Company, catalogue: Catalogue) -> int:
    """How much else in the report speaks for this claim: other names of the actor, its country, words given for it."""
    entry = catalogue.by_id[name.entry]
    told = {w for phrase in entry.support.get(name.surface, ()) for w in words_of(phrase)}
    against = {w for phrase in entry.against.get(name.surface, ()) for w in words_of(phrase)}
    score = 3 * min(1, company.entries.get(entry.id, 0))
    score += 2 * min(1, company.countries.get(entry.ref.country or "", 0))
    score += 2 * bool(told & company.words) - 2 * bool(against & company.words)
    score -= 3 * (company.year is not None and not lives(entry, company.year))
    if entry.kind == "state" and not against & company.words:
        score += 1 if sum(company.countries.values()) else 0
    return score


def _in_longer_name(spot: Spot[Name], catalogue: Catalogue, view: WordView) -> bool:
    """Whether the words stand inside a longer name that is known to mean something else ("Lake Chad")."""
    start = view.place[spot.first]
    return any(
        _around(view.words, words_of(longer), start)
        for name in spot.values[:1]
        for longer in catalogue.by_id[name.entry].not_in
    )


def _names_other(spot: Spot[Name], analysis: Analysis, capitals: frozenset[int]) -> bool:
    """Whether the word begins the name of a street or, where it is an ambiguous one, of a person ("Chad Miller")."""
    if spot.last >= len(analysis.tokens) or spot.first in capitals or spot.last - spot.first > 1:
        return False
    token, after = analysis.tokens[spot.first], analysis.tokens[spot.last]
    if _is_last_name(spot, analysis):
        return True
    if lexicon().has("thoroughfares", fold_token(after)):
        return token.dep == "compound" and spot.value.how != "demonym"
    words = (fold_token(after),)
    known = bool(lexicon().titles.lengths.get(words[0]) or lexicon().institutions.lengths.get(words[0]))
    first_name = token.dep == "compound" and token.head == after.index and after.pos == "PROPN" and after.text.istitle()
    opens = spot.first == 0 or analysis.tokens[spot.first - 1].pos != "PROPN"
    doubtful = spot.value.ambiguous or fold_token(token) in lexicon().given_names
    return doubtful and first_name and opens and not known and after.text.isalpha()


def _is_last_name(spot: Spot[Name], analysis: Analysis) -> bool:
    """Whether a state's name or demonym is somebody's last name: "Michael Jordan"."""
    before = analysis.tokens[spot.first - 1] if spot.first else None
    token = analysis.tokens[spot.first]
    if before is None or before.pos != "PROPN" or token.pos != "PROPN" or token.dep == "amod":
        return False
    together = before.dep == "compound" and before.head in (token.index, token.head) and before.text.istitle()
    return together and spot.value.how != "metonym" and fold_token(before) in lexicon().given_names


def _around(words: Sequence[str], longer: tuple[str, ...], start: int) -> bool:
    return any(tuple(words[max(0, k) : k + len(longer)]) == longer for k in range(start - len(longer) + 1, start + 1))
