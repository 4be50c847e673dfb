import numpy as np
import pytest
from training.confidence import calibration_error, fit, table


def test_a_fit_is_calibrated_on_what_it_was_fitted_on() -> None:
    dice = np.random.default_rng(2)
    x = np.stack([np.ones(4000), dice.normal(size=4000)], 1)
    right = (dice.random(4000) < 1 / (1 + np.exp(-(0.5 + 2 * x[:, 1])))).astype(float)
    weights = fit(x, right)
    assert weights == pytest.approx([0.5, 2], abs=0.2)
    assert calibration_error(table(x, right, weights)) < 0.03


def test_overconfidence_shows() -> None:
    x = np.ones((100, 1))
    right = np.array([1.0] * 50 + [0.0] * 50)
    assert calibration_error(table(x, right, np.array([3.0]))) == pytest.approx(0.45, abs=0.01)
