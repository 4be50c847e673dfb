import pytest

from dateline.codebook import vocabulary
from dateline.statements import cue_of


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that it shelled the school.", "deny"),
        ("The army rejected the allegation that its men looted the shop.", "deny"),
        ("The army rejected the offer of talks.", "refuse"),
        ("The army insisted that nobody was hurt.", "claim"),
        ("The army admitted that it had fired.", "admit"),
        ("The army vowed to crush the revolt.", "threaten"),
        ("The army vowed to rebuild the school.", "promise"),
        ("The army told its men to withdraw.", "demand"),
        ("The army told the press that it would withdraw.", "say"),
        ("The army hailed the vote as a new start.", "praise"),
        ("The army fears a blockade.", "fear"),
        ("The army did not deny that troops had crossed the river.", "refuse-comment"),
        ("The army stopped short of blaming the rebels.", "refuse-comment"),
    ],
)
def test_the_stance_of_a_cue(told, text, stance):
    assert told(text).rows[0].stance == stance


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The spokesman declined to comment.", "declined to comment"),
        ("The spokesman refused to comment on the raid.", "refused to comment"),
        ("The spokesman had no comment.", "had no comment"),
        ("The spokesman could not be reached for comment.", "reached for comment"),
        ("The spokesman did not respond to a request for comment.", "respond to a request"),
        ("The spokesman would neither confirm nor deny the raid.", "confirm nor deny"),
    ],
)
def test_who_says_nothing(told, text, cue):
    assert told(text).brief == [("the spokesman", cue, [])]
    assert told(text).rows[0].stance == "refuse-comment"


def test_a_negated_cue_is_denied(told):
    row = told("The army did not confirm that the bridge had fallen.").rows[0]
    assert (row.stance, row.polarity) == ("confirm", "denied")
    assert told("The state does not believe that the militia fights the sect.").rows[0].polarity == "denied"
    assert told("No official confirmed that the bridge had fallen.").rows[0].polarity == "denied"


def test_distance(told):
    assert told("The army claimed that the rebels had used gas.").rows[0].distance
    assert told("The army said, without providing evidence, that the rebels had used gas.").rows[0].distance
    assert told("The army said it held Osk. The report could not be independently verified.").rows[0].distance
    assert not told("The army said it held Osk.").rows[0].distance


def test_the_entry_of_a_cue_tells_its_act(told):
    found = told("The army accused the rebels of looting.")
    entry = cue_of(found.analysis, found.rows[0])
    assert entry is not None
    assert entry.act == "ACCUSE"


def test_the_cues_are_many_and_their_stances_known():
    book, stances = vocabulary("cues"), vocabulary("stances")["stances"]
    entries = [e for part in ("verbs", "nouns", "adjectives", "phrases") for e in book[part]]
    assert len({e["cue"] for e in entries}) >= 400
    assert {e["stance"] for e in entries} <= {s["code"] for s in stances}
    assert all(len(s["examples"]) >= 3 for s in stances)
