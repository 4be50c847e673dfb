"""`dateline actors`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.terminal.options import listing_options


@click.command("actors")
@click.argument("name", required=False)
@listing_options
def command(name: str | None, ledger: Path, as_json: bool, **filters: Any) -> None:
    """Who is named, the most mentioned first.

    With NAME: how this actor is called, what it says, does and undergoes, and the posts that the reports tell of.
    """
    from dateline.cli.terminal.listing import open_for_reading, print_notes, print_rows
    from dateline.cli.terminal.rows import actor_line, profile_lines

    if name is not None:
        filters["actor"] = name
    with open_for_reading(ledger) as store:
        rows = store.actors(**filters)
        if name is None:
            number = print_rows(rows, actor_line, as_json)
        else:
            number = print_rows(map(store.profile, list(rows)), profile_lines, as_json)
            if number and not as_json:
                _print_roles(name, ledger)
        print_notes(store, number, filters)


def _print_roles(name: str, ledger: Path) -> None:
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import role_line
    from dateline.cli.terminal.listing import print_rows

    with Accounts(ledger) as accounts:
        print_rows(accounts.roles(name), role_line, as_json=False)
