"""Texts, names and file names that want to be more than text are nothing but shown."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.accounts import Accounts
from dateline.ledger import Ledger
from dateline.web import explorer
from fixtures.explorer import MARKUP, hostile_record


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "<b>ledger.db"
    with Ledger(path) as ledger:
        ledger.add(hostile_record())
    Accounts(path).close()
    return path


ADDRESSES = [
    "/",
    "/report/feedfeedfeedfeed",
    "/events",
    "/statements",
    "/ties",
    "/reports",
    "/actors",
    "/disputes",
    "/network",
    "/map",
    "/search?q=word*",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_markup_is_shown_not_run(hostile: Path, address: str) -> None:
    text = TestClient(explorer(hostile), base_url="http://localhost").get(address).text
    assert "<script>alert" not in text and "<img" not in text and "<b>ledger" not in text
    assert "49" not in re.findall(r"&#39;(\d+)", text)
    assert 'href="javascript:' not in text
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f]", text)
    title = text.split("<title>")[1].split("</title>")[0]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", title)


def test_whoever_it_is_has_a_page(hostile: Path) -> None:
    client = TestClient(explorer(hostile), base_url="http://localhost")
    for row in client.get("/actors.json").json()["actors"]:
        answer = client.get("/actor", params={"who": row["who"]})
        assert answer.status_code == (200 if len(row["who"]) < 500 else 400)
    assert client.get("/events", params={"actor": MARKUP, "publisher": "%00'\"--;DROP TABLE report"}).status_code == 200


def test_what_is_searched_for_is_no_query_language(hostile: Path) -> None:
    client = TestClient(explorer(hostile), base_url="http://localhost")
    for words in ("' OR 1=1 --", "NEAR(a b)", "text:word", "a AND", "^x", "\u202e", "“word”", "*", "(", MARKUP):
        assert client.get("/search", params={"q": words}).status_code in (200, 400), words


def test_twins_are_well_formed(hostile: Path) -> None:
    client = TestClient(explorer(hostile), base_url="http://localhost")
    for address in ("/events", "/reports", "/report/feedfeedfeedfeed"):
        assert client.get(f"{address}.json").json()
        assert list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").text)))


def test_half_a_surrogate_pair_is_no_reason_to_fail(hostile: Path) -> None:
    client = TestClient(explorer(hostile), base_url="http://localhost")
    assert client.get("/search?q=%ED%A0%80").status_code in (200, 400)
    assert client.get("/actor?who=%FF%FE").status_code == 404
