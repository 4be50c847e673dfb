def test_the_cue_after_and_a_follow_on_without_one(told):
    found = told("“We will not leave,” Ana Petrik told reporters in Karst. “They can shoot.”")
    assert found.brief == [
        ("ana petrik", "told", ["“We will not leave,”"]),
        ("ana petrik", None, ["“They can shoot.”"]),
    ]
    assert found.rows[1].speakers[0].start is None
    assert [a.name for a in found.rows[0].addressees] == ["reporters"]
    assert {r.kind for r in found.rows} == {"direct"}


def test_the_cue_before(told):
    assert told('Petrik said: "We will win. We always have." He left.').brief == [
        ("petrik", "said", ['"We will win. We always have."'])
    ]


def test_an_interrupted_quotation_is_one_statement(told):
    assert told("“Each side owns a map,” he said over coffee, “and they do not agree.”").brief == [
        ("he", "said", ["“Each side owns a map,”", "“and they do not agree.”"])
    ]


def test_the_cue_after_a_question_mark(told):
    assert told("“Where is the army?” asked Petrik.").brief == [("petrik", "asked", ["“Where is the army?”"])]
    assert told("“We will win!” Petrik said.").brief == [("petrik", "said", ["“We will win!”"])]


def test_several_sentences_in_one_pair_of_marks(told):
    assert told('"They did not shoot at soldiers. They shot at kitchens," Petrik said.').brief == [
        ("petrik", "said", ['"They did not shoot at soldiers. They shot at kitchens,"'])
    ]


def test_paragraphs_that_each_open_anew_are_one_quotation(told):
    found = told("“My brother lies here.\n\n“Let them come and look,” said Petrik.").brief
    assert found == [("petrik", "said", ["“My brother lies here.", "“Let them come and look,”"])]


def test_the_opening_mark_is_missing(told):
    found = told("I saw the plane, it turned over the mill,” said her neighbour Ivo Sten.").brief
    assert [(f[1], f[2]) for f in found] == [("said", ["I saw the plane, it turned over the mill,”"])]


def test_all_kinds_of_marks(told):
    for opening, closing in ("“”", '""', "«»", "„“", "‘’", ("''", "''")):
        found = told(f"{opening}The bridge is gone,{closing} said Petrik.").brief
        assert found == [("petrik", "said", [f"{opening}The bridge is gone,{closing}"])], (opening, closing)


def test_a_cue_in_the_paragraph_before(told):
    assert told("The mayor said:\n\n“The bridge is gone.”").brief == [("the mayor", "said", ["“The bridge is gone.”"])]


def test_two_cues_in_one_sentence_are_two_statements(told):
    found = told("“We can pay,” Petrik said, adding later, “The bank is rich.”").brief
    assert found == [("petrik", "said", ["“We can pay,”"]), ("petrik", "adding", ["“The bank is rich.”"])]


def test_mixed_speech_takes_in_the_whole_quotation(told):
    (row,) = (found := told("The mayor said the talks were “dead and buried.”")).rows
    assert found.contents(row) == ["the talks were “dead and buried.”"]
    assert row.kind == "mixed"


def test_scare_quotes_and_titles_are_no_statements(told):
    assert told("The so-called “people's republic” was quiet on Monday.").brief == []
    assert told("He wrote the novel “War and Peace” in six years.").brief == []
    assert told("“Butcher of Karst” arrested in Osk").brief == []


def test_many_marks_take_no_longer_than_their_number(told):
    text = " ".join('"Go," she said.' for _ in range(300))
    assert len(told(text).rows) == 300
