"""`dateline between`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.terminal.options import listing_options

if TYPE_CHECKING:
    from dateline.accounts.standing import Period


@click.command("between")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--by", type=click.Choice(["day", "week", "month"]), help="How they stand to each other by this period instead."
)
@listing_options
def command(one: str, other: str, by: Any, ledger: Path, as_json: bool, **filters: Any) -> None:
    """What is told between two actors.

    Events from A to B, from B to A, and those of both together on nobody else; then ties. With --type, only events or
    ties of that type. --limit counts events and ties apart. With --by, one line a period and voice instead: PLOVER
    scores of cooperation and conflict on the word of the reports, of one, of the other, and of third parties.
    """
    from dateline.cli.terminal.listing import open_for_reading, print_notes, print_rows
    from dateline.cli.terminal.rows import event_lines, tie_lines

    if by is not None:
        _standing(one, other, by, ledger, as_json)
        return
    with open_for_reading(ledger) as store:
        number = print_rows(store.between(one, other, **filters), event_lines, as_json)
        number += print_rows(store.ties_between(one, other, **filters), tie_lines, as_json)
        for name in (one, other):
            print_notes(store, number or 1, {"actor": name})
        print_notes(store, number, filters)


def _standing(one: str, other: str, by: Period, ledger: Path, as_json: bool) -> None:
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import standing_line
    from dateline.cli.terminal.listing import print_rows

    with Accounts(ledger) as accounts:
        if not print_rows(accounts.standing(one, other, by), standing_line, as_json):
            click.echo("dateline: nothing fits", err=True)
