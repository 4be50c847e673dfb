"""Searches the words of the reports."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from dateline.errors import UsageError
from dateline.ledger import filters as narrow
from dateline.ledger.filters import Filters
from dateline.ledger.listing import HEAD
from dateline.ledger.names import who
from dateline.ledger.told import Hit, ReportLine

# A phrase in quotation marks, or a word.
TERM = re.compile(r'"([^"]*)"|(\S+)')


def search(db: sqlite3.Connection, words: str, filters: Filters) -> Iterator[Hit]:
    """Reports that hold all the words, best first; "a phrase" in quotation marks, word* for any that begin so."""
    asked = as_query(words)
    where = narrow.of_report(filters).and_("words MATCH ?", asked)
    where = narrow.mentioned(db, where, filters.actor)
    if filters.speaker is not None:
        speaks = f"SELECT report FROM ({narrow.SPEAKS})"  # noqa: S608 - our own words
        where = where.and_(f"r.n IN ({speaks})", *who(db, filters.speaker).bound)
    if filters.type is not None:
        where = where.and_("r.n IN (SELECT report FROM event WHERE upper(?) IN (type, folded))", filters.type)
    limit = "" if filters.limit is None else f"LIMIT {filters.limit}"
    query = (
        f"SELECT snippet(words, 0, '[', ']', '…', 24), {HEAD} "  # noqa: S608 - our own words
        f"FROM words JOIN report r ON r.n = words.rowid {where.sql} ORDER BY rank, r.n {limit}"
    )
    for found, *head in db.execute(query, where.values):
        yield Hit(ReportLine(*head), " ".join(found.split()))


def as_query(words: str) -> str:
    """The words in FTS5's own language, where every one is plain text and none is an operator."""
    straight = words.replace("“", '"').replace("”", '"')
    terms = [_term(phrase or word) for phrase, word in TERM.findall(straight) if re.search(r"\w", phrase or word)]
    if not terms:
        raise UsageError("there is no word to look for", where="search", mend="give one or more words")
    return " ".join(terms)


def _term(text: str) -> str:
    plain = text.replace('"', "")
    return f'"{plain.removesuffix("*")}"*' if plain.endswith("*") else f'"{plain}"'
