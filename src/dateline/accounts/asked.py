"""Which disputes are asked for: the SQL that narrows them, and what only their words can tell."""

from __future__ import annotations

import re
from typing import Any

from dateline.ledger.filters import Where
from dateline.ledger.names import fold

PLAIN = re.compile(r"[a-z0-9]+")  # words that SQLite's LIKE compares as we do


def narrowed(
    actor: str | None, kind: str | None, since: str | None, until: str | None
) -> tuple[str, tuple[object, ...]]:
    """The query for the ids of disputes, the latest first. Those that name `actor` are among them; `names` tells which.

    The table is read from end to end where words are looked for: by the index on `until` each row would be a search.
    """
    where = Where()
    if kind is not None:
        where = where.and_("kind = lower(?)", kind)
    if since is not None:
        where = where.and_("substr(until, 1, ?) >= ?", len(since), since)
    if until is not None:
        where = where.and_("substr(since, 1, ?) <= ?", len(until), until)
    word = max(PLAIN.findall(fold(actor or "")), key=len, default="")
    if word:
        where = where.and_("json LIKE ?", f"%{word}%")
    until_ = "+until" if word else "until"
    query = f"SELECT id FROM account_dispute {where.sql} ORDER BY {until_} DESC, id"  # noqa: S608 - our words
    return query, where.values


def names(dispute: dict[str, Any], actor: str) -> bool:
    """Whether the actor takes a side, or is what the dispute is over."""
    told = [dispute["label"], *(text for side in dispute["sides"] for text in (side["position"], *side["actors"]))]
    key = fold(actor)
    return any(key in fold(text) for text in told)
