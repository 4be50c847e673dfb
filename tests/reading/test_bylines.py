"""Who wrote it, in the forms that pages print."""

from __future__ import annotations

import pytest

from dateline.reading import read_text
from dateline.reading.bylines import names_in, read_byline

THEN = "Two people were killed when a bridge fell near the border on Monday, officials said."

REAL: list[tuple[str, tuple[str, ...], str | None]] = [
    ("By Elena Marsh", ("Elena Marsh",), None),
    ("BY ELENA MARSH", ("Elena Marsh",), None),
    ("By ELENA MARSH and PAUL DEREN", ("Elena Marsh", "Paul Deren"), None),
    ("By Elena Marsh, Paul Deren and Ana Velt", ("Elena Marsh", "Paul Deren", "Ana Velt"), None),
    ("By Elena Marsh, Paul Deren, and Ana Velt", ("Elena Marsh", "Paul Deren", "Ana Velt"), None),
    ("By ELENA MARSH and PAUL DEREN, Union Wire", ("Elena Marsh", "Paul Deren"), "Union Wire"),
    ("By Elena Marsh | Union Wire", ("Elena Marsh",), "Union Wire"),
    ("By Elena Marsh for Union Wire", ("Elena Marsh",), "Union Wire"),
    ("By Clement Roe in Sallis", ("Clement Roe",), None),
    ("By Clement Roe in Sallis and Ana Velt in Odrin", ("Clement Roe", "Ana Velt"), None),
    ("By Elena Marsh, Diplomatic Correspondent", ("Elena Marsh",), None),
    ("By Wladimir van Holm", ("Wladimir van Holm",), None),
    ("By Leyla al-Sarren", ("Leyla al-Sarren",), None),
    ("By Seán O'BRIEN", ("Seán O'Brien",), None),
    ("By Tom Reed Jr.", ("Tom Reed Jr",), None),
    ("By The Associated Press", (), "The Associated Press"),
    ("By Staff Writer", (), None),
    ("By our correspondent in Sallis", (), None),
    ("By Elena Marsh @emarsh", ("Elena Marsh",), None),
    ("By Elena Marsh Published: 4 May 2031", ("Elena Marsh",), None),
    ("By Elena Marsh | 4 May 2031", ("Elena Marsh",), None),
    ("Reporting by: Anders van Holm", ("Anders van Holm",), None),
    ("Reporting by Clara Venn, Samir Otoy", ("Clara Venn", "Samir Otoy"), None),
    ("(Reporting by Ana Velt; Editing by Tom Reed)", ("Ana Velt",), None),
    (
        "(Reporting by Ana Velt in Drusk and Paul Deren in Sarn; Additional reporting by Lena Orr; "
        "Writing by Mark Sole; Editing by Tom Reed and Una Hale)",
        ("Ana Velt", "Paul Deren", "Lena Orr", "Mark Sole"),
        None,
    ),
    ("(Reporting by Ana Velt; editing by Tom Reed).", ("Ana Velt",), None),
    ("(Editing by Tom Reed)", (), None),
    ("Written by Ana Velt", ("Ana Velt",), None),
    (
        "Union Wire writers Ana Velt in Drusk and Paul Deren in Sarn contributed to this report.",
        ("Ana Velt", "Paul Deren"),
        "Union Wire",
    ),
]


@pytest.mark.parametrize(("line", "names", "agency"), REAL, ids=[r[0][:40] for r in REAL])
def test_reads_the_real_forms(line: str, names: tuple[str, ...], agency: str | None) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (byline.names, byline.agency) == (names, agency)


NOT = [
    "By Friday",
    "By Friday the town had fallen to the rebels, and the road was open.",
    "By noon the flowers had arrived.",
    "By land and sea",
    "By order of the Governor",
    "By the numbers",
    "By contrast, Tirvania kept its word.",
    "By Monday Morning",
    "By continuing to use this page you accept our terms",
    "Reporting from the front is hard, she said, and so is coming home from it.",
    "Source of the river",
    "The report by the commission was published on Monday.",
    "Written by hand, the letter took a week to read.",
    "Authors or copyright holders be liable for any claim",
    "Union Wire",
    "",
]


@pytest.mark.parametrize("line", NOT, ids=[n[:30] or "empty" for n in NOT])
def test_leaves_other_lines_alone(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Elena Marsh", ("Elena Marsh",)),
        ("By Elena Marsh and Paul Deren", ("Elena Marsh", "Paul Deren")),
        ("Elena Marsh, Paul Deren", ("Elena Marsh", "Paul Deren")),
        ("Zarifa", ("Zarifa",)),
        ("Union Wire", ()),
        ("admin", ()),
    ],
)
def test_reads_names_from_a_field(given: str, names: tuple[str, ...]) -> None:
    assert names_in(given) == names


def test_names_stand_once_though_printed_twice() -> None:
    report = read_text(f"Bridge falls\n\nBy ANA VELT\n\n{THEN}\n\n(Reporting by Ana Velt; Editing by Tom Reed)")
    assert report.bylines == ("Ana Velt",)


def test_a_credit_at_the_end_of_a_paragraph_is_cut_from_it() -> None:
    report = read_text(f"Bridge falls\n\n{THEN} (Reporting by Ana Velt; Editing by Tom Reed)")
    assert [(p.kind, report.text[p.start : p.end]) for p in report.parts][1:] == [
        ("body", THEN),
        ("byline", "(Reporting by Ana Velt; Editing by Tom Reed)"),
    ]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Bridge falls\n\n{THEN}\n\nSource: Union Wire", "Union Wire"),
        (f"Bridge falls\n\nUnion Wire\n\nSALLIS – {THEN}", "Union Wire"),
        (f"Bridge falls\n\nSALLIS (UW) – {THEN}", "UW"),
        (f"Bridge falls\n\nSALLIS – {THEN}\n\n{THEN} (Union Wire)", "Union Wire"),
        (f"Bridge falls\n\nSALLIS (UW) – {THEN}\n\nSource: Union Wire", "Union Wire"),
        (f"Bridge falls\n\nBy Ana Velt, Union Wire\n\nSALLIS – {THEN}", "Union Wire"),
        (f"Bridge falls\n\nSALLIS – {THEN}", None),
    ],
)
def test_finds_the_agency(text: str, agency: str | None) -> None:
    assert read_text(text).agency == agency


def test_the_publisher_spells_out_the_letters_of_its_own_agency() -> None:
    report = read_text(f"Bridge falls\n\nSALLIS (UW) – {THEN}", publisher="Union Wire")
    assert (report.agency, report.dateline and report.dateline.agency) == ("Union Wire", "UW")
