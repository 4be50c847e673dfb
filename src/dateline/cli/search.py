"""`dateline search`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.terminal.options import listing_options


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@listing_options
def command(words: tuple[str, ...], ledger: Path, as_json: bool, **filters: Any) -> None:
    """Reports that hold all the words, best first.

    An argument of several words stands as one phrase, word* for any word that begins so.
    """
    from dateline.cli.terminal.listing import open_for_reading, print_notes, print_rows
    from dateline.cli.terminal.rows import hit_lines

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with open_for_reading(ledger) as store:
        number = print_rows(store.search(asked, **filters), hit_lines, as_json)
        print_notes(store, number, filters)
