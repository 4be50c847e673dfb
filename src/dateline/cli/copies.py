"""`dateline copies`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.terminal.options import json_option, ledger_option


@click.command("copies")
@ledger_option
@json_option
def command(ledger: Path, as_json: bool) -> None:
    """Which reports carry one dispatch: its origin, and who carries how much of it."""
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import copy_lines
    from dateline.cli.terminal.listing import print_rows

    with Accounts(ledger) as accounts:
        if not print_rows(accounts.copies(), copy_lines, as_json):
            click.echo("dateline: no report is a copy of another", err=True)
