"""Named campaigns, talks, truces and agreements: which there are, who takes part, and what is said of them by whom."""

import json

import pytest
from click.testing import CliRunner

from dateline.accounts import Accounts
from dateline.accounts.processes import processes, references
from dateline.actors import Catalogue, entries_from_gold
from dateline.cli.terminal.group import group
from dateline.evaluation.gold_records import gold_records
from dateline.ledger import Ledger
from fixtures.by_hand import ACTORS, report, said, told, whole

NORLAND_SAYS = "Norland said Sudmark broke the truce at Karst."
SUDMARK_SAYS = "The truce entered into force on Monday. Sudmark denied that it violated the truce."


def records(*reports):
    catalogue = Catalogue.of(entries_from_gold(ACTORS))
    return [record for _, record in gold_records({"actors": ACTORS, "reports": reports}, catalogue)]


def found(*texts):
    rows = records(*(report(i, text, [], []) for i, text in enumerate(texts, 1)))
    return processes(r for record in rows for r in references(record))


def truce():
    one = report(
        1,
        NORLAND_SAYS,
        [said(1, "Norland", "Sudmark broke the truce at Karst")],
        [told(1, "s1", "broke the truce", ["Sudmark army"], ["Norland army"])],
    )
    two = report(
        2,
        SUDMARK_SAYS,
        [said(1, "Sudmark", "it violated the truce", "deny")],
        [told(1, "s1", "violated the truce", ["Sudmark"], polarity="denied")],
        published="2031-03-06",
    )
    return records(one, two)


def test_what_became_of_a_truce_according_to_whom():
    (row,) = processes(r for record in truce() for r in references(record))
    assert row.key == "truce"
    assert row.parties == ("Sudmark army", "Norland army", "Sudmark")
    assert [(r.stage, r.denied, r.by, r.speakers) for r in row.stages] == [
        ("broken", False, ("Sudmark army",), ("Norland",)),
        ("began", False, (), ()),
        ("broken", True, ("Sudmark",), ("Sudmark",)),
    ]
    content = row.to_dict()
    assert (content["since"], content["until"], content["reports"]) == ("2031-03-04", "2031-03-06", 2)
    assert content["stages"][0]["text"] == NORLAND_SAYS


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Arlen talks collapsed on Friday.", "talks arlen"),
        ("Norland opened talks in Arlen on Friday.", "talks arlen"),
        ("The Karst grain deal expired.", "agreement karst"),
        ("The offensive in Karst began at dawn.", "campaign karst"),
        ("The ceasefire held.", "truce"),
    ],
)
def test_the_name_is_its_own(text, key):
    assert [p.key for p in found(text)] == [key]


@pytest.mark.parametrize(
    "text",
    ["They held talks.", "An agreement was signed.", "The Joint Truce Commission met.", "Norland's push began."],
)
def test_what_has_no_name_is_no_process(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "stage", "denied"),
    [
        ("The truce did not hold and was broken.", "broken", False),
        ("Nobody has broken the truce.", "broken", True),
        ("The truce expired at midnight.", "ended", False),
        ("Both sides kept the truce.", "holds", False),
        ("The truce was on everybody's lips.", None, False),
    ],
)
def test_the_nearest_words_tell_the_stage(text, stage, denied):
    ((row,),) = (p.references for p in found(text))
    assert (row.stage, row.denied) == (stage, denied)


def siege(number, day, where):
    """One telling of many weeks of shelling, under a name or without."""
    text = f"Sudmark shelled the mill at Karst in {where}.\n\nPage {number}."
    return report(
        number, text, [], [told(1, None, "shelled", ["Sudmark"], ["Relief North"], place="Karst")], published=day
    )


DAYS = ("2031-03-01", "2031-03-18", "2031-04-04", "2031-04-20", "2031-05-06")


def test_a_named_process_joins_matters_over_more_days_than_else():
    assert len(whole(*(siege(i, day, "its push") for i, day in enumerate(DAYS, 1))).matters) == 2
    assert len(whole(*(siege(i, day, "its Winter offensive") for i, day in enumerate(DAYS, 1))).matters) == 1


def test_command_line_and_python_give_the_same(tmp_path):
    path = tmp_path / "a.db"
    with Ledger(path) as ledger:
        for record in truce():
            ledger.add(record)
    with Accounts(path) as accounts:
        rows = [p.to_dict() for p in accounts.processes()]
        assert accounts.processes("harbour") == ()
    ran = CliRunner().invoke(group, ["processes", "truce", "--ledger", str(path), "--json"])
    assert ran.exit_code == 0
    assert [json.loads(line) for line in ran.stdout.splitlines()] == rows
    shown = CliRunner().invoke(group, ["processes", "--ledger", str(path)])
    assert "broken by Sudmark army, says Norland" in shown.stdout
    assert "denied: broken by Sudmark, says Sudmark" in shown.stdout
