"""The explorer in a real browser: clicks, keys, pictures, downloads; nothing leaves the machine or is blocked."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.ledger import Ledger
from fixtures.explorer import hostile_record, serving

DRAWN = {"/": "svg.plot", "/pair?one=Osmere&other=Kethar": "svg.plot", "/map": "svg .land", "/network": "canvas"}
READABLE = (
    "/disputes",
    "/events",
    "/statements",
    "/actors",
    "/actor?who=Osmere",
    "/search?q=bridge",
    "/reports",
    "/ties",
)
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def look(browser: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Opens an address in a fresh window; fails where the page breaks the policy, errs, or asks another machine."""
    windows, troubles = [], []

    def opened(address: str, **options: Any) -> Any:
        window = browser.new_context(**options)
        page = window.new_page()
        page.set_default_timeout(60_000)
        page.on("request", lambda r: r.url.startswith((site, "data:")) or troubles.append(f"asks {r.url}"))
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("console", lambda m: m.type == "error" and troubles.append(m.text))
        windows.append(window)
        page.goto(address if address.startswith("http") else site + address)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield opened
    for window in windows:
        window.close()
    assert not troubles


def test_every_page_works_at_a_desk_and_on_a_phone_in_the_dark(look) -> None:
    page = look("/", viewport=PHONE, color_scheme="dark")
    for address in (*DRAWN, *READABLE):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + address)
        page.wait_for_selector("html[data-ready]", state="attached")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        if address in DRAWN:
            assert page.locator(f".drawn .canvas {DRAWN[address]}").count(), address


def test_a_click_leads_from_a_row_to_its_sentence_and_back(look) -> None:
    page = look("/events?type=ASSAULT")
    words = page.locator("li.row blockquote a").first
    target = words.get_attribute("href").split("#")[1]
    words.click()
    page.wait_for_selector(f'[id="{target}"]:target')
    page.locator(f'[id="{target}"] a.label').click()
    page.wait_for_selector(f'[id="at-{target}"]:target')
    page.locator(f'[id="at-{target}"]').click()
    page.wait_for_selector(f'[id="{target}"]:target')
    page.go_back()


def test_a_dispute_opens_the_words_of_a_side(look) -> None:
    page = look("/disputes")
    page.locator(".side blockquote a").first.click()
    page.wait_for_selector("#words", state="attached")
    assert page.locator(".words").count()


def test_filters_are_filled_in_and_shared_by_address(look) -> None:
    page = look("/events")
    page.locator(".filters summary").click()
    page.select_option("#f-type", "ASSAULT")
    page.select_option("#f-word", "said")
    page.locator(".filters button").click()
    page.wait_for_url("**/events?*type=ASSAULT*")
    assert set(page.locator("li.row .type").all_inner_texts()) == {"Assault"}
    assert page.locator("li.row.told").count() == 0


def test_what_is_shown_is_downloaded(look, tmp_path: Path) -> None:
    page = look("/events?type=ASSAULT")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="as CSV").click()
    waiting.value.save_as(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf8", newline="") as file:
        assert len(list(csv.DictReader(file))) == page.locator("li.row").count()


def test_all_by_keyboard(look) -> None:
    page = look("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.focus("#find")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=bridge")
    page.locator("ol.rows a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/*")


def test_the_slider_narrows_map_and_table_by_keyboard(look) -> None:
    page = look("/network")
    before = page.locator(".lead").inner_text()
    page.focus("#slide-from")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**/network?since=*")
    page.wait_for_function("before => document.querySelector('.lead').innerText !== before", arg=before)
    assert page.evaluate("document.activeElement.id") == "slide-from"
    assert page.locator("#slide-from").get_attribute("aria-valuetext") in page.url


def test_without_a_script_everything_but_pictures_is_there(look) -> None:
    for address in (*DRAWN, *READABLE):
        page = look(address, java_script_enabled=False)
        assert page.locator("main h1").is_visible() and not page.locator(".canvas").filter(visible=True).count()
        assert page.locator("main a").count(), address


def test_marks_are_hidden_where_nobody_wants_them(look) -> None:
    page = look("/events")
    page.locator("li.row blockquote a").first.click()
    assert page.locator(".label.of-event").first.is_visible()
    page.locator(".show-events").uncheck()
    assert not page.locator(".label.of-event").first.is_visible()


def test_hostile_content_does_nothing_but_show(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    with Ledger(path) as ledger:
        ledger.add(hostile_record())
    from dateline.accounts import Accounts

    Accounts(path).close()
    with serving(path) as address:
        page = browser.new_context(viewport=PHONE).new_page()
        seen: list[str] = []
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda m: m.type == "error" and seen.append(m.text))
        for place in ("/", "/report/feedfeedfeedfeed", "/events", "/network", "/actors"):
            page.goto(address + place)
            page.wait_for_selector("html[data-ready]", state="attached")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
            assert page.evaluate("document.querySelectorAll('main script, main img').length") == 0
        assert not seen
