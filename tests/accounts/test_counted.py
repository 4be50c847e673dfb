"""The views of a ledger tell which rows stand in a report that only carries another's dispatch."""

import sqlite3
from contextlib import closing

from dateline.accounts import Accounts
from dateline.actors import Catalogue, entries_from_gold
from dateline.evaluation.gold_records import gold_records
from dateline.ledger import Ledger
from fixtures.by_hand import ACTORS, report, said, told

LORRIES = " ".join(f"The {n}th lorry of grain crossed the river by the old bridge before dusk fell." for n in range(20))


def two_reports():
    text = f"Norland said Sudmark shelled the mill at Karst.\n\n{LORRIES}"
    rows = [said(1, "Norland", "Sudmark shelled the mill at Karst")], [told(1, "s1", "shelled", ["Sudmark"])]
    first = report(1, text, *rows)
    second = report(2, text, *rows, publisher="Tell Courier", published="2031-03-05")
    catalogue = Catalogue.of(entries_from_gold(ACTORS))
    return [record for _, record in gold_records({"actors": ACTORS, "reports": [first, second]}, catalogue)]


def counted(path, view):
    with closing(sqlite3.connect(path)) as db:
        query = f"SELECT counted FROM {view}"  # noqa: S608 - our own names
        return sorted(n for (n,) in db.execute(query))


def test_a_copy_and_its_rows_are_not_counted(tmp_path):
    path = tmp_path / "a.db"
    with Ledger(path) as ledger:
        for record in two_reports():
            ledger.add(record)
    assert counted(path, "events") == [1, 1]  # nobody has compared them yet
    with Accounts(path) as accounts:
        assert len(list(accounts.copies())) == 1
    for view in ("reports", "statements", "events"):
        assert counted(path, view) == [0, 1]


def test_a_ledger_of_an_older_dateline_gets_the_flag(tmp_path):
    path = tmp_path / "a.db"
    with Ledger(path) as ledger:
        ledger.add(two_reports()[0])
    with closing(sqlite3.connect(path)) as db:
        db.executescript("""DROP VIEW reports; CREATE VIEW reports AS SELECT id AS report FROM report;
          DROP TABLE account_copy; PRAGMA user_version = 1;""")
    with Ledger(path) as ledger:
        assert len(list(ledger.reports())) == 1
    assert counted(path, "reports") == [1]
