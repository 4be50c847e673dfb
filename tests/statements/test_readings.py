"""What the encoder adds to the rules; the shipped weights are read."""

from types import SimpleNamespace

import pytest

from dateline.evaluation.polnear_view import polnear_view
from dateline.statements.page import Page
from dateline.statements.readings import tidy


def test_a_cue_that_no_rule_reads_is_found(told):
    found = told("The governor lashed into the party’s budget, which he called a fraud, and likened it to theft.").rows
    assert all(s.start is not None for row in found for s in row.speakers)


def test_the_same_text_gives_the_same_statements(told):
    text = "Petrik said the talks had failed. “We go home,” she said, adding that the army had won."
    assert told(text).rows == told(text).rows


@pytest.mark.parametrize(
    ("text", "words", "tidied"),
    [
        ("He said that it rained.", "that it rained.", "it rained"),
        ("He said it was “a storm.”", "it was “a storm", "it was “a storm.”"),
        ("“It rained,” he said.", "It rained", "“It rained,”"),
    ],
)
def test_contents_follow_the_guide(told, text, words, tidied):
    found = told(text)
    page = Page(found.analysis, SimpleNamespace(headed=lambda _: None, within=lambda *_: ()))
    start = text.index(words)
    assert found.words(tidy(page, (start, start + len(words)))) == tidied


def test_the_view_of_polnear(told):
    found = told("Petrik has also said that it rained. “It snowed,” she added. “It froze.”")
    view = polnear_view(SimpleNamespace(report=SimpleNamespace(text=found.text), statements=found.rows))
    assert [[found.words(tuple(s)) for s in row["cue"]] for row in view] == [["has also said"], ["added"]]
    assert [found.words(tuple(s)) for s in view[0]["content"]] == ["that it rained"]
    assert [found.words(tuple(s)) for s in view[1]["content"]] == ["“It snowed,”", "“It froze.”"]
