"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

DAY = "DAY"
ledger_option = click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    default="dateline.db",
    envvar="DATELINE_LEDGER",
    show_default=True,
    metavar="FILE",
    help="The ledger.",
)
actors_option = click.option(
    "--actors", type=click.Path(path_type=Path), metavar="FILE", help="Your own actors (YAML), besides those known."
)
codebook_option = click.option(
    "--codebook",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your own types, modes, contexts, ties, stances, cues, actors (YAML).",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["auto", "text", "html", "jsonl"]),
    default="auto",
    show_default=True,
    help="What the inputs are.",
)
published_option = click.option(
    "--published", metavar=DAY, help="Day of publication of reports that state none, as 2031-03-04."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH…")

_FILTERS = (
    click.option(
        "--actor", metavar="NAME", help="Only rows that this actor takes part in: an id, or a name in any case."
    ),
    click.option(
        "--speaker", metavar="NAME", help="Only rows in this speaker's words, or in those of who speaks for it."
    ),
    click.option("--type", "type", metavar="TYPE", help="Only rows of this type (actors: sector; statements: stance)."),
    click.option("--since", metavar=DAY, help="Only reports published on or after this day, month or year."),
    click.option("--until", metavar=DAY, help="Only reports published on or before this day, month or year."),
    click.option("--publisher", metavar="NAME", help="Only reports of this publisher."),
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="So many rows at most."),
    ledger_option,
    json_option,
)


def listing_options(command: Command) -> Command:
    """The options of every listing command."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command
