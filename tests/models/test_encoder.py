import numpy as np
import pytest

from dateline.language.analyse import outline
from dateline.language.analysis import Analysis
from dateline.language.chunks import STEP, chunks_of
from dateline.language.encoder import FILE, Encoder, onnx_trunk
from dateline.language.pieces import canonical, pieces_of, shapes_of
from dateline.report import Part, Report

TEXT = (
    "Envoy leaves Karst\n\n"
    "Ostian troops shelled the town of Karst on Monday, the army said. “We were asleep,” said Ana Ruiz, a nurse.\n\n"
    "The ministry denied that its guns had been used."
)


def outlined(text: str) -> Analysis:
    return outline(Report("", text, (Part("body", 0, len(text)),), ""))


def test_a_chunk_reads_the_same_alone_and_in_a_batch() -> None:
    trunk = onnx_trunk(FILE)
    dice = np.random.default_rng(4)
    ids = dice.integers(1000, 20000, (5, 4 * STEP)).astype(np.int32)
    ids[2, 40:] = 0
    shapes = dice.integers(0, 8, ids.shape).astype(np.int32)
    together = trunk(ids, shapes)
    for row in range(len(ids)):
        alone = trunk(ids[row : row + 1], shapes[row : row + 1])[0]
        real = ids[row] > 0
        assert np.array_equal(alone[real], together[row][real])


def test_a_text_reads_the_same_twice() -> None:
    one, two = (Encoder.shipped().read(outlined(TEXT)) for _ in range(2))
    assert np.array_equal(one.vectors, two.vectors)


def test_straight_and_curly_marks_read_alike() -> None:
    curly, straight = outlined(TEXT), outlined(TEXT.replace("“", '"').replace("”", '"'))
    assert pieces_of(curly) == pieces_of(straight)
    assert shapes_of(curly) == shapes_of(straight)
    assert np.array_equal(curly.encoding.vectors, straight.encoding.vectors)


def test_every_token_lies_in_one_chunk_and_no_chunk_is_too_long() -> None:
    analysis = outlined("\n\n".join(["One two three. " * 40] * 9) + "\n\n" + "word " * 2000)
    chunks = chunks_of(analysis, pieces_of(analysis), shapes_of(analysis))
    covered = [i for c in chunks for i in range(c.first, c.last)]
    assert covered == list(range(len(analysis.tokens)))
    assert max(len(c.ids) for c in chunks) <= 256
    assert all(len(c.at) == c.last - c.first for c in chunks)


@pytest.mark.parametrize("text", ["", "   ", "—", "\u200b", "'" * 300, "a" * 5000, "。" * 400])
def test_odd_texts_are_read(text: str) -> None:
    analysis = outlined(text)
    assert analysis.encoding.vectors.shape == (len(analysis.tokens), 384)
    assert analysis.encoding.cue.shape == (len(analysis.tokens), 5)


def test_shapes_tell_case_and_quotation() -> None:
    analysis = outlined("The NATO envoy “left in 2014” Karst.")
    shapes = dict(zip((t.text for t in analysis.tokens), shapes_of(analysis), strict=True))
    assert (shapes["The"], shapes["NATO"], shapes["envoy"], shapes["left"], shapes["2014"]) == (1, 2, 0, 4, 7)


def test_a_straight_mark_opens_before_a_word_and_closes_after_one() -> None:
    analysis = outlined('He said "go" now.')
    assert [canonical(analysis.text, t) for t in analysis.tokens if t.text == '"'] == ["“", "”"]


def test_names_and_pairs_have_their_labels() -> None:
    analysis = outlined("Russia attacked Ukraine on Monday.")
    encoding = analysis.encoding
    assert encoding.names.shape[1] == len(encoding.heads.labels["name"])
    found = encoding.pair((0, 1), (2, 3))
    assert set(found) >= {"ASSAULT", "YIELD", "none"}
    assert sum(found.values()) == pytest.approx(1, abs=1e-4)
    assert all(0 <= token < len(analysis.tokens) for token, _ in encoding.pair_words((0, 1), (2, 3)))
