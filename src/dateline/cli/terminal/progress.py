"""A progress bar on stderr, where that is a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dateline.wording.words import shortened

LINES = (".jsonl", ".ndjson", "-")  # of these one cannot know how many reports they hold


@contextmanager
def followed(paths: Sequence[str]) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the path of each report that is done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    text = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), text)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=_total(paths))
        yield lambda path: bar.update(task, advance=1, description=shortened(path, 60))


def _total(paths: Sequence[str]) -> int | None:
    """How many reports there are, or None where that cannot be told beforehand."""
    from dateline.reading import find_inputs

    names = [getattr(found, "path", "") for found in find_inputs(paths)]
    return None if any(Path(name).suffix in LINES or name in LINES for name in names) else len(names)
