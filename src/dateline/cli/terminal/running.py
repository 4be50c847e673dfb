"""Runs a command and turns whatever goes wrong into one line on stderr and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from dateline.cli.terminal.group import ClosedPipeError, group
from dateline.errors import DatelineError

USAGE, UNUSABLE, STOPPED = 2, 3, 130  # 130 is what a shell expects of a command that ^C has ended


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs `dateline` with these arguments (by default those of the process) and gives its exit code."""
    _keep_to_one_thread()
    _speak_utf8()
    try:
        code = group.main(arguments, prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
    except (ClosedPipeError, BrokenPipeError):
        return _leave_quietly()
    except DatelineError as error:
        return _say(str(error), error.exit_code)
    except click.ClickException as error:
        error.show()
        return USAGE
    except ImportError as error:
        return _say(f"dateline: a part is missing ({error}); install dateline again", UNUSABLE)
    except click.Abort:
        return _say("dateline: stopped", STOPPED)
    return code if isinstance(code, int) else 0


def _say(line: str, code: int) -> int:
    click.echo(line, err=True)
    return code


def _keep_to_one_thread() -> None:
    """The heads' small matrices gain nothing by threads, and those of several jobs would stand in each other's way."""
    for name in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the locale; what UTF-8 cannot hold becomes an escape, which is valid JSON."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_quietly() -> int:
    """Python flushes stdout once more on its way out: into nothing, then, instead of into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
