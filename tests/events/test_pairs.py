from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.events.pairs import NONE, type_pair
from dateline.language import Analysis, analyse
from dateline.reading import read_text


def read(text: str) -> Analysis:
    return analyse(read_text(text))


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_the_type_goes_from_the_actor_to_the_recipient() -> None:
    text = "Norway imposed sanctions on Denmark on Monday."
    reading = type_pair(read(text), span(text, "Norway"), span(text, "Denmark"))
    assert reading.label == reading.forced == "SANCTION"
    assert reading.why.by == "encoder:pairs"


def test_the_other_way_round_is_a_pair_of_no_type_and_an_answer_can_be_forced() -> None:
    text = "Norway imposed sanctions on Denmark on Monday."
    reading = type_pair(read(text), span(text, "Denmark"), span(text, "Norway"))
    assert reading.label == NONE
    assert reading.forced != NONE


def test_probabilities_are_of_sixteen_answers_and_sum_to_one() -> None:
    text = "Norway attacked Denmark."
    reading = type_pair(read(text), span(text, "Norway"), span(text, "Denmark"))
    assert len(reading.probabilities) == 16
    assert sum(reading.probabilities.values()) == pytest.approx(1, abs=1e-4)
    assert reading.confidence == reading.probabilities[reading.label]


def test_the_reading_points_to_words_of_the_sentence() -> None:
    text = "Nothing was new. Norway attacked Denmark. Nobody spoke."
    reading = type_pair(read(text), span(text, "Norway"), span(text, "Denmark"))
    start, end = reading.why.words
    assert text.index("Norway") <= start < end <= text.index(" Nobody")


def test_a_pair_of_two_near_sentences_is_read() -> None:
    text = "Norway moved at dawn. Its troops invaded Denmark."
    assert type_pair(read(text), span(text, "Norway"), span(text, "Denmark")).forced == "ASSAULT"


def test_a_pair_far_apart_is_refused() -> None:
    text = "Norway spoke. " + "Nothing was new. " * 5 + "Denmark was silent."
    with pytest.raises(UsageError):
        type_pair(read(text), span(text, "Norway"), span(text, "Denmark"))


def test_a_span_without_words_is_refused() -> None:
    text = "Norway attacked Denmark."
    with pytest.raises(UsageError):
        type_pair(read(text), (6, 7), span(text, "Denmark"))
