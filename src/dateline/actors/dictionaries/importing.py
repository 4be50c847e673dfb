"""From dictionaries to the rows of an actor file, and a report of what was read and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.actors.catalogue import Catalogue
from dateline.actors.dictionaries.actor_lines import Record, read_actor_lines
from dateline.actors.dictionaries.agent_lines import Agent, read_agent_lines
from dateline.actors.dictionaries.codes import Coded, Meaning, kind_of, meaning_of
from dateline.actors.dictionaries.lines import read_lines
from dateline.actors.dictionaries.phrases import is_person, names_in
from dateline.actors.folding import words_of
from dateline.actors.lexicon import lexicon
from dateline.errors import DatelineError, InputError

METONYM = "place-metonym"
LONGEST_ID = 60
Row = dict[str, Any]


@dataclass(frozen=True)
class Imported:
    """Rows for `actors` and `agents` of an actor file, what was wrong, and counts of what was read and what was not."""

    actors: tuple[Row, ...]
    agents: tuple[Row, ...]
    problems: tuple[DatelineError, ...]
    counts: dict[str, int]


def import_dictionaries(paths: Iterable[Path], known: Catalogue) -> Imported:
    """Read dictionaries; names that `known` has for the same country are left out and counted.

    A file of agents is told by its codes (`[~CODE]`). Raises InputError where a file cannot be read at all.
    """
    actors: list[Row] = []
    agents: list[Agent] = []
    problems: list[DatelineError] = []
    counts: Counter[str] = Counter()
    for path in paths:
        rows = read_lines(path)
        if _holds_agents(rows):
            reading = read_agent_lines(path, rows)
            agents += reading.agents
            problems += reading.problems
        else:
            told = read_actor_lines(path, rows)
            problems += told.problems
            actors += _actor_rows(told.records, known, counts)
    rows_of_agents = tuple(_agent_rows(agents, counts))
    rows_of_actors, twice = _apart(actors)
    problems += twice
    counts["actors"], counts["agents"] = len(rows_of_actors), len(rows_of_agents)
    counts["lines not read"] = len(problems)
    return Imported(tuple(_bare(r) for r in rows_of_actors), rows_of_agents, tuple(problems), dict(counts))


def _holds_agents(rows: Sequence[str]) -> bool:
    """Whether a dictionary is one of agents: most of its codes carry a tilde."""
    coded = [row for row in rows if "[" in row and not row.lstrip().startswith("#")]
    return bool(coded) and 2 * sum("[~" in r or "~]" in r for r in coded) > len(coded)


def _actor_rows(records: Iterable[Record], known: Catalogue, counts: Counter[str]) -> Iterator[Row]:
    for record in records:
        codes = [c for c in record.codes if c.code or c.dated]
        if not any(c.code for c in codes):
            continue
        row = _row(record, codes, known, counts)
        if row:
            yield row


def _row(record: Record, codes: Sequence[Coded], known: Catalogue, counts: Counter[str]) -> Row | None:
    meanings = [meaning_of(c.code) if c.code else Meaning(None, (), "") for c in codes]
    told = next(m for m in meanings if m.kind)
    person = not told.plain and is_person(record.phrase, any(c.dated for c in codes))
    country = told.country if len({m.country for m in meanings}) == 1 else None
    names = [n for p in (record.phrase, *record.synonyms) for n in names_in(p, person)]
    fresh = [n for n in dict.fromkeys(names) if not _is_known(n, told.country, known)]
    counts["names known before"] += len(set(names)) - len(fresh)
    counts["parts of codes not read"] += sum(bool(m.unread) for m in meanings)
    if not fresh:
        return None
    return {
        "id": _id(record.phrase, told.country),
        "name": fresh[0],
        "where": record.where,
        "aliases": fresh[1:],
        "kind": METONYM if told.plain else "person" if person else told.kind,
        "country": country,
        "member_of": [told.country] if told.plain and known.get(told.country) else [],
        **_in_time(codes, meanings, person),
    }


def _in_time(codes: Sequence[Coded], meanings: Sequence[Meaning], person: bool) -> Row:
    """Sectors, or periods where the code changes with time. The years of an organisation with one code are its own."""
    if not any(c.dated for c in codes) and len(codes) == 1:
        return {"sectors": list(meanings[0].sectors)} if meanings[0].sectors else {}
    if len(codes) == 1 and not person:
        own = {"since": codes[0].since, "until": codes[0].until, "sectors": list(meanings[0].sectors)}
        return {k: v for k, v in own.items() if v}
    return {"periods": [_period(c, m) for c, m in zip(codes, meanings, strict=True)]}


def _period(coded: Coded, meaning: Meaning) -> Row:
    row = {
        "since": coded.since,
        "until": coded.until,
        "country": meaning.country,
        "sectors": list(meaning.sectors),
    }
    return {k: v for k, v in row.items() if v}


def _is_known(name: str, country: str | None, known: Catalogue) -> bool:
    """Whether the catalogue has this name for an actor of the same country."""
    claims = known.index.named(words_of(name))
    return any(known.by_id[c.entry].ref.country == country for c in claims)


def _id(phrase: str, country: str | None) -> str:
    words = "-".join(words_of(phrase.replace("_", " ")))[:LONGEST_ID]
    return f"cameo/{(country or 'int').lower()}/{words or 'unnamed'}"


def _apart(rows: Sequence[Row]) -> tuple[list[Row], list[DatelineError]]:
    """Rows of different ids and names: what is given twice is told, and the first one stands."""
    seen: dict[tuple[str, ...], str] = {}
    kept: list[Row] = []
    problems: list[DatelineError] = []
    for row in rows:
        names = [n for n in (row["name"], *row.get("aliases", ())) if words_of(n) not in seen]
        if not names:
            what = f"{row['name']} was given before ({seen[words_of(row['name'])]}) and was left out"
            problems.append(InputError(what, where=row["where"], mend="remove one, or join their codes"))
            continue
        seen.update({words_of(n): row["where"] for n in names})
        kept.append({**row, "name": names[0], "aliases": names[1:]})
    return _with_own_ids(kept), problems


def _with_own_ids(rows: Iterable[Row]) -> list[Row]:
    """The rows with ids that no other has: a number is added to a second one."""
    taken: Counter[str] = Counter()
    kept = []
    for row in rows:
        taken[row["id"]] += 1
        again = taken[row["id"]]
        kept.append(row if again == 1 else row | {"id": f"{row['id']}-{again}"})
    return kept


def _bare(row: Row) -> Row:
    return {k: v for k, v in row.items() if v and k != "where"}


def _agent_rows(agents: Iterable[Agent], counts: Counter[str]) -> Iterator[Row]:
    """Nouns for people that the codebook has not, those of the same sectors together."""
    lex = lexicon()
    rows: dict[tuple[str, ...], list[str]] = {}
    for agent in agents:
        forms = [f for f in (agent.word, agent.plural) if f]
        fresh = [f for f in forms if not lex.roles.named(words_of(f)) and not lex.institutions.named(words_of(f))]
        counts["nouns known before"] += len(forms) - len(fresh)
        rows.setdefault(agent.sectors, []).extend(fresh)
    for sectors, words in rows.items():
        if words:
            yield {"words": list(dict.fromkeys(words)), "kind": kind_of(sectors), "sectors": list(sectors)}
