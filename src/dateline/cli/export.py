"""`dateline export`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.terminal.options import ledger_option


@click.command("export")
@click.argument("form", type=click.Choice(["csv", "jsonl", "polecat"]), metavar="csv|jsonl|polecat")
@click.option(
    "--to", type=click.Path(path_type=Path), required=True, metavar="PATH", help="Where to; - is stdout, but for csv."
)
@click.option("--said", is_flag=True, help="polecat: also events told only on somebody's word.")
@ledger_option
def command(form: str, to: Path, said: bool, ledger: Path) -> None:
    """Write the ledger out.

    csv: a folder with one file for each view. jsonl: one record a line. polecat: events in POLECAT's forty columns,
    which cannot say on whose word an event rests, so that only those told in a report's own voice are written.
    """
    from dateline.cli.terminal.listing import open_for_reading
    from dateline.exports import export_csv, export_jsonl, export_polecat
    from dateline.wording.words import counted

    with open_for_reading(ledger) as store:
        if form == "csv":
            done = counted(export_csv(store, to), "row")
        elif form == "jsonl":
            done = counted(export_jsonl(store, to), "record")
        else:
            written = export_polecat(store, to, said=said)
            done = f"{counted(written.events, 'event')}, {written.left_out} left out that the format cannot tell truly"
    click.echo(f"{done}: {to}", err=True)
