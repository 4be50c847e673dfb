"""Every page is there, whole without a script, and has twins that say the same."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.accounts import Accounts
from dateline.ledger import Ledger
from dateline.web.places import PAGES

PLAIN = ["/", "/disputes", "/reports", "/statements", "/events", "/ties", "/actors", "/map", "/network", "/search"]
ASKED = [
    "/actor?who=Osmere",
    "/pair?one=Osmere&other=Kethar",
    "/search?q=bridge",
    "/events?type=ASSAULT&word=said",
    "/actors?name=osm",
]


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def count(self, tag: str) -> int:
        return sum(one == tag for one, _ in self.tags)


def twin(address: str, form: str) -> str:
    path, _, query = address.partition("?")
    return ("/overview" if path == "/" else path) + f".{form}" + (f"?{query}" if query else "")


@pytest.fixture(scope="session")
def every(example: Path) -> list[str]:
    with Ledger(example, read_only=True) as ledger, Accounts(example, read_only=True) as accounts:
        reports = [f"/report/{row.id}" for row in ledger.reports()][:4]
        matters = sorted({f"/matter/{row.content['matter']}" for row in accounts.disputes()})[:4]
    assert reports and matters
    return [*PLAIN, *ASKED, *reports, *matters]


def test_every_page_is_whole(client: TestClient, every: list[str]) -> None:
    for address in every:
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = Page(answer.text)
        assert page.count("h1") == page.count("main") == page.count("footer") == 1, address
        assert '<a class="skip" href="#content">' in answer.text
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), address
        for tag, attrs in page.tags:
            assert tag != "style" and "style" not in attrs, address
            assert not any(name.startswith("on") for name in attrs), address
            assert tag != "script" or attrs.get("src"), address
            if tag in ("input", "select") and attrs.get("type") not in ("hidden", "checkbox"):
                assert f'<label for="{attrs["id"]}">' in answer.text, (address, attrs)


def test_every_page_has_twins_of_the_same_rows(client: TestClient, every: list[str]) -> None:
    for address in every:
        content = client.get(twin(address, "json")).json()
        tables = {
            name: rows
            for name, rows in content.items()
            if isinstance(rows, list) and name not in ("called", "figures", "sectors")
        }
        answer = client.get(twin(address, "csv"))
        assert (
            answer.headers["content-type"].startswith("text/csv")
            and "attachment" in answer.headers["content-disposition"]
        )
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert len(rows) == sum(map(len, tables.values())), address


def test_every_link_leads_somewhere_and_every_anchor_is_there(client: TestClient, every: list[str]) -> None:
    seen: dict[str, str] = {}
    for address in every:
        for link in Page(client.get(address).text).links:
            assert link.startswith(("/", "#")), (address, link)
            path, _, anchor = link.partition("#")
            path = path or address
            if path not in seen and len(seen) < 400:
                answer = client.get(path)
                assert answer.status_code == 200, (address, link)
                seen[path] = answer.text
            if anchor and path in seen:
                assert f'id="{anchor}"' in seen[path], (address, link)


def test_every_coded_row_of_a_report_stands_beside_it_and_in_its_text(client: TestClient, example: Path) -> None:
    with Ledger(example, read_only=True) as ledger:
        records = list(ledger.records())
    for record in records:
        text = client.get(f"/report/{record.report.id}").text
        for row in (*record.statements, *record.events, *record.ties):
            assert f'<li id="{row.id}"' in text
            assert f'id="at-{row.id}"' in text, (record.report.title, row.id)


def test_the_text_of_a_report_is_all_there(client: TestClient, example: Path) -> None:
    with Ledger(example, read_only=True) as ledger:
        record = next(ledger.records())
    body = client.get(f"/report/{record.report.id}").text
    shown = re.sub(
        r'<a class="label.*?</a>|<span class="part">.*?</span>|<ul class="margin".*?</ul>\s*</div>',
        "",
        body,
        flags=re.S,
    )
    plain = " ".join(re.sub(r"<[^>]+>", "", shown.split('<div class="page">')[1]).split())
    from html import unescape

    for line in record.report.text.splitlines():
        assert " ".join(line.split()) in unescape(plain)


def test_said_is_never_shown_as_told(client: TestClient) -> None:
    said = client.get("/events?word=said").text
    told = client.get("/events?word=report").text
    assert 'class="row told"' not in said and "told by the report itself" not in said.split("<footer>")[0]
    assert 'class="row said"' not in told and "on the word of" not in told.split("<footer>")[0]


def test_lists_say_what_the_ledger_says(client: TestClient, example: Path) -> None:
    with Ledger(example, read_only=True) as ledger:
        for query, filters in {
            "actor=Osmere": {"actor": "Osmere"},
            "type=ASSAULT": {"type": "ASSAULT"},
            "since=2034-11-10": {"since": "2034-11-10"},
            "until=2034-11-05": {"until": "2034-11-05"},
            "speaker=Kethar": {"speaker": "Kethar"},
        }.items():
            wanted = sum(row.event.type == filters.get("type", row.event.type) for row in ledger.events(**filters))
            assert client.get(f"/events.json?{query}").json()["events_total"] == wanted, query
        assert client.get("/statements.json?speaker=Osmere").json()["statements_total"] == len(
            list(ledger.statements(speaker="Osmere"))
        )
        listed = {row["name"]: row["mentions"] for row in client.get("/actors.json").json()["actors"]}
        assert listed == {row.name: row.mentions for row in ledger.actors() if row.name in listed}


def test_a_pair_stands_as_the_accounts_say(client: TestClient, example: Path) -> None:
    shown = client.get("/pair.json?one=Osmere&other=Kethar&by=month").json()["standing"]
    with Accounts(example, read_only=True) as accounts:
        assert shown == [line.to_dict() for line in accounts.standing("Osmere", "Kethar", "month")]
    turned = client.get("/pair.json?one=Kethar&other=Osmere&by=month").json()["standing"]
    swapped = {"one": "other", "other": "one"}
    assert sorted((r["period"], swapped.get(r["word"], r["word"]), r["deeds"]) for r in turned) == sorted(
        (r["period"], r["word"], r["deeds"]) for r in shown
    )


def test_disputes_are_those_of_the_accounts(client: TestClient, example: Path) -> None:
    with Accounts(example, read_only=True) as accounts:
        for query, filters in {
            "": {},
            "?kind=denial": {"kind": "denial"},
            "?actor=osmere": {"actor": "osmere"},
        }.items():
            wanted = [row.content["id"] for row in accounts.disputes(**filters, limit=25)]
            assert [row["id"] for row in client.get(f"/disputes.json{query}").json()["disputes"]] == wanted


def test_a_list_goes_on_page_by_page(client: TestClient) -> None:
    total, seen, page = client.get("/events.json").json()["events_total"], [], 1
    while rows := client.get(f"/events.json?page={page}").json()["events"]:
        seen += [(row["report"], row["id"]) for row in rows]
        page += 1
    assert len(seen) == len(set(seen)) == total
    assert 'rel="next"' in client.get("/events").text
    assert 'rel="next"' not in client.get(f"/events?page={page - 1}").text


def test_search_marks_what_was_looked_for_and_counts_what_is_there(client: TestClient) -> None:
    text = client.get("/search?q=bridge").text
    assert "<mark>" in text and "What is in them" in text
    content = json.loads(client.get("/search.json?q=bridge").text)
    assert content["hits_total"] >= 1 and content["types"] and content["actors"]
    assert client.get("/search.json?q=xyzzy").json()["hits_total"] == 0


def test_every_address_has_a_page_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "explorer.md").read_text(encoding="utf8")
    for place in PAGES:
        assert f"`{place.path.replace('{term:path}', 'ID').replace('{term}', 'ID')}`" in page, place.path
