"""docs/cli.md has a section for every command, and names every option of it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from dateline.cli.terminal.group import group

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf8")
CONTEXT = click.Context(group)
COMMANDS = group.list_commands(CONTEXT)
SHARED = DOCS.split("## Asking\n")[1].split("### ")[0]


def _section(name: str) -> str:
    own = DOCS.split(f"### `dateline {name}`\n")[1].split("\n### ")[0].split("\n## ")[0]
    return own if name not in ("events", "statements", "ties", "actors", "between", "search") else own + SHARED


def test_every_section_is_a_command() -> None:
    told = [line.split("`dateline ")[1].rstrip("`") for line in DOCS.splitlines() if line.startswith("### `dateline ")]
    assert sorted(told) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told(name: str) -> None:
    command = group.get_command(CONTEXT, name)
    assert command is not None
    for parameter in command.params:
        for option in parameter.opts if isinstance(parameter, click.Option) else []:
            assert f"`{option}" in _section(name), f"{name} {option}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_in_one_line_what_it_is_for(name: str) -> None:
    command = group.get_command(CONTEXT, name)
    assert command is not None
    assert (command.help or "").split("\n")[0].endswith(".")
    assert "..." not in command.get_short_help_str(80)
