"""Joins what the encoder reads with what the rules found: each is better at something.

Rules know quotation marks, titles and what stands inside another's words; the encoder knows where an indirect content
or a speaker's phrase ends, and cues that no vocabulary lists. Measured on PolNeAR dev, see models/CARD.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.record import Span
from dateline.statements.candidate import Candidate, Voice
from dateline.statements.cue import Cue, words_of
from dateline.statements.entries import entry_at
from dateline.statements.page import Page
from dateline.statements.phrases import PEOPLE_ONLY
from dateline.statements.region import TRAILING
from dateline.statements.tagging import Reading, candidate_statements
from dateline.statements.voices import voices_at

SURE = 0.3  # from this confidence on, the encoder's edges of an indirect content are better than the parser's
LISTED = 0.12  # from this confidence on, what the encoder alone finds counts where the vocabulary knows its cue,
UNLISTED = 0.2  # where it does not,
UNFIT = 0.4  # where it knows that the cue takes no such content: "summoned the envoy to protest",
THING = 0.7  # and where the content is a mere thing: "wrote the novel", "claim the valley"
CLAUSES = frozenset({"clause", "question", "infinitive", "gerund", "quotation"})
ITS_OWN = (
    "clause",
    "that-clause",
    "infinitive",
    "question",
    "object",
    "phrase",
)  # patterns whose edges it knows better


def with_readings(page: Page, kept: Sequence[Candidate]) -> list[Candidate]:
    """The rules' candidates, their speakers and contents mended by the encoder's readings, and its further readings."""
    by_token = {i: n for n, c in enumerate(kept) if c.cue for i in _tokens(page, c.cue)}
    found = list(kept)
    further: list[Candidate] = []
    readings = [r for r in candidate_statements(page.analysis, page.analysis.encoding) if r.cue is not None]
    neighbours = Neighbours.of(kept, readings)
    for reading in readings:
        same = next((by_token[i] for i in _tokens(page, reading.cue) if i in by_token), None)
        if same is not None:
            found[same] = _mended(page, found[same], reading, neighbours)
        else:
            further += _alone(page, reading)
    return [*found, *further]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where other cues begin that a content must not run over: those read as outermost, and by subject those that
    the rules gave the same subject."""

    read: tuple[int, ...]
    by_subject: Mapping[tuple[int, ...], tuple[int, ...]]

    @classmethod
    def of(cls, kept: Sequence[Candidate], readings: Sequence[Reading]) -> Neighbours:
        """The neighbours among the rules' candidates and the readings of one report."""
        by_subject: dict[tuple[int, ...], list[int]] = {}
        for candidate in kept:
            if candidate.cue is not None and candidate.voices:
                by_subject.setdefault(_heads(candidate), []).append(candidate.cue[0])
        read = tuple(sorted(r.cue[0] for r in readings if r.cue is not None))
        return cls(read, {k: tuple(sorted(v)) for k, v in by_subject.items()})

    def inside(self, candidate: Candidate, spans: Iterable[Span]) -> set[int]:
        """Those that begin inside spans, as far as they concern a candidate."""
        known = (self.read, self.by_subject.get(_heads(candidate), ()))
        return {c for s, e in spans for cues in known for c in cues[bisect_left(cues, s) : bisect_left(cues, e)]}


def _heads(candidate: Candidate) -> tuple[int, ...]:
    return tuple(v.head for v in candidate.voices)


def _mended(page: Page, candidate: Candidate, reading: Reading, neighbours: Neighbours) -> Candidate:
    if candidate.by == "phrase" and _names_an_authority(candidate):
        return candidate
    voices = _better_voices(page, candidate, reading)
    content = candidate.content
    if _knows_better(candidate, reading) and not _runs_over(candidate, reading, neighbours):
        own = ((_own_start(page, candidate, s), e) for s, e in reading.contents)
        content = tuple(tidy(page, span) for span in own if page.analysis.tokens_in(*span)) or content
    voices = voices or candidate.voices
    return replace(candidate, voices=voices, content=content, confidence=reading.confidence, read=True)


def _better_voices(page: Page, candidate: Candidate, reading: Reading) -> tuple[Voice, ...]:
    """The encoder's, unless the words are the same: then the rules know better whom "who" and "each" mean."""
    if candidate.occurrence is None or candidate.occurrence.cue.speaker == "passive":
        return ()
    words = {page.span(v.first, v.last) for v in candidate.voices}
    read = tuple(_voices(page, reading))
    overlap = any(r.first <= v.head <= r.last for r in read for v in candidate.voices)
    misheard = overlap and not _share_head(read, candidate)
    return () if misheard or words == set(reading.speakers) else read


def _share_head(read: Sequence[Voice], candidate: Candidate) -> bool:
    """Whether both hear the same one; a phrase around the rules' speaker that is headed by another is misheard."""
    return bool({r.head for r in read} & {v.head for v in candidate.voices})


def _knows_better(candidate: Candidate, reading: Reading) -> bool:
    indirect = not candidate.direct and candidate.by.removeprefix("cue with ") in ITS_OWN
    return indirect and bool(candidate.content) and reading.confidence >= SURE


def _own_start(page: Page, candidate: Candidate, start: int) -> int:
    """Where a content begins: behind the cue ("claimed responsibility for" has three words) and behind the one who is
    told ("told Union Wire the bridge was gone")."""
    if candidate.cue is None or candidate.occurrence is None:
        return start
    told = page.tokens[candidate.occurrence.anchor].lemma in words_of("told_of")
    first = candidate.content[0][0]
    if told and "clause" in candidate.by and candidate.cue[1] <= start < first:
        return first
    return candidate.cue[1] if candidate.cue[0] <= start < candidate.cue[1] else start


def _names_an_authority(candidate: Candidate) -> bool:
    """ "citing two aides": PolNeAR has the aides as content, we have them as those who speak."""
    return candidate.occurrence is not None and candidate.occurrence.cue.words[0] in PEOPLE_ONLY


def _runs_over(candidate: Candidate, reading: Reading, neighbours: Neighbours) -> bool:
    """Whether the reading's content takes in a cue that goes on beside this one and that the rules left out:
    "confirmed that two were missing but insisted they had been seized"."""
    return bool(neighbours.inside(candidate, reading.contents) - neighbours.inside(candidate, candidate.content))


def _alone(page: Page, reading: Reading) -> Iterator[Candidate]:
    cue = reading.cue
    entry = entry_at(page.analysis, cue, book=page.codebook) if cue is not None else None
    phrase = entry is not None and entry.part == "phrase"
    bare = cue is not None and not any(map(str.isalnum, page.analysis.text[slice(*cue)]))  # titles stay with the rules
    if cue is None or phrase or bare or reading.confidence < _wanted(page, entry, reading):
        return
    content = tuple(tidy(page, span) for span in reading.contents)
    yield Candidate(
        by="encoder",
        confidence=reading.confidence,
        read=True,
        content=content,
        cue=cue,
        voices=tuple(_voices(page, reading)),
        stance=entry.stance if entry is not None else "say",
    )


def _wanted(page: Page, entry: Cue | None, reading: Reading) -> float:
    if entry is None:
        return UNLISTED
    clausal = any(t.pos in ("VERB", "AUX") for span in reading.contents for t in page.analysis.tokens_in(*span))
    free = "object" in entry.takes and not entry.objects
    fits = free or (clausal and bool(entry.takes & CLAUSES))
    if fits or entry.part != "verb":
        return LISTED
    return UNFIT if clausal else THING


def _voices(page: Page, reading: Reading) -> Iterator[Voice]:
    for span in reading.speakers:
        tokens = page.analysis.tokens_in(*span)
        if not tokens:
            continue
        first, last = tokens[0].index, tokens[-1].index
        head = next((t.index for t in tokens if not first <= t.head <= last or t.head == t.index), first)
        for voice in voices_at(page, head):
            if first <= voice.head <= last:
                yield Voice(voice.head, first, last)


def tidy(page: Page, span: Span) -> Span:
    """A content by GUIDE's conventions: without "that" and marks at its edges, with the quotation marks of its own."""
    tokens = page.analysis.tokens_in(*span)
    first, last = tokens[0].index, tokens[-1].index
    if page.tokens[first].lower == "that" and page.tokens[first].tag in ("IN", "WDT") and first < last:
        first += 1
    while first < last and page.tokens[first].text in (",", ":", "—", "–"):
        first += 1
    while last > first and page.tokens[last].lower in TRAILING and page.quoted[last] < 0:
        last -= 1
    if first > 0 and page.is_mark(first - 1) and page.quoted[first - 1] == page.quoted[first] >= 0:
        first -= 1
    while last + 1 < len(page.tokens) and page.quoted[last] >= 0 and _closes(page, last):
        last += 1
    return page.span(first, last)


def _closes(page: Page, last: int) -> bool:
    """Whether what follows is the mark, or the stop and the mark, that close the quotation at `last`."""
    token = page.tokens[last + 1]
    return page.quoted[last + 1] == page.quoted[last] and token.pos == "PUNCT" and page.tokens[last].text[0] not in "”»"


def _tokens(page: Page, span: Span | None) -> list[int]:
    return [] if span is None else [t.index for t in page.analysis.tokens_in(*span)]
