def test_three_deep(told):
    rows = told("Petrik said the general told her that the rebels believed the war was lost.").rows
    assert [r.parent for r in rows] == [None, rows[0].id, rows[1].id]
    assert [r.stance for r in rows] == ["say", "say", "believe"]


def test_a_claim_of_another_as_a_noun(told):
    found = told("Petrik said the army's claim that it held the town was false.")
    assert found.rows[1].parent == found.rows[0].id
    assert found.rows[1].distance
    assert found.contents(found.rows[1]) == ["it held the town"]


def test_the_claim_of_another_inside_a_quotation(told):
    found = told("“The army told us: go away or we shoot,” she said.")
    outer, inner = sorted(found.rows, key=lambda r: r.parent is not None)
    assert inner.parent == outer.id
    assert found.contents(inner) == ["go away or we shoot"]


def test_the_speakers_own_belief_is_no_statement(told):
    assert len(told('"I believe we will win," Petrik said.').rows) == 1


def test_ids_are_unique(told):
    rows = told("“Go,” she said. “Stay.” He said they said it rained. “Go,” he said.").rows
    assert len({r.id for r in rows}) == len(rows)
