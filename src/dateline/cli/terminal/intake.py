"""Takes reports into a ledger: those it holds are passed over, the others coded and put in, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.batch import Coded, code_batch, coder_for
from dateline.cli.terminal.telling import tell_error, tell_notes
from dateline.errors import InputError
from dateline.ledger import Ledger
from dateline.reading import Reading
from dateline.wording.words import counted

Taken = Reading | InputError


class Intake:
    """One run of `dateline read`, and what has come of it so far."""

    def __init__(
        self, ledger: Ledger, *, actors: Path | None, codebook: Path | None = None, jobs: int, again: bool
    ) -> None:
        self.ledger, self.actors, self.codebook, self.jobs, self.again = ledger, actors, codebook, jobs, again
        self.coder = coder_for(actors, codebook)
        self.read = self.skipped = self.failed = self.statements = self.events = self.ties = 0
        self._seen: set[str] = set()

    def outcomes(self, readings: Iterable[Taken]) -> Iterator[str]:
        """Takes every reading in, and gives its path as soon as it is dealt with."""
        for outcome in self._coded(readings):
            if isinstance(outcome, InputError):
                self.failed += tell_error(outcome)
                yield outcome.where
            else:
                self._keep(outcome)
                yield outcome.reading.report.path or ""

    def summary(self) -> str:
        """What came of it, in one line."""
        parts = [f"{counted(self.read, 'report')} read into {self.ledger.path}"]
        if self.read:
            rows = {"statement": self.statements, "event": self.events, "tie": self.ties}
            parts.append(", ".join(counted(number, noun) for noun, number in rows.items()))
        if self.skipped:
            parts.append(f"{self.skipped} read before")
        if self.failed:
            parts.append(f"{self.failed} failed")
        return "; ".join(parts)

    def _coded(self, readings: Iterable[Taken]) -> Iterator[Coded | InputError]:
        own = {"actors": self.actors, "codebook": self.codebook}
        return code_batch(self.coder, self._new(readings), **own, jobs=self.jobs)

    def _new(self, readings: Iterable[Taken]) -> Iterator[Taken]:
        """Without the reports that this coder has coded before, or that this run has met already."""
        for reading in readings:
            if isinstance(reading, InputError) or not self._is_known(reading.report.id):
                yield reading
            else:
                self.skipped += 1

    def _is_known(self, report: str) -> bool:
        known = report in self._seen or (not self.again and self.ledger.holds(report, self.coder.info))
        self._seen.add(report)
        return known

    def _keep(self, outcome: Coded) -> None:
        try:
            self.ledger.add(outcome.record, outcome.reading.raw)
        except InputError as error:
            self.failed += tell_error(error)
            return
        tell_notes(outcome.reading)
        self.read += 1
        self.statements += len(outcome.record.statements)
        self.events += len(outcome.record.events)
        self.ties += len(outcome.record.ties)
