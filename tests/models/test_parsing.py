import numpy as np
import pytest

from dateline.language.analyse import outline
from dateline.language.lemmas import lemma_of
from dateline.language.parsing import parsed
from dateline.language.paths import best_paths, spans_of
from dateline.language.trees import best_tree
from dateline.report import Part, Report


def test_best_governors_that_make_a_tree_are_kept() -> None:
    scores = np.array([[0, 5, 0], [0, 6, 0], [0, 4, 0]], np.float32)
    assert best_tree(scores).tolist() == [1, 1, 1]


def test_a_cycle_is_opened_where_it_costs_least() -> None:
    scores = np.full((3, 3), -9, np.float32)
    scores[0, 1], scores[1, 0] = 5, 5  # each would govern the other
    scores[2, 2] = 4
    scores[0, 2], scores[1, 2] = 1, 3
    assert best_tree(scores).tolist() == [1, 2, 2]


def test_there_is_one_root() -> None:
    scores = np.eye(4, dtype=np.float32) * 5
    scores[2, 2] = 6
    heads = best_tree(scores)
    assert sum(h == i for i, h in enumerate(heads)) == 1


def test_random_scores_always_give_a_tree() -> None:
    dice = np.random.default_rng(1)
    for size in (1, 2, 3, 9, 40):
        for _ in range(20):
            heads = best_tree(dice.normal(size=(size, size)).astype(np.float32))
            roots = [i for i, h in enumerate(heads) if h == i]
            assert len(roots) == 1
            for start in range(size):
                at = start
                for _ in range(size):
                    at = int(heads[at])
                assert at == roots[0]


def test_paths_are_legal_and_best() -> None:
    scores = np.full((1, 4, 5), -5, np.float32)
    scores[0, [0, 1, 2, 3], [1, 2, 0, 0]] = 0  # B I O O: an I must be followed by I or E
    scores[0, 1, 3] = -1
    assert best_paths(scores, 1)[0].tolist() == [1, 3, 0, 0]
    assert spans_of(best_paths(scores, 1)[0]) == [(0, 2)]


@pytest.mark.parametrize(
    ("word", "pos", "tag", "lemma"),
    [
        ("said", "VERB", "VBD", "say"), ("hoping", "VERB", "VBG", "hope"), ("shelled", "VERB", "VBN", "shell"),
        ("denies", "VERB", "VBZ", "deny"), ("is", "AUX", "VBZ", "be"), ("’s", "AUX", "VBZ", "be"),
        ("n't", "PART", "RB", "not"),
        ("cities", "NOUN", "NNS", "city"), ("houses", "NOUN", "NNS", "house"), ("gunmen", "NOUN", "NNS", "gunman"),
        ("wives", "NOUN", "NNS", "wife"), ("larger", "ADJ", "JJR", "large"), ("Worst", "ADJ", "JJS", "bad"),
        ("troops", "NOUN", "NNS", "troop"), ("Syria", "PROPN", "NNP", "syria"), ("s", "NOUN", "NNS", "s"),
    ],
)  # fmt: skip
def test_lemmas(word: str, pos: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, pos, tag) == lemma


def test_a_plain_sentence_is_parsed() -> None:
    text = "The army shelled the old bridge, and two farmers were killed by a mine."
    bare = outline(Report("", text, (Part("body", 0, len(text)),), ""))
    found = {t.text: t for t in parsed(bare, bare.encoding).tokens}
    governed = {word: (t.dep, bare.tokens[t.head].text) for word, t in found.items()}
    assert governed["army"] == ("nsubj", "shelled")
    assert governed["bridge"] == ("dobj", "shelled")
    assert governed["farmers"] == ("nsubjpass", "killed")
    assert governed["by"] == ("agent", "killed")
    assert found["shelled"].dep == "ROOT"
    assert found["killed"].lemma == "kill"
