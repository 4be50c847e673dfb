"""Statements that tell no deed of their own and still take a side: they deny, doubt, confirm or explain what another
said, give a figure for it, or make the charge that is denied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.accounts.codebook import codebook
from dateline.accounts.counting import said_figures
from dateline.accounts.party import Party, kin
from dateline.accounts.reasons import gives_reason
from dateline.accounts.telling import Position, Telling, Toll
from dateline.accounts.words import content_words
from dateline.record import Span, Statement

if TYPE_CHECKING:
    from dateline.accounts.deeds import Page

POSITIONS: Mapping[str, Position] = {"deny": "denied", "doubt": "open", "refuse-comment": "open", "confirm": "affirmed"}
NEARNESS = 4  # what standing right before a denial weighs against a shared word
RUN = 3  # statements in a row that make one charge
FAR = 700  # code points between a statement and the telling it answers
FAR_OWN = 1500  # the same where the speaker's own camp is charged
CLOSE = 350  # the same where nothing but nearness shows what it answers
Drafts = Sequence[Sequence[Telling]]


@dataclass(frozen=True)
class Answers:
    """Finds the answering statements of a report. `drafts` are the tellings of each of its deeds."""

    page: Page
    drafts: Drafts

    @cached_property
    def _places(self) -> list[tuple[int, int, Telling]]:
        """Start of the anchor, number of the deed, and telling, in the order of the text; speech acts left out."""
        rows = ((t.anchor[0], n, t) for n, rows in enumerate(self.drafts) for t in rows)
        return sorted((row for row in rows if not self.page.by_id[row[2].event or ""].act_of), key=lambda r: r[:2])

    @cached_property
    def _said(self) -> list[tuple[int, Statement]]:
        return sorted(((start_of(s), s) for s in self.page.record.statements), key=lambda row: (row[0], row[1].id))

    def _before(self, start: int, after: int = 0) -> list[tuple[int, int, Telling]]:
        """(distance, deed, telling) of the tellings within reach before a place in the text, and a little after it."""
        first, last = (bisect_left(self._places, at, key=lambda r: r[0]) for at in (start - FAR_OWN, start + after))
        return [(abs(start - at), n, t) for at, n, t in self._places[first:last]]

    def found(self) -> dict[int, tuple[Telling, ...]]:
        """The answers as tellings, by the number of the deed that each answers."""
        found: dict[int, list[Telling]] = {}
        told = {t.statement for rows in self.drafts for t in rows}
        for statement in self.page.record.statements:
            if statement.id not in told:
                for number, answer in self._answers(statement):
                    found.setdefault(number, []).append(answer)
        for number, rows in enumerate(self.drafts):
            found.setdefault(number, []).extend(self._charges(rows))
        return {number: tuple(rows) for number, rows in found.items() if rows}

    def unanswered(self, answered: Mapping[int, Sequence[Telling]]) -> Iterator[tuple[Telling, ...]]:
        """Denials of what no event tells, each with the charge that it denies."""
        known = {t.statement for rows in (*self.drafts, *answered.values()) for t in rows}
        for statement in self.page.record.statements:
            if statement.stance == "deny" and statement.id not in known and statement.content:
                no = self._bare(statement)
                yes = self._charge(no)
                if yes:
                    yield (*yes, no)

    def _answers(self, statement: Statement) -> Iterator[tuple[int, Telling]]:
        reply = self._replied(statement)
        if reply is not None:
            yield reply[0], self._answer(statement, reply[1], _position(statement, reply[1]))
            return
        for figure in said_figures(self.page.text, statement.content):
            other = self._counted(statement, figure)
            if other is not None:
                yield other[0], replace(self._answer(statement, other[1], "affirmed"), tolls=(figure,))

    def _replied(self, statement: Statement) -> tuple[int, Telling] | None:
        """The nearest telling before the statement, by another camp, that it can be about."""
        reason = statement.stance in codebook().asserting and gives_reason(self.page.text, statement.content)
        if statement.stance not in POSITIONS and not reason:
            return None
        plain = reason or statement.stance != "deny" or self._is_anaphor(statement)
        voice, start = self.page.voice(statement), start_of(statement)
        near = self._before(start)
        fits = [row for row in near if _is_about(voice, row[2], reason, row[0]) and (plain or row[2].stance == "admit")]
        if not fits:
            return None
        _, number, telling = min(fits, key=lambda row: (not _charged(voice, row[2]), *row[:2]))
        return number, telling

    def _counted(self, statement: Statement, figure: Toll) -> tuple[int, Telling] | None:
        """The nearest telling by another camp that gives a figure of the same kind."""
        voice = self.page.voice(statement)
        near = self._before(start_of(statement), CLOSE)
        fits = [
            row for row in near if not kin(voice, row[2].voice) and any(t.kind == figure.kind for t in row[2].tolls)
        ]
        _, number, telling = min(fits, key=lambda row: row[:2], default=(0, -1, None))
        return (number, telling) if telling is not None else None

    def _charges(self, rows: Sequence[Telling]) -> Iterator[Telling]:
        """For denials that nobody's telling of the deed provokes: the statement before them that does."""
        for no in rows:
            concerned = no.stance == "deny" or kin(no.voice, no.actors) or (not no.actors and no.type in HARM)
            if no.position == "denied" and no.statement and no.modality in ("actual", "ongoing") and concerned:
                told = any(t.position == "affirmed" and _is_spoken(t) and not kin(t.voice, no.voice) for t in rows)
                yield from self._charge(no, strictly=told)
            elif no.position == "denied" and no.statement and no.is_fact:
                yield from self._own_claim(no)

    def _own_claim(self, no: Telling) -> Iterator[Telling]:
        """Where somebody denies another's deed: what that other claims of it nearby, as "the army claims to be …"."""
        at = self.page.said[no.statement or ""]
        first, last = (bisect_left(self._said, start_of(at) + way, key=lambda row: row[0]) for way in (-FAR, FAR))
        for _, said in self._said[first:last]:
            voice = self.page.voice(said)
            own = kin(voice, no.actors) and not kin(voice, no.voice)
            if own and said.stance in ("say", "claim") and self._words(said.content) & self._words(at.content):
                yield self._answer(said, no, "affirmed")

    def _charge(self, no: Telling, *, strictly: bool = False) -> tuple[Telling, ...]:
        """The statements before a denial that it can be an answer to, as tellings: the nearest that fits by another
        camp, and what the same speaker says just before it. `strictly`: it must share a word with the denial."""
        at = self.page.said[no.statement or ""]
        last = bisect_left(self._said, start_of(at), key=lambda row: row[0])
        first = bisect_left(self._said, start_of(at) - FAR, key=lambda row: row[0])
        fits = [
            (self._fit(said, at, no, start_of(at) - start, strictly), k)
            for k, (start, said) in enumerate(self._said[first:last], first)
            if said.stance in codebook().asserting and said.content and said.id not in (at.id, at.parent)
        ]
        best, k = max(fits, default=(0.0, -1))
        return tuple(self._run(k, no)) if best > 0 else ()

    def _fit(self, said: Statement, no: Statement, denial: Telling, far: int, strictly: bool) -> float:
        """How well a statement fits as what a denial is about: nearness, shared words, the denier's name; 0 not."""
        if kin(self.page.voice(said), denial.voice):
            return 0.0
        mine, theirs = (self._words(s.content) for s in (no, said))
        names = {w for p in (*denial.voice, *denial.actors) for w in content_words(p.name, (0, len(p.name)))}
        shared = len(mine & theirs)
        close = far <= CLOSE and (no.stance == "deny" or said.stance == "accuse" or bool(names & theirs))
        if not (shared or (close and not strictly)):
            return 0.0
        return min(shared, 2) + bool(names & theirs) + (said.stance == "accuse") + NEARNESS * (1 - far / FAR)

    def _run(self, k: int, no: Telling) -> Iterator[Telling]:
        """The statement at k, and what the same speaker says just before it."""
        speakers = {p.key for p in self.page.voice(self._said[k][1])}
        for i in range(k, max(-1, k - RUN), -1):
            said = self._said[i][1]
            if (
                said.stance not in codebook().asserting
                or {p.key for p in self.page.voice(said)} != speakers
                or not said.content
            ):
                return
            yield self._answer(said, no, "affirmed")

    def _words(self, spans: Sequence[Span]) -> set[str]:
        return {w for span in spans for w in content_words(self.page.text, span)}

    def _is_anaphor(self, statement: Statement) -> bool:
        """Whether the content only takes up what was said: "that charge", "any role", nothing at all."""
        for start, end in statement.content:
            words = self.page.text[start:end].casefold().strip(" \n\"“”'’.,").split()
            known = " ".join(words) in codebook().anaphors
            if not known and not set(words[:3]) & codebook().anaphor_heads:
                return False
        return True

    def _bare(self, statement: Statement) -> Telling:
        """A denial of what no event tells."""
        nobody = Telling(
            report=self.page.record.report.id,
            published=(self.page.record.report.published or "")[:10] or None,
            event=None,
            statement=None,
            voice=(),
            stance="say",
            distance=False,
            position="denied",
            modality="actual",
            type=STATED,
            actors=(),
            recipients=(),
            first=None,
            last=None,
            places=(),
            tolls=(),
            anchor=(0, 0),
            spans=(),
            text="",
            reason=False,
        )
        return self._answer(statement, nobody, "denied")

    def _answer(self, statement: Statement, to: Telling, position: Position) -> Telling:
        spans = statement.content or ((statement.cue,) if statement.cue else ())
        return replace(
            to,
            event=None,
            statement=statement.id,
            voice=self.page.voice(statement),
            stance=statement.stance,
            distance=statement.distance,
            position=position,
            tolls=(),
            places=(),
            first=None,
            last=None,
            anchor=(start_of(statement), start_of(statement)),
            spans=spans,
            text=" … ".join(" ".join(self.page.text[a:b].split()) for a, b in spans),
            reason=gives_reason(self.page.text, statement.content),
        )


HARM = ("ASSAULT", "COERCE", "SANCTION", "AID")
STATED = "STATED"  # the type of a deed that only statements tell


def start_of(statement: Statement) -> int:
    """Where a statement begins: at its cue, else at its content."""
    spans = [statement.cue] if statement.cue else list(statement.content)
    return min((s[0] for s in spans if s), default=0)


def _is_spoken(telling: Telling) -> bool:
    return telling.statement is not None and telling.is_fact


def _charged(voice: Sequence[Party], telling: Telling) -> bool:
    """Whether the speaker's camp takes part in the deed."""
    return kin(voice, (*telling.actors, *telling.recipients))


def _is_about(voice: Sequence[Party], telling: Telling, reason: bool, far: int) -> bool:
    """Whether somebody answers for it: a charge against his camp, or close after it; with a reason, its reason."""
    concerned = _charged(voice, telling)
    if reason:
        return (concerned and far <= FAR) or (telling.reason and far <= CLOSE)
    return (concerned or far <= CLOSE) and not kin(voice, telling.voice)


def _position(statement: Statement, to: Telling) -> Position:
    """What an answer holds: who denies a report that it was not done holds that it was."""
    position = POSITIONS.get(statement.stance, "affirmed")
    if statement.stance == "deny" and to.position == "denied":
        return "affirmed"
    return to.position if statement.stance == "confirm" else position
