"""Who answers whom in a report: statements that deny, doubt, confirm, count or explain, put to what they answer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline.accounts.codebook import Position, codebook
from dateline.accounts.counting import bare_number, said_figures
from dateline.accounts.page import Page, shown
from dateline.accounts.party import kin
from dateline.accounts.phrases import gives_reason
from dateline.accounts.replies import Replies
from dateline.accounts.telling import STATED, Telling, Toll
from dateline.accounts.turns import Drafts, Turn, turns_of

RUN = 2  # statements of one speaker in a row that go with a charge or a denial


@dataclass
class Found:
    """What answers add: tellings by the number of the deed, deeds that are one, deeds that only statements tell, and
    the row that each answering statement answers."""

    extra: dict[int, list[Telling]] = field(default_factory=dict)
    joined: list[tuple[int, int]] = field(default_factory=list)
    stated: list[tuple[Telling, ...]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


def answers_of(page: Page, drafts: Drafts) -> Found:
    """The answers of a report. `drafts` are the tellings of each of its deeds."""
    return Answers(page, turns_of(page, drafts)).found()


@dataclass(frozen=True)
class Answers:
    """Finds what each turn of a report answers."""

    page: Page
    turns: tuple[Turn, ...]

    @cached_property
    def _replies(self) -> Replies:
        return Replies(self.page, self.turns)

    def found(self) -> Found:
        """All answers."""
        found = Found()
        for k, turn in enumerate(self.turns):
            position = self._replies.position(turn)
            if position is not None:
                self._settle(k, position, found)
            elif turn.statement and not turn.told and turn.stance in codebook().asserting:
                for number, telling in self._aside(k):
                    found.extra.setdefault(number, []).append(telling)
        for number, telling in self._unverified():
            found.extra.setdefault(number, []).append(telling)
        return found

    def _unverified(self) -> Iterator[tuple[int, Telling]]:
        """Where the report itself leaves it open what was just told: "Neither account could be verified"."""
        close = codebook().answers["close"]
        for span in self.page.sentences.with_phrase(self.page.text, codebook().unverified):
            k = bisect_left(self.turns, span[1], key=lambda turn: turn.start)
            near = [t for t in self._before(k, close, span[0]) if t.told and t.end <= span[0]]
            if near and not any(t.statement and t.end > span[0] for t in self._before(k, close, span[0])):
                number, telling = near[0].told[0]
                turn = Turn(*span, None, self.page.voice(None), near[0].told, frozenset())
                yield number, self._as(turn, telling, "open")

    def _settle(self, k: int, position: Position, found: Found) -> None:
        """Puts a reply to what it answers."""
        reply = self.turns[k]
        at = self._replies.answered(k)
        to = None if at is None else self.turns[at]
        own = [(n, t) for n, t in reply.told if t.position != "affirmed"]
        if to is not None:
            found.answers[reply.id] = to.id
        if own:
            self._beside(k, own, at, found)
        elif not reply.told:
            self._alone(k, position, at, found)

    def _beside(self, k: int, own: Sequence[tuple[int, Telling]], at: int | None, found: Found) -> None:
        """A reply that tells the deed itself: what it answers joins that deed."""
        number, no = own[0]
        if at is not None and self.turns[at].told:
            found.joined.append((number, self._main(self.turns[k], self.turns[at])[0]))
        elif at is not None and no.is_fact:
            rows = self._charge(at)
            found.extra.setdefault(number, []).extend(self._as(t, no, "affirmed") for t in rows)
        found.extra.setdefault(number, []).extend(self._as(t, no, "denied") for t in self._after(k))

    def _alone(self, k: int, position: Position, at: int | None, found: Found) -> None:
        """A reply that tells no deed: it is put to the deed that is answered, or makes one with what it answers."""
        reply, charge = self.turns[k], [] if at is None else self._charge(at)
        told = next((t for t in charge if t.told), None)
        about = told or (None if at is None else self._topic(at))
        sure = reply.stance == "deny" or (at is not None and self._replies.rebuts(reply))
        if (about is None or (told is None and reply.stance == "doubt")) and not sure:
            return
        number, deed = self._main(reply, about) if about else (-1, self._nothing())
        rows = [] if told else [self._as(t, deed, "affirmed") for t in charge]
        position = _turned(position, reply, deed) if about else position
        rows += [self._as(t, deed, position) for t in (reply, *(self._after(k) if position == "denied" else ()))]
        if about:
            found.extra.setdefault(number, []).extend(rows)
        else:
            found.stated.append(tuple(rows))

    def _topic(self, at: int) -> Turn | None:
        """What a charge that tells no deed is about: the nearest before it that does."""
        near = self._before(at, codebook().answers["close"])
        return next((t for t in near if t.told), None)

    def _main(self, reply: Turn, to: Turn) -> tuple[int, Telling]:
        """Of the deeds that a turn tells, that which a reply answers: of the kind that it denies, else one that it is
        charged with, else the first."""
        families = codebook().families
        kinds = {families.get(t.type) for _, t in reply.told if t.position != "affirmed"}
        rows = [(families.get(t.type) not in kinds, not kin(reply.voice, t.actors), t.anchor, n) for n, t in to.told]
        return to.told[rows.index(min(rows))]

    def _charge(self, at: int) -> list[Turn]:
        """A turn that is answered, and what the same speaker says just before it."""
        return [self.turns[at], *self._row(at, -1)]

    def _after(self, k: int) -> list[Turn]:
        """What the speaker of a reply says right after it without telling a deed."""
        return [t for t in self._row(k, 1) if not t.told]

    def _row(self, k: int, way: int) -> Iterator[Turn]:
        """Turns of the same speaker in a row."""
        speakers = {p.key for p in self.turns[k].voice}
        for i in range(k + way, k + way * (RUN + 1), way):
            turn = self.turns[i] if 0 <= i < len(self.turns) else None
            if turn is None or turn.statement is None or not turn.statement.content:
                return
            if {p.key for p in turn.voice} != speakers or turn.stance not in codebook().asserting:
                return
            yield turn

    def _aside(self, k: int) -> Iterator[tuple[int, Telling]]:
        """A statement that tells no deed and counts or explains one told before it."""
        turn = self.turns[k]
        content = turn.statement.content if turn.statement else ()
        if gives_reason(self.page.text, content):
            row = self._explained(k)
            if row is not None:
                yield row[0], self._as(turn, row[1], row[1].position)
                return
        bare = bare_number(self.page.text, content)
        for figure in (bare,) if bare else said_figures(self.page.text, content):
            row = self._counted(k, figure)
            if row is not None:
                kind = figure.kind or row[1].tolls[0].kind
                yield row[0], replace(self._as(turn, row[1], "affirmed"), tolls=(replace(figure, kind=kind),))

    def _explained(self, k: int) -> tuple[int, Telling] | None:
        """The deed before it that a reason is about: one of the speaker's camp, or one that shares a word with it."""
        turn = self.turns[k]
        for other in self._before(k, codebook().answers["far"]):
            for number, t in other.told:
                if kin(turn.voice, (*t.actors, *t.recipients)) or (
                    t.reason and self._replies.are_one_paragraph(other, turn)
                ):
                    return number, t
        return None

    def _counted(self, k: int, figure: Toll) -> tuple[int, Telling] | None:
        """The nearest telling by another camp that gives a figure of the same kind, in words alike or close by."""
        turn = self.turns[k]
        for other in self._before(k, codebook().answers["figure"]):
            for number, t in other.told:
                alike = any(figure.kind in ("", toll.kind) for toll in t.tolls)
                near = self._replies.are_one_paragraph(other, turn) or turn.words & other.words
                if alike and near and not kin(turn.voice, t.voice):
                    return number, t
        return None

    def _before(self, k: int, far: float, start: int | None = None) -> Iterator[Turn]:
        """The turns before turn k that begin within reach of it, or of a place in the text, the nearest first."""
        start = self.turns[k].start if start is None else start
        for i in range(k - 1, -1, -1):
            if start - self.turns[i].start > far:
                return
            yield self.turns[i]

    def _nothing(self) -> Telling:
        """The telling of a deed that no event tells."""
        report = self.page.record.report
        return Telling(
            report=report.id,
            published=(report.published or "")[:10] or None,
            event=None,
            statement=None,
            answers=None,
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
            topics=(),
        )

    def _as(self, turn: Turn, to: Telling, position: Position) -> Telling:
        """A turn as a telling of a deed that another telling tells."""
        said = turn.statement
        spans = ((turn.start, turn.end),) if said is None else said.content or (said.cue or (turn.start, turn.end),)
        return replace(
            to,
            event=None,
            statement=said.id if said else None,
            voice=turn.voice,
            stance=turn.stance,
            position=position,
            distance=bool(said and said.distance),
            tolls=(),
            places=(),
            first=None,
            last=None,
            anchor=(turn.start, turn.start),
            spans=spans,
            text=shown(self.page.text, spans),
            reason=gives_reason(self.page.text, spans),
        )


def _turned(position: Position, reply: Turn, to: Telling) -> Position:
    """What an answer holds of a deed: who denies a report that it was not done holds that it was."""
    if position == "denied" and to.position == "denied":
        return "affirmed"
    return to.position if reply.stance == "confirm" and position != "open" else position
