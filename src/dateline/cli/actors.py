"""`dateline actors`, and `dateline actors import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.terminal.options import listing_options

if TYPE_CHECKING:
    from dateline.actors.dictionaries import Imported

IMPORT = "import"


@click.command(IMPORT)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--to", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The actor file to write.")
def importing(files: tuple[Path, ...], to: Path) -> int:
    """Make an actor file of PETRARCH's or TABARI's dictionaries of actors and agents.

    What was read is counted, and each line that was not is told on stderr. `code` and `read` take the file by --actors.
    """
    from dateline.actors import Catalogue
    from dateline.actors.dictionaries import actor_file, import_dictionaries
    from dateline.errors import UsageError

    imported = import_dictionaries(files, Catalogue.load())
    try:
        to.write_text(actor_file(imported, files), encoding="utf8")
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", where=str(to), mend="give another --to") from error
    return _tell(imported, to)


def _tell(imported: Imported, to: Path) -> int:
    """Counts on stdout, problems on stderr; 1 where a line was not read."""
    from dateline.cli.terminal.telling import tell_error

    for problem in imported.problems:
        tell_error(problem)
    told = ", ".join(f"{number} {what}" for what, number in imported.counts.items())
    click.echo(f"{to}: {told}")
    return 1 if imported.problems else 0


class _Actors(click.Command):
    """The listing; `import` as its first word means the command of that name."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args[:1] == [IMPORT]:
            return importing.make_context(f"{info_name} {IMPORT}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("actors", cls=_Actors)
@click.argument("name", required=False)
@listing_options
def command(name: str | None, ledger: Path, as_json: bool, **filters: Any) -> None:
    """Who is named, the most mentioned first.

    With NAME: how this actor is called, what it says, does and undergoes, and the posts that the reports tell of.
    `dateline actors import FILE… --to actors.yaml` makes an actor file of PETRARCH's dictionaries.
    """
    from dateline.cli.terminal.listing import open_for_reading, print_notes, print_rows
    from dateline.cli.terminal.rows import actor_line, profile_lines

    if name is not None:
        filters["actor"] = name
    with open_for_reading(ledger) as store:
        rows = store.actors(**filters)
        if name is None:
            number = print_rows(rows, actor_line, as_json)
        else:
            number = print_rows(map(store.profile, list(rows)), profile_lines, as_json)
            if number and not as_json:
                _print_roles(name, ledger)
        print_notes(store, number, filters)


def _print_roles(name: str, ledger: Path) -> None:
    from dateline.accounts import Accounts
    from dateline.cli.terminal.account_rows import role_line
    from dateline.cli.terminal.listing import print_rows

    with Accounts(ledger) as accounts:
        print_rows(accounts.roles(name), role_line, as_json=False)
