"""`dateline evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli.terminal.options import json_option


@click.command("evaluate")
@click.argument("task", metavar="TASK")
@click.option("--gold", type=click.Path(path_type=Path), required=True, metavar="PATH", help="Texts coded by hand.")
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="OUT", help="Write what was coded, as the gold."
)
@json_option
def command(task: str, gold: Path, predictions: Path | None, as_json: bool) -> None:
    """Measure the coder on texts coded by hand.

    TASK is attribution, relation, entities, ties or events; docs/measuring.md says in what format each has its gold.
    """
    from dateline.evaluation.run import evaluate
    from dateline.record_json import dumps

    found = evaluate(task, gold, predictions)
    click.echo(dumps(found) if as_json else _table(found))


def _table(found: dict[str, Any]) -> str:
    head = f"{found['task']} on {found['gold']}: {found['n']} units"
    width = max((len(name) for name in found["metrics"]), default=0)
    rows = (f"  {name:{width}}  {_numbers(values)}" for name, values in found["metrics"].items())
    return "\n".join([head, *rows])


def _numbers(values: dict[str, float]) -> str:
    return "  ".join(
        f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in values.items()
    )
