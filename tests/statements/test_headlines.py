import pytest

BODY = "It rained in Osk."


@pytest.mark.parametrize(
    ("title", "speaker", "cue", "content"),
    [
        ("Rebels to free hostages: UN envoy", "un envoy", ":", "Rebels to free hostages"),
        ("UN envoy: rebels to free hostages", "un envoy", ":", "rebels to free hostages"),
        ("No strike on clinic — ministry", "ministry", None, "No strike on clinic"),
        ("Border closed, says army chief", "army chief", "says", "Border closed"),
        ("Army denies shelling Osk", "army", "denies", "shelling Osk"),
    ],
)
def test_a_title_that_attributes(told, title, speaker, cue, content):
    assert told(BODY, title=title).brief == [(speaker, cue, [content])]


def test_the_subject_is_carried_over(told):
    found = told(BODY, title="Aldova refuses to pay, says its banks only work with friends").brief
    assert found[1] == ("aldova", "says", ["its banks only work with friends"])


def test_a_place_before_a_colon_does_not_speak(told):
    assert told(BODY, title="Osk: a town in ruins").brief == []
