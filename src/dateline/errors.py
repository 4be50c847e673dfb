"""Everything dateline can refuse, as one tree.

DatelineError             what every caller may catch
├── InputError            one report, file or line cannot be read; the rest of the batch goes on (exit 1)
├── UsageError            the call itself makes no sense (exit 2)
└── InstallationError     nothing can be done until it is mended (exit 3)
    ├── LedgerError       the ledger is locked, newer, full, or no ledger at all
    ├── CodebookError     a vocabulary is missing or malformed
    └── ModelError        the weights are missing or are not those of the card
"""

from __future__ import annotations


class DatelineError(Exception):
    """One thing that went wrong: where (`PATH[:LINE]`), what, and how to mend it.

    `str(error)` is the one line that the command line prints on stderr.
    """

    exit_code = 3

    def __init__(self, what: str, *, where: str = "dateline", mend: str) -> None:
        super().__init__(what)
        self.where, self.what, self.mend = where, what, mend

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}; {self.mend}"
        return " ".join("".join(c if c.isprintable() else " " for c in line).split())


class InputError(DatelineError):
    """One input cannot be read; the others are."""

    exit_code = 1


class UsageError(DatelineError):
    """The call makes no sense as it stands."""

    exit_code = 2


class InstallationError(DatelineError):
    """Something dateline needs is missing or broken."""


class LedgerError(InstallationError):
    """The ledger cannot be used."""


class CodebookError(InstallationError):
    """A vocabulary file is missing or malformed."""


class ModelError(InstallationError):
    """The weights are missing or do not match their card."""
