"""`dateline matter`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.terminal.options import json_option, ledger_option


@click.command("matter")
@click.argument("term", metavar="ID")
@ledger_option
@json_option
def command(term: str, ledger: Path, as_json: bool) -> None:
    """Show one matter: its tellings, what joins them, and what is disputed.

    ID is that of a matter or of any deed in it, or its beginning.
    """
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import matter_lines
    from dateline.cli.terminal.listing import print_rows

    with Accounts(ledger) as accounts:
        print_rows([accounts.matter(term)], matter_lines, as_json)
