"""What the tests of the explorer look at: the example conflict as coded by hand, so that no coder has to run."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.accounts import Accounts
from dateline.actors import Catalogue, entries_from_gold
from dateline.evaluation.gold_records import gold_records
from dateline.ledger import Ledger
from dateline.web import explorer
from fixtures.explorer import serving

GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "examples.json"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the example conflict, compared."""
    path = tmp_path_factory.mktemp("web") / "example.db"
    collection = json.loads(GOLD.read_text(encoding="utf8"))
    catalogue = Catalogue.of(entries_from_gold(collection["actors"]))
    with Ledger(path) as ledger:
        for record in dict(gold_records(collection, catalogue)).values():
            ledger.add(record)
    Accounts(path, catalogue=catalogue).close()
    return path


@pytest.fixture(scope="session")
def client(example: Path) -> TestClient:
    return TestClient(explorer(example), base_url="http://localhost")


@pytest.fixture(scope="session")
def site(example: Path) -> Iterator[str]:
    """The address at which the example is served to a browser."""
    with serving(example) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """The system's chromium. Where there is none the tests are skipped, or fail if it is required."""
    required = os.environ.get("DATELINE_REQUIRE_BROWSER") == "1"
    if CHROMIUM is None:
        if required:
            pytest.fail("DATELINE_REQUIRE_BROWSER=1, and no chromium is on the path")
        pytest.skip("no chromium on the path: the explorer is not looked at in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        arguments = ["--no-sandbox", "--enable-unsafe-swiftshader"]
        started = play.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()
