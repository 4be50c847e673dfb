"""`dateline disputes`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.terminal.options import listing_options


@click.command("disputes")
@listing_options
def command(ledger: Path, as_json: bool, **filters: Any) -> None:
    """Who disputes whom, in whose words, the latest first.

    --type is a kind: denial, counter-charge, other-actor, other-target, numbers, time-or-place, motive. --speaker and
    --publisher look for who takes a side; a copy of a dispatch is no new voice.
    """
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import dispute_lines
    from dateline.cli.terminal.listing import print_rows
    from dateline.ledger import Filters

    narrow = Filters(**filters)
    with Accounts(ledger) as accounts:
        rows = accounts.disputes(
            actor=narrow.actor or narrow.speaker or narrow.publisher,
            kind=narrow.type,
            since=narrow.since,
            until=narrow.until,
            limit=narrow.limit,
        )
        if not print_rows(rows, dispute_lines, as_json):
            click.echo("dateline: nothing fits", err=True)
