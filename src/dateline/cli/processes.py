"""`dateline processes`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.terminal.options import json_option, ledger_option


@click.command("processes")
@click.argument("name", required=False)
@ledger_option
@json_option
def command(name: str | None, ledger: Path, as_json: bool) -> None:
    """List campaigns, talks, truces and agreements, and what became of them.

    Each with who takes part and what is said of it, by whom. Those most referred to come first; with NAME, those that
    have it in their name or kind.
    """
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import process_lines
    from dateline.cli.terminal.listing import print_rows

    with Accounts(ledger) as accounts:
        if not print_rows(accounts.processes(name), process_lines, as_json):
            click.echo("dateline: no report refers to one", err=True)
