"""Words for a person to read: on one line, short, and without anything that could steer a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.ledger.told import speakers
from dateline.record import Participant, Statement

NOBODY = "(nobody named)"
ARROW = "→"


def plain(text: str) -> str:
    """The text on one line; control characters, which pages may hold, are left out."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def shortened(text: str, width: int = 160) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than `width` code points."""
    whole = plain(text)
    if len(whole) <= width:
        return whole
    cut = whole[:width].rsplit(" ", 1)[0]
    return f"{cut} …"


def counted(number: int, noun: str) -> str:
    """The number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def names(who: Iterable[Participant]) -> str:
    """The names of participants."""
    return plain(", ".join(one.name for one in who)) or NOBODY


def voice(statement: Statement) -> str:
    """Whose words they are, for whom they speak, and with what stance."""
    spoken = plain(" and ".join(speakers(statement)))
    body = f" for {plain(statement.affiliation.name)}" if statement.affiliation else ""
    stance = f"did not {statement.stance}" if statement.polarity == "denied" else statement.stance
    distance = ", the report keeps its distance" if statement.distance else ""
    return f"{spoken}{body} ({stance}{distance})"


def on_whose_word(voices: tuple[Statement, ...]) -> str:
    """On whose word a row is told, innermost voice first."""
    if not voices:
        return "told by the report itself"
    return "on the word of " + ", as told by ".join(voice(one) for one in voices)
