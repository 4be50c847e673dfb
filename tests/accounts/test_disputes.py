"""What is a dispute and what is none, on schematic reports coded by hand in the gold's format."""

import pytest

from fixtures.by_hand import disputes, report, said, sides, told


def denial(**more):
    text = "Norland said Sudmark shelled the mill at Karst. Sudmark denied that it shelled the mill."
    statements = [
        said(1, "Norland", "Sudmark shelled the mill at Karst"),
        said(2, "Sudmark", "it shelled the mill", "deny"),
    ]
    events = [
        told(1, "s1", ["shelled", 1], ["Sudmark army"], ["civilians of Norland"], place="Karst"),
        told(2, "s2", ["shelled", 2], ["Sudmark"], ["civilians of Norland"], polarity="denied"),
    ]
    return report(1, text, statements, events, **more)


def test_a_deed_that_one_side_affirms_and_the_other_denies():
    (found,) = disputes(denial())
    assert found.kind == "denial"
    assert sides(found) == [["Norland"], ["Sudmark"]]
    row = found.to_dict()
    assert list(row) == ["id", "matter", "kind", "label", "since", "until", "places", "sides"]
    assert list(row["sides"][0]) == ["position", "actors", "words"]
    words = row["sides"][1]["words"][0]
    assert list(words) == ["report", "statement", "start", "end", "text", "published"]
    assert words["text"] == "it shelled the mill"
    assert words["published"] == "2031-03-04"


def test_a_bare_denial_has_an_unnamed_other_side():
    text = "Sudmark denied that it shelled the mill at Karst."
    statements = [said(1, "Sudmark", "it shelled the mill at Karst", "deny")]
    events = [told(1, "s1", "shelled", ["Sudmark"], polarity="denied", place="Karst")]
    (found,) = disputes(report(1, text, statements, events))
    assert sides(found) == [["unnamed"], ["Sudmark"]]


def test_the_charge_that_no_event_tells_is_answered_all_the_same():
    text = "“They left our men in the snow,” the Hill Front said. The Norland army denied the accusation."
    statements = [
        said(1, "Hill Front", "“They left our men in the snow,”"),
        said(2, "Norland army", "the accusation", "deny"),
    ]
    (found,) = disputes(report(1, text, statements, []))
    assert sides(found) == [["Hill Front"], ["Norland army"]]


def test_who_will_not_do_it_denies_nothing():
    text = "Norland said Sudmark should meet its envoys. Sudmark said it would not meet them."
    statements = [said(1, "Norland", "Sudmark should meet its envoys"), said(2, "Sudmark", "it would not meet them")]
    events = [
        told(1, "s1", ["meet", 1], ["Sudmark"], ["Norland"], type="CONSULT", modality="wanted"),
        told(2, "s2", ["meet", 2], ["Sudmark"], ["Norland"], type="CONSULT", modality="planned", polarity="denied"),
    ]
    assert disputes(report(1, text, statements, events)) == ()


def test_two_who_each_blame_the_other_for_one_deed_at_one_place():
    text = "Norland said Sudmark burned the mill. Sudmark said the Hill Front burned it."
    statements = [said(1, "Norland", "Sudmark burned the mill"), said(2, "Sudmark", "the Hill Front burned it")]
    events = [
        told(1, "s1", ["burned", 1], ["Sudmark army"], ["Relief North"]),
        told(2, "s2", ["burned", 2], ["Hill Front"], ["Relief North"]),
    ]
    (found,) = disputes(report(1, text, statements, events))
    assert found.kind == "other-actor"
    assert sides(found) == [["Norland"], ["Sudmark"]]


def test_an_act_of_a_part_is_an_act_of_the_whole():
    text = "Norland said the Hill Front burned the mill. Sudmark said the Hill Scouts burned it."
    statements = [said(1, "Norland", "the Hill Front burned the mill"), said(2, "Sudmark", "the Hill Scouts burned it")]
    events = [told(1, "s1", ["burned", 1], ["Hill Front"]), told(2, "s2", ["burned", 2], ["Hill Scouts"])]
    assert disputes(report(1, text, statements, events)) == ()


def test_each_charges_the_other_with_breaking_the_truce():
    text = "Norland said Sudmark broke the truce. Sudmark said Norland broke the truce."
    statements = [said(1, "Norland", "Sudmark broke the truce"), said(2, "Sudmark", "Norland broke the truce")]
    events = [told(1, "s1", ["broke", 1], ["Sudmark"]), told(2, "s2", ["broke", 2], ["Norland"])]
    (found,) = disputes(report(1, text, statements, events))
    assert found.kind == "counter-charge"


def figures(first, second, *, day="2031-03-04", other="Hill Front"):
    one = report(
        1,
        "Sudmark said 12 people died at the mill in Karst.",
        [said(1, "Sudmark", "12 people died at the mill in Karst")],
        [told(1, "s1", "died", [], ["civilians of Sudmark"], place="Karst", killed=first)],
    )
    two = report(
        2,
        "A speaker said 40 people died at the mill in Karst.",
        [said(1, other, "40 people died at the mill in Karst")],
        [told(1, "s1", "died", ["Sudmark army"], ["civilians of Sudmark"], place="Karst", killed=second)],
        published=day,
    )
    return disputes(one, two)


def test_figures_that_cannot_both_be_right():
    (found,) = figures([12, 12], [40, 40])
    assert found.kind == "numbers"
    assert sorted(sides(found)) == [["Hill Front"], ["Sudmark"]]


@pytest.mark.parametrize(("first", "second"), [([12, None], [40, 40]), ([12, 12], [11, 13]), ([12, 12], [12, 12])])
def test_figures_that_can(first, second):
    assert figures(first, second) == ()


def test_a_toll_that_rises_with_time_is_an_update():
    assert figures([12, 12], [16, 16], day="2031-03-06", other="Sudmark") == ()
    assert figures([12, 12], [16, 16], day="2031-03-06", other="Relief North") != ()  # the accused counts fewer


def test_who_was_hit():
    text = "Norland said it struck fighters of the Hill Front. Relief North said nurses were struck."
    statements = [
        said(1, "Norland", "it struck fighters of the Hill Front"),
        said(2, "Relief North", "nurses were struck"),
    ]
    events = [
        told(1, "s1", ["struck", 1], ["Norland army"], ["Hill Front"]),
        told(2, "s2", ["struck", 2], ["Norland army"], ["nurses"]),
    ]
    (found,) = disputes(report(1, text, statements, events))
    assert found.kind == "other-target"


def test_where_it_was():
    text = "Norland said its men were seized at Karst. Sudmark said it seized them at Tell."
    statements = [said(1, "Norland", "its men were seized at Karst"), said(2, "Sudmark", "it seized them at Tell")]
    events = [
        told(1, "s1", ["seized", 1], ["Sudmark army"], ["Norland army"], place="Karst"),
        told(2, "s2", ["seized", 2], ["Sudmark army"], ["Norland army"], place="Tell"),
    ]
    (found,) = disputes(report(1, text, statements, events))
    assert found.kind == "time-or-place"


def test_why_it_was_done():
    text = "Norland said Sudmark closed the bridge to starve it. Sudmark said it closed it because of the flood."
    text = text.replace("to starve", "in order to starve")
    statements = [
        said(1, "Norland", "Sudmark closed the bridge in order to starve it"),
        said(2, "Sudmark", "it closed it because of the flood"),
    ]
    events = [
        told(1, "s1", ["closed", 1], ["Sudmark"], ["Norland"], type="COERCE"),
        told(2, "s2", ["closed", 2], ["Sudmark"], ["Norland"], type="COERCE"),
    ]
    (found,) = disputes(report(1, text, statements, events))
    assert found.kind == "motive"


def test_the_same_words_carried_by_another_paper_are_no_new_voice():
    filler = " ".join(
        f"The {n}th lorry of grain crossed the river by the old bridge before dusk fell." for n in range(20)
    )
    one = denial()
    one["text"] += "\n\n" + filler
    two = denial(publisher="Tell Courier", published="2031-03-05")
    two["text"] += "\n\n" + filler
    two["id"] = "r2"
    (found,) = disputes(one, two)
    assert [len(side.tellings) for side in found.sides] == [1, 1]


def test_reports_of_the_same_matter_are_joined_and_others_are_not():
    far = denial(published="2031-03-06")
    far["id"], far["text"] = "r2", far["text"].replace("Karst", "Arlen")
    far["text"] = far["text"].replace("Title", "Another", 1).replace("mill", "harbour")
    far["statements"][0]["content"] = ["Sudmark shelled the harbour at Arlen"]
    far["statements"][1]["content"] = ["it shelled the harbour"]
    far["events"][0]["place"] = "Arlen"
    assert len(disputes(denial(), far)) == 2
    again = denial(published="2031-03-06")
    again["id"], again["text"] = "r3", again["text"].replace("Title", "Once more", 1)
    assert len(disputes(denial(), again)) == 1
