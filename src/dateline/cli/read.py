"""`dateline read`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.terminal.options import (
    actors_option,
    codebook_option,
    format_option,
    ledger_option,
    paths_argument,
    published_option,
)

if TYPE_CHECKING:
    from dateline.reading import Format


@click.command("read")
@paths_argument
@ledger_option
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Code with N processes."
)
@click.option("--again", is_flag=True, help="Code again what has been read before.")
@format_option
@published_option
@actors_option
@codebook_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    ledger: Path,
    jobs: int,
    again: bool,
    form: Format,
    published: str | None,
    actors: Path | None,
    codebook: Path | None,
) -> int:
    """Read reports into the ledger.

    PATH is a file, a folder, a pattern, or - for standard input. A report that has been read is not read again, unless
    the coder or its codebook has changed, or --again is given; its new record then takes the place of the old one.
    """
    from dateline.accounts import Accounts
    from dateline.cli.terminal.intake import Intake
    from dateline.cli.terminal.progress import followed
    from dateline.cli.terminal.telling import tell_problems
    from dateline.ledger import Ledger
    from dateline.reading import read_reports

    with Ledger(ledger) as store:
        intake = Intake(store, actors=actors, codebook=codebook, jobs=jobs, again=again)
        problems = tell_problems(intake.coder, actors)
        with followed(paths) as follow:
            for outcome in intake.outcomes(read_reports(paths, format=form, published=published)):
                follow(outcome)
        click.echo(intake.summary())
        Accounts(ledger, actors=actors, catalogue=intake.coder.catalogue).close()
        return 1 if intake.failed or problems else 0
