"""Sentences, tokens and their syntax, on text as news has it."""

import pytest

from dateline.language import analyse


def _sentences(report):
    analysis = analyse(report)
    return [analysis.text[s.start : s.end] for s in analysis.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Abel Moro met Mr. Sand. They talked.", ["Gen. Abel Moro met Mr. Sand.", "They talked."]),
        ("The U.S. army left. It was late.", ["The U.S. army left.", "It was late."]),
        ("“We stay,” he said. “You go.”", ["“We stay,” he said.", "“You go.”"]),
        ("It cost 3.5 million. Nobody paid!", ["It cost 3.5 million.", "Nobody paid!"]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("He said: “No.” Then he left.", ["He said: “No.”", "Then he left."]),
        (
            "The rebels, who had held the old bridge for weeks,\nleft it. Nobody cheered.",
            ["The rebels, who had held the old bridge for weeks,\nleft it.", "Nobody cheered."],
        ),
        ("Is it over? Nobody knows.", ["Is it over?", "Nobody knows."]),
    ],
)
def test_sentences_end_where_they_end(make_report, text, expected):
    assert _sentences(make_report(text)) == expected


def test_tokens_stand_exactly_where_they_stand(make_report):
    text = "The\u00a0rebels’ leader didn't say “when”: 12,000 men, the U.S.-led force."
    analysis = analyse(make_report(text))
    assert [t.text for t in analysis.tokens] == [text[t.start : t.end] for t in analysis.tokens]
    assert [t.text for t in analysis.tokens][:7] == ["The", "rebels", "’", "leader", "did", "n't", "say"]


def test_syntax_finds_who_did_what(make_report):
    analysis = analyse(make_report("Ostian troops attacked the village of Karst."))
    attacked = next(t for t in analysis.tokens if t.lemma == "attack")
    below = {analysis.tokens[i].dep: analysis.tokens[i].text for i in analysis.children[attacked.index]}
    assert below["nsubj"] == "troops"
    assert below["dobj"] == "village"


def test_furniture_is_never_read(make_report):
    from dataclasses import replace

    from dateline.report import Part

    report = make_report("Rebels left Karst.\n\nFollow us on every network")
    end = report.text.index("\n")
    parts = (Part("body", 0, end), Part("furniture", end + 2, len(report.text), "follow-us line"))
    assert len(analyse(replace(report, parts=parts)).sentences) == 1


def test_an_empty_report_is_no_error(make_report):
    assert analyse(make_report("")).sentences == ()


def test_lookups_agree_with_the_text(make_report):
    analysis = analyse(make_report("A fell. B “rose.”"))
    at = analysis.text.index("rose")
    token = analysis.token_at(at)
    assert token is not None
    assert analysis.tokens[token].text == "rose"
    sentence = analysis.sentence_at(at)
    assert sentence is not None
    assert sentence.index == 1
    assert analysis.quotation_at(at) is not None
    assert analysis.quotation_at(0) is None
    assert analysis.token_at(1) is None
