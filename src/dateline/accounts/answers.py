"""Who answers whom in a report: statements that deny, doubt, confirm, count or explain, put to what they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dateline.accounts.codebook import Position, codebook
from dateline.accounts.counting import bare_number, said_figures
from dateline.accounts.page import Page, shown
from dateline.accounts.party import kin
from dateline.accounts.reasons import gives_reason
from dateline.accounts.telling import STATED, Telling, Toll
from dateline.accounts.turns import Drafts, Turn, turns_of
from dateline.accounts.words import content_words

SHOWN = {"shared", "same_deed", "own_claim", "deny", "anaphor"}  # one of these signs is needed
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

    def found(self) -> Found:
        """All answers."""
        found = Found()
        for k, turn in enumerate(self.turns):
            position = self._position(turn)
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
        for span in self.page.sentences.with_phrase(self.page.text, codebook().unverified):
            inside = any(t.statement and t.start < span[1] and span[0] < t.end for t in self.turns)
            near = [t for t in self.turns if t.told and 0 <= span[0] - t.end <= codebook().answers["close"]]
            if near and not inside:
                number, telling = near[-1].told[0]
                turn = Turn(*span, None, self.page.voice(None), near[-1].told, frozenset())
                yield number, self._as(turn, telling, "open")

    def _position(self, turn: Turn) -> Position | None:
        """What a turn holds of something said before it; None where it answers nothing."""
        if turn.statement is None:
            return None
        if turn.stance in codebook().asserting and turn.stance != "confirm":
            denies = any(t.position == "denied" and t.is_fact for _, t in turn.told)
            return "denied" if denies or self._rebuts(turn) else None
        return codebook().positions.get(turn.stance)

    def _rebuts(self, turn: Turn) -> bool:
        """Whether it begins with words that only deny: "That is untrue"."""
        content = turn.statement.content if turn.statement else ()
        start = " ".join(self.page.text[a:b] for a, b in content[:1])[:60].casefold()
        plain = " ".join("".join(c if c.isalnum() else " " for c in start).split())
        return any(f" {plain} ".startswith(f" {phrase} ") for phrase in codebook().rebuttals)

    def _settle(self, k: int, position: Position, found: Found) -> None:
        """Puts a reply to what it answers."""
        reply = self.turns[k]
        to = self._answered(k)
        own = [(n, t) for n, t in reply.told if t.position != "affirmed"]
        if to is not None:
            found.answers[reply.id] = to.id
        if own:
            self._beside(k, own, to, found)
        elif not reply.told:
            self._alone(k, position, to, found)

    def _beside(self, k: int, own: Sequence[tuple[int, Telling]], to: Turn | None, found: Found) -> None:
        """A reply that tells the deed itself: what it answers joins that deed."""
        number, no = own[0]
        if to is not None and to.told:
            found.joined.append((number, self._main(self.turns[k], to)[0]))
        elif to is not None and no.is_fact:
            rows = self._charge(to)
            found.extra.setdefault(number, []).extend(self._as(t, no, "affirmed") for t in rows)
        found.extra.setdefault(number, []).extend(self._as(t, no, "denied") for t in self._after(k))

    def _alone(self, k: int, position: Position, to: Turn | None, found: Found) -> None:
        """A reply that tells no deed: it is put to the deed that is answered, or makes one with what it answers."""
        reply, charge = self.turns[k], self._charge(to) if to else []
        told = next((t for t in charge if t.told), None)
        about = told or (self._topic(to) if to else None)
        sure = reply.stance == "deny" or (to is not None and self._rebuts(reply))
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

    def _topic(self, to: Turn) -> Turn | None:
        """What a charge that tells no deed is about: the nearest before it that does."""
        near = self._before(self.turns.index(to), codebook().answers["close"])
        return next((t for t in near if t.told), None)

    def _main(self, reply: Turn, to: Turn) -> tuple[int, Telling]:
        """Of the deeds that a turn tells, that which a reply answers: of the kind that it denies, else one that it is
        charged with, else the first."""
        families = codebook().families
        kinds = {families.get(t.type) for _, t in reply.told if t.position != "affirmed"}
        rows = [(families.get(t.type) not in kinds, not kin(reply.voice, t.actors), t.anchor, n) for n, t in to.told]
        return to.told[rows.index(min(rows))]

    def _answered(self, k: int) -> Turn | None:
        """The turn that fits best as what turn k answers, or None."""
        far = codebook().answers["far"]
        rows = [self.turns[i] for i in self._near(k, far)]
        best = max(rows, key=lambda t: (self._fit(t, self.turns[k]), t.start), default=None)
        return best if best is not None and self._fit(best, self.turns[k]) > 0 else None

    def _near(self, k: int, far: float) -> Iterator[int]:
        """The turns around turn k, up to so many code points away."""
        for way in (range(k - 1, -1, -1), range(k + 1, len(self.turns))):
            for i in way:
                if abs(self.turns[i].start - self.turns[k].start) > 2 * far:
                    break
                yield i

    def _fit(self, turn: Turn, reply: Turn) -> float:
        """How well a turn fits as what a reply answers, 0 where it does not: its nearness and what shows it."""
        weights = codebook().answers
        signs = self._signs(turn, reply)
        far = max(0, reply.start - turn.end) if turn.start < reply.start else turn.start - reply.end
        reach = (
            weights["far"] if {"shared", "same_deed"} & signs or {"anaphor", "charged"} <= signs else weights["close"]
        )
        shown = SHOWN | ({"charged"} if reply.stance == "refuse-comment" else set())
        if not signs & shown or far > reach or not _can_be_answered(turn, reply):
            return 0.0
        if not {"own_claim", "same_deed"} & signs and (turn.start > reply.start or _is_of_others(reply)):
            return 0.0
        if turn.statement is None and not ({"shared", "same_deed"} & signs and turn.end <= reply.start):
            return 0.0
        return weights["near"] * (1 - far / weights["far"]) + sum(weights[sign] for sign in signs)

    def _signs(self, turn: Turn, reply: Turn) -> set[str]:
        """What shows that a turn is what a reply answers."""
        names = {w for p in reply.voice for w in content_words(p.name, (0, len(p.name)))}
        done = [p for _, t in turn.told for p in t.actors]
        denied = [p for _, t in reply.told for p in t.actors]
        shared = bool(turn.words & reply.words)
        signs = {
            "deny": reply.stance == "deny" or self._rebuts(reply),
            "paragraph": self._is_one_paragraph(turn, reply),
            "shared": shared,
            "anaphor": bool(reply.statement and reply.statement.content) and self._is_anaphor(reply),
            "named": bool(names & turn.words),
            "charged": turn.stance in codebook().charging or kin(reply.voice, done),
            "same_deed": bool({n for n, _ in turn.told} & {n for n, _ in reply.told}),
            "own_claim": shared and kin(turn.voice, denied) and not kin(reply.voice, denied),
        }
        return {name for name, holds in signs.items() if holds}

    def _charge(self, to: Turn) -> list[Turn]:
        """A turn that is answered, and what the same speaker says just before it."""
        return [to, *self._row(self.turns.index(to), -1)]

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
                if kin(turn.voice, (*t.actors, *t.recipients)) or (t.reason and self._is_one_paragraph(other, turn)):
                    return number, t
        return None

    def _counted(self, k: int, figure: Toll) -> tuple[int, Telling] | None:
        """The nearest telling by another camp that gives a figure of the same kind, in words alike or close by."""
        turn = self.turns[k]
        for other in self._before(k, codebook().answers["figure"]):
            for number, t in other.told:
                alike = any(figure.kind in ("", toll.kind) for toll in t.tolls)
                near = self._is_one_paragraph(other, turn) or turn.words & other.words
                if alike and near and not kin(turn.voice, t.voice):
                    return number, t
        return None

    def _is_one_paragraph(self, one: Turn, other: Turn) -> bool:
        return "\n" not in self.page.text[one.end : other.start]

    def _before(self, k: int, far: float) -> Iterator[Turn]:
        """The turns before turn k, the nearest first."""
        for i in range(k - 1, -1, -1):
            if self.turns[k].start - self.turns[i].start > far:
                return
            yield self.turns[i]

    def _is_anaphor(self, turn: Turn) -> bool:
        """Whether the content only takes up what was said: "that charge", "any role", nothing at all."""
        for start, end in turn.statement.content if turn.statement else ():
            words = self.page.text[start:end].casefold().strip(" \n\"“”'’.,").split()
            if " ".join(words) not in codebook().anaphors and not set(words[:3]) & codebook().anaphor_heads:
                return False
        return True

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


def _can_be_answered(turn: Turn, reply: Turn) -> bool:
    """Whether a turn asserts something, in another camp's voice; the report's own voice is answered by the charged."""
    if turn.statement is None:
        return kin(reply.voice, turn.told[0][1].actors)
    nested = turn.statement.id == reply.statement.parent if reply.statement else False
    said = turn.statement.content and turn.stance in (codebook().asserting | codebook().charging)
    return bool(said) and not nested and not kin(turn.voice, reply.voice)


def _is_of_others(reply: Turn) -> bool:
    """Whether it says, unasked, that others did not do something: that answers their own claim alone."""
    denied = [p for _, t in reply.told if t.position == "denied" for p in t.actors]
    return reply.stance in codebook().asserting and bool(denied) and not kin(reply.voice, denied)


def _turned(position: Position, reply: Turn, to: Telling) -> Position:
    """What an answer holds of a deed: who denies a report that it was not done holds that it was."""
    if position == "denied" and to.position == "denied":
        return "affirmed"
    return to.position if reply.stance == "confirm" else position
