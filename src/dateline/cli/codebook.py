"""`dateline codebook`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.terminal.options import json_option

if TYPE_CHECKING:
    from dateline.evaluation.fare import Fare


@click.group("codebook")
def command() -> None:
    """What a codebook of your own is worth."""


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@json_option
def check(file: Path, as_json: bool) -> int:
    """Say what is wrong with a codebook, and how its examples fare.

    Each thing that is wrong is one line on stderr: FILE:LINE, what, how to mend it. Where nothing is, each code is told
    with how many of its examples are found, those of a type while each is left out.
    """
    from dateline.cli.terminal.telling import tell_error
    from dateline.codebook import problems_of, read_own
    from dateline.coding import Coder
    from dateline.evaluation.fare import fares
    from dateline.record_json import dumps, row_to_dict

    problems = problems_of(read_own(file))
    if sum(tell_error(problem) for problem in problems):
        return 1
    coder = Coder.load(codebook=file)
    for fare in fares(coder):
        click.echo(dumps(row_to_dict(fare)) if as_json else _lines(fare))
    if not as_json:
        click.echo(f"{coder.codebook.label}: nothing wrong; {coder.codebook.hash}")
    return 0


def _lines(fare: Fare) -> str:
    missed = (f"    missed: {text}" for text in fare.missed)
    taken = (f"    taken for {other}: {text}" for other, text in fare.taken_for)
    note = (f"    {fare.note}",) if fare.note else ()
    return "\n".join([f"{fare.section} {fare.code}: {fare.found} of {fare.examples} found", *missed, *taken, *note])
