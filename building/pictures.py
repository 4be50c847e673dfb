"""Takes the pictures of the explorer that stand in README and docs: `python -m building.pictures`, with chromium there.

Reads the examples into a ledger of its own, serves it as `dateline serve` does, and photographs three pages.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
TO = ROOT / "docs" / "pictures"
PAGES = {"overview": "/disputes", "network": "/network"}
REPORT = "opened-fire-first"  # a word of the address of the report that is shown
SIZE = {"width": 1280, "height": 900}
PATIENCE = 30  # seconds for the server to answer


def main() -> int:
    """Take them all."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "pictures.db"
        examples = ("examples/pages", "--actors", "examples/actors.yaml")
        subprocess.run([*_dateline(), "read", *examples, "--ledger", str(ledger)], check=True, cwd=ROOT)  # noqa: S603 - our own command
        port = _free_port()
        server = subprocess.Popen([*_dateline(), "serve", "--ledger", str(ledger), "--port", str(port)], cwd=ROOT)  # noqa: S603 - the same
        try:
            _wait(port)
            _photograph(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()
    return 0


def _photograph(home: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(f"{home}/reports")
        report = page.locator(f"a[title*='{REPORT}'], a:has-text('first to open fire')").first.get_attribute("href")
        for name, address in {**PAGES, "report": report or "/"}.items():
            page.goto(home + address if address.startswith("/") else address)
            page.wait_for_timeout(1500)
            page.screenshot(path=str(TO / f"{name}.jpg"), type="jpeg", quality=80)
        browser.close()


def _dateline() -> list[str]:
    return [sys.executable, "-m", "dateline"]


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(f"http://127.0.0.1:{port}/").close()
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    sys.exit(main())
