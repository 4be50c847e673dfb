"""Time grows with the text and not faster."""

from __future__ import annotations

import time

from dateline.actors.mentions import Mentions
from dateline.events import find_events, find_ties
from dateline.language import analyse
from dateline.reading import read_text
from dateline.setting.setting import Setting

SENTENCE = "Rebels attacked the town and killed nine people, and talks between both sides were called off. "


def seconds(copies: int) -> float:
    analysis = analyse(read_text(SENTENCE * copies))
    began = time.perf_counter()
    find_events(analysis, Mentions(), (), Setting())
    find_ties(analysis, Mentions(), (), Setting())
    return time.perf_counter() - began


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    seconds(5)
    assert seconds(200) < 10 * seconds(50) + 0.1


def test_empty_report() -> None:
    analysis = analyse(read_text("Nothing."))
    assert find_events(analysis, Mentions(), (), Setting()) == ()
