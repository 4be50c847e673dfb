"""`dateline code`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.terminal.options import (
    actors_option,
    codebook_option,
    format_option,
    paths_argument,
    published_option,
)

if TYPE_CHECKING:
    from dateline.reading import Format


@click.command("code")
@paths_argument
@format_option
@published_option
@actors_option
@codebook_option
def command(
    paths: tuple[str, ...], form: Format, published: str | None, actors: Path | None, codebook: Path | None
) -> int:
    """Code reports, and print one record a line.

    PATH is a file, a folder, a pattern, or - for standard input. The records are JSON, as record.schema.json describes
    it; no ledger is touched.
    """
    from dateline.batch import code_batch, coder_for
    from dateline.cli.terminal.telling import tell_error, tell_notes, tell_problems
    from dateline.errors import InputError
    from dateline.reading import read_reports
    from dateline.record_json import to_json

    coder = coder_for(actors, codebook)
    failed = tell_problems(coder, actors)
    for outcome in code_batch(coder, read_reports(paths, format=form, published=published)):
        if isinstance(outcome, InputError):
            failed += tell_error(outcome)
        else:
            tell_notes(outcome.reading)
            click.echo(to_json(outcome.record))
    return 1 if failed else 0
