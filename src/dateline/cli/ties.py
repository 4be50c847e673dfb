"""`dateline ties`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.terminal.options import listing_options


@click.command("ties")
@listing_options
def command(ledger: Path, as_json: bool, **filters: Any) -> None:
    """Who is what to whom, lastingly, and on whose word."""
    from dateline.cli.terminal.listing import open_for_reading, print_notes, print_rows
    from dateline.cli.terminal.rows import tie_lines

    with open_for_reading(ledger) as store:
        number = print_rows(store.ties(**filters), tie_lines, as_json)
        print_notes(store, number, filters)
