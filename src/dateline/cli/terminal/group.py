"""The group of all commands. A command's module is imported when it is called, or listed in --help."""

from __future__ import annotations

import os
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import click

import dateline
from dateline import cli


class ClosedPipeError(Exception):
    """Whoever read our output has had enough."""


class Commands(click.Group):
    """Finds commands as modules of `dateline.cli`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        """Names of the commands, in order of the alphabet."""
        return sorted(module.name for module in iter_modules(cli.__path__) if not module.ispkg)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"dateline.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a closed pipe is told apart from other errors before click makes an exit of it."""
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ClosedPipeError from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(dateline.__version__, prog_name="dateline")
def group() -> None:
    """Reads news reports and gives back who did or says what to whom, where, when, and on whose word."""
