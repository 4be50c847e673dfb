from dateline.language.analyse import outline
from dateline.language.names import names_of
from dateline.report import Part, Report


def kinds(text: str) -> dict[str, str]:
    analysis = outline(Report("", text, (Part("body", 0, len(text)),), ""))
    return {text[n.start : n.end]: n.kind for n in names_of(analysis)}


def test_persons_places_and_dates_are_told_apart() -> None:
    found = kinds("Angela Merkel flew to Damascus on Monday. Three Russian ships left Cuba.")
    assert found["Angela Merkel"] == "PERSON"
    assert found["Damascus"] == "GPE"
    assert found["Monday"] == "DATE"
    assert found["Russian"] == "NORP"


def test_a_text_without_names_has_none() -> None:
    assert kinds("") == {}
    assert kinds("They went home and slept.") == {}


def test_no_name_crosses_a_sentence() -> None:
    text = "He met Ana Ruiz. Karst fell."
    analysis = outline(Report("", text, (Part("body", 0, len(text)),), ""))
    edges = [(s.first, s.last) for s in analysis.sentences]
    assert all(any(a <= n.first and n.last <= b for a, b in edges) for n in names_of(analysis))
