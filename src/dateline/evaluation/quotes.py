"""QUOTE of the gold guide: words exactly as they stand in a text, and which occurrence of them where it matters."""

from __future__ import annotations

from dateline.record import Span

Quote = str | list[str | int] | None


def span_of(text: str, quote: Quote) -> Span | None:
    """[start, end) of a quote in the text, or None where it is null or not there."""
    if quote is None:
        return None
    words, occurrence = (quote, 1) if isinstance(quote, str) else (str(quote[0]), int(quote[1]))
    at = -1
    for _ in range(occurrence):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return at, at + len(words)


def quote_of(text: str, span: Span) -> Quote:
    """The quote that names a span: its words, and which occurrence where they stand more than once."""
    words = text[slice(*span)]
    if not words:
        return None
    at, occurrence = text.find(words), 1
    while at < span[0]:
        at, occurrence = text.find(words, at + 1), occurrence + 1
    return words if occurrence == 1 and text.find(words, at + 1) < 0 else [words, occurrence]
