"""Runs of capitalised words: names that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.page import Page

LONGEST_RUN = 7
SOCIAL = frozenset({"ngo", "igo", "party"})
STRANGE = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "VERB", "AUX", "INTJ", "PART", "NUM"})


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words at tokens [first, last)."""

    first: int
    last: int


def name_runs(page: Page) -> Iterator[Run]:
    """The runs of capitalised words outside names, titles and institutions, in order; at the opening of a sentence also
    the last word of a longer run, whatever syntax takes it for."""
    runs = list(_plain_runs(page))
    last_words = {page.lower(r.last - 1) for r in runs if r.last - r.first > 1}
    taken = {i for r in runs for i in range(r.first, r.last)}
    openings = (s.first for s in page.analysis.sentences if s.last > s.first + 1)
    more = [
        Run(i, i + 1)
        for i in openings
        if i not in taken and page.lower(i) in last_words and page.token(i).text.istitle() and _free(page, i)
    ]
    return iter(sorted([*runs, *more], key=lambda r: r.first))


def _free(page: Page, i: int) -> bool:
    """Whether a token is no name, title or headline's word."""
    taken = i in page.names.covering or i in page.titles.covering or i in page.institutions.covering
    return not taken and i not in page.headline and i not in page.capitals


def _plain_runs(page: Page) -> Iterator[Run]:
    for sentence in page.analysis.sentences:
        i = sentence.first
        while i < sentence.last:
            last = _run_end(page, i, sentence.first, sentence.last)
            if last > i:
                yield Run(_past_adjective(page, i, last, sentence.first), last)
            i = max(last, i + 1)


def _past_adjective(page: Page, i: int, last: int, start: int) -> int:
    """Over a word that only opens the sentence: "Rival Ana Dorr"."""
    token = page.token(i)
    opens = i == start and last - i > 2 and token.pos not in ("PROPN", "X") and page.lower(i) not in page.lexicon.shapes
    return i + 1 if opens and page.lower(i + 1) in page.lexicon.given_names else i


def _run_end(page: Page, i: int, start: int, end: int) -> int:
    """The token after the run that begins at i; i itself where none begins."""
    if not _begins(page, i, start, end):
        return i
    last = i
    while last < end and last - i < LONGEST_RUN:
        if (
            _name_word(page, last)
            or _initial_stop(page, last)
            or (_joins(page, last, end) and _name_word(page, last + 1))
        ):
            last += 1
        elif last > i and _joined_pair(page, last, end):
            last += 2
        else:
            break
    return last


def _begins(page: Page, i: int, start: int, end: int) -> bool:
    if i + 1 < end and page.token(i).text in page.lexicon.sets["name_particles"] and _joins(page, i, end):
        glued = page.token(i + 1).text == "-" and i + 2 < end
        if not glued and not page.lexicon.has("free_particles", page.token(i).text.lower()):
            return False
        after = i + 2 if glued else i + 1
        if page.token(i).text.islower() or i > start:
            return _name_word(page, after) and i > start
    if not _name_word(page, i):
        return False
    opening = i == start or (not page.token(i - 1).text[-1].isalnum() and page.token(i - 1).text not in (",", "-", "("))
    if not opening:
        return True
    token = page.token(i)
    if token.pos == "PROPN":
        return True
    return token.pos not in STRANGE and i + 1 < end and _name_word(page, i + 1) and page.token(i + 1).pos == "PROPN"


def _name_word(page: Page, i: int) -> bool:
    """Whether a token may be part of an unknown name."""
    token = page.token(i)
    word = token.text
    if not word[0].isupper() or word == "I" or i in page.headline or i in page.capitals:
        return False
    if i in page.names.covering or page.lexicon.has("calendar", page.lower(i)):
        return False
    covering = page.titles.covering.get(i) or page.institutions.covering.get(i)
    return covering is None or (covering.last - covering.first == 1 and _inside_name(page, i))


def _inside_name(page: Page, i: int) -> bool:
    """A word that is also a title ("Guard", "Major") is part of a name after another capitalised word that is none, and
    before the word that tells an organisation ("Doctors Union")."""
    if page.token(i).pos == "PROPN" and i + 1 < len(page.analysis.tokens):
        after = page.token(i + 1)
        if after.pos == "PROPN" and after.text.istitle() and page.lower(i + 1) in page.lexicon.shapes:
            return page.lexicon.shapes[page.lower(i + 1)].kind in SOCIAL
    if i in page.titles.covering and page.lower(i) not in page.lexicon.shapes:
        return False
    return i > 0 and page.token(i - 1).text[0].isupper() and page.token(i - 1).pos == "PROPN"


def _joined_pair(page: Page, i: int, end: int) -> bool:
    """Whether two tokens go on a name: a hyphen or apostrophe and its rest, or two particles before a name."""
    if _given_part(page, i, end) or _plural_possessive(page, i, end):
        return True
    return _joins(page, i, end) and i + 2 < end and _joins(page, i + 1, end) and _name_word(page, i + 2)


def _given_part(page: Page, i: int, end: int) -> bool:
    """The hyphen and lower-case rest of a given name: "Suk-yeol"; not of "Tell-based"."""
    if page.token(i).text not in "-‐‑–" or not _joins(page, i, end):
        return False
    rest = page.token(i + 1)
    return rest.text.islower() and rest.pos in ("PROPN", "NOUN") and not page.lexicon.has("led_words", rest.text)


def _plural_possessive(page: Page, i: int, end: int) -> bool:
    """The apostrophe inside an organisation's name: "Farmers' Union"."""
    if page.token(i).text not in ("'", "’") or i + 1 >= end or not _name_word(page, i + 1):
        return False
    return page.token(i - 1).text.endswith("s") and page.lower(i + 1) in page.lexicon.shapes


def _initial_stop(page: Page, i: int) -> bool:
    """The full stop of an initial: "John F. Kelly"."""
    return page.token(i).text == "." and i > 0 and len(page.token(i - 1).text) == 1 and page.token(i - 1).text.isupper()


def _joins(page: Page, i: int, end: int) -> bool:
    """Whether a token joins two parts of a name: a glued hyphen or a particle such as "van" and "al"."""
    if i + 1 >= end:
        return False
    token = page.token(i)
    if token.text in "-‐‑–":
        return i > 0 and page.token(i - 1).end == token.start and token.end == page.token(i + 1).start
    return token.text.lower() in page.lexicon.sets["name_particles"] and token.pos not in ("VERB", "AUX")
