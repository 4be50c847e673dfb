"""Parts: in order, never overlapping, covering every word; captions, credits, titles, dates of publication."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.language.segmenter import paragraph_spans
from dateline.reading import read_text
from dateline.report import Report

THEN = "Two people were killed when a bridge fell near the border on Monday, officials said."

LINES = st.sampled_from(
    [
        "", "", " ", "\u00a0", "Bridge falls near border", "By Elena Marsh", f"SALLIS (UW) — {THEN}", THEN,
        f"{THEN} (Union Wire)", "Smoke over Odrin. Photo: Union Wire", "Photo: Union Wire",
        "FILE PHOTO: A tank. (UW Photo/Ana Velt)", "Share | Print", "Leave a comment", "Related stories",
        "Eels are back", "Published: 4 May 2031", "Source: Union Wire", "World", "3 + nine =",
        "(Reporting by Ana Velt; Editing by Tom Reed)", '"' * 40, "\u202e\x07\x1b[31m", "SALLIS, Aldova, 4 May",
        "© 2031 Union Wire", "Timeline: The war", "OPINION",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES | st.text(max_size=60), max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n"]).map(lambda end: end.join(lines))
)


def assert_exact(report: Report) -> None:
    edges = [(0, 0), *((p.start, p.end) for p in report.parts), (len(report.text),) * 2]
    assert all(end <= start for (_, end), (start, _) in pairwise(edges))
    assert all(p.start < p.end for p in report.parts)
    gaps = [report.text[end:start] for (_, end), (start, _) in pairwise(edges)]
    assert not [gap for gap in gaps if gap.strip()]
    assert all((p.reason is not None) == (p.kind == "furniture") for p in report.parts)
    for part in report.parts:
        words = report.text[part.start : part.end]
        assert words == words.strip()


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(str.strip))
def test_parts_never_overlap_and_cover_every_word(text: str) -> None:
    report = read_text(text)
    assert report.text == text
    assert_exact(report)


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(str.strip), st.text(min_size=1, max_size=40).filter(str.strip))
def test_a_title_given_apart_goes_in_front(text: str, title: str) -> None:
    report = read_text(text, title=title)
    assert report.text.endswith(text)
    assert_exact(report)


def kinds(text: str) -> list[tuple[str, str]]:
    report = read_text(text)
    return [(p.kind, report.text[p.start : p.end]) for p in report.parts]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Smoke over Odrin on Monday. Photo: Union Wire", "Smoke over Odrin on Monday.", "Photo: Union Wire"),
        ("Smoke over Odrin on Monday. (UW Photo/Ana Velt)", "Smoke over Odrin on Monday.", "(UW Photo/Ana Velt)"),
        ("Smoke over Odrin on Monday. (Photo by Ana Velt)", "Smoke over Odrin on Monday.", "(Photo by Ana Velt)"),
        (
            "Smoke over Odrin on Monday. Photograph: Ana Velt/UW",
            "Smoke over Odrin on Monday.",
            "Photograph: Ana Velt/UW",
        ),
        ("Smoke over Odrin on Monday. Ana Velt/Getty Images", "Smoke over Odrin on Monday.", "Ana Velt/Getty Images"),
        ("Smoke over Odrin on Monday. © Ana Velt", "Smoke over Odrin on Monday.", "© Ana Velt"),
        ("Smoke over Odrin on Monday. Image credit: Ana Velt", "Smoke over Odrin on Monday.", "Image credit: Ana Velt"),
        ("Smoke over Odrin on Monday [Ana Velt/Reuters]", "Smoke over Odrin on Monday", "[Ana Velt/Reuters]"),
        ("Smoke over Odrin Photo: Union Wire", "Smoke over Odrin", "Photo: Union Wire"),
        ("FILE PHOTO: Smoke over Odrin in May.", "FILE PHOTO: Smoke over Odrin in May.", None),
        ("Getty Images", None, "Getty Images"),
        ("Photo: Union Wire", None, "Photo: Union Wire"),
    ],
)
def test_captions_and_credits(line: str, caption: str | None, credit: str | None) -> None:
    found = kinds(f"Bridge falls near border\n\n{line}\n\nSALLIS – {THEN}\n\n{THEN}")
    expected = [("caption", caption)] if caption else []
    expected += [("credit", credit)] if credit else []
    assert found[1 : 1 + len(expected)] == expected
    assert [kind for kind, _ in found[1 + len(expected) :]] == ["dateline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "He posted a video: The bridge was gone, and so was the road to the town.",
        "The minister held up a photo: a child in the rubble of the school.",
        "The two sides signed a map by candlelight on Monday.",
        "The agency said so on Monday, citing Reuters.",
    ],
)
def test_sentences_about_pictures_are_body(line: str) -> None:
    assert kinds(f"Bridge falls\n\nSALLIS – {THEN}\n\n{line}\n\n{THEN}")[-1] == ("body", f"{THEN}\n\n{line}\n\n{THEN}")


def test_a_credit_under_a_line_makes_it_a_caption() -> None:
    found = kinds(f"Bridge falls\n\nSmoke over Odrin on Monday\nPhoto: Union Wire\n\nSALLIS – {THEN}")
    assert found[1:3] == [("caption", "Smoke over Odrin on Monday"), ("credit", "Photo: Union Wire")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Bridge falls near border\n\n{THEN}", "Bridge falls near border"),
        (f"Will the bridge hold?\n\n{THEN}", "Will the bridge hold?"),
        (f"World\n\nAdvertisement\n\nBridge falls near border\n\n{THEN}", "Bridge falls near border"),
        (f"Bridge falls near border\nBy Elena Marsh\n\n{THEN}", "Bridge falls near border"),
        (f"Bridge falls.\n\nSALLIS (UW) — {THEN}", "Bridge falls."),
        (f"Bridge falls near border\n{THEN} {THEN}", "Bridge falls near border"),
        (f"Two killed, ‘many’ missing as\u00a0bridge falls\n\n{THEN}", "Two killed, ‘many’ missing as bridge falls"),
        (f"Old Bridge Falls Near Border.\n\n{THEN}", "Old Bridge Falls Near Border."),
        (f"BUSTED: Minister Sold Bridge\n\n{THEN}", "BUSTED: Minister Sold Bridge"),
        (f"Velmoran Foreign Minister Elena Marsh visited Sallis.\n\n{THEN}", None),
        (f"{THEN}\n\n{THEN}", None),
        (f"SALLIS – {THEN}\n\n{THEN}", None),
        (THEN, None),
        ("The two ministers met on Monday and agreed to talk about the\nbridge, the river and the road between.", None),
    ],
)  # fmt: skip
def test_titles(text: str, title: str | None) -> None:
    assert read_text(text).title == title


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 4 May 2031", "2031-05-04"),
        ("Posted on May 4, 2031 at 10:30 GMT", "2031-05-04"),
        ("Published 4 May 2031 | Updated 5 May 2031", "2031-05-04"),
        ("First published on Sun 4 May 2031 16.05 BST", "2031-05-04"),
        ("May 4, 2031", "2031-05-04"),
        ("Sunday, 4th of May 2031", "2031-05-04"),
        ("By Elena Marsh | May 4, 2031", "2031-05-04"),
        ("Published: 2031-05-04", "2031-05-04"),
        ("Published: 23/05/2031", "2031-05-23"),
        ("Published: 04/05/2031", None),
        ("Updated: 5 May 2031", None),
        ("Published: 31 February 2031", None),
        ("4 May", None),
    ],
)
def test_a_day_of_publication_is_read_only_where_it_is_printed(line: str, day: str | None) -> None:
    report = read_text(f"Bridge falls near border\n\n{line}\n\n{THEN}")
    assert report.published == day
    assert report.text[report.parts[-1].start :] == THEN


@pytest.mark.parametrize(
    "text",
    [
        f"Bridge falls near border\n\nSALLIS, May 4 – {THEN}",
        f"Bridge falls near border\n\n{THEN}\n\nPublished on 4 May 2031, the report found that the bridge was old.",
        f"Bridge falls near border\n\n{THEN}\n\n4 May 2031\n\n{THEN}",
    ],
)
def test_no_day_is_invented(text: str) -> None:
    assert read_text(text, url="https://uw.example/2031/05/04/bridge").published is None


def test_a_given_day_goes_before_a_printed_one_and_must_be_sure() -> None:
    text = f"Bridge falls near border\n\nPublished: 4 May 2031\n\n{THEN}"
    assert read_text(text, published="2031-05-06T10:00:00Z").published == "2031-05-06T10:00:00+00:00"
    assert read_text(text, published="Tue, 06 May 2031 10:00:00 GMT").published == "2031-05-06T10:00:00+00:00"
    for unsure in ("yesterday", "04/05/2031", "2031"):
        with pytest.raises(UsageError, match="is no date"):
            read_text(text, published=unsure)


def test_line_ends_of_windows_are_kept_and_cut_paragraphs() -> None:
    text = f"Bridge falls near border\r\n\r\nSALLIS – {THEN}\r\n\r\n{THEN}\r\n"
    report = read_text(text)
    assert report.text == text
    assert [text[start:end] for start, end, _ in paragraph_spans(report)] == ["Bridge falls near border", THEN, THEN]


@pytest.mark.parametrize(
    ("title", "url", "genre"),
    [
        ("Opinion: The valley belongs to its farmers", None, "opinion"),
        ("Analysis | Why the truce broke", None, "analysis"),
        ("Why the truce broke | Opinion", None, "opinion"),
        ("Why the truce broke", "https://courier.example/opinion/2031/truce", "opinion"),
        ("Why the truce broke", "https://courier.example/news-analysis/truce", "analysis"),
        ("Opinion polls close in Sallis", "https://courier.example/world/opinion", "news"),
        ("Why the truce broke", "http://[broken", "news"),
    ],
)
def test_genre(title: str, url: str | None, genre: str) -> None:
    assert read_text(f"{title}\n\n{THEN}", url=url).genre == genre


def test_a_label_above_the_headline_tells_the_genre() -> None:
    assert read_text(f"OPINION\n\nThe valley is ours\n\n{THEN}").genre == "opinion"


def test_the_id_is_of_place_and_words_and_of_no_date() -> None:
    report = read_text(THEN, url="https://uw.example/1")
    assert report.id == read_text(THEN, url="https://uw.example/1", published="2031-05-04", title=None).id
    assert len({report.id, read_text(THEN).id, read_text(THEN + "x").id, read_text(THEN, publisher="UW").id}) == 4
    assert len(report.id) == 16


@pytest.mark.parametrize("mark", ['"', "“", "'", "(", "–", "Photo: A. ", "By A and ", "[", "https://", "Share "])
def test_a_page_of_marks_is_read_at_once(mark: str) -> None:
    assert_exact(read_text(mark * (200_000 // len(mark))))
