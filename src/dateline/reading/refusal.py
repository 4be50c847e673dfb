"""What is refused although it can be read, and the limits on size."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.reading.reading import Reading
from dateline.reading.tongue import ENGLISH, language_name

LIMIT = 20_000_000  # bytes of a text, or of a line of a JSON lines file
PAGE_LIMIT = 8_000_000  # bytes of an HTML page: finding the article in one costs far more than reading a text


def too_large(where: str, limit: int) -> InputError:
    """The error for an input above a limit in bytes."""
    mend = "split it, or save the report's text by itself"
    return InputError(f"is larger than the {limit // 1_000_000} MB that are read", where=where, mend=mend)


def empty(where: str) -> InputError:
    """The error for an input that holds nothing."""
    return InputError("is empty", where=where, mend="leave it out")


def in_english(reading: Reading, where: str) -> Reading | InputError:
    """The reading, or the error for one in another language. A text too short to tell passes."""
    code = reading.report.language
    if code in (None, ENGLISH):
        return reading
    mend = "only English is coded: leave it out or give a translation"
    return InputError(f"is written in {language_name(str(code))}", where=where, mend=mend)
