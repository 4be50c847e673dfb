"""Codes many reports, with one job or several. The outcomes come in the order of the readings, the same either way."""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from dateline.coding import Coder
from dateline.errors import DatelineError, InputError, InstallationError
from dateline.reading import Reading
from dateline.record import Record
from dateline.report import Report


class JobError(Exception):
    """What a job could not do, in one line; other than DatelineError it can cross from one process to another."""


AHEAD = 4  # reports handed to each job before the first of them is asked back


@dataclass(frozen=True, slots=True)
class Coded:
    """A report that was read and coded."""

    reading: Reading
    record: Record


Outcome = Coded | InputError
Own = tuple[Path | None, Path | None]  # the user's files of actors and codebook
Pending = tuple[Reading, "Future[Record | str]"] | InputError


def code_batch(
    coder: Coder,
    readings: Iterable[Reading | InputError],
    *,
    actors: Path | None = None,
    codebook: Path | None = None,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """The record of every reading, or the error in its place, in order.

    With one job `coder` does it all; with more, each job loads a coder of its own, with the same `actors`
    and `codebook`.
    """
    if jobs <= 1:
        for reading in readings:
            yield reading if isinstance(reading, InputError) else _outcome(reading, code_or_tell(coder, reading.report))
    else:
        yield from _in_parallel(readings, (actors, codebook), jobs)


def code_or_tell(coder: Coder, report: Report) -> Record | str:
    """The record, or what went wrong with this one report: the others go on. Raises what no report could mend."""
    try:
        return coder.code(report)
    except InstallationError:
        raise
    except Exception as error:  # noqa: BLE001 - a report that the coder cannot take must not take the batch with it
        return f"{type(error).__name__}: {error} in {_place(error)}"


def _place(error: Exception) -> str:
    """The file and line that failed, for whoever mends it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


def _in_parallel(readings: Iterable[Reading | InputError], own: Own, jobs: int) -> Iterator[Outcome]:
    # Fresh processes rather than copies of this one: the encoder's threads do not survive being copied.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start_job, own)
    waiting: deque[Pending] = deque()
    try:
        for reading in readings:
            waiting.append(_submitted(pool, reading, own))
            if len(waiting) > jobs * AHEAD:
                yield _awaited(waiting.popleft())
        while waiting:
            yield _awaited(waiting.popleft())
    except BrokenProcessPool:
        raise InstallationError("a job died", where="--jobs", mend="give fewer jobs, or make memory free") from None
    except JobError as error:
        raise InstallationError(f"a job failed ({error})", where="--jobs", mend="run `dateline check`") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, reading: Reading | InputError, own: Own) -> Pending:
    return reading if isinstance(reading, InputError) else (reading, pool.submit(_job, *own, reading.report))


def _awaited(pending: Pending) -> Outcome:
    if isinstance(pending, InputError):
        return pending
    reading, future = pending
    return _outcome(reading, future.result())


def _outcome(reading: Reading, made: Record | str) -> Outcome:
    if isinstance(made, Record):
        return Coded(reading, made)
    where = reading.report.path or reading.report.id
    mend = "leave it out, and report this with the input, please"
    return InputError(f"cannot be coded ({made})", where=where, mend=mend)


@cache
def coder_for(actors: Path | None, codebook: Path | None = None) -> Coder:
    """A coder for this process, loaded once for each pair of files."""
    return Coder.load(actors, codebook)


def _start_job(actors: Path | None, codebook: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C reaches every process; the first one ends the others
    coder_for(actors, codebook)


def _job(actors: Path | None, codebook: Path | None, report: Report) -> Record | str:
    try:
        return code_or_tell(coder_for(actors, codebook), report)
    except DatelineError as error:
        raise JobError(str(error)) from None
