"""The command line: one file a command. A module of this folder with a `command` is a command of its name."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs `dateline` and leaves with its exit code: 0 done, 1 some inputs failed, 2 usage, 3 unusable."""
    from dateline.cli.terminal.running import run

    sys.exit(run())
