"""What a text is divided into: its parts, and what they say of the report."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.report import Dateline, Part


@dataclass(frozen=True, slots=True)
class Division:
    """The parts of a text in order, and what was read out of them.

    `published` is an ISO day; `labels` are the section labels above the text.
    """

    parts: tuple[Part, ...] = ()
    title: str | None = None
    bylines: tuple[str, ...] = ()
    agency: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    labels: tuple[str, ...] = ()
