from __future__ import annotations

import pytest

from dateline.coding import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder.load()
