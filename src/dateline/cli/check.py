"""`dateline check`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.terminal.options import json_option, ledger_option

UNUSABLE = 3


@click.command("check")
@ledger_option
@json_option
def command(ledger: Path, as_json: bool) -> int:
    """Check that everything is in place, and say how to mend what is not."""
    from dateline.cli.terminal.checks import findings
    from dateline.record_json import dumps, row_to_dict

    broken = 0
    for found in findings(ledger):
        broken += not found.fine
        mark = "ok     " if found.fine else "BROKEN "
        mend = f"; {found.mend}" if found.mend else ""
        click.echo(dumps(row_to_dict(found)) if as_json else f"{mark}{found.what}: {found.state}{mend}")
    return UNUSABLE if broken else 0
