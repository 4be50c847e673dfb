"""Datelines as agencies print them, and what only looks like one."""

from __future__ import annotations

import pytest

from dateline.reading import read_text
from dateline.reading.datelines import read_dateline
from dateline.report import Dateline

THEN = "Two people were killed when a bridge fell near the border on Monday, officials said."

REAL = [
    ("SALLIS – ", Dateline("Sallis")),
    ("SALLIS - ", Dateline("Sallis")),
    ("SALLIS -- ", Dateline("Sallis")),
    ("SALLIS ― ", Dateline("Sallis")),
    ("SALLIS\u00a0— ", Dateline("Sallis")),
    ("SALLIS: ", Dateline("Sallis")),
    ("ODRIN (AP) — ", Dateline("Odrin", "AP")),
    ("ODRIN (Union Wire) - ", Dateline("Odrin", "Union Wire")),
    ("ODRIN (Reuters) -", Dateline("Odrin", "Reuters")),
    ("ODRIN (Reuters) ", Dateline("Odrin", "Reuters")),
    ("NAIROBI, Nov 23 (Reuters) - ", Dateline("Nairobi", "Reuters", "Nov 23")),
    ("KETTERIN, 5 May 2031 (Velta) – ", Dateline("Ketterin", "Velta", "5 May 2031")),
    ("KETTERIN, May 5, 2031 (AFP) - ", Dateline("Ketterin", "AFP", "May 5, 2031")),
    ("KARSEN, 5 May. /VELTA/. ", Dateline("Karsen", "VELTA", "5 May")),
    ("KARSEN, October 9. /Velmoran State Wire/. ", Dateline("Karsen", "Velmoran State Wire", "October 9")),
    ("KARSEN, May 5 /PRNewswire/ -- ", Dateline("Karsen", "PRNewswire", "May 5")),
    ("KYIV. May 4 (Interfax-Ukraine) – ", Dateline("Kyiv", "Interfax-Ukraine", "May 4")),
    ("SALLIS, Oct 24 - ", Dateline("Sallis", None, "Oct 24")),
    ("BOGOTA/QUITO (Reuters) - ", Dateline("Bogota/Quito", "Reuters")),
    ("LONDON/PARIS, May 4 (Reuters) - ", Dateline("London/Paris", "Reuters", "May 4")),
    ("KHARTOUM, Sudan — ", Dateline("Khartoum, Sudan")),
    ("KHARTOUM, Sudan (AP) — ", Dateline("Khartoum, Sudan", "AP")),
    ("WASHINGTON, D.C. — ", Dateline("Washington, D.C.")),
    ("GOMA, Democratic Republic of Congo (AP) — ", Dateline("Goma, Democratic Republic of Congo", "AP")),
    ("ST. JOHN'S, Antigua and Barbuda (AP) — ", Dateline("St. John's, Antigua and Barbuda", "AP")),
    ("PORT-AU-PRINCE, Haiti — ", Dateline("Port-au-Prince, Haiti")),
    ("RIO DE JANEIRO — ", Dateline("Rio de Janeiro")),
    ("UNITED NATIONS (AP) — ", Dateline("United Nations", "AP")),
    ("NEAR ODRIN, Tirvania — ", Dateline("Near Odrin, Tirvania")),
    ("N'DJAMENA, Chad (AP) — ", Dateline("N'Djamena, Chad", "AP")),
    ("Mexico City (AFP) – ", Dateline("Mexico City", "AFP")),
    ("Sallis, Aldova (UW) — ", Dateline("Sallis, Aldova", "UW")),
    ("London, May 4 (KP) – ", Dateline("London", "KP", "May 4")),
    ("Sallis – ", Dateline("Sallis")),
    ("SÃO PAULO — ", Dateline("São Paulo")),
    ("(Reuters) - ", Dateline(None, "Reuters")),
    ("(CNN) — ", Dateline(None, "CNN")),
]


@pytest.mark.parametrize(("head", "expected"), REAL, ids=[h for h, _ in REAL])
def test_reads_the_real_forms(head: str, expected: Dateline) -> None:
    found = read_dateline(head.replace("\u00a0", " ") + THEN)
    assert found is not None
    assert found.dateline == expected
    assert (head.replace("\u00a0", " ") + THEN)[found.end :].lstrip() == THEN


NOT = [
    "NATO – an alliance of thirty states – said on Monday that it would send more troops.",
    "NATO – The alliance will send more troops to the border, its spokesman said on Monday.",
    "SDF – The force said on Monday that it took the town after a week of fighting there.",
    "EXCLUSIVE – The minister will resign on Monday, three people close to him told us today.",
    "BREAKING: The minister will resign on Monday, three people close to him told us today.",
    "Opinion – The valley belongs to those who farm it, whatever the two capitals may claim today.",
    "WATCH LIVE: The president speaks to the nation after the attack on the border post.",
    "The truce – The first in ten years – held until noon on Monday, both armies said in a statement.",
    "Velmora – Tirvania's neighbour – denied the charge on Monday and asked for proof of the attack.",
    "The minister (a doctor) - once a farmer - said on Monday that he would not run again.",
    "“We will stay” – The words of the mayor were heard in the square on Monday evening.",
    "He said: The war is over, and nobody has won it, and nobody will come back from it.",
    "In May 2031 (Reuters) - no date of that kind was ever printed by a careful agency.",
    "Twelve people were killed - The army said so on Monday in a long and careful statement.",
    "A former minister (Labour) - The oldest in the house - will leave on Monday after forty years.",
    "12 May – The bridge fell, and nobody knew why it fell, nor who had built it in that place.",
    "VERSION: 2031-05-04 of this list was made by a machine and is not a report of any kind.",
]


@pytest.mark.parametrize("line", NOT, ids=[line[:24] for line in NOT])
def test_leaves_other_dashes_alone(line: str) -> None:
    assert read_dateline(line) is None


def test_a_body_in_capitals_is_known_by_its_use_in_the_report() -> None:
    line = "MERAN – The movement said on Monday that it would not lay down its arms in the hills."
    assert read_dateline(line, others=["A spokesman for MERAN said the same on Tuesday."]) is None
    assert read_dateline(line, others=["The town of Meran was quiet on Tuesday."]) is not None


def test_speakers_of_a_transcript_are_no_places() -> None:
    line = "MARSH: The truce holds, and we are glad of it, and so are the people of the valley."
    assert read_dateline(line, others=["DEREN: For how long?"]) is None


def test_the_part_ends_at_the_dash_and_the_body_begins_after_it() -> None:
    report = read_text(f"Bridge falls near border\n\nSALLIS, Aldova (UW)\u00a0— {THEN}")
    kinds = {p.kind: report.text[p.start : p.end] for p in report.parts}
    assert kinds["dateline"] == "SALLIS, Aldova (UW)\u00a0—"
    assert kinds["body"] == THEN


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    report = read_text(f"Bridge falls near border\n\nSALLIS, Aldova, 4 May\n\n{THEN}")
    assert report.dateline == Dateline("Sallis, Aldova", None, "4 May")
    assert [p.kind for p in report.parts] == ["title", "dateline", "body"]


def test_a_dateline_stands_near_the_top_only() -> None:
    paragraphs = [THEN] * 12
    report = read_text("\n\n".join(["Bridge falls", *paragraphs, f"SALLIS – {THEN}"]))
    assert report.dateline is None


def test_the_place_of_a_byline_stands_for_a_missing_dateline() -> None:
    report = read_text(f"Bridge falls near border\n\nBy Elena Marsh in Sallis, Aldova\n\n{THEN}")
    assert report.dateline == Dateline("Sallis, Aldova")


def test_a_dash_with_an_agency_is_believed_before_small_letters() -> None:
    found = read_dateline("ODRIN (UW) — al-Maren fighters said on Monday that they had left the town.")
    assert found is not None
    assert found.dateline == Dateline("Odrin", "UW")
