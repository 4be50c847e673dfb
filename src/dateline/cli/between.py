"""`dateline between`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.terminal.options import listing_options


@click.command("between")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@listing_options
def command(one: str, other: str, ledger: Path, as_json: bool, **filters: Any) -> None:
    """What is told between two actors.

    Events from A to B, from B to A, and those of both together on nobody else; then ties. With --type, only events or
    ties of that type. --limit counts events and ties apart.
    """
    from dateline.cli.terminal.listing import open_for_reading, print_notes, print_rows
    from dateline.cli.terminal.rows import event_lines, tie_lines

    with open_for_reading(ledger) as store:
        number = print_rows(store.between(one, other, **filters), event_lines, as_json)
        number += print_rows(store.ties_between(one, other, **filters), tie_lines, as_json)
        for name in (one, other):
            print_notes(store, number or 1, {"actor": name})
        print_notes(store, number, filters)
