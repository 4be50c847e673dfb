"""HTML pages: what is kept, what the page says of itself, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.reading import Reading, read_given, read_html, read_reports
from dateline.report import Dateline, Report

THEN = "Two people were killed when a bridge fell near the border on Monday, officials said."
MORE = "The mayor of Sallis said that the bridge had been closed to lorries since the spring of last year."
PAGE = """<!doctype html><html lang="en"><head><title>Bridge falls near border | Union Wire</title>
<meta property="og:site_name" content="UW News">
<link rel="canonical" href="https://uw.example/bridge">{head}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article><h1>Bridge falls near border</h1>
{byline}{top}
<figure><img src="a.jpg"><figcaption>Smoke over the river on Monday. (UW Photo/Lena Orr)</figcaption></figure>
<div class="share-tools"><a href="#">Tweet</a><button>Copy</button></div>
<p>SALLIS, Aldova (UW) &mdash; {then}</p><p>&ldquo;It was old,&rdquo; he said.</p>
<div class="ad-slot">ADVERTISEMENT</div>
<p>{more}</p><p>Nobody was held.</p><p>{more2}</p>{end}</article></main>
<section class="comments"><h2>Leave a comment</h2><p>I do not believe any of this, and nobody should.</p></section>
<footer><p>Copyright 2031 Union Wire. All rights reserved.</p></footer><script>var a = "Two people";</script>
</body></html>"""


BYLINE = '<div class="article-byline">By <a href="/ana">ANA VELT</a> and PAUL DEREN</div>'


def html(head: str = "", top: str = "", end: str = "", byline: str = BYLINE) -> str:
    more2 = MORE.replace("mayor", "governor")
    return PAGE.format(head=head, top=top, end=end, byline=byline, then=THEN, more=MORE, more2=more2)


def page(head: str = "", top: str = "", end: str = "", byline: str = BYLINE) -> Report:
    return read_html(html(head, top, end, byline))


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_a_page_is_read_whole_and_in_order() -> None:
    report = page()
    assert [(p.kind, report.text[p.start : p.end]) for p in report.parts] == [
        ("title", "Bridge falls near border"),
        ("byline", "By ANA VELT and PAUL DEREN"),
        ("caption", "Smoke over the river on Monday."),
        ("credit", "(UW Photo/Lena Orr)"),
        ("dateline", "SALLIS, Aldova (UW) —"),
        (
            "body",
            f"{THEN}\n\n“It was old,” he said.\n\n{MORE}\n\nNobody was held.\n\n{MORE.replace('mayor', 'governor')}",
        ),
    ]
    assert report.bylines == ("Ana Velt", "Paul Deren")
    assert report.dateline == Dateline("Sallis, Aldova", "UW")
    assert (report.url, report.publisher, report.published) == ("https://uw.example/bridge", "UW News", None)


@pytest.mark.parametrize(
    ("head", "top", "published"),
    [
        (linked(datePublished="2031-05-04T10:00:00Z"), "", "2031-05-04T10:00:00+00:00"),
        ('<meta property="article:published_time" content="2031-05-04">', "", "2031-05-04"),
        ("", '<time datetime="2031-05-04">Sunday</time>', "2031-05-04"),
        ("", "<p>Published: 4 May 2031</p>", "2031-05-04"),
        ("", '<div class="timestamp">May 4, 2031 10:30 AM</div>', "2031-05-04"),
        ('<meta property="article:modified_time" content="2031-05-04">', "", None),
        (linked(datePublished="soon"), "", None),
        ("", '<time datetime="2031-05-04">a</time><time datetime="2031-05-06">b</time>', None),
        ('<script type="application/ld+json">{broken</script>', "", None),
    ],
)
def test_the_day_of_publication_only_where_the_page_gives_it(head: str, top: str, published: str | None) -> None:
    assert page(head, top).published == published


def test_what_the_page_says_of_itself() -> None:
    author = [{"@type": "Person", "name": "Ana Velt"}, {"@type": "Person", "name": "Tom Reed"}]
    report = page(linked(headline="Bridge falls near border", author=author, publisher={"name": "Union Wire"}))
    assert (report.publisher, report.agency) == ("Union Wire", "Union Wire")
    story = {"@type": "OpinionNewsArticle", "headline": "y", "author": author}
    graph = {"@graph": [{"@type": "WebSite", "name": "x"}, story]}
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert page(head).genre == "opinion"
    assert page(head, byline="").bylines == ("Ana Velt", "Tom Reed")


def test_what_the_caller_says_goes_before_the_page() -> None:
    dated = html(linked(datePublished="2031-05-04"))
    report = read_html(
        dated, title="Old bridge falls", publisher="The Courier", published="2031-05-09", url="https://c.example/1"
    )
    assert report.text.startswith("Old bridge falls\n\n")
    assert (report.publisher, report.published, report.url) == ("The Courier", "2031-05-09", "https://c.example/1")


def test_a_credit_and_furniture_at_the_end_are_kept_and_marked() -> None:
    report = page(end="<p>(Reporting by Ana Velt; Editing by Tom Reed)</p><p>Short link: https://uw.example/1</p>")
    assert [(p.kind, p.reason) for p in report.parts[-2:]] == [("byline", None), ("furniture", "short-link")]


def test_paragraphs_parted_by_line_breaks_only() -> None:
    report = read_html(
        f"<html><body><h1>Bridge falls</h1><div>{THEN}<br><br>{MORE}<br>\n<br />Nobody was held.</div></body></html>"
    )
    assert report.text == f"Bridge falls\n\n{THEN}\n\n{MORE}\n\nNobody was held."


def test_a_page_laid_out_as_a_table() -> None:
    cells = f"<td class='menu'><a href='/'>Home</a><br>Weather</td><td><h1>Bridge falls</h1>{THEN}<br><br>{MORE}</td>"
    report = read_html(f"<html><body><table><tr>{cells}<td>Other news</td></tr></table></body></html>")
    assert report.title == "Bridge falls"
    assert [report.text[p.start : p.end] for p in report.parts if p.kind == "body"] == [f"{THEN}\n\n{MORE}"]


def test_a_piece_of_a_page_and_a_text_are_told_apart() -> None:
    assert read_given(f"<p>{THEN}</p>").text == THEN
    assert read_given(THEN).text == THEN
    assert read_given(f"<p>{THEN}</p>", title="Bridge falls").title == "Bridge falls"


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 50_000 + f"<p>{THEN}</p>",
        "<b>" * 50_000 + THEN,
        "<p " + " ".join(f"a{i}=''" for i in range(50_000)) + f">{THEN}</p>",
        "<html><frameset></frameset></html>",
        "<!-- nothing -->",
        "<p>" + "<br>" * 20_000,
        "<p>" + "&#0;" * 2_000,
    ],
    ids=["deep", "deep inline", "attributes", "frames", "comment", "breaks", "zeros"],
)
def test_hostile_pages_are_read_or_refused_at_once(hostile: str) -> None:
    try:
        read_html(hostile)
    except InputError as error:
        assert "\n" not in str(error)


def test_a_page_of_quotation_marks_is_read() -> None:
    assert read_html("<p>" + '"' * 200_000 + "</p>").text.count('"') == 200_000


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="larger than the 8 MB"):
        read_html("<p>" + "a " * 4_500_000)


EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "examples.json"


@pytest.mark.skipif(not GOLD.exists(), reason="the examples and their gold are not here")
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.html")), ids=lambda p: p.stem)
def test_the_examples_are_read_as_they_were_coded_by_hand(path: Path) -> None:
    (reading,) = read_reports([path])
    assert isinstance(reading, Reading)
    report = reading.report
    gold = next(r for r in json.loads(GOLD.read_text(encoding="utf8"))["reports"] if r["title"] == report.title)
    read = {" ".join(p.split()) for p in report.text.split("\n\n")}
    notes_on_authors = {" ".join(report.text[p.start : p.end].split()) for p in report.parts if p.kind == "furniture"}
    assert not [p for p in gold["text"].split("\n\n") if " ".join(p.split()) not in read]
    body = [p for part in report.parts if part.kind == "body" for p in report.text[part.start : part.end].split("\n\n")]
    assert not [p for p in body if not any(p in whole for whole in gold["text"].split("\n\n"))]
    assert not notes_on_authors & set(body)
    assert (report.published or "")[:10] == (gold["published"] or "")
    assert ((report.dateline and report.dateline.place) or "").casefold() == (gold["dateline"] or "").casefold()
    assert all(name.casefold() in (gold["byline"] or "").casefold() for name in report.bylines)
    assert bool(report.bylines) == bool(gold["byline"])
