"""What comes out of an input: the report, and the bytes that it came from."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, with `raw`, the bytes as they came in (for JSON lines, the line without its line end).

    `notes` say what was passed over without harm: unknown fields, bytes that could not be decoded, a date that could
    not be read. Each is one line for a person.
    """

    report: Report
    raw: bytes
    notes: tuple[str, ...] = ()
