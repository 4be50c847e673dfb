"""Work grows with the text and not faster; counted in lines run, since clocks differ from machine to machine."""

from __future__ import annotations

from dateline.actors.mentions import Mentions
from dateline.events import find_events, find_ties
from dateline.language import analyse
from dateline.reading import read_text
from dateline.setting.setting import Setting
from working import work_of

SENTENCE = "Rebels attacked the town and killed nine people, and talks between both sides were called off. "


def work(copies: int) -> int:
    analysis = analyse(read_text(SENTENCE * copies))
    return work_of(
        lambda: (find_events(analysis, Mentions(), (), Setting()), find_ties(analysis, Mentions(), (), Setting()))
    )


def test_four_times_the_text_takes_about_four_times_the_work() -> None:
    work(5)
    assert work(200) < 5 * work(50)


def test_empty_report() -> None:
    analysis = analyse(read_text("Nothing."))
    assert find_events(analysis, Mentions(), (), Setting()) == ()
