"""What is known of a report beside its text, from the caller, a feed or the page's head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from dateline.reading.bylines import names_in
from dateline.reading.publication import iso_date
from dateline.reading.words import single_spaced


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields as given; None or empty where nothing is. `published` is an ISO date or date-time."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    bylines: tuple[str, ...] = ()
    path: str | None = None
    section: str | None = None
    schema_type: str | None = None
    agency: str | None = None
    language: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These fields, and the other's where these are empty."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


def metadata_of(
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    byline: str | Sequence[str] | None = None,
    path: str | None = None,
) -> Metadata:
    """Metadata as a caller gives them: white space settled, names taken out of the byline, the date made ISO.

    A date that cannot be read with certainty ("04/05/31") counts as none.
    """
    lines = (byline,) if isinstance(byline, str) else tuple(byline or ())
    names = tuple(dict.fromkeys(name for line in lines for name in names_in(line)))
    tidy = [single_spaced(v) or None if v else None for v in (title, url, publisher)]
    return Metadata(tidy[0], tidy[1], tidy[2], iso_date(published) if published else None, names, path)
