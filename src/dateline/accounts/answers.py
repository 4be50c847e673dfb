"""Statements that deny, doubt or leave open what another telling says, or give its reason, without telling it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.accounts.codebook import codebook
from dateline.accounts.party import Party, kin
from dateline.accounts.reasons import gives_reason
from dateline.accounts.telling import Position, Telling
from dateline.record import Statement

if TYPE_CHECKING:
    from dateline.accounts.deeds import Page

POSITIONS: Mapping[str, Position] = {"deny": "denied", "doubt": "open", "refuse-comment": "open", "confirm": "affirmed"}
FAR = 700  # code points between a statement and the telling it answers
CLOSE = 350  # the same where nothing but nearness shows what it answers
Drafts = Sequence[Sequence[Telling]]


def answers(page: Page, drafts: Drafts) -> dict[int, tuple[Telling, ...]]:
    """The answering statements of a report, as tellings, by the number of the deed that each answers."""
    found: dict[int, list[Telling]] = {}
    told = {t.statement for rows in drafts for t in rows}
    for statement in page.record.statements:
        if statement.id in told:
            continue
        answered = _answered(page, statement, drafts)
        if answered is not None:
            number, telling = answered
            found.setdefault(number, []).append(_answer(page, statement, telling))
    return {number: tuple(rows) for number, rows in found.items()}


def _answered(page: Page, statement: Statement, drafts: Drafts) -> tuple[int, Telling] | None:
    """The nearest telling before the statement, by another camp, that it can be about."""
    reason = gives_reason(page.text, statement.content)
    if statement.stance not in POSITIONS and not reason:
        return None
    plain = reason or statement.stance != "deny" or _is_anaphor(page, statement)
    voice, start = page.voice(statement), _start(statement)
    near = [
        (start - t.anchor[0], number, t)
        for number, rows in enumerate(drafts)
        for t in rows
        if 0 < start - t.anchor[0] <= FAR and t.statement != statement.id and not page.by_id[t.event or ""].act_of
    ]
    fits = [
        (far, number, t)
        for far, number, t in near
        if _is_about(voice, t, reason, far) and (plain or t.stance == "admit")
    ]
    if not fits:
        return None
    _, number, telling = min(fits, key=lambda one: (one[0], one[1]))
    return number, telling


def _is_about(voice: Sequence[Party], telling: Telling, reason: bool, far: int) -> bool:
    """Whether somebody answers for it: a charge against his camp, or close after it; with a reason, its reason."""
    concerned = kin(voice, (*telling.actors, *telling.recipients))
    if reason:
        return concerned or (telling.reason and far <= CLOSE)
    return (concerned or far <= CLOSE) and not kin(voice, telling.voice)


def _is_anaphor(page: Page, statement: Statement) -> bool:
    """Whether the content only takes up what was said: "that charge", "any role", nothing at all."""
    for start, end in statement.content:
        words = page.text[start:end].casefold().strip(" \n\"“”'’.,").split()
        phrase = " ".join(words)
        if phrase not in codebook().anaphors and not (len(words) <= 4 and set(words) & codebook().anaphor_heads):
            return False
    return True


def _start(statement: Statement) -> int:
    spans = [statement.cue] if statement.cue else list(statement.content)
    return min((s[0] for s in spans if s), default=0)


def _answer(page: Page, statement: Statement, to: Telling) -> Telling:
    from dateline.accounts.deeds import shown

    spans = statement.content or ((statement.cue,) if statement.cue else ())
    return replace(
        to,
        event=None,
        statement=statement.id,
        voice=page.voice(statement),
        stance=statement.stance,
        distance=statement.distance,
        position=_position(statement, to),
        tolls=(),
        places=(),
        first=None,
        last=None,
        anchor=(_start(statement), _start(statement)),
        spans=spans,
        text=shown(page.text, spans),
        reason=gives_reason(page.text, statement.content),
    )


def _position(statement: Statement, to: Telling) -> Position:
    """What an answer holds: who denies a report that it was not done holds that it was."""
    position = POSITIONS.get(statement.stance, "affirmed")
    if statement.stance == "deny" and to.position == "denied":
        return "affirmed"
    return to.position if statement.stance == "confirm" else position
