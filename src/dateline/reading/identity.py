"""The id of a report: the same words from the same place are the same report, whenever they are read."""

from __future__ import annotations

import hashlib

LENGTH = 16  # hexadecimal digits: a clash among a million reports is rarer than one in ten million


def report_id(text: str, url: str | None, publisher: str | None) -> str:
    """A hash of the url (or the publisher, where there is none) and the text. Dates have no part in it."""
    place = url or publisher or ""
    return hashlib.sha256(f"{place}\0{text}".encode(errors="replace")).hexdigest()[:LENGTH]
