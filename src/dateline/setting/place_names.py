"""Names that stand where a place stands: what they may mean is the gazetteer's, how they are used the syntax's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from dateline.actors import Mentions
from dateline.codebook import vocabulary
from dateline.language import Analysis, Token
from dateline.record import ActorRef, Mention
from dateline.setting.gazetteer import Place, gazetteer

LONGEST_NAME = 7  # tokens: "Deir ez-Zor" has four
LONGEST_BRIDGE = 9  # tokens between a name and what contains it: ", on the southern shore of"
PLACELIKE = ("state", "place-metonym", "government")
SPOKEN_OF = (
    "description",
    "demonym",
    "role",
    "coreference",
    "pronoun",
    "class",
)  # how a mention is made that only has the name inside it
NEVER_NAMES = ("PRON", "DET", "VERB", "AUX", "NUM", "SCONJ", "CCONJ")
ACTING = ("nsubj", "dobj", "poss", "dative")  # where a name that is no large place is rather somebody's
KNOWN = 15_000  # people
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands where a place stands: its tokens [first, last), and what the words around say.

    `kind` is admin1, town or facility where they say so; `places` what the name may mean, `country` the country they
    put it in; `inside` says that the next name is that of what contains it.
    """

    first: int
    last: int
    text: str
    places: tuple[Place, ...]
    kind: str = ""
    country: str | None = None
    inside: bool = False


def find_names(analysis: Analysis, first: int, last: int, mentions: Mentions) -> tuple[Named, ...]:
    """The places named in one sentence, tokens [first, last), in order."""
    found: list[Named] = []
    i = first
    while i < last:
        named = _name_at(analysis, i, last, mentions, found[-1] if found else None)
        if named:
            if found and _holds(analysis, found[-1], named.first):
                found[-1] = _within(found[-1])
            found.append(named)
        i = named.last if named else i + 1
    return tuple(found)


def _within(named: Named) -> Named:
    return Named(named.first, named.last, named.text, named.places, named.kind, named.country, inside=True)


def _name_at(analysis: Analysis, i: int, last: int, mentions: Mentions, before: Named | None) -> Named | None:
    token = analysis.tokens[i]
    if not _may_begin(analysis, i, last) or (token.pos in NEVER_NAMES and not _is_mistagged(analysis, token)):
        return None
    for stop in _ends(analysis, i, last):
        places = _listed(text_of(analysis, i, stop))
        if places:
            name = Named(i, stop, text_of(analysis, i, stop), places)
            if _is_used(analysis, name, mentions, before):
                return _listed_name(analysis, name, last, mentions)
            return _unlisted_name(analysis, i, last, mentions) if _run_end(analysis, i, last) > stop else None
    return _unlisted_name(analysis, i, last, mentions)


def _is_mistagged(analysis: Analysis, token: Token) -> bool:
    """Whether a capital in the midst of a sentence, governed as a name is, belies the tag: `through Halvering`."""
    before = analysis.tokens[token.index - 1] if token.index else None
    return token.pos == "VERB" and token.dep == "pobj" and before is not None and before.pos == "ADP"


def _unlisted_name(analysis: Analysis, i: int, last: int, mentions: Mentions) -> Named | None:
    """A name that the gazetteer lacks, where the words make it a place: `the Orl Dam`, `the village of Bralin`."""
    end = _run_end(analysis, i, last)
    stop = _with_facility(analysis, end, last)
    if not _is_free(analysis, i, end, mentions) or analysis.tokens[i].pos == "ADJ":
        return None
    if stop > end or analysis.tokens[end - 1].lower in words("facility") | words("nature"):
        is_place = _is_definite(analysis, i) and not _is_actor(analysis, i, end, mentions)
        return _named(analysis, i, stop, (), "facility", mentions) if is_place else None
    body = analysis.tokens[end - 1].lower in words("no_places") or (i and analysis.tokens[i - 1].lower == "the")
    if body or not (_is_strong(analysis, i, end) or _is_reached(analysis, i, end, mentions)):
        return None
    return _named(analysis, i, end, (), kind_said(analysis, i, end, last), mentions)


def _listed_name(analysis: Analysis, name: Named, last: int, mentions: Mentions) -> Named:
    """A name of the gazetteer that is used as a place, with the word beside it that says what it is."""
    kind, end = kind_said(analysis, name.first, name.last, last), name.last
    if end < last and kind == "admin1" and analysis.tokens[end].lower in words("division"):
        end += 1
    elif (longer := _with_facility(analysis, end, last)) > end:
        end, kind = longer, "facility"
    return _named(analysis, name.first, end, name.places, kind, mentions)


def _named(analysis: Analysis, i: int, end: int, places: tuple[Place, ...], kind: str, mentions: Mentions) -> Named:
    return Named(i, end, text_of(analysis, i, end), places, kind, _said_country(analysis, i, mentions))


def _may_begin(analysis: Analysis, i: int, last: int) -> bool:
    """A capital letter, or an Arabic article before one: `al-Bab`."""
    token = analysis.tokens[i]
    if any(c.isupper() for c in token.text):
        return True
    article = token.text in words("articles") and i + 2 < last
    return article and analysis.tokens[i + 1].text == "-" and analysis.tokens[i + 2].text[0].isupper()


def _ends(analysis: Analysis, i: int, last: int) -> list[int]:
    """Where a name that begins at token i may end, the longest first: particles stand only inside it."""
    ends, stop = [], min(last, i + LONGEST_NAME)
    for j in range(i, stop):
        token = analysis.tokens[j]
        if token.text[0].isupper() or any(c.isupper() for c in token.text):
            ends.append(j + 1)
        elif token.lower not in words("particles"):
            break
    return ends[::-1]


@lru_cache(maxsize=4096)
def _listed(name: str) -> tuple[Place, ...]:
    """What a name may mean; an article or a shortened saint does not hide it."""
    places = gazetteer().find(name)
    if places:
        return places
    head, _, rest = name.replace("-", " ", 1).partition(" ")
    if rest and head.casefold() in words("articles"):
        return gazetteer().find(rest)
    return gazetteer().find(f"Saint {rest}") if rest and head in ("St", "St.") else ()


def _is_used(analysis: Analysis, name: Named, mentions: Mentions, before: Named | None) -> bool:
    """Whether a listed name is used as a place: by itself, or for an actor's name where it stands as one."""
    i, stop, head = name.first, name.last, _head(analysis, name.first, name.last)
    if head.lower in _days_and_months() or _is_longer_name(analysis, i, stop) or _is_title(analysis, head):
        return False
    if before is not None and _contains(analysis, before, i, head, name.places):
        return True
    if not _is_free(analysis, i, stop, mentions):
        return False
    if _is_where(analysis, head) or _is_after_in(analysis, i, stop):
        return True
    acts = any(p.kind == "country" for p in name.places) or _is_actor(analysis, i, stop, mentions)
    known = head.dep not in ACTING or max(map(_weight, name.places)) >= KNOWN
    return not acts and known and head.pos in ("PROPN", "X")


def _is_after_in(analysis: Analysis, i: int, stop: int) -> bool:
    """Whether `in` or `near` stands right before the name, whatever the syntax makes of it."""
    after = analysis.tokens[stop].text if stop < len(analysis.tokens) else ""
    return i > 0 and analysis.tokens[i - 1].lower in words("strong") and after not in ("'s", "’s")


def _weight(place: Place) -> int:
    return place.population if place.kind == "town" else KNOWN


def _contains(analysis: Analysis, before: Named, first: int, head: Token, places: tuple[Place, ...]) -> bool:
    """Whether a name is that of what contains the place before it: `Ayacucho, Peru`."""
    if head.dep in SUBJECTS or not any(p.kind not in ("town", "facility") for p in places):
        return False
    beside_country = before.places and all(p.kind == "country" for p in before.places)
    return not beside_country and _holds(analysis, before, first)


def _holds(analysis: Analysis, before: Named, first: int) -> bool:
    """Whether the words between two names may put the first in the second: `, the capital of`, not `, north of`."""
    between = [t.lower for t in analysis.tokens[before.last : first]]
    if not between or len(between) > LONGEST_BRIDGE or between[0] not in words("bridge_starts"):
        return False
    if any(b == "of" and a in words("directions") and "the" not in between for a, b in pairwise(between)):
        return False
    return all(w in words("bridge") | words("directions") for w in between) and between[-1] != "and"


def _is_longer_name(analysis: Analysis, i: int, stop: int) -> bool:
    """Whether the name is part of a longer one that is no place: `Kingston Obuya`, `Real Madrid`."""
    after = analysis.tokens[stop] if stop < len(analysis.tokens) else None
    if after is not None and after.text[0].isupper() and after.pos == "PROPN" and _touches(analysis, stop):
        return after.lower not in words("facility") | words("nature") | words("division")
    before = analysis.tokens[i - 1] if i else None
    return before is not None and before.pos == "PROPN" and before.text[0].isupper() and before.head >= i


def _touches(analysis: Analysis, i: int) -> bool:
    """Whether a token follows the one before it on the same line, with a space or nothing between."""
    start, end = analysis.tokens[i - 1].end, analysis.tokens[i].start
    return end - start <= 1 and analysis.text[start:end] != "\n"


def _is_title(analysis: Analysis, head: Token) -> bool:
    """Whether the name only names something else: `the Minsk agreements`."""
    governor = analysis.tokens[head.head]
    return head.dep in ("compound", "nmod", "amod") and governor.lower in words("never_places")


def _is_free(analysis: Analysis, i: int, stop: int, mentions: Mentions) -> bool:
    """Whether no actor's own longer name holds these words, nor a person's: `Bank of America`."""
    start, end = analysis.tokens[i].start, analysis.tokens[stop - 1].end
    for mention in _covering(mentions, start, end):
        kinds = {mentions.kind_of(a) for a in mention.actors}
        if mention.resolved_by in SPOKEN_OF or kinds & set(PLACELIKE):
            continue
        if mention.end - mention.start > end - start + len("the ") or "person" in kinds:
            return False
    return True


def _is_actor(analysis: Analysis, i: int, stop: int, mentions: Mentions) -> bool:
    """Whether the name is that of an actor: a state, its capital, a government."""
    start, end = analysis.tokens[i].start, analysis.tokens[stop - 1].end
    return any(m.resolved_by not in SPOKEN_OF for m in _covering(mentions, start, end))


def _covering(mentions: Mentions, start: int, end: int) -> tuple[Mention, ...]:
    longest = mentions.covering(start)
    if longest is None:
        return ()
    inside = mentions.within(longest.start, longest.end)
    return tuple(
        m for m in {longest.id: longest, **{m.id: m for m in inside}}.values() if m.start <= start and m.end >= end
    )


def _is_where(analysis: Analysis, head: Token) -> bool:
    """Whether the syntax makes the name a place: `in Syria`, `fled to Jordan`, `northern Iraq`, `entered Beirut`."""
    if any(analysis.tokens[c].lower in words("directions") for c in analysis.children[head.index]):
        return head.dep not in SUBJECTS
    governor = analysis.tokens[head.head]
    if head.dep == "conj" and governor.index != head.index and governor.pos == "PROPN":
        return _is_where(analysis, governor)
    if head.dep in ("dobj", "nsubjpass"):
        return governor.lemma in words("reached")
    return head.dep in ("pobj", "npadvmod") and _is_locative(analysis, governor)


def _is_locative(analysis: Analysis, preposition: Token) -> bool:
    """Whether what hangs on the preposition is where something is: `to` and `from` only where something moves."""
    above, word = analysis.tokens[preposition.head], preposition.lower
    if word in words("whither"):
        return above.lemma in words("motion")
    if word == "on":
        return above.lemma not in words("burdens")
    return word in words("where") or (word == "of" and above.lower in words("of_heads"))


def _run_end(analysis: Analysis, i: int, last: int) -> int:
    """The end of a run of capitalised names: `Port Sudan`, `Al-Bab`."""
    j = i + 1
    while j < last and (_joins(analysis, j, last) or analysis.tokens[j].text[0].isupper()):
        j += 1
    while j > i + 1 and analysis.tokens[j - 1].text in "-–":
        j -= 1
    return j


def _joins(analysis: Analysis, j: int, last: int) -> bool:
    """A hyphen without spaces, and what it joins."""
    token, before = analysis.tokens[j], analysis.tokens[j - 1]
    return token.start == before.end and (token.text in "-–" or before.text in "-–") and j < last


def _with_facility(analysis: Analysis, end: int, last: int) -> int:
    """The end with the word that says what bears the name: `Kandahar airport`."""
    if end < last and analysis.tokens[end].lower in words("facility") | words("nature") and _touches(analysis, end):
        return end + 1
    return end


def _is_strong(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words alone make an unknown name a place: `in Karst`, `the village of Bralin`."""
    head = _head(analysis, first, last)
    if not _is_proper(analysis, head) or head.dep not in ("pobj", "appos", "conj"):
        return False
    governor = analysis.tokens[head.head]
    if head.dep == "conj" and governor.dep == "pobj":
        if not any(analysis.tokens[k].lower in ("and", "or", ",") for k in range(governor.index, first)):
            return False
        governor = analysis.tokens[governor.head]
    if governor.lower in words("strong"):
        return True
    of = governor.lower == "of" and analysis.tokens[governor.head].lemma in words("of_heads")
    return of or (head.dep == "appos" and governor.lemma in words("settlement"))


def _is_proper(analysis: Analysis, head: Token) -> bool:
    """Whether a token is a name's, as tagged, or by its capital: `Gate Four`."""
    before = analysis.tokens[head.index - 1] if head.index else None
    numbered = head.text[0].isupper() and before is not None and before.pos == "PROPN" and before.head == head.index
    return head.pos == "PROPN" or numbered or _is_mistagged(analysis, head)


def _is_reached(analysis: Analysis, first: int, last: int, mentions: Mentions) -> bool:
    """Whether the verb makes an unknown name a place: `visited Lurn`, `fired on Brannoc`, `marched through Karst`."""
    head = _head(analysis, first, last)
    governor = analysis.tokens[head.head]
    if not _is_proper(analysis, head) or any(
        mentions.kind_of(a) not in PLACELIKE for a in _actors_at(analysis, first, mentions)
    ):
        return False
    if head.dep in ("dobj", "nsubjpass"):
        return governor.lemma in words("reached")
    if head.dep != "pobj" or not governor.index:
        return False
    above, word = analysis.tokens[governor.head], governor.lower
    if above.pos in ("ADV", "ADP"):
        above = analysis.tokens[above.head]  # "pulled back from Cressing"
    if word in words("crossed") | words("whither"):
        return above.lemma in words("motion") | (words("hit") if word in words("crossed") else frozenset())
    return word in ("on", "upon", "against") and above.lemma in words("hit")


def _actors_at(analysis: Analysis, first: int, mentions: Mentions) -> tuple[ActorRef, ...]:
    """Who the words are the name of, at their own length or longer."""
    token = analysis.tokens[first]
    return tuple(
        a for m in _covering(mentions, token.start, token.end) if m.resolved_by not in SPOKEN_OF for a in m.actors
    )


def _is_definite(analysis: Analysis, i: int) -> bool:
    before = analysis.tokens[i - 1].lower if i else ""
    return before == "the" or before in words("locative")


def kind_said(analysis: Analysis, first: int, last: int, end: int) -> str:
    """What the words call it: `Aleppo province` is a division, `the village of Bralin` a settlement."""
    after = analysis.tokens[last].lower if last < end else ""
    before = [analysis.tokens[k].lower for k in range(max(0, first - 2), first)]
    if after in words("division") or (before[-1:] == ["of"] and before[0] in words("division")):
        return "admin1"
    settled = after in words("settlement") or any(w in words("settlement") for w in before)
    return "town" if settled else ""


def _said_country(analysis: Analysis, i: int, mentions: Mentions) -> str | None:
    """The country that the words before the name put it in: `the Lebanese city of Tripoli`, `Libya's Tripoli`."""
    j = i - 1
    while j >= 0 and i - j <= LONGEST_NAME and analysis.tokens[j].lower in words("bridge") - {",", "in", "on"}:
        j -= 1
    if (
        j < 0
        or i - j < 1
        or analysis.tokens[j].lower in words("directions")
        or not analysis.tokens[j].text[0].isupper()
    ):
        return None
    for mention in mentions.within(analysis.tokens[j].start, analysis.tokens[j].end):
        countries = {a.country for a in mention.actors if a.country}
        if len(countries) == 1 and (i - j > 1 or mention.resolved_by == "demonym"):
            return countries.pop()
    return None


def _head(analysis: Analysis, first: int, last: int) -> Token:
    inside = analysis.tokens[first:last]
    return next((t for t in reversed(inside) if not first <= t.head < last), inside[-1])


def text_of(analysis: Analysis, first: int, last: int) -> str:
    """The words of the tokens [first, last), in one line."""
    return " ".join(analysis.text[analysis.tokens[first].start : analysis.tokens[last - 1].end].split())


@cache
def words(name: str) -> frozenset[str]:
    """A list of the vocabulary of places."""
    return frozenset(vocabulary("places")[name])


@cache
def _days_and_months() -> frozenset[str]:
    return frozenset(vocabulary("dates")["weekdays"]) | frozenset(vocabulary("dates")["months"])
