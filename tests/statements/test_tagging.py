from dateline.language.analyse import outline
from dateline.language.analysis import Analysis
from dateline.report import Part, Report
from dateline.statements.tagging import Reading, attribution_of, candidate_statements


def outlined(text: str) -> Analysis:
    return outline(Report("", text, (Part("body", 0, len(text)),), ""))


def words(analysis: Analysis, reading: Reading) -> tuple[list[str], str, list[str]]:
    def of(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [analysis.text[s:e] for s, e in spans]

    return of(reading.speakers), of((reading.cue,))[0] if reading.cue else "", of(reading.contents)


def test_one_attribution_with_its_parts() -> None:
    analysis = outlined("The army said that the bridge had fallen.")
    (found,) = candidate_statements(analysis, analysis.encoding)
    assert words(analysis, found) == (["The army"], "said", ["that the bridge had fallen"])
    assert 0 <= found.confidence <= 1


def test_an_interrupted_quotation_is_one_attribution() -> None:
    analysis = outlined("“They took everything,” the nurse said, “even the doors.”")
    (found,) = candidate_statements(analysis, analysis.encoding)
    assert found.cue is not None
    assert len(found.contents) == 2


def test_a_nested_cue_can_be_asked_about() -> None:
    analysis = outlined("The army said that the ministry believed the bridge had fallen.")
    place = next(t.index for t in analysis.tokens if t.text == "believed")
    speakers, _, contents = words(analysis, attribution_of(analysis, analysis.encoding, place, place + 1))
    assert speakers == ["the ministry"]
    assert contents == ["the bridge had fallen"]


def test_plain_narration_has_none() -> None:
    analysis = outlined("Ostian guns shelled Karst on Monday. Nine people were hurt.")
    assert candidate_statements(analysis, analysis.encoding) == ()
