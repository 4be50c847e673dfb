"""Passages with marked deeds: how marks are read, and that every passage of our own is marked rightly."""

import re

import pytest
from training.data import marked
from training.labels import DEEDS, LAYERS, MODALITIES, POLARITIES


def words(example: object, span: tuple[int, int]) -> str:
    return " ".join(t.text for t in example.outline.tokens[span[0] : span[1]])  # type: ignore[attr-defined]


def test_marks_become_anchors_and_parties() -> None:
    found = marked.example("x", "[a1 The [r2 Ostian] army] [e1:ASSAULT/denied/possible shelled] [r1,a2 Karst].")
    (deed,) = found.deeds
    assert words(found, deed.anchor) == "shelled"
    assert [words(found, s) for s in deed.actors + deed.recipients] == ["The Ostian army", "Karst"]
    at = deed.anchor[0]
    told = (("anchor", "ASSAULT"), ("polarity", "denied"), ("modality", "possible"))
    assert [LAYERS[layer][found.layers[layer][at]] for layer, _ in told] == [label for _, label in told]


def test_a_passage_without_marks_teaches_that_nothing_is_told() -> None:
    found = marked.example("x", "The markets were quiet.")
    assert (found.deeds, set(found.layers["anchor"])) == ((), {0})


def test_joined_passages_keep_their_events_apart() -> None:
    passages = ["[a1 Bo] [e1:REJECT left].", "[a1,r2 Li] [e1:CONSULT met] [e2:PROTEST crowds]."]
    joined = "\n\n".join(marked.renumbered(passages))
    assert [len(d.actors) for d in marked.example("x", joined).deeds] == [1, 1, 0]


@pytest.mark.parametrize("path", sorted(marked.HOME.glob("events_*.txt")), ids=lambda p: p.stem)
def test_every_passage_is_marked_rightly(path) -> None:
    assert [fault for passage in marked.passages_of(path) for fault in faults(passage)] == []


def faults(passage: str) -> list[str]:
    tags = re.findall(r"\[([^\s\[\]]+) ", passage)
    if passage.count("[") != len(tags) or passage.count("]") != len(tags):
        return [f"a mark is not closed, or holds nothing: {passage[:60]}"]
    events = {m.group(1): m for m in map(marked.EVENT.fullmatch, tags) if m}
    roles = [r for tag in tags if not marked.EVENT.fullmatch(tag) for r in tag.split(",")]
    unknown = [r for r in roles if not marked.ROLE.fullmatch(r) or r[1:] not in events]
    types = [m.group(2) for m in events.values() if m.group(2) not in DEEDS]
    told = [w for m in events.values() for w in m.group(3).split("/")[1:] if w not in (*POLARITIES, *MODALITIES)]
    return [f"{fault} in: {passage[:60]}" for fault in (*unknown, *types, *told)]
