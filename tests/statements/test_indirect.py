import pytest


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("The mayor said that the bridge had fallen.", "the mayor", "said", "the bridge had fallen"),
        ("The mayor said the bridge had fallen.", "the mayor", "said", "the bridge had fallen"),
        ("The bridge had fallen, the mayor said.", "the mayor", "said", "The bridge had fallen"),
        ("The mayor said on Tuesday the bridge had fallen.", "the mayor", "said", "the bridge had fallen"),
        ("According to the mayor, the bridge had fallen.", "the mayor", "According to", "the bridge had fallen"),
        ("The bridge had fallen, according to the mayor.", "the mayor", "according to", "The bridge had fallen"),
        ("In the words of the mayor, the raid was a crime.", "the mayor", "In the words of", "the raid was a crime"),
        ("The mayor asked whether the order was signed.", "the mayor", "asked", "whether the order was signed"),
        ("The mayor denied shelling the school.", "the mayor", "denied", "shelling the school"),
        ("The mayor promised to rebuild the school.", "the mayor", "promised", "to rebuild the school"),
        ("The mayor urged both sides to return to talks.", "the mayor", "urged", "both sides to return to talks"),
        ("The mayor accused the army of looting.", "the mayor", "accused", "the army of looting"),
        ("The mayor called for a ceasefire.", "the mayor", "called for", "a ceasefire"),
        ("The mayor expressed the hope that the guns would fall silent.", "the mayor", "expressed the hope",
         "the guns would fall silent"),
        ("The shepherds are worried that only the army wants the pass.", "the shepherds", "worried",
         "only the army wants the pass"),
        ("The raid was condemned by the council.", "the council", "condemned", "The raid"),
        ("The mayor was quoted by state radio as saying the talks had failed.", "the mayor",
         "quoted by state radio as saying", "the talks had failed"),
        ("The report said a bomb hit the school.", "the report", "said", "a bomb hit the school"),
        ("State television reported that the bridge fell.", "state television", "reported", "the bridge fell"),
    ],
)  # fmt: skip
def test_one_statement(told, text, speaker, cue, content):
    assert (speaker, cue, [content]) in told(text).brief


def test_the_sentence_that_a_cue_interrupts_has_two_contents(told):
    assert told("The union, she said, would strike on Monday.").brief == [
        ("she", "said", ["The union", "would strike on Monday"])
    ]


def test_a_second_cue_without_subject_goes_on_with_the_first_speaker(told):
    found = told("The army confirmed that two men were missing but insisted they had been seized at home.").brief
    assert found == [
        ("the army", "confirmed", ["two men were missing"]),
        ("the army", "insisted", ["they had been seized at home"]),
    ]


def test_a_participle_goes_on_with_the_first_speaker(told):
    found = told("The union would strike on Monday, the mayor said, adding that the port would close.").brief
    assert found == [
        ("the mayor", "said", ["The union would strike on Monday"]),
        ("the mayor", "adding", ["the port would close"]),
    ]


def test_aides_who_are_cited_speak_too(told):
    found = told("State television, citing two army officers, reported that the bridge had fallen.").brief
    assert ("two army officers", "citing", ["the bridge had fallen"]) in found
    assert ("state television", "reported", ["the bridge had fallen"]) in found


def test_a_reason_that_is_cited_is_no_speaker(told):
    assert told("The airline closed the route, citing high fuel prices.").brief == []


def test_a_passive_without_a_speaker_names_none(told):
    (row,) = told("It was reported that three men had died.").rows
    assert row.speakers == ()


def test_the_subject_that_a_long_apposition_hides(told):
    found = told("Speaking to Union Wire, Ana Petrik, head of the miners, said that the pit was flooded.")
    assert found.brief == [("ana petrik", "said", ["the pit was flooded"])]
    assert [a.name for a in found.rows[0].addressees] == ["union wire"]


def test_several_speakers(told):
    (row,) = told("Aldova and Tirvania said the talks had ended.").rows
    assert [s.name for s in row.speakers] == ["aldova", "tirvania"]


def test_each_is_each_of_the_two_before(told):
    rows = told("Aldova and Tirvania agreed to stop, but each accused the other of breaking the truce.").rows
    assert [s.name for s in rows[1].speakers] == ["aldova", "tirvania"]


def test_no_statement_where_nobody_says_anything(told):
    assert told("The river rose by two metres. Snow fell on the pass, and the road was closed.").brief == []
