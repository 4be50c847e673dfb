"""What a side holds, leaves open or holds no more; time and place; bare denials; and mere updates."""

from dateline.accounts.changes import changes_of
from dateline.accounts.whole import accounts_of
from dateline.coding import Coder
from dateline.reading import read_text
from fixtures.by_hand import disputes, report, said, sides, told, whole


def by(name, row):
    return next(side for side in row.sides if name in side.actors)


def denied_then(second, *more):
    """Two reports: Sudmark denies that it shelled the mill, then `second` says what of it."""
    one = report(
        1,
        "Sudmark denied that it shelled the mill at Karst.",
        [said(1, "Sudmark", "it shelled the mill at Karst", "deny")],
        [told(1, "s1", "shelled", ["Sudmark"], ["Relief North"], polarity="denied", place="Karst")],
    )
    two = report(
        2,
        f"{second} admitted that it shelled the mill at Karst.",
        [said(1, second, "it shelled the mill at Karst", "admit")],
        [told(1, "s1", "shelled", ["Sudmark"], ["Relief North"], place="Karst")],
        published="2031-03-07",
    )
    return (one, two, *more)


def test_a_changed_position_is_a_change_and_no_dispute_with_oneself():
    found = whole(*denied_then("Sudmark"))
    assert found.disputes == ()
    (matter,) = found.matters
    (change,) = changes_of(matter.tellings)
    assert change.actor == "Sudmark"
    assert (change.before.position, change.after.position) == ("denied", "affirmed")
    assert (change.before.published, change.after.published) == ("2031-03-04", "2031-03-07")


def test_a_part_of_a_camp_that_speaks_otherwise_later_is_a_change_too():
    found = whole(*denied_then("Sudmark army"))
    assert found.disputes == ()
    assert [c.actor for m in found.matters for c in changes_of(m.tellings)] == ["Sudmark army"]


def test_who_changes_his_mind_takes_one_side_of_the_dispute_with_others():
    charge = report(
        3,
        "Norland said Sudmark shelled the mill at Karst.",
        [said(1, "Norland", "Sudmark shelled the mill at Karst")],
        [told(1, "s1", "shelled", ["Sudmark"], ["Relief North"], place="Karst")],
        published="2031-03-05",
    )
    (found,) = disputes(*denied_then("Sudmark", charge))
    assert sides(found) == [["Norland"], ["Sudmark"]]


def test_one_statement_that_owns_to_the_deed_and_denies_its_target_changes_nothing():
    text = "Norland said it struck a store and did not strike the clinic."
    statements = [said(1, "Norland", "it struck a store and did not strike the clinic")]
    events = [
        told(1, "s1", ["struck", 1], ["Norland army"], ["Hill Front"]),
        told(2, "s1", ["strike", 1], ["Norland army"], ["Relief North"], polarity="denied"),
    ]
    found = whole(report(1, text, statements, events))
    assert found.disputes == ()
    assert [c for m in found.matters for c in changes_of(m.tellings)] == []


def seized(first, second, **more):
    text = "Norland said its men were seized near Karst. Sudmark said it seized its enemies."
    one = said(1, "Norland", "its men were seized near Karst")
    two = said(2, "Sudmark", "it seized its enemies")
    events = [
        told(1, "s1", ["seized", 1], ["Sudmark army"], ["Norland army"], **first),
        told(2, "s2", ["seized", 2], ["Sudmark army"], ["Norland army"], **second),
    ]
    return report(1, text, [one, two], events, **more)


def on(day):
    return {"date": {"value": day, "precision": "day"}}


def test_two_days_for_one_deed_are_a_dispute():
    (found,) = disputes(seized(on("2031-03-01"), on("2031-03-03")))
    assert found.kind == "time-or-place"
    assert [s.position for s in found.sides] == ["it was 2031-03-01", "it was 2031-03-03"]
    assert sides(found) == [["Norland"], ["Sudmark"]]


def test_a_month_that_holds_the_day_is_none():
    month = {"date": {"value": "2031-03", "precision": "month"}}
    assert disputes(seized(on("2031-03-03"), month)) == ()


def test_two_places_for_one_deed_are_a_dispute_and_one_place_named_twice_is_none():
    (found,) = disputes(seized({"place": "Karst"}, {"place": "Tell"}))
    assert found.kind == "time-or-place"
    assert disputes(seized({"place": "Karst"}, {"place": "Karst"})) == ()


def toll(number, who, figure, day):
    words = f"{figure} people died at the mill in Karst"
    deed = told(1, "s1", "died", [], ["civilians of Sudmark"], place="Karst", killed=[figure, figure])
    return report(number, f"{who} said {words}.", [said(1, who, words)], [deed], published=day)


def test_a_toll_that_rises_is_brought_up_to_date_by_anybody_who_is_no_party():
    assert disputes(toll(1, "Relief North", 12, "2031-03-04"), toll(2, "Sudmark", 19, "2031-03-06")) == ()


def test_a_toll_that_another_puts_lower_on_the_same_day_is_disputed():
    (found,) = disputes(toll(1, "Relief North", 12, "2031-03-04"), toll(2, "Sudmark", 5, "2031-03-04"))
    assert found.kind == "numbers"


def test_who_puts_his_own_toll_right_disputes_nothing():
    assert disputes(toll(1, "Sudmark", 12, "2031-03-04"), toll(2, "Sudmark", 9, "2031-03-05")) == ()


def charged(after, *statements):
    text = f"Norland said Sudmark shelled the mill at Karst. Sudmark denied that it shelled the mill. {after}"
    rows = [
        said(1, "Norland", "Sudmark shelled the mill at Karst"),
        said(2, "Sudmark", "it shelled the mill", "deny"),
        *statements,
    ]
    events = [
        told(1, "s1", ["shelled", 1], ["Sudmark army"], ["civilians of Norland"], place="Karst"),
        told(2, "s2", ["shelled", 2], ["Sudmark"], ["civilians of Norland"], polarity="denied"),
    ]
    return report(1, text, rows, events)


def test_what_the_report_could_not_verify_stands_beside_the_two_sides():
    (found,) = disputes(charged("Neither account could be independently verified."))
    assert [s.position for s in found.sides][2:] == ["left open"]
    side = by("Harbour Wire", found)
    assert side.tellings[0].statement is None
    assert side.tellings[0].text == "Neither account could be independently verified."


def test_who_had_no_comment_stands_beside_the_two_sides():
    silent = said(3, "Sudmark army", "x", "refuse-comment", content=[], cue="declined to comment")
    (found,) = disputes(charged("The Sudmark army declined to comment.", silent))
    assert by("Sudmark army", found).position == "left open"
    assert by("Sudmark army", found).tellings[0].text == "declined to comment"


def test_no_comment_alone_is_no_dispute():
    text = "Norland said Sudmark shelled the mill at Karst. Sudmark declined to comment."
    statements = [
        said(1, "Norland", "Sudmark shelled the mill at Karst"),
        said(2, "Sudmark", "x", "refuse-comment", content=[], cue="declined to comment"),
    ]
    events = [told(1, "s1", "shelled", ["Sudmark army"], ["civilians of Norland"], place="Karst")]
    assert disputes(report(1, text, statements, events)) == ()


def test_a_bare_denial_that_tells_no_deed_has_an_unnamed_other_side():
    text = "Sudmark denied any wrongdoing."
    (found,) = disputes(report(1, text, [said(1, "Sudmark", "any wrongdoing", "deny")], []))
    assert sides(found) == [["unnamed"], ["Sudmark"]]
    assert found.kind == "denial"


def test_that_is_untrue_denies_what_was_said_just_before():
    text = "The Hill Front said Norland had promised 34 lorries. “That is untrue,” the Norland army said."
    statements = [
        said(1, "Hill Front", "Norland had promised 34 lorries"),
        said(2, "Norland army", "“That is untrue,”"),
    ]
    (found,) = disputes(report(1, text, statements, []))
    assert sides(found) == [["Hill Front"], ["Norland army"]]


def test_what_the_denier_says_next_is_among_his_words():
    text = "Norland said Sudmark shelled the mill. Sudmark denied the charge. “We have no guns there,” it added."
    statements = [
        said(1, "Norland", "Sudmark shelled the mill"),
        said(2, "Sudmark", "the charge", "deny"),
        said(3, "Sudmark", "“We have no guns there,”"),
    ]
    events = [told(1, "s1", "shelled", ["Sudmark army"], ["civilians of Norland"], place="Karst")]
    (found,) = disputes(report(1, text, statements, events))
    assert [t.text for t in by("Sudmark", found).tellings] == ["the charge", "“We have no guns there,”"]


def test_a_number_that_stands_alone_counts_what_was_counted_just_before():
    text = "Sudmark put the number of people killed since March 2 at four. The Hill Front says 11."
    statements = [
        said(1, "Sudmark", "the number of people killed since March 2 at four"),
        said(2, "Hill Front", "11"),
    ]
    events = [told(1, "s1", "killed", [], ["civilians of Sudmark"], killed=[4, 4])]
    (found,) = disputes(report(1, text, statements, events))
    assert found.kind == "numbers"
    assert [s.position for s in found.sides] == ["killed: 4", "killed: 11"]


def test_each_charges_the_other_with_breaking_the_truce_in_two_reports():
    one = report(
        1,
        "Norland said Sudmark broke the truce when its guns fired near Karst.",
        [said(1, "Norland", "Sudmark broke the truce when its guns fired near Karst")],
        [told(1, "s1", "broke the truce", ["Sudmark army"], ["Norland army"], place="Karst")],
    )
    two = report(
        2,
        "Sudmark accused Norland of violating the truce with a raid on Tell.",
        [said(1, "Sudmark", "Norland of violating the truce with a raid on Tell", "accuse")],
        [told(1, "s1", "violating the truce", ["Norland army"], ["Sudmark army"], place="Tell")],
        published="2031-03-05",
    )
    (found,) = disputes(one, two)
    assert found.kind == "counter-charge"
    assert sides(found) == [["Norland"], ["Sudmark"]]


def test_who_could_not_verify_it_is_not_said_to_hold_it():
    text = (
        "Sudan's army said that paramilitary fighters had shelled a market in Omdurman, killing 12 civilians.\n\n"
        "The Rapid Support Forces denied the charge and accused the army of bombing its own people.\n\n"
        "The United Nations could not verify either account."
    )
    coder = Coder.load()
    (found,) = accounts_of([coder.code(read_text(text))], coder.catalogue).disputes
    assert [s.position for s in found.sides if "United Nations" in s.actors] == ["left open"]
