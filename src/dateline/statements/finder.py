"""Who says what: every attribution of speech, writing, belief, wish or fear in a report."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.actors.mentions import Mentions
from dateline.codebook import SHIPPED, Codebook
from dateline.language import Analysis
from dateline.record import Speaker, Statement, StatementKind
from dateline.statements.addressees import addressees_of
from dateline.statements.adjectives import by_adjectives
from dateline.statements.candidate import Candidate
from dateline.statements.clauses import by_verbs
from dateline.statements.cue import words_of
from dateline.statements.distance import Distances
from dateline.statements.follow import carried_over
from dateline.statements.headlines import by_headlines
from dateline.statements.merge import merge
from dateline.statements.nesting import parents
from dateline.statements.nouns import by_nouns
from dateline.statements.page import Page
from dateline.statements.phrases import by_phrases
from dateline.statements.quotations import by_quotations
from dateline.statements.readings import with_readings
from dateline.statements.silences import by_silences
from dateline.statements.speakers import affiliation, speakers_of

CLAUSAL = ("cue with", "noun with", "adjective with")  # rules for what the encoder is trained to find as well
OVERLOOKED = 0.27  # share of a rule's confidence that is left where the encoder does not find it
DIRECT = 0.9  # share of the words that must stand inside quotation marks


def find_statements(analysis: Analysis, mentions: Mentions, codebook: Codebook = SHIPPED) -> tuple[Statement, ...]:
    """The statements of a report, ordered by start, each with its speakers, stance and the statement it stands in."""
    page = Page(analysis, mentions, codebook)
    kept = merge(page, with_readings(page, merge(page, candidates(page))))
    kept, above, speakers = _without_own_beliefs(page, kept)
    ids = _ids(kept)
    distances = Distances(page)
    return tuple(
        Statement(
            id=ids[n],
            speakers=speakers[n],
            affiliation=affiliation(page, speakers[n]),
            cue=candidate.cue,
            content=candidate.content,
            kind=_kind(page, candidate),
            stance=candidate.stance,
            polarity="denied" if candidate.denied else "affirmed",
            distance=distances.keeps(candidate),
            addressees=addressees_of(page, candidate),
            parent=None if (parent := above[n]) is None else ids[parent],
            confidence=_confidence(candidate, above[n]),
        )
        for n, candidate in enumerate(kept)
    )


def candidates(page: Page) -> list[Candidate]:
    """What each generator finds; those that the words of one cue serve twice are sorted out by `merge`."""
    quoted = list(by_quotations(page))
    taken = {o.anchor for c in quoted if (o := c.occurrence) is not None}
    adjectives = list(by_adjectives(page))
    taken |= {o.anchor for c in adjectives if (o := c.occurrence) is not None}
    nouns = [*by_nouns(page), *by_silences(page)]
    return [*quoted, *by_headlines(page), *adjectives, *by_verbs(page, taken), *nouns, *by_phrases(page)]


Found = tuple[tuple[Candidate, ...], tuple[int | None, ...], tuple[tuple[Speaker, ...], ...]]


def _without_own_beliefs(page: Page, kept: tuple[Candidate, ...]) -> Found:
    """Drop what a speaker says that he himself believes, hopes or fears: that is the modality of what he says."""
    found = _placed(page, kept)
    own = {n for n in range(len(kept)) if _is_own_belief(n, *found)}
    return _placed(page, tuple(c for n, c in enumerate(kept) if n not in own)) if own else found


def _placed(page: Page, kept: tuple[Candidate, ...]) -> Found:
    above = parents(kept)
    speakers = carried_over(page, kept, above, [speakers_of(page, c.voices) for c in kept])
    return kept, above, speakers


def _is_own_belief(
    n: int, kept: Sequence[Candidate], above: Sequence[int | None], speakers: Sequence[tuple[Speaker, ...]]
) -> bool:
    parent = above[n]
    if parent is None or kept[n].stance not in words_of("inner_stances"):
        return False
    return bool({s.name for s in speakers[n]} & {s.name for s in speakers[parent]})


def _confidence(candidate: Candidate, parent: int | None) -> float:
    """How likely speakers, cue and content are all exactly right: the encoder's calibrated figure, else the rule's;
    outermost statements that the encoder does not see at all seldom are (PolNeAR's last month: 0.23)."""
    overlooked = parent is None and not candidate.read and candidate.by.startswith(CLAUSAL)
    return round(candidate.confidence * OVERLOOKED, 2) if overlooked else round(candidate.confidence, 2)


def _kind(page: Page, candidate: Candidate) -> StatementKind:
    """By the share of the words that stand in quotation marks which the cue itself does not stand in."""
    cue = page.analysis.token_at(candidate.cue[0]) if candidate.cue else None
    outer = page.quoted[cue] if cue is not None else -1
    words = [t for span in candidate.content for t in page.analysis.tokens_in(*span) if t.text[0].isalnum()]
    inside = sum(page.quoted[t.index] not in (-1, outer) for t in words)
    if not words or not inside:
        return "indirect"
    return "direct" if inside >= DIRECT * len(words) else "mixed"


def _ids(kept: Sequence[Candidate]) -> tuple[str, ...]:
    """s + the span of the cue, or of the content where there is no cue; an ordinal where two share it."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for candidate in kept:
        start, end = candidate.cue or candidate.content[0]
        name = f"s{start}-{end}"
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return tuple(found)
