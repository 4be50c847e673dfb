"""The vocabularies of this room as typed look-ups: titles, institutions, role nouns and the words of references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.actors.folding import fold, words_of
from dateline.actors.mentions import RoleKind
from dateline.actors.phrases import Phrases, Words, phrases_of
from dateline.codebook import vocabulary


@dataclass(frozen=True, slots=True)
class Title:
    """A title, rank or office: the tie it makes (None for a mere form of address), sectors, gender and office."""

    words: Words
    tie: RoleKind | None
    sectors: tuple[str, ...] = ()
    gender: str | None = None
    institution: str | None = None
    key: str = ""
    label: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Institution:
    """A body or force that every state has: its key, how it is named for a state, its kind and sectors.

    `people` is True where the phrase names its people or machines ("soldiers") rather than the body.
    """

    words: Words
    key: str
    template: str
    kind: str
    sectors: tuple[str, ...]
    people: bool = False


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A common noun for people: what it means after a demonym and after a group's name (role_nouns.yaml says how)."""

    words: Words
    kind: str
    sectors: tuple[str, ...]
    plural: bool
    gender: str | None = None
    with_demonym: str = "unnamed"
    with_group: str = "unnamed"
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun: number s or p, gender m, f, n(o person) or a(ny)."""

    number: str
    gender: str
    possessive: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """The kind of organisation that a word in its name tells."""

    kind: str
    sector: str


@dataclass(frozen=True)
class Lexicon:
    """All look-ups together. Built once by `lexicon()`; read-only."""

    titles: Phrases[Title]
    institutions: Phrases[Institution]
    bodies: Mapping[str, Institution]
    roles: Phrases[RoleNoun]
    pronouns: Mapping[str, Pronoun]
    relatives: frozenset[str]
    quoted: Mapping[str, tuple[str, ...]]
    compounds: Phrases[frozenset[str]]
    classes: Phrases[frozenset[str]]
    class_plurals: Phrases[frozenset[str]]
    class_words: Phrases[Shape]
    shapes: Mapping[str, Shape]
    sets: Mapping[str, frozenset[str]]
    role_verbs: Mapping[str, str]
    given_names: frozenset[str]
    taken_up: Mapping[str, frozenset[str]]
    class_modifiers: Mapping[str, frozenset[str]]
    polities: Phrases[frozenset[str]]
    compass: Mapping[str, frozenset[str]]
    generic_titles: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Whether a word belongs to one of the plain word lists of references.yaml."""
        return word in self.sets[name]


PLAIN = "references"
ADDRESS = "address"  # the key of mere forms of address in titles.yaml
GENDERS = {"he": "m", "she": "f"}


@cache
def lexicon() -> Lexicon:
    """The look-ups of the shipped codebook."""
    refs = vocabulary(PLAIN)
    shapes = {fold(w): Shape(r["kind"], r["sector"]) for r in reversed(refs["shapes"]) for w in r["words"]}
    return Lexicon(
        titles=phrases_of((t.words, t) for t in _titles()),
        institutions=phrases_of((b.words, b) for b in _institutions()),
        bodies={b.key: b for b in reversed(tuple(_institutions()))},
        roles=phrases_of((r.words, r) for r in _role_nouns()),
        pronouns=dict(_pronouns(refs["pronouns"])),
        relatives=frozenset(refs["relatives"]),
        quoted=_quoted(refs["quoted"]),
        compounds=phrases_of(_by_kinds(refs["compounds"])),
        classes=_merged(_by_kinds(refs["classes"])),
        class_plurals=_merged([*_plurals(_by_kinds(refs["classes"])), *_by_kinds(refs["paired"])]),
        class_words=phrases_of(
            (words_of(w), Shape(r["kind"], r["sector"])) for r in refs["class_words"] for w in r["words"]
        ),
        shapes=shapes,
        role_verbs={v: r["title"] for r in refs["role_verbs"] for v in r["words"]},
        given_names=frozenset(fold(w) for row in vocabulary("given_names")["names"] for w in row["words"]),
        taken_up={w: frozenset(r["words"]) for r in refs["taken_up"] for w in r["by"]},
        class_modifiers={w: frozenset(r["kinds"]) for r in refs["class_modifiers"] for w in r["words"]},
        compass={w: frozenset(row) for row in refs["compass"] for w in row},
        polities=phrases_of((words_of(w), frozenset(r["states"])) for r in refs["polities"] for w in r["words"]),
        generic_titles={w: frozenset(f"={k}" for k in r["titles"]) for r in refs["generic_titles"] for w in r["words"]},
        sets={k: frozenset(v) for k, v in refs.items() if isinstance(v, list) and v and isinstance(v[0], str)},
    )


def _titles() -> Iterable[Title]:
    for row in vocabulary("titles")["titles"]:
        pronouns, label = row.get("pronouns") or {}, frozenset(words_of(row["label"]))
        for word in row["words"]:
            gender = GENDERS.get(pronouns.get(word, "")) or gender_of(word)
            yield Title(
                words_of(word), row.get("tie"), _sectors(row), gender, row.get("institution"), row["key"], label
            )


def _institutions() -> Iterable[Institution]:
    for row in vocabulary("institutions")["institutions"]:
        for key in ("heads", "plural_of"):
            for phrase in row.get(key) or ():
                people = key == "plural_of"
                yield Institution(words_of(phrase), row["key"], row["name"], row["kind"], _sectors(row), people)


def _role_nouns() -> Iterable[RoleNoun]:
    """Nouns for people, and every title as a noun for one unnamed person or several."""
    known: set[Words] = set()
    for row in vocabulary("role_nouns")["role_nouns"]:
        for word in row["words"]:
            words = words_of(word)
            known.add(words)
            yield RoleNoun(words, row["kind"], _sectors(row), is_plural(word), gender_of(word), row["with_demonym"],
                           row["with_group"], row.get("institution"))  # fmt: skip
    for title in _titles():
        for words, plural in ((title.words, False), ((*title.words[:-1], plural_of(title.words[-1])), True)):
            if title.key != ADDRESS and words not in known:
                known.add(words)
                yield RoleNoun(words, "person", title.sectors, plural, title.gender)


def is_plural(word: str) -> bool:
    """Whether a noun for people is a plural, by its ending."""
    return word.endswith(("s", "men", "people", "children", "police")) and not word.endswith("ss")


def plural_of(word: str) -> str:
    """The regular plural of a noun."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word[:-3] + "men" if word.endswith("man") else word + "s"


def _sectors(row: Mapping[str, Any]) -> tuple[str, ...]:
    value = row.get("sectors") or row.get("sector") or ()
    return (value,) if isinstance(value, str) else tuple(value)


def gender_of(phrase: str) -> str | None:
    """The gender that a title or noun itself tells: m, f or None."""
    refs = vocabulary(PLAIN)
    words = set(words_of(phrase))
    if words & set(refs["female"]):
        return "f"
    return "m" if words & set(refs["male"]) else None


def _pronouns(rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Pronoun]]:
    for row in rows:
        for word in row["words"]:
            yield word, Pronoun(row["number"], row["gender"], bool(row.get("possessive")))


def _quoted(rows: Iterable[Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    return {w: (row["who"],) for row in rows for w in row["words"]}


def _by_kinds(rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[Words, frozenset[str]]]:
    for row in rows:
        for word in row["words"]:
            yield words_of(word), frozenset(row["kinds"])


def _plurals(pairs: Iterable[tuple[Words, frozenset[str]]]) -> Iterable[tuple[Words, frozenset[str]]]:
    """The plurals of the nouns that are singular."""
    for words, kinds in pairs:
        if not is_plural(words[-1]):
            yield (*words[:-1], plural_of(words[-1])), kinds


def _merged(pairs: Iterable[tuple[Words, frozenset[str]]]) -> Phrases[frozenset[str]]:
    """One set of kinds for each phrase."""
    together: dict[Words, frozenset[str]] = {}
    for words, kinds in pairs:
        together[words] = together.get(words, frozenset()) | kinds
    return phrases_of(together.items())
