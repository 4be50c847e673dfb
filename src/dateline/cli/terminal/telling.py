"""Tells on stderr what could not be read, and what was passed over in what was read."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.coding import Coder
from dateline.errors import DatelineError
from dateline.reading import Reading


def tell_error(error: DatelineError) -> int:
    """One line for one input that failed; gives 1, to be counted."""
    click.echo(str(error), err=True)
    return 1


def tell_problems(coder: Coder, actors: Path | None) -> int:
    """One line for each entry of the user's actors that could not be taken; gives their number."""
    own = [problem for problem in coder.catalogue.problems if actors and problem.where.startswith(str(actors))]
    return sum(tell_error(problem) for problem in own)


def tell_notes(reading: Reading) -> None:
    """One line for each thing that was passed over without harm."""
    for note in reading.notes:
        where = reading.report.path or "-"
        click.echo(note if note.startswith(where) else f"{where}: {note}", err=True)
