"""The vocabularies of this room: complete, closed, and without codes that nothing defines."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook import vocabulary
from dateline.events.lexicon import classes, frames, noun_patterns, verb_patterns
from dateline.events.plover import event_types, folded, foldings, score_of


def test_sixteen_types_with_modes_scores_and_examples() -> None:
    assert len(event_types()) == 16
    for entry in vocabulary("plover")["types"].values():
        assert len(entry["examples"]) >= 3
        assert all(len(m["examples"]) >= 3 and m["label"] and m["description"] for m in entry["modes"].values())
        assert entry["quad"] in vocabulary("plover")["quads"]


def test_scores_of_the_manual() -> None:
    assert (score_of("ASSAULT", ()), score_of("ASSAULT", ("beat",)), score_of("CONSULT", ("phone",))) == (-9, -7.5, 1.5)
    assert (score_of("ACCUSE", ()), score_of("RETREAT", ("disarm",)), score_of("AID", ())) == (-3, 10, 10)


def test_foldings_name_types() -> None:
    assert {t for f in foldings() for t in (*f.types, f.to)} <= set(event_types())
    assert folded("RETREAT", "planned", "affirmed", None) == "CONCEDE"
    assert folded("ASSAULT", "actual", "affirmed", None) is None


def test_contexts_and_ties_have_label_description_and_examples() -> None:
    assert len(vocabulary("contexts")["contexts"]) == 37
    assert len(vocabulary("ties")["ties"]) == 12
    for book in (vocabulary("contexts")["contexts"], vocabulary("ties")["ties"], vocabulary("modality")["modalities"]):
        assert all(e["label"] and e["description"] and len(e["examples"]) >= 3 for e in book.values())


def test_deeds_are_many_and_their_codes_are_known() -> None:
    verbs = {(p.lemma, p.particles, p.objects, p.prepositions) for row in verb_patterns().values() for p in row}
    nouns = {(p.lemma, p.modifier) for row in noun_patterns().values() for p in row}
    assert len(verbs) + len(nouns) >= 2000
    senses = vocabulary("deeds")["senses"]
    assert {s["type"] for s in senses} - {"NONE"} == set(event_types())
    for sense in senses:
        assert sense.get("frame", "transitive") in frames()
        modes = {m.code for m in event_types()[sense["type"]].modes} if sense["type"] != "NONE" else set()
        assert sense.get("mode") is None or sense["mode"] in modes, sense
        for key in ("object", "not_object", "subject", "not_subject", "target"):
            assert set(sense.get(key, ())) <= set(classes())


def test_no_word_was_read_as_a_truth_value() -> None:
    """YAML reads a bare `on`, `no` or `yes` as true or false."""
    for name in ("deeds", "modality", "ties", "plover", "contexts"):
        assert not list(_words_that_are_none(vocabulary(name))), name


def _words_that_are_none(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from (k for k in value if not isinstance(k, str))
        for inner in value.values():
            yield from _words_that_are_none(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from [inner] if isinstance(inner, bool) else _words_that_are_none(inner)
