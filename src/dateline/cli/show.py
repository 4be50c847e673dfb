"""`dateline show`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.terminal.options import actors_option, codebook_option, json_option, ledger_option

if TYPE_CHECKING:
    from dateline.batch import Own
    from dateline.record import Record


@click.command("show")
@click.argument("term", metavar="ID|PATH")
@ledger_option
@actors_option
@codebook_option
@json_option
def command(term: str, ledger: Path, actors: Path | None, codebook: Path | None, as_json: bool) -> int:
    """Show a report with who says and does what.

    ID is that of a report in the ledger, or its beginning. PATH is the file it was read from, or any other file, which
    is then coded on the spot, with --actors and --codebook where given, and not kept. What stands in a statement is
    marked [1| … |1], the words that attribute it (1), the word that names a deed {a}; the notes below a paragraph
    explain its marks.
    """
    from dateline.cli.terminal.report_page import page
    from dateline.record_json import to_json

    failed = 0
    for number, outcome in enumerate(_records(term, ledger, (actors, codebook))):
        if isinstance(outcome, int):
            failed += outcome
        elif as_json:
            click.echo(to_json(outcome))
        else:
            click.echo("\n" * (number > 0) + page(outcome))
    return 1 if failed else 0


def _records(term: str, ledger: Path, own: Own) -> Iterator[Record | int]:
    """Records in the ledger, else those of the file, with 1 in the place of one that failed."""
    from dateline.ledger import Ledger

    if ledger.exists():
        with Ledger(ledger, create=False) as store:
            found = store.find(term)
            if found or not _is_input(term):
                yield from map(store.record, found or (term,))
                return
    yield from _coded(term, own)


def _coded(term: str, own: Own) -> Iterator[Record | int]:
    from dateline.batch import Coded, code_batch, coder_for
    from dateline.cli.terminal.telling import tell_error
    from dateline.reading import read_reports

    for outcome in code_batch(coder_for(*own), read_reports([term])):
        yield outcome.record if isinstance(outcome, Coded) else tell_error(outcome)


def _is_input(term: str) -> bool:
    return term == "-" or Path(term).exists()
