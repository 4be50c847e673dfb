"""Lines of the page that are not the report, and sentences that only sound like them."""

from __future__ import annotations

import pytest

from dateline.codebook import vocabulary
from dateline.reading import read_text
from dateline.reading.furniture import furniture_kind

KINDS = vocabulary("furniture")["kinds"]
EXAMPLES = [(kind, line) for kind, entry in KINDS.items() for line in entry["examples"]]
THEN = "Two people were killed when a bridge fell near the border on Monday, officials said."


@pytest.mark.parametrize(("kind", "line"), EXAMPLES, ids=[f"{k}: {line[:30]}" for k, line in EXAMPLES])
def test_every_example_of_the_codebook_is_known(kind: str, line: str) -> None:
    found = furniture_kind(line)
    assert found is not None
    assert found.reason == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_described(kind: str) -> None:
    assert KINDS[kind]["label"] and KINDS[kind]["description"]
    assert len(KINDS[kind]["examples"]) >= 3


FURNITURE = [
    "For more on the valley and its people, follow us on Facebook :",
    "  • Short link :",
    "7 + two =",
    "nineteen − 4 =",
    "Share this article",
    "Tweet",
    "Load Next Story",
    "This page has been archived for personal use only",
    "Sign up for our daily newsletter",
    "Subscribe",
    "© 2031 The Sallis Courier",
    "READ MORE: Trucks queue at the bridge",
    "Related Articles",
    "We use cookies to make this site work.",
    "Advertisement",
    "This story has been updated with comments from the ministry.",
    "Print | Email | Share",
    "Share · Print · Leave a comment (12)",
    "3 Comments",
    "Skip to main content",
    "Our Standards: The Union Wire Principles.",
    "Be the first to comment",
    "Click here to read more about the valley",
    "You have reached your limit of free articles.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_knows_furniture(line: str) -> None:
    assert furniture_kind(line.strip()) is not None


NOT = [
    THEN,
    "We ask the world to follow us, the president said on Monday.",
    "Officials asked the two sides to share the water of the river.",
    "The minister asked reporters not to comment on the talks.",
    "Copyright law was at the heart of the dispute, the court said.",
    "The report was published by the ministry on Monday.",
    "The president printed his own name on the ballot.",
    "Advertisements for the army were seen in the capital on Monday.",
    "Related to the king by marriage, the general refused to leave.",
    "Loading docks at the port were hit by two missiles, the army said.",
    "Five plus two equals seven, the teacher told the children in the cellar.",
    "Subscribers to the state newspaper were told to burn it, residents said.",
    "The story of the bridge is not over, the engineer said.",
    "Join us or die, the rebels told the farmers on Sunday.",
    "More from the north had arrived by Monday, the aid group said.",
    "This report was met with anger in the capital.",
    "Next to the bridge stood two tanks.",
    "Home to nine thousand people, the town was empty on Monday.",
    "Comments by the minister angered his neighbours.",
    "Search teams found two bodies on Monday.",
    "Close to the border, two villages burned.",
    "For the latest round of talks the envoys met in a castle.",
    "Leave the valley or be bombed, the leaflets said.",
    "For more than ten years, farmers in the valley have lived between two armies.",
    "To see the bridge, visitors had to cross two army posts.",
    "UPDATE (3 May): Within hours of the talks the envoy was shot dead at the bridge.",
    "Live rounds were fired at the crowd, a doctor said.",
]


@pytest.mark.parametrize("line", NOT)
def test_leaves_sentences_alone(line: str) -> None:
    assert furniture_kind(line) is None


def kinds(text: str) -> list[tuple[str, str | None, str]]:
    report = read_text(text)
    return [(p.kind, p.reason, report.text[p.start : p.end]) for p in report.parts]


def test_furniture_is_marked_with_its_reason_and_not_cut_out() -> None:
    text = f"Bridge falls\n\n{THEN}\n\nShort link: https://uw.example/1\n\nLeave a comment\n\n3 + nine ="
    assert read_text(text).text == text
    assert kinds(text)[2:] == [
        ("furniture", "short-link", "Short link: https://uw.example/1"),
        ("furniture", "comment-form", "Leave a comment"),
        ("furniture", "captcha", "3 + nine ="),
    ]


def test_headlines_under_related_stories_are_furniture_until_the_text_goes_on() -> None:
    text = f"Bridge falls\n\n{THEN}\n\nRelated stories\n\nTrucks queue\nEels are back\n\n{THEN}"
    assert [k for k, _, _ in kinds(text)] == ["title", "body", "furniture", "furniture", "furniture", "body"]


def test_readers_comments_after_the_form_are_furniture() -> None:
    text = (
        f"Bridge falls\n\n{THEN}\n\n{THEN}\n\n2 Comments\n\nTom: I do not believe a word of this, and nor should you."
    )
    assert kinds(text)[-1][1] == "comments"


def test_a_comment_link_above_the_text_does_not_swallow_it() -> None:
    text = f"Bridge falls\n\n0 Comments\n\n{THEN}\n\n{THEN}"
    assert kinds(text)[-1] == ("body", None, f"{THEN}\n\n{THEN}")


def test_a_section_label_counts_at_the_edges_only() -> None:
    text = f"World\n\nBridge falls\n\n{THEN}\n\nAnalysis\n\n{THEN}"
    assert [k for k, _, _ in kinds(text)] == ["furniture", "title", "body"]


def test_lines_broken_to_a_width_are_running_text() -> None:
    wrapped = "The two ministers met on Monday and agreed to talk to the\nprint workers of the valley"
    text = f"Bridge falls\n\n{wrapped}\n\n{THEN}"
    assert [k for k, _, _ in kinds(text)] == ["title", "body"]
