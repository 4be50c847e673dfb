"""What makes no sense is refused with a line that says so; names that nobody bears are no error."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dateline.errors import UsageError
from dateline.web.asking import asked


@pytest.mark.parametrize(
    "address",
    [
        "/events?type=BANANA",
        "/events?since=soon",
        "/events?since=2034-13",
        "/events?since=2034-02-30",
        "/events?until=0000",
        "/events?since=2035&until=2034",
        "/events?page=0",
        "/events?page=-1",
        "/events?page=1e3",
        "/events?page=99999999",
        "/events?colour=red",
        "/events?type=AID&type=AID",
        "/events?word=everybody",
        "/events?place=x",
        "/disputes?kind=feud",
        "/pair?one=Osmere&other=Osmere",
        "/search?q=%22%22",
        "/pair?one=Osmere&other=Kethar&by=century",
        "/events?actor=" + "x" * 600,
    ],
)
def test_nonsense_is_refused(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400 and "That makes no sense" in answer.text
    path, _, query = address.partition("?")
    assert client.get(f"{path}.json?{query}").json().keys() == {"error", "mend"}


def test_a_report_has_no_words_beyond_its_end(client: TestClient) -> None:
    report = client.get("/reports.json").json()["reports"][0]["report"]
    for words in ("5-5", "9-3", "0-99999999", "a-b", "3"):
        assert client.get(f"/report/{report}?words={words}").status_code == 400
    assert 'id="words"' in client.get(f"/report/{report}?words=3-9").text


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/report/feedbeef",
        "/matter/none:e1-2",
        "/actor?who=Nobody",
        "/actor",
        "/pair?one=Osmere",
        "/static/../app.py",
        "/report/",
        "/events/",
    ],
)
def test_what_is_not_there_is_not_there(client: TestClient, address: str) -> None:
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code in (404, 307)
    assert answer.status_code == 307 or "<h1>Not here</h1>" in answer.text or address.startswith("/static")


def test_nobody_of_that_name_is_a_note(client: TestClient) -> None:
    answer = client.get("/events?actor=Nobody")
    assert answer.status_code == 200 and "Nobody is called “<bdi>Nobody</bdi>”" in answer.text


def test_only_reading(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, "/events").status_code == 405


def test_empty_filters_are_none() -> None:
    assert asked([("type", ""), ("since", " ")], ("type", "since")).values == {}
    with pytest.raises(UsageError, match="no such filter"):
        asked([("other", "")], ("type",))
