"""`dateline serve`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.terminal.options import ledger_option


@click.command("serve")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8741, show_default=True, metavar="N", help="0 takes any free one."
)
def command(ledger: Path, host: str, port: int) -> None:
    """Look at a ledger in a browser.

    Prints the address of the first page and serves until it is stopped. Nothing is written once it answers, and no
    request leaves this machine. On a HOST that others can reach they can read the ledger too.
    """
    from dateline.web.guard import is_loopback
    from dateline.web.serving import serve

    if not is_loopback(host):
        click.echo(f"dateline: whoever reaches {host} can read this ledger", err=True)
    serve(ledger, host, port, lambda line: click.echo(line, err=not line.startswith("http")))
