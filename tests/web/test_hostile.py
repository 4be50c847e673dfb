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
from dateline.record import ActorRef, Event, Mention, Participant, Record, Speaker, Statement, Tie, Unresolved, Why
from dateline.report import Part, Report
from dateline.web import explorer
from fixtures.border_story import CODER

MARKUP = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'{{7*7}}{% raw %}"
TURNED = "\u202egnp.exe\u2066\u200f"
CONTROL = "bell\x07 escape\x1b[31m nul\x01 end"
LONG = "word" * 2_500
TITLE = f"{MARKUP} {TURNED}"
NAME = f"{MARKUP[:60]}{TURNED}"


def hostile_record(report: str = "feed" * 4) -> Record:
    text = f"{TITLE}\n\n{NAME} said {MARKUP} {CONTROL} {LONG}\n\n{LONG}"
    name = text.index(NAME, len(TITLE))
    cue = text.index("said", name)
    who = ActorRef(None, NAME)
    said = Statement(
        f"s{cue}-{cue + 4}",
        (Speaker("m1-2", None, NAME, name, name + len(NAME)),),
        None,
        (cue, cue + 4),
        ((cue + 5, len(text)),),
        "indirect",
        "say",
        "affirmed",
        False,
        (),
        None,
        0.5,
    )
    deed = Event(
        f"e{cue + 5}-{cue + 9}",
        "ASSAULT",
        None,
        (),
        (),
        "material-conflict",
        -9.0,
        (Participant("m1-2", None, NAME),),
        (Participant(None, None, LONG),),
        "affirmed",
        "actual",
        said.id,
        None,
        "d",
        (),
        (),
        (),
        (cue + 5, cue + 9),
        ((cue + 5, len(text)),),
        (Why(MARKUP, (cue, cue + 4), 0.5),),
        0.5,
    )
    tie = Tie(
        f"t{cue}-{cue + 4}",
        "leads",
        Participant("m1-2", None, NAME),
        Participant(None, None, LONG),
        "affirmed",
        "actual",
        None,
        (),
        (cue, cue + 4),
        ((cue, cue + 4),),
        (),
        0.5,
        MARKUP,
    )
    head = Report(
        report,
        text,
        (Part("title", 0, len(TITLE)), Part("furniture", len(text) - len(LONG), len(text), MARKUP)),
        "0" * 64,
        url="javascript:alert(1)",
        path=f"/home/{MARKUP}/../x.html",
        title=TITLE,
        publisher=MARKUP,
        bylines=(MARKUP,),
        published="2031-03-04",
    )
    mention = Mention(f"m{name}-{name + len(NAME)}", name, name + len(NAME), NAME, (who,), "name", 0.5)
    return Record(
        CODER, head, (mention,), (said,), (deed,), (tie,), unresolved=(Unresolved(cue, cue + 4, MARKUP, MARKUP),)
    )


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
