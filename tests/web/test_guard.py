"""Nothing but our own files may run, and a foreign name that points here gets nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.web import explorer
from dateline.web.guard import is_loopback
from dateline.web.places import HERE

VENDORED = HERE / "static" / "vendored"


@pytest.mark.parametrize("address", ["/", "/nowhere", "/events?type=X", "/events.csv", "/static/explorer.css"])
def test_every_answer_carries_the_policy(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


def test_served_here_it_answers_to_names_of_this_machine_only(example: Path) -> None:
    here = TestClient(explorer(example), base_url="http://localhost")
    for host in ("localhost:8741", "127.0.0.1:8741", "[::1]:8741", "127.0.0.2"):
        assert here.get("/", headers={"host": host}).status_code == 200
    for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "10.0.0.7"):
        assert here.get("/", headers={"host": host}).status_code == 421
    open_ = TestClient(explorer(example, "192.0.2.7"), base_url="http://ledger.example")
    assert open_.get("/").status_code == 200
    assert is_loopback("::1") and not is_loopback("192.0.2.7")


def test_no_file_of_ours_asks_anything_of_another_machine() -> None:
    for path in (*HERE.rglob("*.html"), *(HERE / "static").glob("*.*")):
        text = path.read_text(encoding="utf8").replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in text and "https://" not in text and "//cdn" not in text, path


def test_what_is_vendored_is_what_it_says_with_its_licence() -> None:
    listing = json.loads((VENDORED / "vendored.json").read_text(encoding="utf8"))["files"]
    for row in listing:
        assert hashlib.sha256((VENDORED / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]
        assert row["licence"] in ("ISC", "MIT") and "ermission" in (VENDORED / row["licence_file"]).read_text("utf8")
    told = {name for row in listing for name in (row["file"], row["licence_file"])}
    assert {path.name for path in VENDORED.iterdir()} == told | {"vendored.json"}
    assert sum(path.stat().st_size for path in VENDORED.iterdir()) < 2_500_000
