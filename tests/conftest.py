"""What all tests share: reports made from plain words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from dateline.report import Part, Report


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Report]:
    """A report from a text that is all body; `title` gives the first line that role; other fields as given."""

    def make(text: str, *, title: str | None = None, **fields: object) -> Report:
        whole = f"{title}\n\n{text}" if title else text
        start = len(whole) - len(text)
        parts = ((Part("title", 0, len(title)),) if title else ()) + (Part("body", start, len(whole)),)
        digest = hashlib.sha256(whole.encode()).hexdigest()
        return Report(id=digest[:16], text=whole, parts=parts, raw_sha256=digest, title=title, **fields)  # type: ignore[arg-type]  # tests name real fields

    return make
