"""Needs training's own requirements nowhere: reading data is plain Python."""

from training.data import own, plv
from training.data.polnear import example
from training.example import UNLABELLED
from training.labels import EDGES, LAYERS, ROLE_TAGS, TYPES, edge_tags

TEXT = "Title here.\n\n“Yes,” Bo said, “and no.”"


def words(found: object, span: tuple[int, int]) -> list[str]:
    return [t.text for t in found.outline.tokens[span[0] : span[1]]]  # type: ignore[attr-defined]


def test_edges_of_spans() -> None:
    assert [EDGES[i] for i in edge_tags(6, [(0, 1), (2, 5)])] == ["S", "O", "B", "I", "E", "O"]


def test_marks_are_taken_off_and_remembered() -> None:
    text, spans = plv.unmark("<s>Ostia</s> shelled <t>Karst</t>.")
    assert text == "Ostia shelled Karst."
    assert {k: text[a:b] for k, (a, b) in spans.items()} == {"s": "Ostia", "t": "Karst"}


def test_a_marked_sentence_has_its_type_and_none_the_other_way() -> None:
    found = plv.marked_example("1", "<s>Ostia</s> blamed <t>Karst</t>.", "ACCUSE")
    assert found is not None
    assert [TYPES[p.label] for p in found.pairs] == ["ACCUSE", "none"]
    assert found.pairs[0].actor == found.pairs[1].recipient


def test_concede_and_retreat_are_yield() -> None:
    found = plv.marked_example("1", "<s>Ostia</s> left <t>Karst</t>.", "RETREAT")
    assert found is not None
    assert TYPES[found.pairs[0].label] == "YIELD"


def test_a_sentence_without_a_mark_is_left_out() -> None:
    assert plv.marked_example("1", "<s>Ostia</s> left Karst.", "YIELD") is None


def test_a_document_becomes_token_ranges() -> None:
    def at(piece: str) -> list[int]:
        return [TEXT.index(piece), TEXT.index(piece) + len(piece)]

    attribution = {"source": [at("Bo")], "cue": [at("said")], "content": [at("“Yes,”"), at("“and no.”")]}
    found = example({"id": "x_2016-01-01_y", "title": "Title here", "text": TEXT, "attributions": [attribution]})
    (only,) = found.attributions or ()
    assert [words(found, s) for s in only.contents] == [["“", "Yes", ",", "”"], ["“", "and", "no", ".", "”"]]
    assert found.heads is None
    (item,) = found.items(254)
    assert item.layer("tag") == [UNLABELLED] * len(found.outline.tokens)
    assert item.attributions()[0].cue == only.cue


def test_the_title_loses_its_stop_only_where_it_has_one() -> None:
    found = example({"id": "x_2016-01-01_y", "title": "Title here", "text": TEXT, "attributions": []})
    (item,) = found.items(254)
    assert item.without_stop().chunk.ids.count(0) == 1
    assert len(item.without_stop().chunk.ids) == len(item.chunk.ids)


def test_our_own_sentences_are_the_same_each_time_and_cover_every_type() -> None:
    one, two = list(own.read()), list(own.read())
    assert [e.outline.text for e in one] == [e.outline.text for e in two]
    assert {p.label for e in one for p in e.pairs} == set(range(len(TYPES)))
    assert any(e.attributions for e in one)


def test_shipped_heads_have_the_labels_of_training() -> None:
    from dateline.language.heads import shipped_heads

    labels = shipped_heads().labels
    assert {name: labels[name] for name in LAYERS} == LAYERS
    assert labels["roles"] == ROLE_TAGS
    assert labels["pair"] == TYPES
