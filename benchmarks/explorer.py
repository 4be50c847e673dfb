"""The explorer on a large ledger: each page by itself, then many people at once, on loopback.

`python -m benchmarks.explorer [--reports 100000] [--users 50] [--seconds 60] [--ledger FILE]` makes the ledger where it
is not there (explorer_ledger.py), serves it as `dateline serve` does, and prints a JSON object: p95 in ms of each page
and of all pages under load, errors, and the most memory the server held.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from benchmarks.explorer_ledger import fill

TURNS = 30  # requests of each page
THINKING = 2.0  # seconds between two pages of one person
PROMISED = {"page_ms": 100, "load_ms": 250, "memory_mib": 1024}


def main() -> int:
    asked = arguments()
    if not asked.ledger.exists():
        asked.ledger.parent.mkdir(parents=True, exist_ok=True)
        fill(asked.ledger, asked.reports)
    start = time.perf_counter()
    with served(asked.ledger) as (port, process):
        ready = round(time.perf_counter() - start, 2)
        pages = addresses(port)
        alone = {name: p95([timed(port, one) for one in some]) for name, some in pages.items()}
        times, errors = load(port, [one for some in pages.values() for one in some], asked.users, asked.seconds)
        found = {
            "reports": asked.reports, "start_s": ready, "page_ms": alone, "worst_ms": max(alone.values()),
            "load": {"users": asked.users, "seconds": asked.seconds, "requests": len(times), "errors": errors},
            "load_p95_ms": p95(times),
            "memory_mib": memory(process.pid), "load_average": os.getloadavg()[0], "promised": PROMISED,
        }  # fmt: skip
    print(json.dumps(found, indent=1))
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--ledger", type=Path, default=None)
    asked = parser.parse_args()
    asked.ledger = asked.ledger or Path(".work") / f"explorer-{asked.reports}.db"
    return asked


@contextmanager
def served(ledger: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The port at which the ledger is served, and the process that serves it."""
    command = [sys.executable, "-u", "-m", "dateline", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline() if process.stdout else ""
        try:
            yield int(line.split()[0].rstrip("/").rpartition(":")[2]), process
        finally:
            process.send_signal(signal.SIGINT)


def addresses(port: int) -> dict[str, list[str]]:
    """Addresses of every page, each time with other filters."""
    chance = random.Random(3)
    reports = [row["report"] for page in range(1, 5) for row in ask(port, f"/reports.json?page={page * 7}")["reports"]]
    actors = [row["who"] for page in (1, 2, 9) for row in ask(port, f"/actors.json?page={page}")["actors"]]
    pairs = [(row["one"], row["other"]) for row in ask(port, "/network.json")["pairs"]]
    disputes = [row["matter"] for row in ask(port, "/disputes.json")["disputes"]]
    words = ("bridge", "carts", "said road", '"stood open"', "bard*", "traders morning", "xyzzy")
    types = ("ASSAULT", "AID", "CONSULT", "SANCTION")
    made = {
        "overview": lambda: "/",
        "report": lambda: f"/report/{chance.choice(reports)}",
        "actor": lambda: f"/actor?who={quote(chance.choice(actors))}",
        "pair": lambda: "/pair?one={}&other={}".format(*map(quote, chance.choice(pairs))),
        "disputes": lambda: f"/disputes?page={chance.randint(1, 40)}",
        "disputes_of": lambda: f"/disputes?actor={quote(chance.choice(actors).lstrip('~'))}",
        "map": lambda: f"/map?type={chance.choice(types)}&since=2031-0{chance.randint(1, 9)}",
        "network": lambda: f"/network?word=said&until=2032-0{chance.randint(1, 9)}",
        "events": lambda: f"/events?type={chance.choice(types)}&page={chance.randint(1, 400)}",
        "events_of": lambda: f"/events?actor={quote(chance.choice(actors))}&polarity=denied",
        "statements": lambda: f"/statements?speaker={quote(chance.choice(actors))}",
        "actors": lambda: f"/actors?page={chance.randint(1, 90)}",
        "search": lambda: f"/search?q={quote(chance.choice(words))}",
        "search_within": lambda: f"/search?q={quote(chance.choice(words))}&type={chance.choice(types)}&since=2032",
    }
    found = {name: [make() for _ in range(TURNS)] for name, make in made.items()}
    real = [matter for matter in disputes if ":" in matter]  # those made up have no matter behind them
    return found | ({"matter": [f"/matter/{one}" for one in real]} if real else {})


def ask(port: int, address: str) -> dict[str, list[dict[str, str]]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address)
    return json.loads(connection.getresponse().read())


def timed(port: int, address: str) -> float:
    """Milliseconds until the last byte. Raises where the answer is an error."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} for {address}")
    return 1000 * (time.perf_counter() - start)


def load(port: int, pages: list[str], users: int, seconds: int) -> tuple[list[float], int]:
    """So many people, each looking at one page after another."""
    times: list[float] = []
    errors: list[str] = []
    end = time.monotonic() + seconds

    def person(seed: int) -> None:
        chance = random.Random(seed)
        time.sleep(chance.random() * THINKING)
        while time.monotonic() < end:
            try:
                times.append(timed(port, chance.choice(pages)))
            except (OSError, RuntimeError, http.client.HTTPException) as error:
                errors.append(str(error))
            time.sleep(THINKING)

    people = [threading.Thread(target=person, args=(n,)) for n in range(users)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    return times, len(errors)


def p95(times: list[float]) -> float:
    return round(sorted(times)[int(0.95 * (len(times) - 1))], 1) if times else 0.0


def memory(pid: int) -> int:
    """The most memory the process has held, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
    return 0


if __name__ == "__main__":
    sys.exit(main())
