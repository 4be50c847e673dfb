"""What is derived depends on the set of records, not on the order or the steps in which they were read."""

import random

import pytest

from dateline.accounts import keeping
from dateline.accounts.whole import accounts_of
from dateline.ledger import Ledger
from dateline.ledger.opening import open_ledger


def tables(path, catalogue):
    """All that is derived, with reports and deeds by id."""
    db = open_ledger(path, create=False)
    keeping.prepare(db, "test", None)
    keeping.catch_up(db, catalogue)
    queries = (
        "SELECT d.id, r.id, day, features, tellings FROM account_deed d JOIN report r ON r.n = d.report ORDER BY 1",
        "SELECT b.key, b.day, d.id FROM account_block b JOIN account_deed d ON d.n = b.deed ORDER BY 1, 2, 3",
        """SELECT min(a.id, b.id), max(a.id, b.id), score, why FROM account_link JOIN account_deed a ON a.n = one
           JOIN account_deed b ON b.n = other ORDER BY 1, 2""",
        "SELECT d.id, matter FROM account_matter JOIN account_deed d ON d.n = deed ORDER BY 1",
        "SELECT * FROM account_dispute ORDER BY 1",
        """SELECT r.id, o.id, counted, share, spans FROM account_copy c JOIN report r ON r.n = c.report
           JOIN report o ON o.n = origin ORDER BY 1""",
        "SELECT r.id, ord, key, json FROM account_process p JOIN report r ON r.n = p.report ORDER BY 1, 2",
        "SELECT hash, r.id FROM account_sketch s JOIN report r ON r.n = s.report ORDER BY 1, 2",
    )
    found = [db.execute(query).fetchall() for query in queries]
    db.close()
    return found


def read(path, records, catalogue, *, at_once):
    with Ledger(path) as ledger:
        for record in records:
            ledger.add(record)
            if not at_once:
                tables(path, catalogue)
    return tables(path, catalogue)


@pytest.mark.parametrize("name", ["border-war", "pipeline-quarrel"])
def test_any_order_and_any_steps_give_the_same_tables(gold, tmp_path, name):
    _, catalogue, records = gold(name)
    rows = list(records.values())
    first = read(tmp_path / "a.db", rows, catalogue, at_once=True)
    assert first[3] and first[4] and first[5]
    for seed in range(2):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert read(tmp_path / f"{seed}.db", shuffled, catalogue, at_once=bool(seed)) == first


def test_a_record_that_is_coded_again_and_back_leaves_no_trace(gold, tmp_path):
    from dataclasses import replace

    _, catalogue, records = gold("pipeline-quarrel")
    rows = list(records.values())
    first = read(tmp_path / "a.db", rows, catalogue, at_once=True)
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.add(replace(rows[2], events=(), statements=()))
        assert tables(tmp_path / "a.db", catalogue) != first
        ledger.add(rows[2])
    assert tables(tmp_path / "a.db", catalogue) == first


def test_the_ledger_holds_what_the_whole_set_gives_at_once(gold, tmp_path):
    _, catalogue, records = gold("border-war")
    kept = read(tmp_path / "a.db", list(records.values()), catalogue, at_once=False)
    whole = accounts_of(records.values(), catalogue)
    assert [row[0] for row in kept[4]] == sorted(d.id for d in whole.disputes)
    assert dict(kept[3]) == {d.id: m.id for m in whole.matters for d in m.deeds}


def test_no_record_is_changed(gold, tmp_path):
    _, catalogue, records = gold("border-war")
    with Ledger(tmp_path / "a.db") as ledger:
        for record in records.values():
            ledger.add(record)
        before = list(ledger.lines())
        tables(tmp_path / "a.db", catalogue)
        assert list(ledger.lines()) == before
