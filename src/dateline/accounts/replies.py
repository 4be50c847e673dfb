"""Replies: which turn of a report another answers, by what stands near it and what shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.accounts.codebook import Position, codebook
from dateline.accounts.page import Page
from dateline.accounts.party import kin
from dateline.accounts.turns import Turn
from dateline.accounts.words import content_words

SHOWN = {"shared", "same_deed", "own_claim", "deny", "anaphor"}  # one of these signs is needed


@dataclass(frozen=True)
class Replies:
    """Finds replies among the turns of a report, which are in the order of the text."""

    page: Page
    turns: tuple[Turn, ...]

    def position(self, turn: Turn) -> Position | None:
        """What a turn holds of something said before it; None where it answers nothing."""
        if turn.statement is None:
            return None
        if turn.stance in codebook().asserting and turn.stance != "confirm":
            denies = any(t.position == "denied" and t.is_fact for _, t in turn.told)
            return "denied" if denies or self.rebuts(turn) else None
        held = codebook().positions.get(turn.stance)
        not_so = turn.statement.polarity == "denied"  # "did not deny it", "could not verify either account"
        return "open" if held and not_so else held

    def rebuts(self, turn: Turn) -> bool:
        """Whether it begins with words that only deny: "That is untrue"."""
        content = turn.statement.content if turn.statement else ()
        start = " ".join(self.page.text[a:b] for a, b in content[:1])[:60].casefold()
        plain = " ".join("".join(c if c.isalnum() else " " for c in start).split())
        return any(f" {plain} ".startswith(f" {phrase} ") for phrase in codebook().rebuttals)

    def answered(self, k: int) -> int | None:
        """The number of the turn that fits best as what turn k answers, or None."""
        near = [(self._fit(self.turns[i], self.turns[k]), self.turns[i].start, i) for i in self._near(k)]
        fit, _, best = max(near, default=(0.0, 0, -1))
        return best if fit > 0 else None

    def _near(self, k: int) -> Iterator[int]:
        """The turns around turn k, as far as one can answer another."""
        far = codebook().answers["far"]
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
            "deny": reply.stance == "deny" or self.rebuts(reply),
            "paragraph": self.are_one_paragraph(turn, reply),
            "shared": shared,
            "anaphor": bool(reply.statement and reply.statement.content) and self._is_anaphor(reply),
            "named": bool(names & turn.words),
            "charged": turn.stance in codebook().charging or kin(reply.voice, done),
            "same_deed": bool({n for n, _ in turn.told} & {n for n, _ in reply.told}),
            "own_claim": shared and kin(turn.voice, denied) and not kin(reply.voice, denied),
        }
        return {name for name, holds in signs.items() if holds}

    def _is_anaphor(self, turn: Turn) -> bool:
        """Whether the content only takes up what was said: "that charge", "any role", nothing at all."""
        for start, end in turn.statement.content if turn.statement else ():
            words = self.page.text[start:end].casefold().strip(" \n\"“”'’.,").split()
            if " ".join(words) not in codebook().anaphors and not set(words[:3]) & codebook().anaphor_heads:
                return False
        return True

    def are_one_paragraph(self, one: Turn, other: Turn) -> bool:
        """Whether no paragraph ends between two turns."""
        return "\n" not in self.page.text[one.end : other.start]


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
